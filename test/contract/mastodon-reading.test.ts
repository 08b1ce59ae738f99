import { createRestAPIClient } from 'masto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cursor } from '../../src/core/channel/connector.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { ida } from './lab.ts';
import { CARE, type MastodonLab, openMastodon } from './mastodon-world.ts';

let lab: MastodonLab;
beforeEach(async () => {
  lab = await openMastodon();
});
afterEach(() => lab.close());

const texts = async () => (await lab.events()).flatMap((one) => (one.kind === 'message' ? one.content.text : []));

describe('what is read', () => {
  it.each<[string, string, string]>([
    ['a hashtag', 'elsewhere', 'My #KettleCo sings'],
    ['a word', 'elsewhere', 'This teapot drips'],
    ['a mention', 'wall', 'It leaks'],
  ])('%s, once', async (_, place, text) => {
    const event = await lab.hear(place, text);
    expect(event).toMatchObject({
      author: { kind: 'contact', person: { handle: 'ida@other.example' } },
      thread: { reach: 'earned' },
    });
    expect(await texts()).toEqual([]);
  });

  it.each(['#kettleco', 'teapot'])('what another server brings late, below what was read already: %s', async (word) => {
    await lab.hear('elsewhere', `First ${word}`);
    for (let at = 0; at < 50; at += 1) await lab.network.say(ida, { place: 'elsewhere', text: `Post ${at} ${word}` });
    expect(await texts()).toHaveLength(50);
    const at = new Date(lab.clock.now().getTime() - 20 * 60_000);
    await lab.network.say(ida, { place: 'elsewhere', text: `Late ${word}`, at });
    expect(await texts()).toEqual([`Late ${word}`]);
    expect(await texts()).toEqual([]);
  });

  it('a hashtag that is written more often than fits into one look back, each post once', async () => {
    await lab.hear('elsewhere', 'First #kettleco');
    for (let at = 0; at < 450; at += 1)
      await lab.network.say(ida, { place: 'elsewhere', text: `Post ${at} #kettleco` });
    const wanted = Array.from({ length: 450 }, (_, at) => `Post ${at} #kettleco`);
    expect(await texts()).toEqual(wanted);
    await lab.network.say(ida, { place: 'elsewhere', text: 'Last #kettleco' });
    expect(await texts()).toEqual(['Last #kettleco']);
  });

  it('a word that is written more often than fits into several pages, each post once', async () => {
    await lab.hear('elsewhere', 'First teapot');
    for (let at = 0; at < 450; at += 1)
      await lab.network.say(ida, { place: 'elsewhere', text: `Post ${at} of a teapot` });
    const wanted = Array.from({ length: 450 }, (_, at) => `Post ${at} of a teapot`);
    expect((await texts()).toSorted()).toEqual(wanted.toSorted());
    await lab.network.say(ida, { place: 'elsewhere', text: 'Last teapot' });
    expect(await texts()).toEqual(['Last teapot']);
  });

  it('a word goes on where a mark of earlier versions stands, and does not dig up what is older than that', async () => {
    const ago = (minutes: number) => new Date(lab.clock.now().getTime() - minutes * 60_000);
    const say = async (text: string, at: Date) => (await lab.network.say(ida, { place: 'elsewhere', text, at })).id;
    await say('A teapot of years ago', ago(600 * 24 * 60));
    const read = ago(90);
    const id = await say('Teapot that was read', read);
    await say('Teapot since', ago(60));
    const mark = { minId: id, back: id, trail: [[id, read.getTime()]], isBehind: false, seen: [[id, '']] };
    const session = await lab.connector.source!.open(lab.credentials, CARE, {});
    const pulled = await session.pull('search', { teapot: mark } as unknown as Cursor);
    const context = { account: CARE, settings: {}, receivedAt: lab.clock.now() };
    const heard = [];
    for (const entry of pulled.entries)
      heard.push(...(await lab.connector.parse({ source: 'search', ...entry }, context)));
    expect(heard).toMatchObject([{ kind: 'message', content: { text: 'Teapot since' } }]);
    expect(heard[0]).not.toMatchObject({ isHistory: true });
  });

  it('everything after a long silence, not only the newest page', async () => {
    for (let at = 0; at < 500; at += 1) await lab.network.say(ida, { place: 'wall', text: `Message ${at}` });
    const wanted = Array.from({ length: 500 }, (_, at) => `@care Message ${at}`);
    expect(await texts()).toEqual(wanted);
  });

  it('edits, deletions and reactions', async () => {
    const question = await lab.hear('wall', 'It leeks');
    const post = lab.wall().slice('post:'.length);
    await lab.network.edit?.(ida, question.id, 'It leaks');
    await lab.network.react?.(ida, post, '⭐');
    await lab.network.react?.(ida, post, '🔁');
    const events = await lab.events();
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'edit', id: question.id, content: { text: 'It leaks', attachments: [] } }),
    );
    expect(events).toContainEqual(expect.objectContaining({ kind: 'reaction', target: post, reaction: '⭐' }));
    expect(events).toContainEqual(expect.objectContaining({ kind: 'reaction', target: post, reaction: 'repost' }));
    await lab.network.remove?.(ida, question.id);
    expect(await lab.events()).toMatchObject([{ kind: 'deletion', id: question.id }]);
    expect(await lab.events()).toEqual([]);
  });

  it('a failing network loses nothing', async () => {
    Object.assign(lab.network.faults, { drop: 0.3, duplicate: 0.3, reorder: 0.3, rateLimit: 0.1 });
    const heard = new Set<string>();
    for (let at = 0; at < 60; at += 1) {
      await lab.network.say(ida, { place: 'wall', text: `Message ${at}` });
      for (const text of await texts().catch(() => [])) heard.add(text);
    }
    Object.assign(lab.network.faults, noFaults());
    for (const text of await texts()) heard.add(text);
    expect([...heard].toSorted()).toEqual(Array.from({ length: 60 }, (_, at) => `@care Message ${at}`).toSorted());
  });

  it('the past when an account is first read, as history and only so far', async () => {
    const old = new Date(lab.clock.now().getTime() - 30 * 86_400_000);
    await lab.network.say(ida, { place: 'wall', text: 'Young' });
    await lab.network.say(ida, { place: 'elsewhere', text: 'Old #kettleco', at: old });
    const session = await lab.connector.source!.open(lab.credentials, CARE, { historyDays: 7 });
    const pulled = await session.pull('notifications', null);
    expect(pulled.entries).toHaveLength(1);
    const context = { account: CARE, settings: {}, receivedAt: lab.clock.now() };
    expect(await lab.connector.parse({ source: 'notifications', ...pulled.entries[0]! }, context)).toMatchObject([
      { kind: 'message', isHistory: true },
    ]);
    const again = await session.pull('notifications', JSON.parse(JSON.stringify(pulled.cursor)) as Cursor);
    expect(again.entries).toEqual([]);
  });
});

