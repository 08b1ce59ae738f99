import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createX } from '../../src/connectors/x/index.ts';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing, OutgoingAttachment, OutgoingKind } from '../../src/core/channel/outgoing.ts';
import type { ExternalMessageId, OutgoingId } from '../../src/core/ids.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { replyTo, targetOf, threadOf, words } from './acts.ts';
import { ida } from './lab.ts';
import { openX, type XLab } from './x-world.ts';

let lab: XLab;
const open = async (options: Parameters<typeof openX>[0] = {}) => {
  await lab?.close();
  lab = await openX({ isLimited: false, timeoutMs: 20_000, ...options });
  await lab.arrived();
};
const enterprise = (options: object = {}) => open({ plan: 'enterprise', form: { plan: 'enterprise' }, ...options });
beforeEach(() => open());
afterEach(() => lab.close());

const made = () => ({ id: randomUUID() as OutgoingId, createdAt: new Date(lab.clock.at), attempt: 1 });
const on = (kind: OutgoingKind, event: MessageEvent, content = words('Words')) =>
  ({ ...made(), kind, target: targetOf(event), to: targetOf(event), content, undo: null }) as unknown as Outgoing;
const send = (act: Outgoing) => lab.connector.send(act, lab.credentials, lab.account);
const find = (act: Outgoing) => lab.connector.find!(act, lab.credentials, lab.account);
const reply = (event: MessageEvent, text: string, attachments: OutgoingAttachment[] = []) => ({
  ...replyTo(event, { text, attachments }),
  createdAt: new Date(lab.clock.at),
});
const file = (mimeType: string, bytes: Uint8Array, rest: Partial<OutgoingAttachment> = {}): OutgoingAttachment => ({
  name: 'file',
  mimeType,
  sizeBytes: bytes.length,
  read: async () => bytes,
  ...rest,
});
const allowed = (kind: OutgoingKind, event: MessageEvent) =>
  lab.connector.allows!({
    kind,
    target: targetOf(event),
    thread: threadOf(event),
    settings: { ...lab.connector.settings!(lab.credentials) },
  });
const ours = () => [...lab.network.store.posts.values()].filter(({ authorId }) => authorId === lab.account);
const quotePlace = () => lab.network.places(ida).find(({ id }) => id.startsWith('quote:'))!.id;
const commentPlace = () => lab.network.places(ida).find(({ kind }) => kind === 'post')!.id;

