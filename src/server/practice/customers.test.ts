import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, Said, SimulatedNetwork } from '../../simulators/network.ts';
import { noFaults } from '../../simulators/network.ts';
import { CUSTOMERS } from '../../simulators/personas/people.ts';
import { seeded } from '../../simulators/personas/random.ts';
import { type Customers, startCustomers } from './customers.ts';
import type { Networks } from './networks.ts';

interface Heard extends Said {
  readonly channel: string;
  readonly person: string;
}

const FOUR = ['facebook', 'messenger', 'email', 'bluesky'];
const OTHERS = ['instagram', 'whatsapp', 'x', 'viber', 'google_reviews'];

/** Networks that only write down what is said to them. */
function listeners() {
  const said: Heard[] = [];
  const edited: string[] = [];
  const answered = new Map<string, (answer: Answer) => void>();
  const all = [...FOUR, ...OTHERS].map((channel): SimulatedNetwork => {
    const place =
      channel === 'google_reviews'
        ? ({ id: 'stars:2', kind: 'review', isPublic: true, label: channel } as const)
        : ({ id: `${channel}:1`, kind: 'direct', isPublic: false, label: channel } as const);
    return {
      channel,
      name: channel,
      faults: noFaults(),
      places: () => [place],
      say: async (persona, one) => {
        said.push({ ...one, channel, person: persona.id });
        return { id: `m${said.length}`, thread: `t-${persona.id}` };
      },
      edit: async (_, id) => {
        edited.push(id);
      },
      view: (persona) => [{ id: `t-${persona.id}`, place, title: channel, messages: [] }],
      remember: () => undefined,
      onAnswer(listener) {
        answered.set(channel, listener);
        return () => answered.delete(channel);
      },
      settled: async () => undefined,
      close: async () => undefined,
    };
  });
  const meta = { read: () => undefined };
  const networks = { all, meta, of: (channel: string) => all.find((one) => one.channel === channel) };
  return { networks: networks as unknown as Networks, said, edited, answered };
}

let customers: Customers | undefined;
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  customers?.stop();
  vi.useRealTimers();
});

function open(pace: number, mayAdd: () => Promise<boolean> = async () => true, seed = 5) {
  const world = listeners();
  customers = startCustomers({
    networks: world.networks,
    random: seeded(seed),
    isLive: true,
    messagesPerMinute: pace,
    mayAdd,
    complain: (error) => {
      throw error;
    },
  });
  return { ...world, customers };
}

describe('customers', () => {
  it('are heard on the first networks within seconds, and on all of them soon', async () => {
    const { said } = open(8);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(said.map(({ channel }) => channel)).toEqual(expect.arrayContaining(FOUR));
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(new Set(said.map(({ channel }) => channel))).toEqual(new Set([...FOUR, ...OTHERS]));
    expect(said.filter(({ channel }) => FOUR.includes(channel)).length).toBeGreaterThan(said.length * 0.6);
  });

  it('change their review when it is answered, and write no second one', async () => {
    const { said, edited, answered, customers: shop } = open(0);
    shop.messagesPerMinute = 0;
    const message = { id: 'a1', by: 'company', name: 'Lindqvist', text: 'Hello', at: new Date() } as const;
    for (const { id } of CUSTOMERS)
      answered.get('google_reviews')?.({ persona: id, thread: `t-${id}`, message, isPublic: true });
    await vi.advanceTimersByTimeAsync(61_000);
    expect(said).toEqual([]);
    expect(edited.length).toBeGreaterThan(CUSTOMERS.length / 3);
    expect(edited[0]).toMatch(/^t-/);
  });

  it.each([{ pace: 6 }, { pace: 60 }, { pace: 1_200 }])('write $pace times a minute when told to', async ({ pace }) => {
    const { said } = open(pace);
    await vi.advanceTimersByTimeAsync(11_000);
    const before = said.length;
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    const each = (said.length - before) / 5;
    expect(each).toBeGreaterThan(pace * 0.8);
    expect(each).toBeLessThan(pace * 1.2);
  });

  it('are quiet when paused, at a pace of nothing, and when there is enough to do', async () => {
    const enough = open(8, async () => false);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(enough.said).toEqual([]);
    enough.customers.stop();

    const { said, customers: paused } = open(8);
    paused.isLive = false;
    await vi.advanceTimersByTimeAsync(120_000);
    paused.isLive = true;
    paused.messagesPerMinute = 0;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(said).toEqual([]);
  });

  it('write back when they are answered, within a minute or so, most of them, and not for ever', async () => {
    const { said, answered, customers: shop } = open(0);
    shop.messagesPerMinute = 0;
    const people = CUSTOMERS.filter(({ channels }) => channels.includes('messenger'));
    const message = { id: 'a1', by: 'company', name: 'Lindqvist', text: 'Hello', at: new Date() } as const;
    for (let round = 0; round < 8; round += 1) {
      for (const { id } of people)
        answered.get('messenger')?.({ persona: id, thread: `t-${id}`, message, isPublic: false });
      await vi.advanceTimersByTimeAsync(61_000);
      if (round === 0) expect(said.length).toBeGreaterThan(people.length / 3);
    }
    const last = said.length;
    for (const { id } of people)
      answered.get('messenger')?.({ persona: id, thread: `t-${id}`, message, isPublic: false });
    await vi.advanceTimersByTimeAsync(61_000);
    expect(said.length - last).toBeLessThan(people.length / 3);
  });

  it('stop when the shop closes', async () => {
    const { said, answered, customers: shop } = open(60);
    await vi.advanceTimersByTimeAsync(20_000);
    const before = said.length;
    shop.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(said.length).toBe(before);
    expect(answered.size).toBe(0);
  });

  it('at times all report the same failure', async () => {
    const { said } = open(60, async () => true, 11);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    // In English, German and Swedish alone: a run of them close together.
    const isCheckout = said.map(({ text }) =>
      /pay|checkout|Bezahlen|Kasse|betala|kassa|pagar|pago|plati|fizet|결제|maksa|πληρώσω|ταμείο/i.test(text),
    );
    const most = Math.max(...isCheckout.map((_, at) => isCheckout.slice(at, at + 14).filter(Boolean).length));
    expect(most).toBeGreaterThanOrEqual(7);
  });
});
