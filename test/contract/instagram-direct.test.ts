import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutgoingAttachment } from '../../src/core/channel/outgoing.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { actOf, replyTo, words } from './acts.ts';
import { account, DIRECT, HOUR_MS, nothing, type Talk, talkOver } from './instagram-talk.ts';
import { ACCOUNT, byAccount, byPage, type Instagram, openInstagram } from './instagram-world.ts';
import { ida, oskar } from './lab.ts';

const file = (mimeType: string, sizeBytes = 3): OutgoingAttachment => ({
  name: 'receipt',
  mimeType,
  sizeBytes,
  read: async () => Uint8Array.of(1, 2, 3),
});

describe.each([
  { credentials: byPage, name: 'by the login of Facebook' },
  { credentials: byAccount, name: 'by the login of Instagram' },
])('the private lines of an account connected $name', ({ credentials }) => {
  let world: Instagram;
  let talk: Talk;
  beforeAll(async () => {
    world = await openInstagram(credentials);
    world.instagram.subscribe(world.door.url, credentials.login);
    talk = talkOver(world);
  });
  afterAll(() => world.close());

  it.each([
    { hours: 23, isByHuman: false, kind: 'accepted' },
    { hours: 25, isByHuman: false, kind: 'refused' },
    { hours: 25, isByHuman: true, kind: 'accepted' },
    { hours: 167, isByHuman: true, kind: 'accepted' },
    { hours: 169, isByHuman: true, kind: 'refused' },
  ])('$hours hours later, by a human: $isByHuman, a message is $kind', async ({ hours, isByHuman, kind }) => {
    const theirs = await talk.hear(DIRECT, `Asked ${hours} ${isByHuman}`);
    world.clock.pass(hours * HOUR_MS);
    const outcome = await talk.send({ ...replyTo(theirs, words(`Answer after ${hours} ${isByHuman}`)), isByHuman });
    expect(outcome.kind).toBe(kind);
    if (outcome.kind === 'refused') expect(outcome.reason).toBe('window_closed');
    await talk.events();
  });

  it('believes Instagram when its clock says that the window is closed', async () => {
    const theirs = await talk.hear(DIRECT, 'On the edge');
    world.clock.pass(30 * HOUR_MS);
    const lastInboundAt = new Date(world.clock.now().getTime() - HOUR_MS);
    expect(await talk.send({ ...replyTo(theirs, words('Too late')), lastInboundAt })).toMatchObject({
      kind: 'refused',
      reason: 'window_closed',
    });
  });

  it('counts a message in bytes, not in letters', async () => {
    const theirs = await talk.hear(DIRECT, 'Long, please');
    expect(await talk.send(replyTo(theirs, words('ä'.repeat(500))))).toMatchObject({ kind: 'accepted' });
    expect(await talk.send(replyTo(theirs, words('ä'.repeat(501))))).toMatchObject({
      kind: 'refused',
      reason: 'too_long',
      detail: expect.stringContaining('2 bytes'),
    });
    await talk.events();
  });

  it('removes what was unsent, and nothing of it can be read any more', async () => {
    const theirs = await talk.hear(DIRECT, 'My card number is');
    await world.instagram.network.remove?.(ida, theirs.id);
    expect(await talk.events()).toMatchObject([{ kind: 'deletion', id: theirs.id, account: ACCOUNT }]);
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
    expect(await talk.events()).toMatchObject([
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
    const theirs = await talk.hear(DIRECT, 'Great service');
    const likes = () => world.instagram.network.view(ida)[0]?.messages.find(({ id }) => id === theirs.id)?.likes;
    expect(await talk.send(actOf('like', theirs, nothing, '', null))).toEqual({ kind: 'accepted' });
    expect(likes()).toBe(1);
    expect(await talk.send(actOf('unlike', theirs, nothing, '', null))).toEqual({ kind: 'accepted' });
    expect(likes()).toBe(0);
  });

  it('does not write where another app holds the line, and goes on listening', async () => {
    const first = await talk.hear(DIRECT, 'Hello');
    world.instagram.giveThreadTo(ACCOUNT, ida, '1217981644879628');
    expect(await talk.events()).toMatchObject([{ kind: 'notice', notice: 'thread_taken' }]);
    const theirs = await talk.hear(DIRECT, 'Still there?');
    expect(theirs.thread.id).toBe(first.thread.id);
    expect(await talk.send(replyTo(theirs, words('Yes')))).toMatchObject({
      kind: 'refused',
      reason: 'owned_by_other_app',
    });
    world.instagram.giveThreadTo(ACCOUNT, ida, null);
    expect(await talk.send(replyTo(theirs, words('Yes, now')))).toMatchObject({ kind: 'accepted' });
    await talk.events();
  });

  it('finds an answer after a call that never came back', async () => {
    const theirs = await talk.hear(DIRECT, 'Hung up?');
    const act = replyTo(theirs, words('Said once'));
    world.instagram.network.faults.timeoutAfterAccept = 1;
    expect(await talk.send(act)).toMatchObject({ kind: 'unknown' });
    Object.assign(world.instagram.network.faults, noFaults());
    expect(await talk.find(act)).toMatchObject({ kind: 'accepted' });
    for (let count = 0; count < 21; count += 1)
      await world.instagram.network.say(ida, { place: DIRECT, text: `More ${count}` });
    expect(await talk.find(replyTo(theirs, words('Perhaps said')))).toMatchObject({ kind: 'unclear' });
    await talk.events();
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
    const theirs = await talk.hear(DIRECT, `Before ${code} ${sub}`);
    world.instagram.refuseNext(code, sub);
    expect(await talk.send(replyTo(theirs, words('Answer')))).toMatchObject(expected);
  });

  it('sees a comment that came out of another shape as the same', async () => {
    world.instagram.quirks.messagesAsChanges = true;
    expect(await talk.hear(DIRECT, 'As a change')).toMatchObject({ thread: { kind: 'direct' } });
    world.instagram.quirks.messagesAsChanges = false;
  });

  it('sends a file where the login has a way for it', async () => {
    const theirs = await talk.hear(DIRECT, 'May I have the receipt?');
    await talk.events();
    const act = (mimeType: string, text = '', sizeBytes = 3) =>
      replyTo(theirs, { text, attachments: [file(mimeType, sizeBytes)] });
    const outcome = await talk.send(act('application/pdf'));
    if (credentials.login === 'facebook') {
      expect(outcome).toMatchObject({ kind: 'accepted' });
      expect(await talk.events()).toMatchObject([{ content: { attachments: [{ kind: 'file' }] } }]);
      expect(await talk.find(act('application/pdf'))).toMatchObject({ kind: 'accepted' });
    } else expect(outcome).toMatchObject({ kind: 'refused', reason: 'bad_attachment' });
    for (const bad of [act('text/plain'), act('image/png', '', 8_000_001), act('image/png', 'with words')])
      expect(await talk.send(bad)).toMatchObject({ kind: 'refused', reason: 'bad_attachment' });
  });
});
