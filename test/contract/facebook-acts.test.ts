import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFacebook } from '../../src/connectors/facebook/index.ts';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing, OutgoingAttachment } from '../../src/core/channel/outgoing.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { actOf, type Ours, replyTo, words } from './acts.ts';
import { ida, oskar } from './lab.ts';
import { credentials, type Meta, openMeta, PAGE_ID } from './meta-world.ts';

const DAY_MS = 86_400_000;
const account = PAGE_ID as ExternalAccountId;
const picture: OutgoingAttachment = {
  name: 'zip.png',
  mimeType: 'image/png',
  sizeBytes: 4,
  read: async () => Uint8Array.of(137, 80, 78, 71),
};
const none: Ours = { id: '1_2' as Ours['id'], text: '', at: new Date(0), remote: null };

describe('a Page', () => {
  let meta: Meta;
  let post: string;
  beforeAll(async () => {
    meta = await openMeta(createFacebook);
    post = meta.networks.publishAsPage(PAGE_ID, 'Autumn is here.');
  });
  afterAll(() => meta.close());

  const send = (act: Outgoing) => meta.connector.send(act, credentials, account);
  const find = (act: Outgoing) => meta.connector.find?.(act, credentials, account);
  const events = async () =>
    (
      await Promise.all((await meta.arrived()).map(({ entry, context }) => meta.connector.parse(entry, context)))
    ).flat();
  async function hear(text: string, place = post, persona = ida, at?: Date): Promise<MessageEvent> {
    await meta.networks.facebook.say(persona, { place, text, ...(at ? { at } : {}) });
    const event = (await events()).find(
      (one): one is MessageEvent => one.kind === 'message' && one.content.text === text,
    );
    if (!event) throw new Error(`"${text}" never arrived`);
    return event;
  }
  const shown = (text: string, persona = ida) =>
    meta.networks.facebook
      .view(persona)
      .flatMap(({ messages }) => messages)
      .filter((one) => one.text === text);

  it.each(['private_reply', 'like', 'unlike', 'hide', 'unhide', 'publish'] as const)('accepts a %s', async (kind) => {
    const theirs = await hear(`For ${kind}`);
    expect(await send(actOf(kind, theirs, none, `By ${kind}`, null))).toMatchObject({ kind: 'accepted' });
  });

  it('edits and deletes its own words, and never those of others', async () => {
    const theirs = await hear('Do not touch this');
    const outcome = await send(replyTo(theirs, words('Frist')));
    if (outcome.kind !== 'accepted' || !outcome.id) throw new Error('not accepted');
    const ours: Ours = { id: outcome.id, text: 'Frist', at: theirs.sentAt, remote: null };
    expect(await send(actOf('edit', theirs, ours, 'First', null))).toEqual({ kind: 'accepted' });
    expect(shown('First')).toHaveLength(1);
    expect(await send(actOf('delete', theirs, ours, '', null))).toEqual({ kind: 'accepted' });
    expect(shown('First')).toHaveLength(0);
    expect(await send(actOf('delete', theirs, ours, '', null)), 'a second time').toEqual({ kind: 'accepted' });
    const notOurs: Ours = { id: theirs.id, text: '', at: theirs.sentAt, remote: null };
    expect(await send(actOf('edit', theirs, notOurs, 'Overwritten', null))).toMatchObject({
      kind: 'refused',
      reason: 'not_allowed',
    });
    expect(shown('Do not touch this')).toHaveLength(1);
  });

  it('looks whether an act that may be repeated was done', async () => {
    const theirs = await hear('Look twice');
    for (const [kind, undone] of [
      ['like', 'unlike'],
      ['hide', 'unhide'],
    ] as const) {
      expect(await find(actOf(kind, theirs, none, '', null)), kind).toEqual({ kind: 'absent' });
      await send(actOf(kind, theirs, none, '', null));
      expect(await find(actOf(kind, theirs, none, '', null)), kind).toEqual({ kind: 'accepted' });
      expect(await find(actOf(undone, theirs, none, '', null)), undone).toEqual({ kind: 'absent' });
    }
    const wall = await hear('Like my post', `wall:${PAGE_ID}`);
    expect(await send(actOf('like', wall, none, '', null))).toEqual({ kind: 'accepted' });
    expect(await find(actOf('like', wall, none, '', null)), 'a post does not say').toEqual({ kind: 'absent' });
  });

  it('answers a comment privately once, and the matter moves to Messenger', async () => {
    const theirs = await hear('My order is 40217');
    const act = actOf('private_reply', theirs, none, 'Let us talk here, Ida', null);
    const outcome = await send(act);
    expect(outcome).toMatchObject({
      kind: 'accepted',
      id: expect.any(String),
      thread: { channel: 'messenger', counterpartId: expect.stringMatching(/^24\d+$/) },
    });
    expect(meta.networks.messenger.view(ida)[0]?.messages.at(-1)).toMatchObject({
      by: 'company',
      text: 'Let us talk here, Ida',
    });
    expect(await find(act)).toEqual(outcome);
    expect(await send({ ...act, attempt: 2 }), 'the same act again').toEqual(outcome);
    expect(await send(actOf('private_reply', theirs, none, 'Another', null))).toMatchObject({
      kind: 'refused',
      reason: 'already_replied',
    });
  });

  it('answers a visitor’s post privately, and not after seven days', async () => {
    const fresh = await hear('Is the shop open on Sunday?', `wall:${PAGE_ID}`);
    expect(await send(actOf('private_reply', fresh, none, 'Yes, from ten', null))).toMatchObject({ kind: 'accepted' });
    const old = await hear('An old one', post, oskar, new Date(meta.clock.now().getTime() - 8 * DAY_MS));
    expect(old.sentAt.getTime()).toBeLessThan(meta.clock.now().getTime() - 7 * DAY_MS);
    expect(await send(actOf('private_reply', old, none, 'Too late', null))).toMatchObject({ kind: 'refused' });
  });

  it('finds a private reply whose answer was lost, and knows when there was none', async () => {
    const theirs = await hear('Lost and found');
    const act = actOf('private_reply', theirs, none, 'Here I am', null);
    meta.networks.facebook.faults.failAfterAccept = 1;
    expect((await send(act)).kind).toBe('unknown');
    Object.assign(meta.networks.facebook.faults, noFaults());
    expect(await find(act)).toMatchObject({ kind: 'accepted', thread: { channel: 'messenger' } });
    const other = await hear('Never answered');
    expect(await find(actOf('private_reply', other, none, 'Never sent', null))).toEqual({ kind: 'absent' });
  });

  it('hangs an answer to an answer under the top comment, and still finds it', async () => {
    const top = await hear('Top');
    await meta.networks.facebook.say(oskar, { place: post, text: 'Me too', inReplyTo: top.id });
    const reply = (await events()).find(
      (one): one is MessageEvent => one.kind === 'message' && one.content.text === 'Me too',
    );
    if (!reply) throw new Error('never arrived');
    expect(reply.parent).toBe(top.id);
    const act = replyTo(reply, words('For you as well, Oskar'));
    meta.networks.facebook.faults.timeoutAfterAccept = 1;
    expect(await send(act)).toMatchObject({ kind: 'unknown' });
    Object.assign(meta.networks.facebook.faults, noFaults());
    meta.networks.quirks.emptyPages = true;
    expect(await find(act)).toMatchObject({ kind: 'accepted' });
    meta.networks.quirks.emptyPages = false;
    expect(await events()).toContainEqual(
      expect.objectContaining({ kind: 'message', author: { kind: 'business' }, parent: top.id }),
    );
  });

  it('tells a post that stands there twice from one that was lost', async () => {
    const theirs = await hear('About posts');
    const act = actOf('publish', theirs, none, 'Free waxing all week.', null);
    const outcome = await send(act);
    expect(outcome).toMatchObject({ kind: 'accepted', id: expect.stringContaining(`${PAGE_ID}_`) });
    expect(await send({ ...act, attempt: 2 }), 'the same again is found, not doubled').toMatchObject(outcome);
    const old = { ...act, createdAt: new Date(meta.clock.now().getTime() + DAY_MS) };
    expect(await send(old)).toMatchObject({ kind: 'refused', reason: 'duplicate' });
  });

  it('brings pictures both ways, and refuses what Facebook does not take', async () => {
    const bytes = Uint8Array.of(1, 2, 3);
    await meta.networks.facebook.say(ida, {
      place: post,
      text: '',
      attachment: { name: 'zip.jpg', mimeType: 'image/jpeg', bytes },
    });
    const theirs = (await events()).find(
      (one): one is MessageEvent => one.kind === 'message' && one.content.attachments.length === 1,
    );
    const source = theirs?.content.attachments[0]?.source;
    if (!theirs || source?.kind !== 'url') throw new Error('the picture never arrived');
    expect(new Uint8Array(await (await fetch(source.url)).arrayBuffer())).toEqual(bytes);

    expect(await send(replyTo(theirs, { text: 'Like this', attachments: [picture] }))).toMatchObject({
      kind: 'accepted',
    });
    expect(await events()).toContainEqual(
      expect.objectContaining({
        content: { text: 'Like this', attachments: [expect.objectContaining({ kind: 'image' })] },
      }),
    );
    const pdf = { ...picture, name: 'receipt.pdf', mimeType: 'application/pdf' };
    for (const attachments of [[pdf], [picture, picture], [{ ...picture, sizeBytes: 20_000_000 }]]) {
      expect(await send(replyTo(theirs, { text: 'x', attachments }))).toMatchObject({
        kind: 'refused',
        reason: 'bad_attachment',
      });
    }
    expect(await send(replyTo(theirs, words('   ')))).toMatchObject({ kind: 'refused' });
  });

  it('reads what an event left out', async () => {
    const theirs = await hear('Look me up');
    await meta.networks.facebook.react?.(oskar, post, '❤️');
    expect(await meta.connector.lookups?.post?.(post, credentials, account)).toMatchObject({
      isOurs: true,
      authorName: 'Lindqvist Outdoor',
      content: { text: 'Autumn is here.' },
      counts: { reactions: 1, comments: expect.any(Number) },
    });
    expect(await meta.connector.lookups?.message?.(theirs.id, credentials, account)).toMatchObject({
      person: { name: 'Ida Norberg' },
      content: { text: 'Look me up' },
    });
    const visitor = await hear('Posted on your wall', `wall:${PAGE_ID}`);
    expect(await meta.connector.lookups?.message?.(visitor.id, credentials, account)).toMatchObject({
      person: { name: 'Ida Norberg' },
      content: { text: 'Posted on your wall' },
    });
    expect(await meta.connector.lookups?.post?.('1_2', credentials, account)).toBeNull();
    expect(await meta.connector.lookups?.message?.(none.id, credentials, account)).toBeNull();
  });

  it('hears visitors, reviews, mentions elsewhere, reactions, edits and removals', async () => {
    const { facebook } = meta.networks;
    await events();
    await facebook.say(oskar, { place: `discourage:${PAGE_ID}`, text: 'Waited three weeks' });
    await facebook.say(oskar, { place: `elsewhere:${PAGE_ID}`, text: 'Ask Lindqvist Outdoor' });
    const { id } = await facebook.say(oskar, { place: post, text: 'Tpyo' });
    await facebook.edit?.(oskar, id, 'Typo');
    await facebook.react?.(ida, id, '😡');
    await facebook.react?.(ida, id, '');
    await facebook.remove?.(oskar, id);
    expect(await events()).toMatchObject([
      { kind: 'message', thread: { kind: 'review' }, content: { rating: { positive: false } } },
      { kind: 'message', thread: { reach: 'earned' }, isPartial: true },
      { kind: 'message', content: { text: 'Tpyo' } },
      { kind: 'edit', id, content: { text: 'Typo' } },
      { kind: 'reaction', target: id, reaction: '😡', isRemoved: false },
      { kind: 'reaction', target: id, reaction: '😡', isRemoved: true },
      { kind: 'deletion', id },
    ]);
    await expect(facebook.edit?.(ida, post, 'Not mine')).rejects.toThrow('only what they wrote');
  });

  it('asks who wrote a comment that came without its author', async () => {
    meta.networks.quirks.shouldWithholdAuthors = true;
    const theirs = await hear('price?');
    meta.networks.quirks.shouldWithholdAuthors = false;
    expect(theirs).toMatchObject({ author: { kind: 'unknown' }, isPartial: true });
    const found = await meta.connector.lookups?.message?.(theirs.id, credentials, account);
    expect(found).toMatchObject({ person: { name: 'Ida Norberg', scope: PAGE_ID } });
  });

  it('reads what only hands at Facebook bring about', async () => {
    meta.networks.emit(PAGE_ID, 'feed', {
      item: 'video',
      verb: 'edited',
      published: 0,
      post_id: post,
      from: { id: PAGE_ID },
    });
    meta.networks.emit(PAGE_ID, 'feed', {
      item: 'comment',
      verb: 'add',
      post_id: post,
      comment_id: '5',
      from: { id: '9' },
    });
    expect(await events()).toMatchObject([
      { kind: 'ignored' },
      { kind: 'message', isPartial: true, content: { text: '' } },
    ]);
  });

  it('answers in a review and under a mention', async () => {
    for (const place of [`recommend:${PAGE_ID}`, `elsewhere:${PAGE_ID}`]) {
      const theirs = await hear(`Said at ${place}`, place, oskar);
      expect(await send(replyTo({ ...theirs }, words(`Thank you at ${place}`)))).toMatchObject({ kind: 'accepted' });
      expect(shown(`Thank you at ${place}`, oskar)).toHaveLength(1);
    }
  });

  it.each([
    [190, 492, { kind: 'refused', reason: 'needs_login' }],
    [200, undefined, { kind: 'refused', reason: 'not_allowed' }],
    [100, 33, { kind: 'refused', reason: 'gone' }],
    [368, undefined, { kind: 'refused', reason: 'blocked' }],
    [613, undefined, { kind: 'try_later' }],
    [32, undefined, { kind: 'try_later' }],
  ])('meets %s/%s with the right outcome', async (code, subcode, expected) => {
    const theirs = await hear(`Refused ${code}`);
    meta.networks.refuseNext(code, subcode);
    expect(await send(replyTo(theirs, words(`Not said ${code}`)))).toMatchObject(expected);
  });
});
