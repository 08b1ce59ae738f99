import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing, OutgoingAttachment } from '../../src/core/channel/outgoing.ts';
import type { ExternalAccountId, ExternalMessageId, Json } from '../../src/core/ids.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { actOf, replyTo, targetOf, threadOf, words } from './acts.ts';
import { ACCOUNT, byAccount, byPage, type Instagram, OTHER_ACCOUNT, openInstagram } from './instagram-world.ts';
import { ida, oskar } from './lab.ts';

const HOUR_MS = 3_600_000;
const account = ACCOUNT as ExternalAccountId;
const DIRECT = `direct:${ACCOUNT}`;
const nothing = { id: '' as ExternalMessageId, text: '', at: new Date(0), remote: null };
const file = (mimeType: string, sizeBytes = 3): OutgoingAttachment => ({
  name: 'receipt',
  mimeType,
  sizeBytes,
  read: async () => Uint8Array.of(1, 2, 3),
});
const isMessage = (event: ChannelEvent): event is MessageEvent => event.kind === 'message';

describe.each([
  { credentials: byPage, name: 'by the login of Facebook' },
  { credentials: byAccount, name: 'by the login of Instagram' },
])('an account connected $name', ({ credentials }) => {
  let world: Instagram;
  let post: string;
  beforeAll(async () => {
    world = await openInstagram(credentials);
    world.instagram.subscribe(world.door.url, credentials.login);
    post = world.instagram.publish(ACCOUNT, 'The new Fjell jacket');
  });
  afterAll(() => world.close());

  const send = (act: Outgoing) => world.connector.send(act, credentials, account);
  const find = (act: Outgoing) => world.connector.find?.(act, credentials, account);
  const allows = (kind: Outgoing['kind'], event: MessageEvent) =>
    world.connector.allows?.({ kind, target: targetOf(event), thread: threadOf(event), settings: {} });
  async function events(): Promise<ChannelEvent[]> {
    const arrived = await world.arrived();
    return (await Promise.all(arrived.map(({ entry, context }) => world.connector.parse(entry, context)))).flat();
  }
  async function hear(place: string, text: string, persona = ida): Promise<MessageEvent> {
    await world.instagram.network.say(persona, { place, text });
    const event = (await events()).filter(isMessage).find((one) => one.content.text === text);
    if (!event) throw new Error(`"${text}" never arrived`);
    return event;
  }

  it('answers a comment once in private, and the talk goes on in the direct line', async () => {
    const theirs = await hear(post, 'Is this back in green?');
    const act = actOf('private_reply', theirs, nothing, 'On Monday. Shall we keep one?', null);
    const outcome = await send(act);
    expect(outcome).toMatchObject({
      kind: 'accepted',
      thread: { channel: 'instagram', id: theirs.author.kind === 'contact' ? theirs.author.person.id : '' },
    });
    const [echo] = (await events()).filter(isMessage);
    expect(echo).toMatchObject({
      id: (outcome as { id: string }).id,
      author: { kind: 'business' },
      thread: { id: (outcome as { thread: { id: string } }).thread.id, reach: 'owned_private' },
    });
    // Asked again after a lost answer it is our own message that stands there, and nobody gets it twice.
    expect(await send(act)).toMatchObject({ kind: 'accepted', id: (outcome as { id: string }).id });
    expect(await send(actOf('private_reply', theirs, nothing, 'Another one', null))).toMatchObject({
      kind: 'refused',
      reason: 'not_allowed',
      detail: expect.stringContaining('answered once before'),
    });
  });

  it('refuses a private answer after seven days in words', async () => {
    const theirs = await hear(post, 'Asked long ago', oskar);
    world.clock.pass(8 * 24 * HOUR_MS);
    const act = actOf('private_reply', theirs, nothing, 'Late', null);
    expect(await send(act)).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
    const settled = await find(act);
    expect(settled).toEqual({ kind: 'absent' });
  });

  it('hangs answers to answers below the top-level comment', async () => {
    const first = await hear(post, 'First');
    await world.instagram.network.say(oskar, { place: post, text: 'Me too', inReplyTo: first.id });
    const [second] = (await events()).filter(isMessage);
    if (!second) throw new Error('nothing came');
    expect(second).toMatchObject({ parent: first.id });
    const act = replyTo(second, words('To both of you'));
    const outcome = await send(act);
    expect(outcome).toMatchObject({ kind: 'accepted', remote: { top: first.id } });
    expect((await events()).filter(isMessage)).toMatchObject([
      { id: (outcome as { id: string }).id, parent: first.id, author: { kind: 'business' } },
    ]);
    expect(await find(act)).toMatchObject({ kind: 'accepted', id: (outcome as { id: string }).id });
  });

  it('answers a post of its own without a comment to answer', async () => {
    const theirs = await hear(post, 'Somewhere');
    const outcome = await send({ ...replyTo(theirs, words('A word to all')), inReplyTo: null });
    expect(outcome).toMatchObject({ kind: 'accepted', id: expect.stringMatching(/^\d+$/) });
    await events();
  });

  it('asks for the words of a mention elsewhere, and answers there', async () => {
    await world.instagram.network.say(ida, { place: `elsewhere:${ACCOUNT}`, text: 'Up north with' });
    const [caption] = (await events()).filter(isMessage);
    if (!caption) throw new Error('nothing came');
    expect(caption).toMatchObject({ isPartial: true, thread: { reach: 'earned' }, author: { kind: 'unknown' } });
    expect(await world.connector.lookups?.message?.(caption.id, credentials, account)).toMatchObject({
      person: { id: 'username:ida', handle: 'ida', scope: ACCOUNT },
      content: { text: 'Up north with lindqvist.outdoor', attachments: [{ kind: 'image' }] },
      permalink: expect.stringMatching(/^https:/),
    });
    expect(await world.connector.lookups?.post?.(caption.thread.id, credentials, account)).toMatchObject({
      isOurs: false,
      authorName: 'ida',
    });
    const answer = replyTo(caption, words('What a place!'));
    const outcome = await send(answer);
    expect(outcome).toMatchObject({ kind: 'accepted' });
    expect(await find(answer)).toMatchObject({ kind: 'accepted', id: (outcome as { id: string }).id });
    expect(await find(replyTo(caption, words('Never said')))).toMatchObject({ kind: 'unclear' });

    await world.instagram.network.say(oskar, { place: caption.thread.id, text: 'Ask @lindqvist.outdoor' });
    const [comment] = (await events()).filter(isMessage);
    if (!comment) throw new Error('nothing came');
    expect(comment).toMatchObject({ isPartial: true, remote: { mention: 'comment' } });
    const found = await world.connector.lookups?.message?.(comment.id, credentials, account);
    expect(found).toMatchObject({ content: { text: 'Ask @lindqvist.outdoor' } });
    expect(found).not.toHaveProperty('person');
    expect(await send(replyTo(comment, words('Here we are')))).toMatchObject({ kind: 'accepted' });
    for (const kind of ['private_reply', 'hide', 'like', 'delete'] as const)
      expect(allows(kind, comment), kind).toMatchObject({ isAllowed: false, why: expect.stringMatching(/\S+ \S+/) });
    expect(allows('reply', comment)).toEqual({ isAllowed: true });
    expect(world.instagram.network.view(ida)[0]?.messages.map(({ text }) => text)).toContain('What a place!');
  });

  it('says before it is tried what cannot be done on one thing', async () => {
    const comment = await hear(post, 'A comment');
    const direct = await hear(DIRECT, 'A message');
    expect(allows('like', comment)).toMatchObject({ isAllowed: false });
    expect(allows('hide', comment)).toEqual({ isAllowed: true });
    expect(allows('like', direct)).toEqual({ isAllowed: true });
    for (const kind of ['hide', 'delete', 'private_reply'] as const) {
      expect(allows(kind, direct), kind).toMatchObject({ isAllowed: false });
      expect(await send(actOf(kind, direct, { ...nothing, id: direct.id }, 'x', null)), kind).toMatchObject({
        kind: 'refused',
        reason: 'not_allowed',
      });
    }
    const live = world.instagram.goLive(ACCOUNT, 'Waxing');
    const said = await hear(live, 'hi!');
    expect(allows('reply', said)).toMatchObject({ isAllowed: false, why: expect.stringContaining('live') });
    expect(await send(replyTo(said, words('Hello')))).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
  });

  it.each([
    { hours: 23, isByHuman: false, kind: 'accepted' },
    { hours: 25, isByHuman: false, kind: 'refused' },
    { hours: 25, isByHuman: true, kind: 'accepted' },
    { hours: 167, isByHuman: true, kind: 'accepted' },
    { hours: 169, isByHuman: true, kind: 'refused' },
  ])('$hours hours later, by a human: $isByHuman, a message is $kind', async ({ hours, isByHuman, kind }) => {
    const theirs = await hear(DIRECT, `Asked ${hours} ${isByHuman}`);
    world.clock.pass(hours * HOUR_MS);
    const outcome = await send({ ...replyTo(theirs, words(`Answer after ${hours} ${isByHuman}`)), isByHuman });
    expect(outcome.kind).toBe(kind);
    if (outcome.kind === 'refused') expect(outcome.reason).toBe('window_closed');
    await events();
  });

  it('believes Instagram when its clock says that the window is closed', async () => {
    const theirs = await hear(DIRECT, 'On the edge');
    world.clock.pass(30 * HOUR_MS);
    const lastInboundAt = new Date(world.clock.now().getTime() - HOUR_MS);
    expect(await send({ ...replyTo(theirs, words('Too late')), lastInboundAt })).toMatchObject({
      kind: 'refused',
      reason: 'window_closed',
    });
  });

  it('counts a message in bytes, not in letters', async () => {
    const theirs = await hear(DIRECT, 'Long, please');
    expect(await send(replyTo(theirs, words('ä'.repeat(500))))).toMatchObject({ kind: 'accepted' });
    expect(await send(replyTo(theirs, words('ä'.repeat(501))))).toMatchObject({
      kind: 'refused',
      reason: 'too_long',
      detail: expect.stringContaining('2 bytes'),
    });
    await events();
  });

  it('removes what was unsent, and nothing of it can be read any more', async () => {
    const theirs = await hear(DIRECT, 'My card number is');
    await world.instagram.network.remove?.(ida, theirs.id);
    expect(await events()).toMatchObject([{ kind: 'deletion', id: theirs.id, account: ACCOUNT }]);
    expect(await world.connector.lookups?.message?.(theirs.id, credentials, account)).toBeNull();
  });

  it('hears stories, taps, edits, reactions, what was seen, and answers typed in the app', async () => {
    const { instagram } = world;
    instagram.mentionInStory(ACCOUNT, oskar);
    instagram.replyToStory(ACCOUNT, oskar, 'Love this tent');
    instagram.tapQuestion(ACCOUNT, oskar, 'Where is my order?', 'ICE_TRACK');
    const { id } = await instagram.network.say(oskar, { place: DIRECT, text: 'Order 40217' });
    await instagram.network.edit?.(oskar, id, 'Order 40271');
    const typed = instagram.answerInApp(ACCOUNT, oskar, 'Found it');
    await instagram.network.react?.(oskar, typed, '❤️');
    instagram.read(ACCOUNT, oskar);
    expect(await events()).toMatchObject([
      {
        content: { attachments: [{ kind: 'link', source: { kind: 'none' }, title: expect.stringContaining('story') }] },
      },
      { content: { text: 'Love this tent', attachments: [{ kind: 'link', source: { kind: 'none' } }] } },
      { content: { text: 'Where is my order?', payload: 'ICE_TRACK' } },
      { content: { text: 'Order 40217' } },
      { kind: 'edit', id, content: { text: 'Order 40271' } },
      { kind: 'message', id: typed, author: { kind: 'business' } },
      { kind: 'reaction', target: typed, reaction: '❤️' },
      { kind: 'delivery', status: 'read', ids: [typed] },
    ]);
  });

  it('likes a message with a heart, and takes it back', async () => {
    const theirs = await hear(DIRECT, 'Great service');
    const likes = () => world.instagram.network.view(ida)[0]?.messages.find(({ id }) => id === theirs.id)?.likes;
    expect(await send(actOf('like', theirs, nothing, '', null))).toEqual({ kind: 'accepted' });
    expect(likes()).toBe(1);
    expect(await send(actOf('unlike', theirs, nothing, '', null))).toEqual({ kind: 'accepted' });
    expect(likes()).toBe(0);
  });

  it('does not write where another app holds the line, and goes on listening', async () => {
    const first = await hear(DIRECT, 'Hello');
    world.instagram.giveThreadTo(ACCOUNT, ida, '1217981644879628');
    expect(await events()).toMatchObject([{ kind: 'notice', notice: 'thread_taken' }]);
    const theirs = await hear(DIRECT, 'Still there?');
    expect(theirs.thread.id).toBe(first.thread.id);
    expect(await send(replyTo(theirs, words('Yes')))).toMatchObject({ kind: 'refused', reason: 'owned_by_other_app' });
    world.instagram.giveThreadTo(ACCOUNT, ida, null);
    expect(await send(replyTo(theirs, words('Yes, now')))).toMatchObject({ kind: 'accepted' });
    await events();
  });

  it('finds an answer after a call that never came back', async () => {
    const theirs = await hear(DIRECT, 'Hung up?');
    const act = replyTo(theirs, words('Said once'));
    world.instagram.network.faults.timeoutAfterAccept = 1;
    expect(await send(act)).toMatchObject({ kind: 'unknown' });
    Object.assign(world.instagram.network.faults, noFaults());
    expect(await find(act)).toMatchObject({ kind: 'accepted' });
    for (let count = 0; count < 21; count += 1)
      await world.instagram.network.say(ida, { place: DIRECT, text: `More ${count}` });
    expect(await find(replyTo(theirs, words('Perhaps said')))).toMatchObject({ kind: 'unclear' });
    await events();
  });

  it.each([
    { code: 613, sub: 2534040, expected: { kind: 'try_later' } },
    { code: 4, sub: undefined, expected: { kind: 'try_later' } },
    { code: 10, sub: 2534077, expected: { kind: 'refused', reason: 'not_allowed' } },
    { code: 100, sub: 2534014, expected: { kind: 'refused', reason: 'person_unavailable' } },
    { code: 100, sub: 2534015, expected: { kind: 'refused', reason: 'other' } },
    { code: 200, sub: 2534041, expected: { kind: 'refused', detail: expect.stringContaining('Allow access') } },
    { code: 190, sub: 463, expected: { kind: 'refused', reason: 'needs_login' } },
    { code: 2, sub: undefined, expected: { kind: 'unknown' } },
  ])('takes $code/$sub for what it means', async ({ code, sub, expected }) => {
    const theirs = await hear(DIRECT, `Before ${code} ${sub}`);
    world.instagram.refuseNext(code, sub);
    expect(await send(replyTo(theirs, words('Answer')))).toMatchObject(expected);
  });

  it('knows the name of somebody who wrote, and of nobody else', async () => {
    const { thread } = await hear(DIRECT, 'Who am I?');
    const look = (id: string) => world.connector.lookups?.person?.(id, credentials, account);
    expect(await look(thread.id)).toMatchObject({ id: thread.id, scope: ACCOUNT, name: 'Ida Norberg', handle: 'ida' });
    const stranger = await hear(post, 'Never wrote in private', { ...oskar, id: 'petra', handle: 'petra' });
    const id = stranger.author.kind === 'contact' ? stranger.author.person.id : '';
    expect(stranger.author).toMatchObject({ person: { handle: 'petra' } });
    expect(await look(id)).toBeNull();
    expect(await look('username:petra')).toBeNull();
  });

  it('keeps two accounts of one app apart', async () => {
    await world.instagram.network.say(ida, { place: `direct:${OTHER_ACCOUNT}`, text: 'To the other' });
    const [other] = (await events()).filter(isMessage);
    const here = await hear(DIRECT, 'To this one');
    expect(other).toMatchObject({ account: OTHER_ACCOUNT });
    expect(here.account).toBe(ACCOUNT);
    expect(here.thread.id).not.toBe(other?.thread.id);
  });

  it('sees a comment that came out of another shape as the same', async () => {
    world.instagram.quirks.messagesAsChanges = true;
    expect(await hear(DIRECT, 'As a change')).toMatchObject({ thread: { kind: 'direct' } });
    world.instagram.quirks.messagesAsChanges = false;
  });

  it('deletes its own words in public, and may be asked twice', async () => {
    const theirs = await hear(post, 'Wrong answer, please');
    const outcome = await send(replyTo(theirs, words('Wrong')));
    if (outcome.kind !== 'accepted' || !outcome.id) throw new Error('not accepted');
    const ours = { id: outcome.id, text: 'Wrong', at: theirs.sentAt, remote: outcome.remote ?? (null as Json) };
    const act = actOf('delete', theirs, ours, '', null);
    expect(await find(act)).toEqual({ kind: 'absent' });
    expect(await send(act)).toEqual({ kind: 'accepted' });
    expect(await send(act)).toEqual({ kind: 'accepted' });
    expect(await find(act)).toEqual({ kind: 'accepted' });
    const hide = actOf('hide', theirs, nothing, '', null);
    expect(await find(hide)).toEqual({ kind: 'absent' });
    expect(await send(hide)).toEqual({ kind: 'accepted' });
    expect(await find(hide)).toEqual({ kind: 'accepted' });
  });

  it('sends a file where the login has a way for it', async () => {
    const theirs = await hear(DIRECT, 'May I have the receipt?');
    await events();
    const act = (mimeType: string, text = '', sizeBytes = 3) =>
      replyTo(theirs, { text, attachments: [file(mimeType, sizeBytes)] });
    const outcome = await send(act('application/pdf'));
    if (credentials.login === 'facebook') {
      expect(outcome).toMatchObject({ kind: 'accepted' });
      expect(await events()).toMatchObject([{ content: { attachments: [{ kind: 'file' }] } }]);
      expect(await find(act('application/pdf'))).toMatchObject({ kind: 'accepted' });
    } else expect(outcome).toMatchObject({ kind: 'refused', reason: 'bad_attachment' });
    for (const bad of [act('text/plain'), act('image/png', '', 8_000_001), act('image/png', 'with words')])
      expect(await send(bad)).toMatchObject({ kind: 'refused', reason: 'bad_attachment' });
  });
});

describe('an advertisement', () => {
  it('tells of its comments by the login of Facebook only, below the post it was made of', async () => {
    const world = await openInstagram(byPage);
    world.instagram.subscribe(world.door.url, 'facebook');
    world.instagram.subscribe(world.door.url, 'instagram');
    const post = world.instagram.publish(ACCOUNT, 'Fjell autumn');
    world.instagram.commentOnAd(post, ida, 'How much?');
    const arrived = await world.arrived();
    const heard = (
      await Promise.all(arrived.map(({ entry, context }) => world.connector.parse(entry, context)))
    ).flat();
    expect(heard).toMatchObject([{ thread: { id: post }, remote: { ad: expect.stringMatching(/^\d+$/) } }]);
    const [comment] = heard.filter(isMessage);
    if (!comment) throw new Error('nothing came');
    const hide = actOf('hide', comment, nothing, '', null);
    expect(await world.connector.send(hide, byPage, account)).toEqual({ kind: 'accepted' });
    await world.close();
  });
});