describe('trouble', () => {
  it.each<[string, (lab: MastodonLab) => void, string]>([
    [
      'a revoked token',
      ({ network }) => {
        network.faults.isTokenRevoked = true;
      },
      'needs_login',
    ],
    [
      'too many calls',
      ({ network }) => {
        network.faults.rateLimit = 1;
      },
      'limited',
    ],
    [
      'a page of a proxy',
      ({ network }) => {
        network.faults.failBefore = 1;
      },
      'unavailable',
    ],
  ])('%s is named', async (_, happens, kind) => {
    const session = await lab.connector.source!.open(lab.credentials, CARE, {});
    happens(lab);
    await expect(session.pull('notifications', null)).rejects.toMatchObject({
      kind,
      message: expect.stringMatching(/\w+ \w+/),
    });
  });

  it('a token of another account reads nothing', async () => {
    await expect(
      lab.connector.source!.open(lab.credentials, 'https://kettle.example/@other' as never, {}),
    ).rejects.toMatchObject({ kind: 'misconfigured' });
  });

  it('what a token lacks is said when it is tested', async () => {
    lab.simulator.scopes.splice(0, 2, 'read', 'write:statuses');
    expect(await lab.connector.check(lab.credentials)).toMatchObject({
      ok: true,
      account: { id: CARE, handle: 'care@kettle.example', name: 'Kettle Co' },
      warnings: [
        expect.stringContaining('favourites'),
        expect.stringContaining('media'),
        expect.stringContaining('full-text'),
      ],
    });
  });

  it('a server that cannot be reached is named', async () => {
    await lab.close();
    expect(await lab.connector.check(lab.credentials)).toMatchObject({
      ok: false,
      field: 'server',
      todo: expect.stringMatching(/address/),
    });
  });
});

