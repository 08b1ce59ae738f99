import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing } from '../../src/core/channel/outgoing.ts';
import type { Json } from '../../src/core/ids.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { actOf, replyTo, words } from './acts.ts';
import { ida, oskar } from './lab.ts';
import { openLinkedIn } from './linkedin-world.ts';

const DAY_MS = 86_400_000;
let lab: Awaited<ReturnType<typeof openLinkedIn>>;
beforeEach(async () => {
  lab = await openLinkedIn();
});
afterEach(() => lab.world.close());

async function events(): Promise<ChannelEvent[]> {
  const all: ChannelEvent[] = [];
  for (const { entry, context } of await lab.world.arrived()) all.push(...(await lab.connector.parse(entry, context)));
  return all;
}
async function hear(text: string, more: { place?: string; inReplyTo?: string } = {}, who = ida): Promise<MessageEvent> {
  const place = more.place ?? lab.simulator.network.places(who)[0]?.id ?? '';
  await lab.simulator.network.say(who, { text, ...more, place });
  const event = (await events()).find((one) => one.kind === 'message' && one.content.text === text);
  if (event?.kind !== 'message') throw new Error(`${text} did not arrive`);
  return event;
}
const send = (act: Outgoing) => lab.connector.send(act, lab.credentials, lab.account);
async function pull(cursor: Json) {
  const session = await lab.connector.source?.open(lab.credentials, lab.account, {});
  const pulled = await session?.pull('notifications', cursor);
  if (!pulled) throw new Error('no source');
  const context = { account: lab.account, settings: {}, receivedAt: new Date() };
  const read: ChannelEvent[] = [];
  for (const entry of pulled.entries)
    read.push(...(await lab.connector.parse({ source: 'notifications', ...entry }, context)));
  return { pulled, read };
}

it('orders its webhooks for the administrator who gave the token', async () => {
  lab.simulator.state.webhook = null;
  const result = await lab.connector.connect?.(lab.credentials, lab.account, lab.door.url);
  expect(result).toMatchObject({ ok: true });
  expect(lab.simulator.state.webhook).toBe(lab.door.url);
});

it('answers an answer beside it, below the comment that both hang on', async () => {
  const first = await hear('Mine leaks');
  const second = await hear('Mine too', { inReplyTo: first.id }, oskar);
  expect(second).toMatchObject({ parent: first.id, thread: { id: first.thread.id } });
  expect(await send(replyTo(second, words('Sorry, both!')))).toMatchObject({ kind: 'accepted' });
  const ours = lab.simulator.state.comments.find(({ text }) => text === 'Sorry, both!');
  expect(ours?.parent?.text).toBe('Mine leaks');
});

it('hears a post that mentions the Page, and answers below it', async () => {
  const mention = await hear('Kettle Co never answers', { place: 'elsewhere' });
  expect(mention.thread.reach).toBe('earned');
  expect(await send(replyTo(mention, words('We do')))).toMatchObject({ kind: 'accepted' });
  expect(lab.simulator.state.comments.at(-1)).toMatchObject({
    text: 'We do',
    parent: null,
    post: { share: mention.id },
  });
});

it('hears a change and a deletion', async () => {
  const { id } = await hear('Mine leaks');
  await lab.simulator.network.edit?.(ida, id, 'Mine leaks badly');
  expect(await events()).toMatchObject([{ kind: 'edit', id, content: { text: 'Mine leaks badly' } }]);
  await lab.simulator.network.remove?.(ida, id);
  expect(await events()).toMatchObject([{ kind: 'deletion', id }]);
});

it('names a comment of its own as webhooks do, though the answer says its number alone', async () => {
  await lab.world.close();
  lab = await openLinkedIn({}, { isBrief: true });
  const mention = await hear('Kettle Co never answers', { place: 'elsewhere' });
  const sent = await send(replyTo(mention, words('We do')));
  const told = (await events()).find((one) => one.kind === 'message' && one.content.text === 'We do');
  expect(told).toMatchObject({ author: { kind: 'business' } });
  expect(sent).toMatchObject({ kind: 'accepted', id: told?.kind === 'message' && told.id });
});

it('finds the administrator of one Page among hundreds', async () => {
  await lab.world.close();
  lab = await openLinkedIn({}, { otherPages: 250 });
  expect(await lab.connector.check(lab.credentials)).toMatchObject({ ok: true });
});

it('likes a post that mentions the Page', async () => {
  const theirs = await hear('Kettle Co is fine', { place: 'elsewhere' });
  const act = actOf('like', theirs, { id: theirs.id, text: '', at: theirs.sentAt, remote: null }, '', null);
  expect(await send(act)).toMatchObject({ kind: 'accepted' });
});

it('changes and deletes only what the Page wrote', async () => {
  const theirs = await hear('Mine leaks');
  const ours = { id: theirs.id, text: 'x', at: theirs.sentAt, remote: theirs.remote ?? null };
  expect(await send(actOf('edit', theirs, ours, 'Nothing leaks', null))).toMatchObject({ kind: 'refused' });
  expect(await send(actOf('delete', theirs, ours, '', null))).toMatchObject({ kind: 'refused' });
  expect(lab.simulator.state.comments[0]).toMatchObject({ text: 'Mine leaks', isGone: false });
});

