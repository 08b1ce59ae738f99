import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFacebook } from '../../src/connectors/facebook/index.ts';
import type { ExternalAccountId, ExternalMessageId, Json, OutgoingId } from '../../src/core/ids.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { ida, oskar } from './lab.ts';
import { DAY_MS, type Lists, MINUTE_MS, messages, openLists, placesOf, texts } from './meta-lists.ts';
import { credentials, type Meta, openMeta, PAGE_ID } from './meta-world.ts';

const STREAMS = ['feed', 'tags'];
const HOUR_MS = 60 * MINUTE_MS;
let meta: Meta;
let lists: Lists;
beforeEach(async () => {
  meta = await openMeta(createFacebook);
  lists = await openLists(meta, STREAMS);
});
afterEach(async () => {
  await lists.session.close();
  await meta.close();
});
const say = async (persona: typeof ida, place: string, text: string, inReplyTo?: string) =>
  (await meta.networks.facebook.say(persona, { place, text, ...(inReplyTo ? { inReplyTo } : {}) })).id;
const deaf = (share: number) => Object.assign(meta.networks.facebook.faults, { drop: share });

it('brings what was written before the Page was connected, as history and no further back than asked', async () => {
  const { facebook } = meta.networks;
  const long = meta.networks.publishAsPage(PAGE_ID, 'Long ago', new Date('2026-06-01T00:00:00Z'));
  await facebook.say(oskar, { place: long, text: 'Too old', at: new Date('2026-06-02T00:00:00Z') });
  await say(ida, long, 'Young, below an old post');
  const post = meta.networks.publishAsPage(PAGE_ID, 'Autumn');
  const id = await say(ida, post, 'A question');
  meta.networks.commentAsPage(PAGE_ID, id, 'An answer');
  await say(oskar, `wall:${PAGE_ID}`, 'On the wall');
  await say(oskar, `discourage:${PAGE_ID}`, 'Three weeks');
  await say(ida, `elsewhere:${PAGE_ID}`, 'In her own place');
  const told = await lists.told();
  meta.clock.pass(MINUTE_MS);

  const heard = await lists.read();
  expect(texts(heard).sort()).toEqual(
    ['A question', 'An answer', 'In her own place', 'On the wall', 'Three weeks', 'Young, below an old post'].sort(),
  );
  for (const one of messages(heard)) expect(one).toMatchObject({ isHistory: true });
  expect(messages(heard).find(({ content }) => content.text === 'An answer')).toMatchObject({
    author: { kind: 'business' },
    parent: id,
  });
  expect(heard.filter(({ kind }) => kind === 'post')).toMatchObject([{ content: { text: 'Autumn' } }]);
  expect(placesOf(told)).toEqual(expect.arrayContaining(placesOf(heard)));
  expect(heard.some(({ kind }) => kind === 'edit')).toBe(false);
});

it('reads no history where none was asked for, and goes on from there', async () => {
  const post = meta.networks.publishAsPage(PAGE_ID, 'Autumn');
  await say(ida, post, 'Before');
  meta.clock.pass(HOUR_MS);
  const from = await openLists(meta, STREAMS, { historyDays: 0 });
  expect(await from.read()).toEqual([]);
  await say(ida, post, 'After');
  expect(texts(await from.read())).toEqual(['After']);
});

it('finds what lost webhooks would have told, under the same ids and in the same places', async () => {
  const post = meta.networks.publishAsPage(PAGE_ID, 'Autumn');
  await lists.read();
  await lists.told();
  const everything = async () => {
    const id = await say(ida, post, 'A comment');
    await say(oskar, post, 'An answer to it', id);
    meta.networks.commentAsPage(PAGE_ID, id, 'Typed on the Page');
    const wall = await say(oskar, `wall:${PAGE_ID}`, 'On the wall');
    meta.networks.commentAsPage(PAGE_ID, wall, 'Typed below it');
    await say(ida, `recommend:${PAGE_ID}`, 'Good');
    await say(ida, `elsewhere:${PAGE_ID}`, 'In her own place');
    meta.networks.publishAsPage(PAGE_ID, 'A new post');
  };
  await everything();
  const told = await lists.told();
  const listed = await lists.read();
  expect(placesOf(listed)).toEqual(placesOf(told));
  expect(messages(told)).toHaveLength(7);
  for (const one of messages(listed)) expect(one).not.toHaveProperty('isHistory');

  deaf(1);
  meta.clock.pass(HOUR_MS);
  await everything();
  expect(await lists.told()).toEqual([]);
  deaf(0);
  const recovered = await lists.read();
  expect(texts(recovered).sort()).toEqual(texts(told).sort());
  expect(recovered.filter(({ kind }) => kind === 'post')).toMatchObject([{ content: { text: 'A new post' } }]);
  meta.clock.pass(HOUR_MS);
  expect(await lists.read()).toEqual([]);
});

