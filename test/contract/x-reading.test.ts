import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelEvent } from '../../src/core/channel/event.ts';
import { ida, oskar } from './lab.ts';
import { openX, type XLab } from './x-world.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
let lab: XLab;
const open = async (options: Parameters<typeof openX>[0] = {}) => {
  await lab?.close();
  lab = await openX({ isLimited: false, ...options });
  await lab.arrived();
  lab.calls.length = 0;
  return lab;
};
beforeEach(async () => {
  await open();
});
afterEach(() => lab.close());

const texts = (events: readonly ChannelEvent[]) =>
  events.flatMap((event) => (event.kind === 'message' ? [event.content.text] : []));
const sayMany = async (count: number, place = 'wall', text = 'Leak') => {
  const all = Array.from({ length: count }, (_, at) => `${text} number ${at + 1}.`);
  for (const one of all) await lab.network.say(ida, { place, text: one });
  return all;
};
const shown = (all: readonly string[], place = 'wall') =>
  all.map((one) => (place === 'wall' ? `@KettleCo ${one}` : one));
const callsTo = (part: string) => lab.calls.filter((one) => one.includes(part));

describe('more than a page between two looks', () => {
  it.each([
    { stream: 'mentions', place: 'wall', text: 'Leak' },
    { stream: 'search', place: 'elsewhere', text: 'My teapot' },
    { stream: 'messages', place: 'direct', text: 'Hello' },
  ])('loses nothing of $stream and brings nothing twice', async ({ stream, place, text }) => {
    const said = shown(await sayMany(420, place, text), place);
    const first = await lab.pull(stream);
    expect(first.more).toBe(true);
    // somebody writes while the walk is on its way down
    await lab.network.say(oskar, { place, text: `${text} in between` });
    lab.session = null;
    const pulls = [first, ...(await lab.drain(stream))];
    lab.pass(5 * MINUTE);
    pulls.push(...(await lab.drain(stream)));
    const found: string[] = [];
    for (const { entries } of pulls)
      for (const entry of entries) {
        const context = { account: lab.account, settings: {}, receivedAt: new Date() };
        found.push(...texts(await lab.connector.parse({ source: stream, ...entry }, context)));
      }
    expect(found.toSorted()).toEqual([...said, ...shown([`${text} in between`], place)].toSorted());
  });
});

it('marks what was said before it was connected, and nothing after', async () => {
  await lab.close();
  lab = await openX({ isLimited: false });
  await lab.network.say(ida, { place: 'wall', text: 'Before', at: new Date(lab.clock.at - DAY) });
  await lab.network.say(ida, { place: 'direct', text: 'Before', at: new Date(lab.clock.at - DAY) });
  await lab.network.say(ida, { place: 'wall', text: 'Long before', at: new Date(lab.clock.at - 9 * DAY) });
  const before = (await lab.arrived()).filter((event) => event.kind === 'message');
  expect(before).toMatchObject([{ isHistory: true }, { isHistory: true }]);
  expect(await lab.hear('wall', 'After')).not.toHaveProperty('isHistory');
  expect(await lab.hear('direct', 'After')).not.toHaveProperty('isHistory');
});

it('hears comments, mentions, quotes, searches and messages, each with what may be done', async () => {
  const [post] = lab.network.places(ida).filter(({ kind }) => kind === 'post');
  const quote = lab.network.places(ida).find(({ id }) => id.startsWith('quote:'));
  const heard = {
    comment: await lab.hear(post!.id, 'Nice'),
    mention: await lab.hear('wall', 'It leaks'),
    quote: await lab.hear(quote!.id, 'Never again'),
    found: await lab.hear('elsewhere', 'Any teapot tips?'),
    direct: await lab.hear('direct', 'Order 1044'),
  };
  expect(Object.fromEntries(Object.entries(heard).map(([name, { thread }]) => [name, thread.reach]))).toEqual({
    comment: 'owned_public',
    mention: 'earned',
    quote: 'earned',
    found: 'earned',
    direct: 'owned_private',
  });
  expect(heard.quote.content.attachments).toMatchObject([{ kind: 'link', title: 'The Kettle 3 is here ☕' }]);
  expect(heard.comment.content.text).toBe('Nice');
  expect(heard.direct.thread.counterpart).toMatchObject({ name: 'Ida Norberg', handle: 'ida' });
});

