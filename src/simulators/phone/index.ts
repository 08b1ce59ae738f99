import type { Persona, Place, Said, SeenMessage, SimulatedNetwork } from '../network.ts';
import { noFaults } from '../network.ts';
import { seeded } from '../personas/random.ts';

export interface PhoneSimulator {
  readonly network: SimulatedNetwork;
  /** Calls that were logged since the last one, as the ledger holds them. */
  take(): readonly Uint8Array[];
  close(): Promise<void>;
}

/** People who call, and somebody who logs each call with what they said. */
export async function startPhone({
  seed,
  now,
}: {
  readonly seed: number;
  readonly now: () => Date;
}): Promise<PhoneSimulator> {
  const faults = noFaults();
  const random = seeded(seed);
  const calls = new Map<string, SeenMessage[]>();
  let logged: Uint8Array[] = [];
  let counter = 0;
  const numberOf = ({ id }: Persona) =>
    `+4670${[...id]
      .map((letter) => letter.charCodeAt(0) % 10)
      .join('')
      .padEnd(7, '0')}`;
  const placeOf = (persona: Persona): Place => ({
    id: numberOf(persona),
    kind: 'direct',
    isPublic: false,
    label: 'Their telephone',
  });
  const callsOf = (persona: Persona) => {
    const known = calls.get(persona.id) ?? [];
    calls.set(persona.id, known);
    return known;
  };

  async function say(persona: Persona, said: Said) {
    const id = `call-${++counter}`;
    const at = said.at ?? now();
    callsOf(persona).push({ id, by: 'me', name: persona.name, text: said.text, at });
    const number = numberOf(persona);
    const entry = Buffer.from(
      JSON.stringify({
        type: 'call',
        id,
        person: { id: number, name: persona.name, number },
        direction: 'in',
        outcome: 'answered',
        seconds: 30 + Math.floor(random() * 300),
        note: said.text,
        at: at.toISOString(),
      }),
    );
    if (!faults.isSilent && random() >= faults.drop) logged.push(entry);
    if (random() < faults.duplicate) logged.push(entry);
    return { id, thread: number };
  }

  const close = async () => undefined;
  return {
    network: {
      channel: 'phone',
      name: 'Phone',
      faults,
      places: (persona) => [placeOf(persona)],
      say,
      view: (persona) => [
        { id: numberOf(persona), place: placeOf(persona), title: 'Calls', messages: [...callsOf(persona)] },
      ],
      remember(said) {
        for (const { persona, by, ...one } of said)
          if (persona)
            callsOf(persona).push({
              id: one.id,
              by: by === 'person' ? 'me' : 'company',
              name: persona.name,
              text: one.text,
              at: one.at,
            });
      },
      // Nothing is ever said into a telephone from here.
      onAnswer: () => () => undefined,
      settled: async () => undefined,
      close,
    },
    take() {
      const taken = logged;
      logged = [];
      return taken;
    },
    close,
  };
}