describe('what the plan allows', () => {
  it.each([
    { place: () => 'elsewhere', text: 'Any teapot tips?', reply: false },
    { place: () => 'wall', text: 'It leaks', reply: true },
    { place: quotePlace, text: 'Never again', reply: true },
    { place: commentPlace, text: 'Nice', reply: true },
    { place: () => 'direct', text: 'Hello', reply: true },
  ])('on self-serve: "$text" may be answered: $reply', async ({ place, text, reply: mayReply }) => {
    const event = await lab.hear(place(), text);
    const before = ours().length;
    const elsewhere = `https://x.com/i/status/${event.id}`;
    if (mayReply) expect(allowed('reply', event)).toEqual({ isAllowed: true });
    else
      expect(allowed('reply', event)).toEqual({ isAllowed: false, why: expect.stringMatching(/by hand/), elsewhere });
    const outcome = await send(reply(event, 'Sorry!'));
    expect(outcome).toMatchObject(mayReply ? { kind: 'accepted' } : { kind: 'refused', reason: 'not_allowed' });
    if (!mayReply) expect(ours()).toHaveLength(before);
    for (const kind of ['like', 'quote'] as const) expect(allowed(kind, event)).toMatchObject({ isAllowed: false });
    expect(allowed('repost', event).isAllowed).toBe(place() !== 'direct');
  });

  it('another account of ours may answer only when it was called itself', async () => {
    const event = await lab.hear('wall', 'It leaks');
    const settings = { ...lab.connector.settings!(lab.credentials), accountId: '700000000000000002' };
    const asked = { kind: 'reply', target: targetOf(event), thread: threadOf(event), settings } as const;
    expect(lab.connector.allows!(asked)).toMatchObject({
      isAllowed: false,
      elsewhere: expect.stringContaining(event.id),
    });
    expect(lab.connector.allows!({ ...asked, settings: { ...settings, plan: 'enterprise' } })).toEqual({
      isAllowed: true,
    });
  });

  it('on Enterprise everybody may be answered, liked and quoted', async () => {
    await enterprise();
    const event = await lab.hear('elsewhere', 'Any teapot tips?');
    for (const kind of ['reply', 'like', 'quote', 'repost', 'private_reply'] as const)
      expect(allowed(kind, event)).toEqual({ isAllowed: true });
    expect(await send(reply(event, 'Use a lid'))).toMatchObject({ kind: 'accepted' });
    expect(await send(on('like', event))).toMatchObject({ kind: 'accepted' });
    expect(lab.network.store.posts.get(event.id)?.likes).toContain(lab.account);
  });

  it('answers can be hidden below our own posts only', async () => {
    const comment = await lab.hear(commentPlace(), 'Rubbish');
    const mention = await lab.hear('wall', 'Rubbish');
    expect(allowed('hide', comment)).toEqual({ isAllowed: true });
    expect(allowed('hide', mention)).toMatchObject({ isAllowed: false });
    expect(await send(on('hide', comment))).toEqual({ kind: 'accepted' });
    expect(lab.network.store.posts.get(comment.id)?.isHidden).toBe(true);
    expect(await send(on('hide', mention))).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
  });

  it('says where to go when the network has another view of the plan than the form', async () => {
    await open({ form: { plan: 'enterprise' } });
    const event = await lab.hear('elsewhere', 'Any teapot tips?');
    expect(await send(reply(event, 'Use a lid'))).toMatchObject({
      kind: 'refused',
      reason: 'not_allowed',
      detail: expect.stringContaining(`https://x.com/i/status/${event.id}`),
    });
  });

  it('takes one cashtag on self-serve', async () => {
    const event = await lab.hear('wall', 'What are you worth?');
    expect(await send(reply(event, '$KETL and $TEA'))).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
    expect(await send(reply(event, '$KETL, at $5 a share'))).toMatchObject({ kind: 'accepted' });
  });
});

describe('why an answer is refused', () => {
  it('the post is gone', async () => {
    const event = await lab.hear('wall', 'Never mind');
    await lab.network.remove?.(ida, event.id);
    expect(await send(reply(event, 'Sorry'))).toMatchObject({ kind: 'refused', reason: 'gone' });
  });
  it('the same was said before', async () => {
    const event = await lab.hear('wall', 'Twice?');
    await send(reply(event, 'Sorry'));
    expect(await send(reply(event, 'Sorry'))).toMatchObject({ kind: 'refused', reason: 'duplicate' });
  });
  it('the person takes no messages', async () => {
    const event = await lab.hear('direct', 'Hello');
    lab.network.setTakesMessages(ida, false);
    expect(await send(reply(event, 'Hello'))).toMatchObject({ kind: 'refused', reason: 'person_unavailable' });
  });
  it.each([
    { of: 'rights', set: () => (lab.network.standing.rights = 'read'), reason: 'needs_login' },
    { of: 'credit', set: () => (lab.network.standing.hasCredit = false), reason: 'other' },
    { of: 'a plan', set: () => (lab.network.standing.isEnrolled = false), reason: 'not_allowed' },
  ])('the app has no $of', async ({ set, reason }) => {
    const event = await lab.hear('wall', 'Hello');
    set();
    expect(await send(reply(event, 'Hello'))).toMatchObject({ kind: 'refused', reason });
  });
  it('it is empty, or over 280 as X counts', async () => {
    const event = await lab.hear('wall', 'Hello');
    expect(await send(reply(event, '  '))).toMatchObject({ kind: 'refused' });
    expect(await send(reply(event, '日'.repeat(141)))).toMatchObject({ kind: 'refused', reason: 'too_long' });
    expect(await send(reply(event, `${'a'.repeat(256)} https://kettle.co/${'b'.repeat(200)}`))).toMatchObject({
      kind: 'accepted',
    });
  });
});

