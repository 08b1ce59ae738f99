import { afterEach, expect, it } from 'vitest';
import { ida, oskar } from './lab.ts';
import { openStreamLab, type StreamLab } from './x-stream-lab.ts';

const DAY = 86_400_000;
const MENTIONS = '@KettleCo -from:KettleCo -is:retweet';
const TEAPOT = '(teapot) -from:KettleCo -@KettleCo -is:retweet';
let lab: StreamLab;
const open = async (form: object, options: Parameters<typeof openStreamLab>[0] = {}) => {
  lab = await openStreamLab({ form, ...options });
};
afterEach(() => lab.close());

const hear = async (list: string, text: string, place = 'elsewhere', who = ida) => {
  await lab.network.say(who, { place, text });
  await lab.woken(list);
  return (await lab.pull(list)).quota!;
};

it('costs what X charges, and what is found again by looking costs nothing more', async () => {
  await open({ dailyCeiling: 5 });
  const before = lab.network.bill.usd;
  const quota = [await hear('search', 'My teapot'), await hear('mentions', 'It leaks', 'wall', oskar)].at(-1)!;
  // two posts at half a cent and two people at a cent
  expect(lab.network.bill.usd - before).toBeCloseTo(0.03, 6);
  expect(quota.costUsd).toBeCloseTo(lab.network.bill.usd, 6);
  lab.timers.pass(120_000);
  await lab.woken('search');
  expect((await lab.pull('search')).quota?.costUsd).toBe(quota.costUsd);
});

it('the share of the searches is used: their rules go, mentions go on; then all of it ends until midnight', async () => {
  await open({ dailyCeiling: 20, ceilingIn: 'posts' });
  const rulesAre = (...rules: string[]) => lab.network.stream.until(() => lab.rules().join() === rules.join());
  const used = async () => (await lab.pull('mentions')).quota?.used ?? (await lab.pull('posts')).quota!.used;
  for (let at = (await lab.pull('posts')).quota!.used; at < 16; at += 1) await hear('search', `Teapot ${at}`);
  await rulesAre(MENTIONS);
  await lab.network.say(ida, { place: 'elsewhere', text: 'Another teapot' });
  for (let at = 16; at < 18; at += 1) await hear('mentions', `Leak ${at}`, 'wall');
  await lab.closed();
  await rulesAre();
  expect(await used()).toBe(18);

  lab.pass(DAY);
  lab.timers.pass(60_000);
  await lab.drain('mentions');
  await lab.opened();
  expect(lab.rules()).toEqual([MENTIONS, TEAPOT]);
});

it('rules that cannot be taken away cost nothing either: the connection is closed', async () => {
  await open({ dailyCeiling: 20, ceilingIn: 'posts' });
  for (let at = (await lab.pull('posts')).quota!.used; at < 15; at += 1) await hear('search', `Teapot ${at}`);
  await lab.network.say(ida, { place: 'elsewhere', text: 'The last teapot' });
  lab.network.faults.failBefore = 1;
  await lab.closed();
  await lab.timers.asked(5_000);
  expect(lab.rules()).toEqual([MENTIONS, TEAPOT]);
  lab.network.faults.failBefore = 0;
  lab.timers.pass(5_000);
  await lab.opened();
  expect(lab.rules()).toEqual([MENTIONS]);
});

it('what another program looks for is paid for too, and is brought to nobody', async () => {
  const foreign = { id: '7', value: 'weather', tag: 'watch:7' };
  await open({ dailyCeiling: 5 }, { before: ({ stream }) => stream.rules.set('7', foreign) });
  const before = (await lab.pull('posts')).quota!.costUsd!;
  await lab.network.say(ida, { place: 'elsewhere', text: 'What weather' });
  // the next one comes by the same connection, after it
  await hear('search', 'My teapot', 'elsewhere', oskar);
  expect(lab.wakes).toEqual([]);
  expect((await lab.pull('posts')).quota!.costUsd! - before).toBeCloseTo(0.03, 6);
});

it('what was heard is in what the day has cost after a restart', async () => {
  await open({ dailyCeiling: 5 });
  const { costUsd } = await hear('search', 'My teapot');
  const { createX } = await import('../../src/connectors/x/index.ts');
  const again = createX({ baseUrl: lab.network.url, now: () => new Date(lab.clock.at) });
  const session = await again.source!.open(lab.credentials, lab.account, {});
  const after = await session.pull('posts', lab.cursors.get('search') ?? null);
  expect(after.quota!.costUsd!).toBeGreaterThanOrEqual(costUsd!);
});