it('has everything once in the end, whatever became of the webhooks', async () => {
  const post = meta.networks.publishAsPage(PAGE_ID, 'Autumn');
  await lists.read();
  Object.assign(meta.networks.facebook.faults, { drop: 0.4, duplicate: 0.4, reorder: 0.4 });
  const known = new Set<string>();
  const said: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    for (let count = 0; count < 8; count += 1) {
      const place = count % 3 === 0 ? `wall:${PAGE_ID}` : post;
      said.push(await say(count % 2 === 0 ? ida : oskar, place, `Round ${round}, ${count}`));
    }
    for (const { id } of messages([...(await lists.told()), ...(await lists.read())])) known.add(id);
    meta.clock.pass(15 * MINUTE_MS);
  }
  expect([...known].sort()).toEqual(said.sort());
});

it('sees what was edited, hidden, shown again and deleted while nobody told', async () => {
  const post = meta.networks.publishAsPage(PAGE_ID, 'Autumn');
  const [edited, hidden, deleted] = [
    await say(ida, post, 'Zip'),
    await say(oskar, post, 'Spam'),
    await say(ida, post, 'Oops'),
  ];
  const wall = await say(oskar, `wall:${PAGE_ID}`, 'On the wall');
  const rated = await say(oskar, `discourage:${PAGE_ID}`, 'Bad');
  await lists.read();
  const { facebook } = meta.networks;
  deaf(1);
  meta.clock.pass(20 * MINUTE_MS);
  await facebook.edit?.(ida, edited, 'Zip, after eight days');
  await facebook.edit?.(oskar, rated, 'Not so bad');
  await facebook.remove?.(ida, deleted);
  await facebook.remove?.(oskar, wall);
  const hide = (kind: 'hide' | 'unhide') =>
    meta.connector.send(
      {
        id: kind as OutgoingId,
        kind,
        createdAt: meta.clock.now(),
        target: {
          id: hidden as ExternalMessageId,
          text: 'Spam',
          authorId: null,
          sentAt: meta.clock.now(),
          remote: null,
        },
        attempt: 1,
      },
      credentials,
      PAGE_ID as ExternalAccountId,
    );
  expect(await hide('hide')).toEqual({ kind: 'accepted' });

  const heard = await lists.read();
  const of = (kind: string) => heard.filter((event) => event.kind === kind);
  // Whatever changed, its words are held against ours once more.
  expect(of('edit')).toMatchObject([
    { id: rated },
    { id: hidden, content: { text: 'Spam' } },
    { id: edited, content: { text: 'Zip, after eight days' } },
  ]);
  expect(of('visibility')).toEqual(expect.arrayContaining([expect.objectContaining({ id: hidden, isHidden: true })]));
  expect(
    of('deletion')
      .map((event) => 'id' in event && event.id)
      .sort(),
  ).toEqual([deleted, wall].sort());
  meta.clock.pass(20 * MINUTE_MS);
  expect(await lists.read()).toEqual([]);

  expect(await hide('unhide')).toEqual({ kind: 'accepted' });
  expect((await lists.read()).filter(({ kind }) => kind === 'visibility')).toMatchObject([
    { id: hidden, isHidden: false },
  ]);
});