it('people and posts are looked up', async () => {
  const question = await lab.hear('wall', 'Hello');
  const id = question.author.kind === 'contact' ? question.author.person.id : '';
  const { lookups } = lab.connector;
  expect(await lookups?.person?.(id, lab.credentials, CARE)).toMatchObject({ id, name: ida.name });
  expect(await lookups?.person?.('https://nowhere.example/@x', lab.credentials, CARE)).toBeNull();
  expect(await lookups?.post?.(question.id, lab.credentials, CARE)).toMatchObject({
    isOurs: false,
    content: { text: '@care Hello' },
  });
  expect(await lookups?.post?.('1', lab.credentials, CARE)).toBeNull();
});

describe('masto', () => {
  it('finds in the simulator what it finds on a server', async () => {
    const { id } = await lab.network.say(ida, { place: 'wall', text: 'Hello' });
    const client = createRestAPIClient({ url: lab.simulator.url, accessToken: lab.credentials.accessToken });
    expect(await client.v1.accounts.verifyCredentials()).toMatchObject({ acct: 'care', displayName: 'Kettle Co' });
    expect(await client.v2.instance.fetch()).toMatchObject({ configuration: { statuses: { maxCharacters: 500 } } });
    const notifications = await client.v1.notifications.list({ types: ['mention'], minId: '0', limit: 80 });
    expect(notifications).toMatchObject([{ type: 'mention', status: { id, mentions: [{ acct: 'care' }] } }]);
    const media = await client.v2.media.create({
      file: new File([new Uint8Array([1])], 'a.png', { type: 'image/png' }),
      description: 'A',
    });
    const status = await client.v1.statuses.create({
      status: '@ida@other.example Hi',
      inReplyToId: id,
      visibility: 'unlisted',
      mediaIds: [media.id],
    });
    expect(status).toMatchObject({
      inReplyToId: id,
      visibility: 'unlisted',
      mediaAttachments: [{ description: 'A', type: 'image' }],
      content: expect.stringContaining('class="u-url mention"'),
    });
    expect(await client.v1.statuses.$select(status.id).update({ status: 'Hi!' })).toMatchObject({
      editedAt: expect.any(String),
    });
    expect(await client.v1.statuses.$select(id).favourite()).toMatchObject({ favourited: true, favouritesCount: 1 });
    expect(await client.v1.statuses.$select(id).reblog()).toMatchObject({ reblog: { id, reblogged: true } });
    expect(await client.v1.statuses.$select(id).context.fetch()).toMatchObject({
      ancestors: [],
      descendants: [{ id: status.id }],
    });
    expect(await client.v1.timelines.tag.$select('kettleco').list()).toEqual([]);
    expect(await client.v2.search.list({ q: 'hello', type: 'statuses' })).toMatchObject({ statuses: [{ id }] });
    await client.v1.statuses.$select(status.id).remove();
    await expect(client.v1.statuses.$select(status.id).fetch()).rejects.toMatchObject({ statusCode: 404 });
    lab.network.faults.isTokenRevoked = true;
    await expect(client.v1.notifications.list()).rejects.toMatchObject({ statusCode: 401 });
  });
});
