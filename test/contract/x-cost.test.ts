import { afterEach, expect, it } from 'vitest';
import { ida, oskar } from './lab.ts';
import { openX, type XLab } from './x-world.ts';

const DAY = 86_400_000;
let lab: XLab;
const open = async (form: object) => {
  lab = await openX({ isLimited: false, form });
  await lab.arrived();
};
afterEach(() => lab.close());

const cost = async (stream = 'mentions') => (await lab.pull(stream)).quota;

it('counts what is read at its price, each thing once a day', async () => {
  await open({ dailyCeiling: 5 });
  const before = await cost();
  await lab.network.say(ida, { place: 'wall', text: 'One' });
  await lab.network.say(ida, { place: 'wall', text: 'Two' });
  // two posts at half a cent, and one person at a cent
  const after = await cost();
  expect(after!.costUsd! - before!.costUsd!).toBeCloseTo(0.02, 6);
  expect(after).toMatchObject({
    of: 'US dollars for reading today',
    used: after!.costUsd,
    limit: 5,
    resetsAt: new Date('2026-11-21T00:00:00Z'),
  });
  expect((await cost())!.costUsd).toBe(after!.costUsd);
  lab.pass(DAY);
  expect((await cost())!.costUsd!).toBeLessThan(after!.costUsd!);
});

it('charges a fifth for its own when the account owns the app, and names no dollars on other plans', async () => {
  await open({ dailyCeiling: 100, ceilingIn: 'posts', ownsApp: true });
  const before = await cost();
  await lab.network.say(ida, { place: 'wall', text: 'One' });
  const after = await cost();
  expect(after!.costUsd! - before!.costUsd!).toBeCloseTo(0.011, 6);
  expect(after).toMatchObject({ of: 'posts and messages read today', used: before!.used + 1, limit: 100 });
  lab.credentials = lab.filled({ plan: 'enterprise' });
  await lab.reopen();
  expect(await cost()).not.toHaveProperty('costUsd');
});

it('stops searching first, then mentions, and direct messages last', async () => {
  await open({ dailyCeiling: 60, ceilingIn: 'posts', keywords: 'teapot' });
  const fill = async (place: string, count: number, text: string) => {
    for (let at = 0; at < count; at += 1) await lab.network.say(ida, { place, text: `${text} ${at}.` });
  };
  await fill('elsewhere', 80, 'A teapot');
  expect((await lab.drain('search')).flatMap(({ entries }) => entries).length).toBeLessThanOrEqual(48);
  expect((await cost('search'))!.used).toBeLessThanOrEqual(48);

  await fill('wall', 30, 'It leaks');
  const mentions = (await lab.drain('mentions')).flatMap(({ entries }) => entries);
  expect(mentions.length).toBeGreaterThan(0);
  expect((await cost())!.used).toBeLessThanOrEqual(54);

  await fill('direct', 20, 'Hello');
  const messages = (await lab.drain('messages')).flatMap(({ entries }) => entries);
  expect(messages.length).toBeGreaterThan(0);
  await expect(lab.pull('messages')).rejects.toMatchObject({
    kind: 'limited',
    message: expect.stringContaining('60 posts and messages'),
  });
  const trouble = await lab.pull('messages').catch((error: { afterMs: number }) => error);
  const midnight = Date.parse('2026-11-21T00:00:00Z');
  expect(Math.abs(lab.clock.at + (trouble as { afterMs: number }).afterMs - midnight)).toBeLessThan(10_000);

  // the next days go on where it stopped, and nothing was lost
  const seen = { mentions: mentions.length, messages: messages.length };
  for (let days = 0; days < 4; days += 1) {
    lab.pass(DAY);
    seen.messages += (await lab.drain('messages').catch(() => [])).flatMap(({ entries }) => entries).length;
    seen.mentions += (await lab.drain('mentions')).flatMap(({ entries }) => entries).length;
  }
  expect(seen).toEqual({ mentions: 30, messages: 20 });
});

it('remembers what a day has cost when the program begins anew', async () => {
  await open({ dailyCeiling: 5 });
  for (const who of [ida, oskar]) await lab.network.say(who, { place: 'wall', text: 'Hello' });
  const before = await cost();
  expect(before!.costUsd).toBeGreaterThan(0);
  const { createX } = await import('../../src/connectors/x/index.ts');
  const again = createX({ baseUrl: lab.network.url, now: () => new Date(lab.clock.at) });
  const session = await again.source!.open(lab.credentials, lab.account, {});
  const after = await session.pull('mentions', lab.cursors.get('mentions') ?? null);
  expect(after.quota!.costUsd!).toBeGreaterThanOrEqual(before!.costUsd!);
});

it('reads no more of a page than the ceiling leaves', async () => {
  await open({ dailyCeiling: 0.5 });
  for (let at = 0; at < 60; at += 1) await lab.network.say(ida, { place: 'wall', text: `Leak ${at}` });
  lab.calls.length = 0;
  await lab.drain('mentions');
  expect((await cost())!.costUsd!).toBeLessThanOrEqual(0.5);
  expect(lab.calls.some((call) => /mentions.*max_results=(\d\d?)&/.test(call))).toBe(true);
});