describe('perhaps sent', () => {
  const kinds = {
    reply: async () => reply(await lab.hear('wall', 'Hello'), 'An answer & <more> https://kettle.co/a?b=1&c=2'),
    direct: async () => reply(await lab.hear('direct', 'Hello'), 'A message'),
    private_reply: async () => on('private_reply', await lab.hear('wall', 'Hello'), words('In private')),
    publish: async () =>
      ({ ...made(), kind: 'publish', content: words('New!'), link: 'https://kettle.co/new' }) as Outgoing,
    quote: async () => on('quote', await lab.hear('wall', 'Great!'), words('Thank you')),
  };
  const stands = () =>
    ours().length + [...lab.network.store.messages.values()].filter((one) => one.senderId === lab.account).length;

  it.each(Object.entries(kinds))('%s is found when its answer was lost, and not when it never was', async (_, make) => {
    // one call is never answered: it is waited for
    await enterprise({ timeoutMs: 1_000 });
    const act = await make();
    const before = stands();
    lab.network.faults.failBefore = 1;
    expect(await send(act)).toMatchObject({ kind: 'unknown' });
    Object.assign(lab.network.faults, noFaults());
    expect(await find(act)).toEqual({ kind: 'absent' });

    lab.network.faults.timeoutAfterAccept = 1;
    expect(await send(act)).toMatchObject({ kind: 'unknown' });
    Object.assign(lab.network.faults, noFaults());
    expect(stands()).toBe(before + 1);
    const found = await find(act);
    expect(found).toMatchObject({ kind: 'accepted', id: expect.stringMatching(/^\d+$/) });
    expect(stands()).toBe(before + 1);
    if (act.kind === 'private_reply')
      expect(found).toMatchObject({ thread: { channel: 'x', id: expect.stringContaining('-') } });
  });

  it('is not taken for another with the same words', async () => {
    const first = await lab.hear('wall', 'One');
    const second = await lab.hear('wall', 'Two');
    await send(reply(first, 'Sorry'));
    expect(await find(reply(second, 'Sorry'))).toEqual({ kind: 'absent' });
  });

  it('is certainly not sent when nobody listens', async () => {
    const event = await lab.hear('wall', 'Hello');
    const act = reply(event, 'Hello');
    const gone = await openX();
    await gone.close();
    const deaf = createX({ baseUrl: gone.network.url, now: () => new Date(lab.clock.at) });
    expect(await deaf.send(act, lab.credentials, lab.account)).toMatchObject({ kind: 'try_later' });
  });

  it.each(['repost', 'like', 'delete'] as const)('%s is the same done twice, and is tried again', async (kind) => {
    await enterprise();
    const event = await lab.hear('wall', 'Hello');
    const sent = await send(reply(event, 'Ours'));
    if (sent.kind !== 'accepted') throw new Error(sent.detail);
    const own = { ...targetOf(event), id: sent.id as ExternalMessageId, remote: sent.remote ?? null, authorId: null };
    const act = { ...made(), kind, target: kind === 'delete' ? own : targetOf(event) } as Outgoing;
    lab.network.faults.failAfterAccept = 1;
    expect(await send(act)).toMatchObject({ kind: 'try_later' });
    Object.assign(lab.network.faults, noFaults());
    expect(await send({ ...act, attempt: 2 })).toMatchObject({ kind: 'accepted' });
  });
});

