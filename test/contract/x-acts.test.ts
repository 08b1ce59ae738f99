import { describe, expect, it } from 'vitest';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { OutgoingKind } from '../../src/core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../src/core/ids.ts';
import { targetOf, threadOf, words } from './acts.ts';
import { ida } from './lab.ts';
import { enterprise, lab, made, on, open, ours, reply, send, withX } from './x-lab.ts';

withX();

const allowed = (kind: OutgoingKind, event: MessageEvent) =>
  lab.connector.allows!({
    kind,
    target: targetOf(event),
    thread: threadOf(event),
    settings: { ...lab.connector.settings!(lab.credentials) },
  });
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
  it('the app is under no plan, which is not the fault of the person in private', async () => {
    const event = await lab.hear('direct', 'Hello');
    lab.network.standing.isEnrolled = false;
    expect(await send(reply(event, 'Hello'))).toMatchObject({ reason: 'not_allowed' });
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
