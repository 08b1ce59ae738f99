import { afterEach, expect, it } from 'vitest';
import type { Search } from '../../src/core/listening/search.ts';
import type { Persona } from '../../src/simulators/network.ts';
import { ida, oskar } from './lab.ts';
import { listenTo, openListening, readMessages, search, textsOf } from './x-listener.ts';
import type { XLab } from './x-world.ts';

let lab: XLab;
const open = async (...given: Parameters<typeof openListening>) => {
  lab = await openListening(...given);
};
afterEach(() => lab.close());

const post = (text: string, who: Persona = ida) => lab.network.say(who, { place: 'elsewhere', text });
const searched = () => lab.calls.filter((call) => call.includes('/search/recent'));
const sample = (wanted: Search, most: number) =>
  lab.connector.source!.sample!(wanted, most, lab.credentials, lab.account, {});

it('a sample shows the newest, says what it cost, and keeps nothing', async () => {
  await open([search()], { form: { keywords: '', dailyCeiling: 5 } });
  for (let at = 0; at < 30; at += 1) await post(`kettle co ${at}.`, at % 2 ? ida : oskar);
  const before = lab.network.bill.usd;
  lab.calls.length = 0;
  const { entries, costUsd, quota } = await sample(search(), 20);
  expect(lab.calls.length).toBeLessThanOrEqual(2);
  const found = await readMessages(lab, 'listen', entries);
  expect(entries.every(({ source }) => source === 'listen')).toBe(true);
  expect(textsOf(found)).toEqual(Array.from({ length: 20 }, (_, at) => `kettle co ${29 - at}.`));
  expect(found.every(({ isOverheard }) => isOverheard)).toBe(true);
  expect(costUsd).toBeCloseTo(lab.network.bill.usd - before, 6);
  expect(costUsd).toBeGreaterThanOrEqual(0.1);
  expect(quota!.costUsd).toBeCloseTo(lab.network.bill.usd, 3);
  // it was not read: the stream brings it all the same, and it is not paid for twice
  const paid = lab.network.bill.usd;
  expect(await listenTo(lab)).toHaveLength(30);
  expect(lab.network.bill.usd - paid).toBeCloseTo(0.05, 6);
});

it('a sample of more than a page asks for the next one', async () => {
  await open();
  for (let at = 0; at < 170; at += 1) await post(`kettle co ${at}.`);
  lab.calls.length = 0;
  expect((await sample(search(), 200)).entries).toHaveLength(170);
  expect((await sample(search(), 105)).entries).toHaveLength(105);
  expect(searched()).toHaveLength(4);
});

it('a sample of long lists asks twice at most', async () => {
  await open();
  const together = Array.from({ length: 300 }, (_, at) => `trouble${at}`);
  const anyOf = Array.from({ length: 120 }, (_, at) => `kettle${at}`);
  await post('kettle3 has trouble7');
  lab.calls.length = 0;
  expect((await sample(search({ anyOf, together }), 200)).entries).toHaveLength(1);
  expect(searched()).toHaveLength(2);
});

it('a sample is refused when the ceiling is reached or X asks to wait, and finds nothing where nothing is asked', async () => {
  await open([], { form: { keywords: '', dailyCeiling: 0.2 } });
  await expect(sample(search(), 50)).rejects.toMatchObject({
    kind: 'limited',
    message: expect.stringContaining('ceiling'),
  });
  expect(await sample(search({ anyOf: ['!'] }), 50)).toMatchObject({ entries: [], costUsd: 0 });
  lab.credentials = lab.filled({ dailyCeiling: 0 });
  lab.network.faults.rateLimit = 1;
  await expect(sample(search(), 50)).rejects.toMatchObject({ kind: 'limited' });
  await expect(sample(search(), 50)).rejects.toMatchObject({ kind: 'limited', afterMs: expect.any(Number) });
});

it('a sample is refused with keys of another account', async () => {
  await open();
  const other = lab.connector.source!.sample!(search(), 10, lab.credentials, '700000000000000009' as never, {});
  await expect(other).rejects.toMatchObject({ kind: 'misconfigured' });
});