it('waits until the reset that the network names', async () => {
  await open({ isLimited: true });
  const event = await lab.hear('wall', 'Hello');
  lab.network.faults.rateLimit = 1;
  const outcome = await send(reply(event, 'Hello'));
  expect(outcome).toMatchObject({ kind: 'try_later' });
  const { afterMs } = outcome as { afterMs: number };
  expect(afterMs).toBeGreaterThan(60_000);
  expect(afterMs).toBeLessThanOrEqual(15 * 60_000 + 2_000);
});

it('goes private: the line is named, and its answer lands there', async () => {
  const event = await lab.hear('wall', 'It leaks');
  const outcome = await send(on('private_reply', event, words('May we have your order number?')));
  const direct = await lab.hear('direct', '1044');
  expect(outcome).toMatchObject({
    thread: { channel: 'x', id: direct.thread.id, counterpartId: direct.thread.counterpart?.id },
  });
});

it('takes back a direct message of its own, and a repost', async () => {
  const event = await lab.hear('direct', 'Hello');
  const sent = await send(reply(event, 'Oops'));
  if (sent.kind !== 'accepted') throw new Error(sent.detail);
  const own = { ...targetOf(event), id: sent.id as ExternalMessageId, remote: sent.remote ?? null };
  expect(await send({ ...made(), kind: 'delete', target: own })).toEqual({ kind: 'accepted' });
  expect(lab.network.store.messages.has(sent.id ?? '')).toBe(false);
  expect(await send(on('repost', event))).toMatchObject({ kind: 'refused', reason: 'not_allowed' });

  const post = await lab.hear('wall', 'Love it');
  const reposts = () => ours().filter(({ reposted }) => reposted === post.id);
  await send(on('repost', post));
  expect(reposts()).toHaveLength(1);
  await send(on('unrepost', post));
  expect(reposts()).toHaveLength(0);
});

describe('files', () => {
  it.each([
    {
      of: 'four pictures',
      files: () => Array.from({ length: 4 }, () => file('image/png', randomBytes(90), { alt: 'A lid' })),
    },
    { of: 'a GIF', files: () => [file('image/gif', randomBytes(90), { alt: 'Steam' })] },
    { of: 'a film in parts', files: () => [file('video/mp4', randomBytes(9_000_000))] },
  ])('a post carries $of', async ({ files }) => {
    const event = await lab.hear('wall', 'Show me');
    const all = files();
    expect(await send(reply(event, 'Here', all))).toMatchObject({ kind: 'accepted' });
    const [post] = ours().toSorted((a, b) => b.at.getTime() - a.at.getTime());
    const sent = await Promise.all(all.map(({ read }) => read()));
    expect(post?.media.map(({ bytes }) => Buffer.from(bytes).equals(Buffer.from(sent.shift()!)))).toEqual(
      all.map(() => true),
    );
    expect(post?.media.map(({ alt }) => alt)).toEqual(all.map(({ alt }) => alt));
  });

  it.each([
    { of: 'five pictures', files: () => Array.from({ length: 5 }, () => file('image/png', randomBytes(9))) },
    { of: 'a film and a picture', files: () => [file('video/mp4', randomBytes(9)), file('image/png', randomBytes(9))] },
    { of: 'a text', files: () => [file('text/plain', randomBytes(9))] },
    { of: 'a picture of 6 MB', files: () => [file('image/png', randomBytes(9), { sizeBytes: 6_000_000 })] },
  ])('a post does not carry $of, and nothing is sent', async ({ files }) => {
    const event = await lab.hear('wall', 'Show me');
    const before = ours().length;
    lab.calls.length = 0;
    expect(await send(reply(event, 'Here', files()))).toMatchObject({ kind: 'refused', reason: 'bad_attachment' });
    expect([ours().length, lab.calls]).toEqual([before, []]);
  });

  it('nothing is said when a file could not be put there, and it is tried again', async () => {
    const event = await lab.hear('wall', 'Show me');
    const before = ours().length;
    lab.network.faults.failAfterAccept = 1;
    expect(await send(reply(event, 'Here', [file('image/png', randomBytes(9))]))).toMatchObject({ kind: 'try_later' });
    expect(ours()).toHaveLength(before);
  });

  it('of a private line are fetched with the keys of the account, from X only', async () => {
    const bytes = randomBytes(50);
    const attachment = { name: 'lid.png', mimeType: 'image/png', bytes };
    await lab.network.say(ida, { place: 'direct', text: 'Look', attachment });
    const event = (await lab.arrived()).find((one) => one.kind === 'message');
    const source = event?.kind === 'message' ? event.content.attachments[0]?.source : undefined;
    if (source?.kind !== 'ask') throw new Error('not to be asked for');
    const place = await lab.connector.media!(source.id, lab.credentials, lab.account);
    if (!place || !('url' in place)) throw new Error('no place');
    expect((await fetch(place.url)).status).toBe(401);
    const answer = await fetch(place.url, { headers: { ...place.headers } });
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    await expect(lab.connector.media!('https://x.com.evil.test/a', lab.credentials, lab.account)).rejects.toMatchObject(
      {
        kind: 'misconfigured',
      },
    );
  });

  it('a direct message carries one picture', async () => {
    const event = await lab.hear('direct', 'Show me');
    const pictures = [file('image/png', randomBytes(9)), file('image/png', randomBytes(9))];
    expect(await send(reply(event, '', pictures))).toMatchObject({ kind: 'refused', reason: 'bad_attachment' });
    expect(await send(reply(event, '', pictures.slice(1)))).toMatchObject({ kind: 'accepted' });
  });
});

