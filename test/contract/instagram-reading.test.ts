import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Cursor, Pulled, SourceSession } from '../../src/core/channel/connector.ts';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { replyTo, words } from './acts.ts';
import { ACCOUNT, byAccount, byPage, type Instagram, OTHER_ACCOUNT, openInstagram } from './instagram-world.ts';
import { ida, oskar } from './lab.ts';

const account = ACCOUNT as ExternalAccountId;
const DIRECT = `direct:${ACCOUNT}`;
const HOUR_MS = 3_600_000;
const isMessage = (event: ChannelEvent): event is MessageEvent => event.kind === 'message';

describe.each([
  { credentials: byPage, name: 'by the login of Facebook' },
  { credentials: byAccount, name: 'by the login of Instagram' },
])('the lists of an account connected $name', ({ credentials }) => {
  let world: Instagram;
  let session: SourceSession;
  let cursors: Map<string, Cursor>;
  let gaps: NonNullable<Pulled['gap']>[];
  beforeEach(async () => {
    world = await openInstagram(credentials);
    const { source } = world.connector;
    if (!source) throw new Error('no source');
    session = await source.open(credentials, account, {});
    cursors = new Map();
    gaps = [];
  });
  afterEach(async () => {
    await session.close();
    await world.close();
  });

  /** Everything there is on one list, as the product reads it: the cursor is JSON, and kept from call to call. */
  async function read(stream: string): Promise<ChannelEvent[]> {
    const heard: ChannelEvent[] = [];
    for (let more = true; more; ) {
      const pulled = await session.pull(stream, cursors.get(stream) ?? null);
      cursors.set(stream, JSON.parse(JSON.stringify(pulled.cursor)));
      if (pulled.gap) gaps.push(pulled.gap);
      for (const entry of pulled.entries) {
        const { context } = world.context({ source: stream, ...entry });
        heard.push(...(await world.connector.parse({ source: stream, ...entry }, context)));
      }
      more = pulled.more;
    }
    return heard;
  }
  async function told(): Promise<ChannelEvent[]> {
    const arrived = await world.arrived();
    return (await Promise.all(arrived.map(({ entry, context }) => world.connector.parse(entry, context)))).flat();
  }
  const texts = (heard: readonly ChannelEvent[]) => heard.filter(isMessage).map(({ content }) => content.text);
  const idsOf = (heard: readonly ChannelEvent[]) => heard.filter(isMessage).map(({ id, thread }) => [id, thread.id]);

  it('brings what was said before the account was connected, as history', async () => {
    const post = world.instagram.publish(ACCOUNT, 'Fjell');
    const { id } = await world.instagram.network.say(ida, { place: post, text: 'Old question' });
    world.instagram.commentAsAccount(post, 'Old answer', id);
    await world.instagram.network.say(oskar, { place: DIRECT, text: 'Old message' });
    world.instagram.answerInApp(ACCOUNT, oskar, 'Old reply');
    world.instagram.tag(ACCOUNT, oskar, 'Tagged long ago');
    const comments = await read('comments');
    expect(comments).toMatchObject([
      { content: { text: 'Old question' }, author: { kind: 'contact' }, isHistory: true },
      { content: { text: 'Old answer' }, author: { kind: 'business' }, parent: id, isHistory: true },
    ]);
    expect(await read('conversations')).toMatchObject([
      { content: { text: 'Old message' }, isHistory: true },
      { content: { text: 'Old reply' }, author: { kind: 'business' }, isHistory: true },
    ]);
    expect(await read('tags')).toMatchObject([
      { content: { text: 'Tagged long ago' }, isHistory: true, remote: { mention: 'tag' } },
    ]);
  });

  it('finds what lost webhooks would have told, under the same ids and in the same places', async () => {
    const post = world.instagram.publish(ACCOUNT, 'Fjell');
    for (const stream of ['comments', 'conversations', 'tags']) await read(stream);
    world.instagram.subscribe(world.door.url, credentials.login);
    const { id } = await world.instagram.network.say(ida, { place: post, text: 'A comment' });
    await world.instagram.network.say(oskar, { place: post, text: 'An answer to it', inReplyTo: id });
    await world.instagram.network.say(ida, { place: DIRECT, text: 'A message' });
    world.instagram.replyToStory(ACCOUNT, oskar, 'To a story');
    const heard = await told();
    const listed = [...(await read('comments')), ...(await read('conversations'))];
    expect(idsOf(listed).sort()).toEqual(idsOf(heard).sort());
    for (const one of listed) expect(one).not.toHaveProperty('isHistory');
    expect(texts([...(await read('comments')), ...(await read('conversations'))]).sort()).toEqual(texts(heard).sort());
  });

  it('has everything once in the end, whatever became of the webhooks', async () => {
    const post = world.instagram.publish(ACCOUNT, 'Fjell');
    for (const stream of ['comments', 'conversations']) await read(stream);
    world.instagram.subscribe(world.door.url, credentials.login);
    Object.assign(world.instagram.network.faults, { drop: 0.4, duplicate: 0.4, reorder: 0.4 });
    const known = new Map<string, string>();
    const keep = (heard: readonly ChannelEvent[]) => {
      for (const one of heard.filter(isMessage)) known.set(one.id, `${one.thread.id} ${one.content.text}`);
    };
    const said: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      for (let count = 0; count < 10; count += 1) {
        const persona = count % 2 === 0 ? ida : oskar;
        const place = count % 3 === 0 ? DIRECT : post;
        said.push((await world.instagram.network.say(persona, { place, text: `Round ${round}, ${count}` })).id);
      }
      keep(await told());
      for (const stream of ['comments', 'conversations']) keep(await read(stream));
    }
    expect([...known.keys()].sort()).toEqual(said.sort());
  });

  it('finds a new answer below an old comment, and reads nothing twice for ever', async () => {
    const post = world.instagram.publish(ACCOUNT, 'Fjell');
    const { id } = await world.instagram.network.say(ida, { place: post, text: 'Old' });
    world.clock.pass(HOUR_MS);
    await read('comments');
    world.clock.pass(30 * 24 * HOUR_MS);
    await world.instagram.network.say(oskar, { place: post, text: 'New, below the old one', inReplyTo: id });
    expect(await read('comments')).toMatchObject([{ content: { text: 'New, below the old one' }, parent: id }]);
    world.clock.pass(HOUR_MS);
    expect(await read('comments')).toEqual([]);
  });

  it('reads on where lists have pages, and begins with empty ones', async () => {
    const post = world.instagram.publish(ACCOUNT, 'Busy');
    for (let count = 0; count < 60; count += 1)
      await world.instagram.network.say(ida, { place: post, text: `Comment ${count}` });
    for (let count = 0; count < 12; count += 1) {
      const persona = { ...ida, id: `p${count}`, handle: `p${count}` };
      await world.instagram.network.say(persona, { place: DIRECT, text: `Message ${count}` });
      world.instagram.publish(ACCOUNT, `Post ${count}`);
    }
    world.instagram.quirks.emptyPages = true;
    expect(await read('comments')).toHaveLength(60);
    // Twice: what was said while a round took several pulls is not left for the next.
    const lines = await read('conversations');
    expect(new Set(lines.map((event) => 'id' in event && event.id)).size).toBe(12);
  });

  it('says of which time the messages cannot be read any more', async () => {
    await read('conversations');
    const before = world.clock.now();
    for (let count = 0; count < 25; count += 1)
      await world.instagram.network.say(ida, { place: DIRECT, text: `More ${count}` });
    expect(await read('conversations')).toHaveLength(20);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.why).toMatch(/20 newest/);
    expect(gaps[0]?.from.getTime()).toBeLessThan(before.getTime());
    expect(gaps[0]?.to.getTime()).toBeGreaterThan(before.getTime());
    await read('conversations');
    expect(gaps).toHaveLength(1);
  });

  it('reads no word that was unsent, and nothing of another account', async () => {
    const { id } = await world.instagram.network.say(ida, { place: DIRECT, text: 'Oops' });
    await world.instagram.network.say(ida, { place: DIRECT, text: 'Hello' });
    await world.instagram.network.say(ida, { place: `direct:${OTHER_ACCOUNT}`, text: 'To the other' });
    await world.instagram.network.remove?.(ida, id);
    expect(texts(await read('conversations'))).toEqual(['Hello']);
  });

  it('shows tags once, whenever they were put there, and offers the way to the post', async () => {
    await read('tags');
    const id = world.instagram.tag(ACCOUNT, ida, 'Up north', new Date('2026-01-01T00:00:00Z'));
    const [tag] = (await read('tags')).filter(isMessage);
    expect(tag).toMatchObject({ id, thread: { reach: 'earned' }, author: { person: { handle: 'ida' } } });
    expect(tag).not.toHaveProperty('isHistory');
    expect(await read('tags')).toEqual([]);
    const asked = { kind: 'reply', thread: { reach: 'earned', remote: null }, settings: {} } as const;
    const target = { id: id as MessageEvent['id'], remote: tag?.remote ?? null, sentAt: world.clock.now() };
    expect(world.connector.allows?.({ ...asked, target })).toMatchObject({
      isAllowed: false,
      why: expect.stringContaining('tagged'),
      elsewhere: expect.stringMatching(/^https:/),
    });
  });

  it('says what hinders it: a dead token, a limit, a fault, messages that were switched off', async () => {
    const { faults } = world.instagram.network;
    for (const [fault, kind] of [
      [{ isTokenRevoked: true }, 'needs_login'],
      [{ rateLimit: 1 }, 'limited'],
      [{ failBefore: 1 }, 'unavailable'],
    ] as const) {
      Object.assign(faults, fault);
      for (const stream of ['comments', 'conversations', 'tags'])
        await expect(session.pull(stream, null), `${stream} ${kind}`).rejects.toMatchObject({ kind });
      Object.assign(faults, noFaults());
    }
    world.instagram.allowMessages(ACCOUNT, false);
    await expect(session.pull('conversations', null)).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.stringContaining('Allow access to messages'),
    });
    await expect(session.pull('nothing', null)).rejects.toMatchObject({ kind: 'misconfigured' });
  });

  it('knows its own words where the lists name the account by another id, and says nothing twice', async () => {
    const post = world.instagram.publish(ACCOUNT, 'Fjell');
    const { id } = await world.instagram.network.say(ida, { place: post, text: 'Question' });
    const answer = world.instagram.commentAsAccount(post, 'Answer', id);
    await world.instagram.network.say(ida, { place: DIRECT, text: 'Hello' });
    const message = world.instagram.answerInApp(ACCOUNT, ida, 'Good day');
    world.instagram.listAs(ACCOUNT, '27841499000112233');
    const [question, ours] = (await read('comments')).filter(isMessage);
    const [hello, goodDay] = (await read('conversations')).filter(isMessage);
    expect([question, hello]).toMatchObject([{ author: { kind: 'contact' } }, { author: { kind: 'contact' } }]);
    expect([ours, goodDay]).toMatchObject([{ author: { kind: 'business' } }, { author: { kind: 'business' } }]);
    expect(goodDay?.thread.id).toBe(hello?.author.kind === 'contact' ? hello.author.person.id : '');
    if (!question || !hello) throw new Error('nothing came');
    const find = (event: MessageEvent, text: string) =>
      world.connector.find?.(replyTo(event, words(text)), credentials, account);
    expect(await find(question, 'Answer')).toMatchObject({ kind: 'unclear' });
    expect(await find(question, 'Never said')).toEqual({ kind: 'absent' });
    expect(await find(hello, 'Good day')).toEqual({ kind: 'accepted', id: message });
    expect(ours?.id).toBe(answer);
  });

  it('begins anew where its cursor cannot be read', async () => {
    const post = world.instagram.publish(ACCOUNT, 'Fjell');
    await world.instagram.network.say(ida, { place: post, text: 'Hello' });
    for (const cursor of ['rubbish', 7, { since: 'x' }]) {
      const { entries } = await session.pull('comments', cursor);
      expect(entries).toHaveLength(1);
    }
  });
});