it('compares with our own words what it sees for the first time, for an edit that nobody told', async () => {
  const post = meta.networks.publishAsPage(PAGE_ID, 'Autumn');
  await lists.read();
  const id = await say(ida, post, 'First words');
  await lists.told();
  deaf(1);
  await meta.networks.facebook.edit?.(ida, id, 'Second words');
  meta.clock.pass(10 * MINUTE_MS);
  expect((await lists.read()).filter((event) => event.kind === 'edit')).toMatchObject([
    { id, content: { text: 'Second words' } },
  ]);
});

it('finds a new answer below an old comment of an old post', async () => {
  const post = meta.networks.publishAsPage(PAGE_ID, 'Autumn');
  const id = await say(ida, post, 'Old');
  await lists.read();
  meta.clock.pass(40 * DAY_MS);
  await lists.read();
  await say(oskar, post, 'New, below the old one', id);
  expect(await lists.read()).toMatchObject([
    { kind: 'message', content: { text: 'New, below the old one' }, parent: id },
  ]);
});

it('reads on where lists have pages and begin with empty ones, some posts at a time', async () => {
  const busy = meta.networks.publishAsPage(PAGE_ID, 'Busy');
  for (let count = 0; count < 130; count += 1) await say(ida, busy, `Comment ${count}`);
  for (let count = 0; count < 50; count += 1) {
    const post = meta.networks.publishAsPage(PAGE_ID, `Post ${count}`);
    await say(oskar, post, `Below ${count}`);
  }
  meta.networks.quirks.emptyPages = true;
  const heard = messages(await lists.read());
  expect(heard).toHaveLength(180);
  expect(new Set(heard.map(({ id }) => id)).size).toBe(180);
  const pulls = lists.pulls();
  expect(pulls).toBeGreaterThan(6);
  // What nobody touched costs a bounded number of calls.
  meta.clock.pass(15 * MINUTE_MS);
  expect(await lists.read()).toEqual([]);
  expect(lists.pulls() - pulls).toBeLessThanOrEqual(4);
  expect(lists.gaps).toEqual([]);
});

it('takes no list for empty because Meta was away, and none for broken that the token may not open', async () => {
  const post = meta.networks.publishAsPage(PAGE_ID, 'Autumn');
  await say(ida, post, 'Hello');
  const { faults } = meta.networks.facebook;
  for (const [fault, kind] of [
    [{ isTokenRevoked: true }, 'needs_login'],
    [{ rateLimit: 1 }, 'limited'],
    [{ failBefore: 1 }, 'unavailable'],
  ] as const) {
    Object.assign(faults, fault);
    for (const stream of STREAMS)
      await expect(lists.session.pull(stream, null), `${stream} ${kind}`).rejects.toMatchObject({ kind });
    Object.assign(faults, noFaults());
  }
  meta.networks.quirks.shouldWithholdUserContent = true;
  await expect(lists.session.pull('feed', null)).rejects.toMatchObject({ kind: 'misconfigured' });
  expect(await lists.session.pull('tags', null)).toMatchObject({ entries: [], more: false });
  await expect(lists.session.pull('nothing', null)).rejects.toMatchObject({ kind: 'misconfigured' });
});

it('takes nothing for deleted that the list only leaves out', async () => {
  const post = meta.networks.publishAsPage(PAGE_ID, 'Autumn');
  await say(ida, post, 'Hello');
  await lists.read();
  const cursor = lists.cursors.get('feed') as { lists: { visitor_posts?: unknown[] } };
  const here = await say(oskar, `wall:${PAGE_ID}`, 'Still here', undefined);
  cursor.lists.visitor_posts = [
    [here, Date.parse('2026-12-24') / 1000, 'x'],
    [`${PAGE_ID}_1`, Date.parse('2026-12-24') / 1000, 'x'],
  ];
  expect((await lists.read()).filter(({ kind }) => kind === 'deletion')).toMatchObject([{ id: `${PAGE_ID}_1` }]);
});

it('begins anew where its cursor cannot be read', async () => {
  const post = meta.networks.publishAsPage(PAGE_ID, 'Autumn');
  await say(ida, post, 'Hello');
  const cursors: readonly Json[] = ['rubbish', 7, { since: 'x' }, { lists: '' }];
  for (const cursor of cursors) expect((await lists.session.pull('feed', cursor)).entries).toHaveLength(2);
});