describe('the check', () => {
  const check = () => lab.connector.check(lab.credentials);
  it.each([
    { of: 'rights to read only', set: () => (lab.network.standing.rights = 'read'), field: 'accessToken' },
    { of: 'an app under no plan', set: () => (lab.network.standing.isEnrolled = false), field: 'plan' },
    { of: 'no credit', set: () => (lab.network.standing.hasCredit = false), field: undefined },
    { of: 'revoked keys', set: () => (lab.network.faults.isTokenRevoked = true), field: 'accessToken' },
  ])('says what to do about $of', async ({ set, field }) => {
    set();
    const result = await check();
    expect(result).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/\S+ \S+/),
      todo: expect.stringMatching(/\S+ \S+/),
    });
    expect(result.ok ? null : result.field).toBe(field);
  });
  it('names a search that X does not understand', async () => {
    lab.credentials = lab.filled({ keywords: 'teapot, min_faves:5' });
    expect(await check()).toMatchObject({
      ok: false,
      field: 'keywords',
      problem: expect.stringContaining('min_faves:5'),
    });
  });
  it('warns of messages that would not come in', async () => {
    lab.network.standing.rights = 'read-write';
    expect(await check()).toMatchObject({
      ok: true,
      warnings: expect.arrayContaining([expect.stringContaining('Direct messages')]),
    });
  });
});

describe('looking up', () => {
  it('fills what an event left out, and knows what is gone', async () => {
    const event = await lab.hear('wall', 'It leaks');
    const { lookups } = lab.connector;
    const ask = [lab.credentials, lab.account] as const;
    expect(await lookups!.post!(event.id, ...ask)).toMatchObject({
      authorName: 'Ida Norberg',
      isOurs: false,
      counts: { reactions: 0 },
    });
    expect(await lookups!.message!(event.id, ...ask)).toMatchObject({ person: { handle: 'ida' } });
    const person = event.author.kind === 'contact' ? event.author.person.id : '';
    expect(await lookups!.person!(person, ...ask)).toMatchObject({ name: 'Ida Norberg' });
    await lab.network.remove?.(ida, event.id);
    expect(await lookups!.post!(event.id, ...ask)).toBeNull();
    expect(await lookups!.person!('800000000000000999', ...ask)).toBeNull();
    expect(await lookups!.post!('700-800', ...ask)).toBeNull();
  });
});
