import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../src/core/ids.ts';
import { actOf, replyTo, words } from './acts.ts';
import { account, DIRECT, HOUR_MS, isMessage, nothing, type Talk, talkOver } from './instagram-talk.ts';
import { ACCOUNT, byAccount, byPage, type Instagram, OTHER_ACCOUNT, openInstagram } from './instagram-world.ts';
import { ida, oskar } from './lab.ts';

describe.each([
  { credentials: byPage, name: 'by the login of Facebook' },
  { credentials: byAccount, name: 'by the login of Instagram' },
])('the public side of an account connected $name', ({ credentials }) => {
  let world: Instagram;
  let post: string;
  let talk: Talk;
  beforeAll(async () => {
    world = await openInstagram(credentials);
    world.instagram.subscribe(world.door.url, credentials.login);
    post = world.instagram.publish(ACCOUNT, 'The new Fjell jacket');
    talk = talkOver(world);
  });
  afterAll(() => world.close());

  it('answers a comment once in private, and the talk goes on in the direct line', async () => {
    const theirs = await talk.hear(post, 'Is this back in green?');
    const act = actOf('private_reply', theirs, nothing, 'On Monday. Shall we keep one?', null);
    const outcome = await talk.send(act);
    expect(outcome).toMatchObject({
      kind: 'accepted',
      thread: { channel: 'instagram', id: theirs.author.kind === 'contact' ? theirs.author.person.id : '' },
    });
    const [echo] = (await talk.events()).filter(isMessage);
    expect(echo).toMatchObject({
      id: (outcome as { id: string }).id,
      author: { kind: 'business' },
      thread: { id: (outcome as { thread: { id: string } }).thread.id, reach: 'owned_private' },
    });
    // Asked again after a lost answer it is our own message that stands there, and nobody gets it twice.
    expect(await talk.send(act)).toMatchObject({ kind: 'accepted', id: (outcome as { id: string }).id });
    expect(await talk.send(actOf('private_reply', theirs, nothing, 'Another one', null))).toMatchObject({
      kind: 'refused',
      reason: 'not_allowed',
      detail: expect.stringContaining('answered once before'),
    });
  });

  it('refuses a private answer after seven days in words', async () => {
    const theirs = await talk.hear(post, 'Asked long ago', oskar);
    world.clock.pass(8 * 24 * HOUR_MS);
    const act = actOf('private_reply', theirs, nothing, 'Late', null);
    expect(await talk.send(act)).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
    const settled = await talk.find(act);
    expect(settled).toEqual({ kind: 'absent' });
  });

  it('hangs answers to answers below the top-level comment', async () => {
    const first = await talk.hear(post, 'First');
    await world.instagram.network.say(oskar, { place: post, text: 'Me too', inReplyTo: first.id });
    const [second] = (await talk.events()).filter(isMessage);
    if (!second) throw new Error('nothing came');
    expect(second).toMatchObject({ parent: first.id });
    const act = replyTo(second, words('To both of you'));
    const outcome = await talk.send(act);
    expect(outcome).toMatchObject({ kind: 'accepted', remote: { top: first.id } });
    expect((await talk.events()).filter(isMessage)).toMatchObject([
      { id: (outcome as { id: string }).id, parent: first.id, author: { kind: 'business' } },
    ]);
    expect(await talk.find(act)).toMatchObject({ kind: 'accepted', id: (outcome as { id: string }).id });
  });

  it('answers a post of its own without a comment to answer', async () => {
    const theirs = await talk.hear(post, 'Somewhere');
    const outcome = await talk.send({ ...replyTo(theirs, words('A word to all')), inReplyTo: null });
    expect(outcome).toMatchObject({ kind: 'accepted', id: expect.stringMatching(/^\d+$/) });
    await talk.events();
  });

  it('asks for the words of a mention elsewhere, and answers there', async () => {
    await world.instagram.network.say(ida, { place: `elsewhere:${ACCOUNT}`, text: 'Up north with' });
    const [caption] = (await talk.events()).filter(isMessage);
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
    const outcome = await talk.send(answer);
    expect(outcome).toMatchObject({ kind: 'accepted' });
    expect(await talk.find(answer)).toMatchObject({ kind: 'accepted', id: (outcome as { id: string }).id });
    expect(await talk.find(replyTo(caption, words('Never said')))).toMatchObject({ kind: 'unclear' });

    await world.instagram.network.say(oskar, { place: caption.thread.id, text: 'Ask @lindqvist.outdoor' });
    const [comment] = (await talk.events()).filter(isMessage);
    if (!comment) throw new Error('nothing came');
    expect(comment).toMatchObject({ isPartial: true, remote: { mention: 'comment' } });
    const found = await world.connector.lookups?.message?.(comment.id, credentials, account);
    expect(found).toMatchObject({ content: { text: 'Ask @lindqvist.outdoor' } });
    expect(found).not.toHaveProperty('person');
    expect(await talk.send(replyTo(comment, words('Here we are')))).toMatchObject({ kind: 'accepted' });
    for (const kind of ['private_reply', 'hide', 'like', 'delete'] as const)
      expect(talk.allows(kind, comment), kind).toMatchObject({
        isAllowed: false,
        why: expect.stringMatching(/\S+ \S+/),
      });
    expect(talk.allows('reply', comment)).toEqual({ isAllowed: true });
    expect(world.instagram.network.view(ida)[0]?.messages.map(({ text }) => text)).toContain('What a place!');
  });

  it('says before it is tried what cannot be done on one thing', async () => {
    const comment = await talk.hear(post, 'A comment');
    const direct = await talk.hear(DIRECT, 'A message');
    expect(talk.allows('like', comment)).toMatchObject({ isAllowed: false });
    expect(talk.allows('hide', comment)).toEqual({ isAllowed: true });
    expect(talk.allows('like', direct)).toEqual({ isAllowed: true });
    for (const kind of ['hide', 'delete', 'private_reply'] as const) {
      expect(talk.allows(kind, direct), kind).toMatchObject({ isAllowed: false });
      expect(await talk.send(actOf(kind, direct, { ...nothing, id: direct.id }, 'x', null)), kind).toMatchObject({
        kind: 'refused',
        reason: 'not_allowed',
      });
    }
    const live = world.instagram.goLive(ACCOUNT, 'Waxing');
    const said = await talk.hear(live, 'hi!');
    expect(talk.allows('reply', said)).toMatchObject({ isAllowed: false, why: expect.stringContaining('live') });
    expect(await talk.send(replyTo(said, words('Hello')))).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
  });

  it('knows the name of somebody who wrote, and of nobody else', async () => {
    const { thread } = await talk.hear(DIRECT, 'Who am I?');
    const look = (id: string) => world.connector.lookups?.person?.(id, credentials, account);
    expect(await look(thread.id)).toMatchObject({ id: thread.id, scope: ACCOUNT, name: 'Ida Norberg', handle: 'ida' });
    const stranger = await talk.hear(post, 'Never wrote in private', { ...oskar, id: 'petra', handle: 'petra' });
    const id = stranger.author.kind === 'contact' ? stranger.author.person.id : '';
    expect(stranger.author).toMatchObject({ person: { handle: 'petra' } });
    expect(await look(id)).toBeNull();
    expect(await look('username:petra')).toBeNull();
  });

  it('keeps two accounts of one app apart', async () => {
    await world.instagram.network.say(ida, { place: `direct:${OTHER_ACCOUNT}`, text: 'To the other' });
    const [other] = (await talk.events()).filter(isMessage);
    const here = await talk.hear(DIRECT, 'To this one');
    expect(other).toMatchObject({ account: OTHER_ACCOUNT });
    expect(here.account).toBe(ACCOUNT);
    expect(here.thread.id).not.toBe(other?.thread.id);
  });

  it('deletes its own words in public, and may be asked twice', async () => {
    const theirs = await talk.hear(post, 'Wrong answer, please');
    const outcome = await talk.send(replyTo(theirs, words('Wrong')));
    if (outcome.kind !== 'accepted' || !outcome.id) throw new Error('not accepted');
    const ours = { id: outcome.id, text: 'Wrong', at: theirs.sentAt, remote: outcome.remote ?? (null as Json) };
    const act = actOf('delete', theirs, ours, '', null);
    expect(await talk.find(act)).toEqual({ kind: 'absent' });
    expect(await talk.send(act)).toEqual({ kind: 'accepted' });
    expect(await talk.send(act)).toEqual({ kind: 'accepted' });
    expect(await talk.find(act)).toEqual({ kind: 'accepted' });
    const hide = actOf('hide', theirs, nothing, '', null);
    expect(await talk.find(hide)).toEqual({ kind: 'absent' });
    expect(await talk.send(hide)).toEqual({ kind: 'accepted' });
    expect(await talk.find(hide)).toEqual({ kind: 'accepted' });
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