it('knows what was typed on x.com: a post opens nothing, an answer belongs to what it answers', async () => {
  const theirs = await lab.hear('wall', 'It leaks');
  const { id } = lab.network.publish('So sorry', { inReplyTo: theirs.id });
  const post = lab.network.publish('Autumn is here');
  const line = lab.network.answerDirect(ida, 'Hello Ida');
  const events = await lab.arrived();
  expect(events).toContainEqual(expect.objectContaining({ kind: 'post', author: { kind: 'business' } }));
  const own = events.find((event) => event.kind === 'message' && event.id === id);
  expect(own).toMatchObject({ author: { kind: 'business' }, parent: theirs.id, thread: { id: theirs.thread.id } });
  expect(events.find((event) => event.kind === 'message' && event.id === line.id)).toMatchObject({
    author: { kind: 'business' },
    thread: { kind: 'direct', counterpart: { id: expect.stringMatching(/^8/) } },
  });
  // an answer deep below our new post is below ours, though its page does not name that post
  const first = await lab.hear(`post:${post.id}`, 'When?');
  const { id: deep } = await lab.network.say(oskar, {
    place: `post:${first.id}`,
    text: 'Yes, when?',
    inReplyTo: first.id,
  });
  expect((await lab.arrived()).find((event) => event.kind === 'message' && event.id === deep)).toMatchObject({
    thread: { id: post.id, reach: 'owned_public' },
  });
});

it('tells of an edit under the first name of the post', async () => {
  const said = await lab.hear('wall', 'It leks');
  await lab.network.edit?.(ida, said.id, 'It leaks');
  const events = await lab.arrived();
  expect(events).toContainEqual(
    expect.objectContaining({
      kind: 'edit',
      id: said.id,
      content: expect.objectContaining({ text: expect.stringContaining('It leaks') }),
    }),
  );
});

it.each([
  { stream: 'mentions', place: 'wall' },
  { stream: 'messages', place: 'direct' },
])('finds in $stream what the network listed late, below what came after it', async ({ stream, place }) => {
  const { store } = lab.network;
  await lab.hear(place, 'Before');
  const { id } = await lab.network.say(ida, { place, text: 'Late' });
  const [post, message] = [store.posts.get(id), store.messages.get(id)];
  store.posts.delete(id);
  store.messages.delete(id);
  await lab.network.say(oskar, { place, text: 'Quick' });
  expect((await lab.pull(stream)).entries).toHaveLength(1);
  if (post) store.posts.set(id, post);
  if (message) store.messages.set(id, message);
  expect((await lab.pull(stream)).entries).toHaveLength(1);
  expect((await lab.pull(stream)).entries).toHaveLength(0);
});

it('leaves an idle cursor as it is, and asks by the last one seen', async () => {
  const { id } = await lab.network.say(ida, { place: 'wall', text: 'Once' });
  await lab.arrived();
  lab.pass(10 * MINUTE);
  await lab.arrived();
  const before = JSON.stringify([...lab.cursors]);
  lab.calls.length = 0;
  expect(await lab.arrived()).toEqual([]);
  expect(JSON.stringify([...lab.cursors])).toBe(before);
  expect(callsTo('/mentions')).toEqual([expect.stringContaining(`since_id=${id}`)]);
});

it('a walk into the past whose next page is told no more begins anew, and the past stays the past', async () => {
  await lab.close();
  lab = await openX({ isLimited: false });
  const at = new Date(lab.clock.at - DAY);
  for (let count = 0; count < 320; count += 1)
    await lab.network.say(ida, {
      place: 'direct',
      text: `Before ${count}`,
      at: new Date(at.getTime() + count * 1_000),
    });
  const pulls = [await lab.pull('messages')];
  expect(pulls[0]).toMatchObject({ more: true });
  await lab.network.say(oskar, { place: 'direct', text: 'After' });
  const cursor = lab.cursors.get('messages') as { deeper: { token: string } };
  cursor.deeper.token = 'ended';
  pulls.push(...(await lab.drain('messages')));
  const found: ChannelEvent[] = [];
  for (const { entries } of pulls)
    for (const entry of entries) {
      const context = { account: lab.account, settings: {}, receivedAt: new Date() };
      found.push(...(await lab.connector.parse({ source: 'messages', ...entry }, context)));
    }
  expect(new Set(found.flatMap((event) => (event.kind === 'message' ? [event.id] : []))).size).toBe(321);
  expect(texts(found.filter((event) => event.kind === 'message' && !event.isHistory))).toEqual(['After']);
});