it('takes a second like for what it is', async () => {
  const theirs = await hear('Great jacket');
  const act = actOf('like', theirs, { id: theirs.id, text: '', at: theirs.sentAt, remote: null }, '', null);
  expect(await send(act)).toMatchObject({ kind: 'accepted' });
  expect(await send(act)).toMatchObject({ kind: 'accepted' });
});

it('reads what webhooks lost, by the same names, and the past as the past', async () => {
  const told = await hear('This one came');
  expect((await pull(null)).read, 'it may still be on its way').toEqual([]);
  lab.clock.pass(60_000);
  const first = await pull(null);
  expect(first.read).toMatchObject([{ kind: 'message', id: told.id, isHistory: true, sentAt: told.sentAt }]);
  lab.simulator.network.faults.isSilent = true;
  const place = told.thread.id;
  const { id } = await lab.simulator.network.say(ida, { place, text: 'This one was lost' });
  expect(await events()).toEqual([]);
  lab.clock.pass(60_000);
  const second = await pull(first.pulled.cursor);
  expect(second.read).toMatchObject([{ kind: 'message', id }]);
  expect(second.read[0]).not.toHaveProperty('isHistory');
  expect((await pull(second.pulled.cursor)).read).toEqual([]);
});

it('reads long lists in parts, and says what LinkedIn keeps no more', async () => {
  const place = lab.simulator.network.places(ida)[0]?.id ?? '';
  for (let index = 0; index < 320; index++) await lab.simulator.network.say(ida, { place, text: `Words ${index}` });
  lab.clock.pass(60_000);
  const first = await pull(null);
  expect(first.pulled.more).toBe(true);
  const second = await pull(first.pulled.cursor);
  expect(second.pulled.more).toBe(false);
  expect(new Set([...first.read, ...second.read].map((one) => 'id' in one && one.id)).size).toBe(320);
  lab.clock.pass(90 * DAY_MS);
  expect((await pull(second.pulled.cursor)).pulled.gap?.why).toMatch(/60 days/);
});

it('renews a login that has ended, once, and sends all the same', async () => {
  await lab.world.close();
  lab = await openLinkedIn({ accessToken: 'AQXended', refreshToken: 'AQYharborRefresh' });
  const theirs = await hear('Are you there?');
  expect(await send(replyTo(theirs, words('Yes')))).toMatchObject({ kind: 'accepted' });
  expect(await lab.connector.check(lab.credentials)).toMatchObject({ ok: true, warnings: [] });
});

it('says that the version of the API has ended, and nothing was sent', async () => {
  await lab.world.close();
  lab = await openLinkedIn({ version: '202401' });
  const theirs = await hear('Are you there?');
  expect(await send(replyTo(theirs, words('Yes')))).toMatchObject({
    kind: 'refused',
    detail: expect.stringContaining('newer year and month'),
  });
  expect(await lab.connector.check(lab.credentials)).toMatchObject({ ok: false, field: 'version' });
});

it('waits until midnight UTC when the calls of the day are used up', async () => {
  const theirs = await hear('Quick');
  lab.simulator.network.faults.rateLimit = 1;
  const outcome = await send(replyTo(theirs, words('Slowly')));
  Object.assign(lab.simulator.network.faults, noFaults());
  expect(outcome.kind).toBe('try_later');
  const afterMs = outcome.kind === 'try_later' ? outcome.afterMs : 0;
  // the clock of the lab has gone on by a few readings since
  expect((lab.clock.now().getTime() + afterMs) % DAY_MS).toBeLessThan(60_000);
});

it('asks for the words that a notification left out', async () => {
  const theirs = await hear('Mine leaks');
  const found = await lab.connector.lookups?.message?.(theirs.id, lab.credentials, lab.account);
  const person = theirs.author.kind === 'contact' ? theirs.author.person : null;
  expect(found).toMatchObject({ content: { text: 'Mine leaks' }, person });
});

it('reads everything from lists where LinkedIn gives the app no webhooks', async () => {
  await lab.world.close();
  lab = await openLinkedIn({ webhooks: false });
  lab.simulator.state.webhook = null;
  const settings = lab.connector.settings?.(lab.credentials) ?? null;
  expect(await lab.connector.connect?.(lab.credentials, lab.account, lab.door.url)).toMatchObject({ ok: true });
  expect(lab.simulator.state.webhook).toBeNull();
  expect(lab.connector.source?.streams(settings)).toEqual([{ name: 'notifications', everyMs: 1_200_000 }]);
  expect(lab.connector.source?.streams({})).toMatchObject([{ everyMs: 3_600_000, isReconciling: true }]);
  expect(lab.connector.source?.streams({ listEvery: 900 })).toMatchObject([{ everyMs: 900_000 }]);
  const place = lab.simulator.network.places(ida)[0]?.id ?? '';
  const { id } = await lab.simulator.network.say(ida, { place, text: 'By list' });
  const session = await lab.connector.source?.open(lab.credentials, lab.account, settings);
  const pulled = await session?.pull('notifications', null);
  const [entry] = pulled?.entries ?? [];
  if (!entry) throw new Error('nothing was read');
  const context = { account: lab.account, settings, receivedAt: new Date() };
  expect(await lab.connector.parse({ source: 'notifications', ...entry }, context)).toMatchObject([{ id }]);
});
