import type { Persona, SimulatedNetwork } from '../../src/simulators/network.ts';
import type { seeded } from '../product/random.ts';

/** Who writes where: no line has more messages than its network lists, or what is missed there is gone for good. */
export interface Crowd {
  readonly network: SimulatedNetwork;
  readonly people: readonly Persona[];
  readonly places: readonly string[];
  /** Of everything that is said, 0..1. */
  readonly share: number;
}

const WORDS = ['Wo bleibt mein Paket?', 'Πού είναι το δέμα μου;', '지퍼가 고장났어요', 'Kiitos ☕', 'Order 40217?'];

export function makePeople(channel: string, count: number): readonly Persona[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `${channel}-${at}`,
    name: `Customer ${at} of ${channel}`,
    handle: `${channel}${at}`,
    email: `${channel}${at}@customers.test`,
    language: 'en',
  }));
}

/**
 * Customers of several networks write in turns.
 * @param during is awaited before each event with the number of those before it
 * @returns channel and id of everything that was said
 */
export async function sayAll(
  random: ReturnType<typeof seeded>,
  crowds: readonly Crowd[],
  count: number,
  during: (said: number) => Promise<void>,
): Promise<ReadonlySet<string>> {
  const said = new Set<string>();
  const turns = crowds.map(() => 0);
  for (let nth = 0; nth < count; nth++) {
    await during(nth);
    const at = draw(random.next(), crowds);
    const { network, people, places } = crowds[at] as Crowd;
    const turn = turns[at] ?? 0;
    turns[at] = turn + 1;
    const persona = people[turn % people.length] as Persona;
    // One person stays with few places, and each has people enough.
    const place = places[(turn + random.between(0, 1)) % places.length] as string;
    const text = `${WORDS[random.between(0, WORDS.length - 1)]} (${nth})`;
    const { id } = await network.say(persona, { place, text });
    said.add(`${network.channel} ${id}`);
  }
  return said;
}

function draw(share: number, crowds: readonly Crowd[]): number {
  let sum = 0;
  const at = crowds.findIndex((crowd) => {
    sum += crowd.share;
    return share < sum;
  });
  return at < 0 ? crowds.length - 1 : at;
}