it('a search without any past is asked in a way that the network takes', async () => {
  await open({ settings: { searchHistoryDays: 0, historyDays: 0 } });
  await lab.hear('elsewhere', 'A teapot');
});

it('our own post that begins with a name opens nothing', async () => {
  await lab.hear('wall', 'It leaks');
  lab.network.publish('@ida look at this');
  expect((await lab.arrived()).map(({ kind }) => kind)).toEqual(['post']);
});

describe('limits of the network', () => {
  it('are kept without running into them: a list rests until it may be asked again', async () => {
    await open({ isLimited: true });
    for (let look = 0; look < 30; look += 1) await lab.pull('messages');
    expect(callsTo('/2/dm_events').length).toBeLessThanOrEqual(15);
    await lab.network.say(ida, { place: 'direct', text: 'Still there?' });
    expect((await lab.pull('messages')).entries).toEqual([]);
    lab.pass(15 * MINUTE);
    expect((await lab.pull('messages')).entries).toHaveLength(1);
  });

  it('say how long when they are met all the same', async () => {
    lab.network.faults.rateLimit = 1;
    const trouble = await lab.pull('mentions').catch((error: unknown) => error);
    expect(trouble).toMatchObject({ kind: 'limited', afterMs: expect.any(Number) });
    expect((trouble as { afterMs: number }).afterMs).toBeGreaterThan(MINUTE);
    expect((trouble as { afterMs: number }).afterMs).toBeLessThanOrEqual(15 * MINUTE + 2_000);
  });
});

describe('trouble', () => {
  it.each([
    { of: 'a revoked token', break: () => (lab.network.faults.isTokenRevoked = true), kind: 'needs_login' },
    { of: 'used up credit', break: () => (lab.network.standing.hasCredit = false), kind: 'misconfigured' },
    { of: 'an app under no plan', break: () => (lab.network.standing.isEnrolled = false), kind: 'misconfigured' },
    { of: 'a broken server', break: () => (lab.network.faults.failBefore = 1), kind: 'unavailable' },
  ])('is told: $of', async ({ break: breakIt, kind }) => {
    breakIt();
    await expect(lab.pull('mentions')).rejects.toMatchObject({ kind, message: expect.stringMatching(/\S+ \S+/) });
  });

  it('of messages alone leaves the rest alone', async () => {
    lab.network.standing.rights = 'read-write';
    await lab.network.say(ida, { place: 'direct', text: 'In private' });
    await lab.network.say(ida, { place: 'wall', text: 'In public' });
    expect(texts(await lab.arrived())).toEqual(['@KettleCo In public']);
    lab.network.standing.rights = 'read-write-directmessages';
    lab.pass(11 * MINUTE);
    expect(texts(await lab.arrived())).toEqual(['In private']);
  });

  it('of one search is told once, and the others go on', async () => {
    lab.credentials = lab.filled({ keywords: 'teapot, min_faves:5, kettle' });
    await lab.reopen();
    await lab.network.say(ida, { place: 'elsewhere', text: 'A kettle' });
    await expect(lab.pull('search')).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.stringContaining('min_faves:5'),
    });
    await lab.reopen();
    expect((await lab.pull('search')).entries).toHaveLength(1);
    lab.pass(2 * 60 * MINUTE);
    await expect(lab.pull('search')).rejects.toMatchObject({ kind: 'misconfigured' });
  });

  it('of a clock that is wrong is no trouble with the keys', async () => {
    const { createX } = await import('../../src/connectors/x/index.ts');
    const late = createX({ baseUrl: lab.network.url, now: () => new Date(lab.clock.at + 60 * MINUTE) });
    await expect(late.source!.open(lab.credentials, lab.account, {})).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.stringContaining('clock'),
    });
    expect(await late.check(lab.credentials)).toMatchObject({ ok: false, problem: expect.stringContaining('clock') });
  });

  it('does not read for an inbox of another account', async () => {
    const open = lab.connector.source!.open(lab.credentials, '700000000000000009' as typeof lab.account, {});
    await expect(open).rejects.toMatchObject({ kind: 'misconfigured', message: expect.stringContaining('@KettleCo') });
  });
});
