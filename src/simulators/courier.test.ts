import { afterEach, describe, expect, it } from 'vitest';
import { type Courier, type CourierOptions, openCourier } from './courier.ts';
import { noFaults } from './network.ts';
import { seeded } from './personas/random.ts';

let courier: Courier<number> | undefined;
afterEach(() => courier?.close());

function open(options: Partial<CourierOptions<number>> = {}) {
  const faults = options.faults ?? noFaults();
  const got: { readonly items: readonly number[]; readonly attempt: number }[] = [];
  const made = openCourier<number>({
    faults,
    random: seeded(3),
    most: 3,
    tries: 60,
    isReady: () => true,
    async deliver(items, attempt) {
      got.push({ items, attempt });
      return true;
    },
    ...options,
  });
  courier = made;
  const push = (count: number) => {
    for (let item = 1; item <= count; item += 1) made.push(item);
  };
  return { made, got, push, items: () => got.flatMap(({ items }) => items) };
}

describe('a network’s queue of webhooks', () => {
  it('brings everything once and in order, several in a request', async () => {
    const { made, push, got, items } = open();
    push(20);
    await made.settled();
    expect(items()).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(got.length).toBeLessThan(20);
  });

  it.each([
    [{ drop: 1 }, []],
    [{ isSilent: true }, []],
    [{ duplicate: 1 }, [1, 1]],
  ])('with the fault %j brings %j', async (fault, wanted) => {
    const { made, push, items } = open({ faults: { ...noFaults(), ...fault } });
    push(1);
    await made.settled();
    expect(items()).toEqual(wanted);
  });

  it('brings all of it out of order', async () => {
    const { made, push, items } = open({ faults: { ...noFaults(), reorder: 0.5 }, most: 1 });
    push(20);
    await made.settled();
    expect(items()).not.toEqual(items().toSorted((a, b) => a - b));
    expect(new Set(items()).size).toBe(20);
  });

  it('tries again, saying so, and lets go after so many tries', async () => {
    const attempts: number[] = [];
    const done = Promise.withResolvers<void>();
    const deliver = async ([item]: readonly number[], attempt: number) => {
      if (item === 2) done.resolve();
      else attempts.push(attempt);
      return item === 2;
    };
    const { made, push } = open({ deliver, tries: 2, most: 1 });
    push(2);
    await made.settled();
    expect(attempts).toEqual([0]);
    await done.promise;
    expect(attempts).toEqual([0, 1]);
  });

  it('waits until there is an address', async () => {
    let isReady = false;
    const { made, push, items } = open({ isReady: () => isReady });
    push(1);
    await made.settled();
    expect(items()).toEqual([]);
    isReady = true;
    made.wake();
    await made.settled();
    expect(items()).toEqual([1]);
  });
});
