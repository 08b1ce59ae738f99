import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BlueskyCredentials } from '../../src/connectors/bluesky/credentials.ts';
import { createBluesky } from '../../src/connectors/bluesky/index.ts';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing, OutgoingContent, SendOutcome } from '../../src/core/channel/outgoing.ts';
import type { ExternalAccountId, OutgoingId } from '../../src/core/ids.ts';
import { startChatService } from '../atproto/chat-service.ts';
import { meetPeople, type RealPeople } from '../atproto/people.ts';
import { type Atproto, startAtproto } from '../atproto/start.mjs';
import { openRealWorld } from '../atproto/world.ts';
import { targetOf, threadOf, words } from '../contract/acts.ts';
import { type Pulls, pullsOf } from '../contract/bluesky-pulls.ts';
import { DORA, IDA } from '../contract/bluesky-world.ts';
import { describeContract } from '../contract/suite.ts';
import { until } from '../product/until.ts';

const started = await startAtproto();
if ('reason' in started) console.warn(`The real AT Protocol network is left out: ${started.reason}`);
/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe.skipIf('reason' in started)('a real AT Protocol network', () => {
  const network = started as Atproto;
  afterAll(async () => network.stop());

  describe('of two people', () => {
    const connector = createBluesky();
    let people: RealPeople;
    let credentials: BlueskyCredentials;
    let plain: BlueskyCredentials;
    let account: ExternalAccountId;
    let pulls: Pulls;
    let closeChat = async () => {};
    const events: ChannelEvent[] = [];

    beforeAll(async () => {
      const chat = await startChatService();
      closeChat = () => chat.close();
      people = await meetPeople(network, chat, 'kettle-works.test', 'Kettle Works');
      account = people.brand.did as ExternalAccountId;
      const filled = {
        service: network.url,
        identifier: people.brand.handle,
        keywords: 'kettleleak',
        chatProxy: chat.proxy,
      };
      credentials = formed({ ...filled, appPassword: await people.brand.appPassword(true) });
      plain = formed({ ...filled, appPassword: await people.brand.appPassword(false) });
      pulls = pullsOf(connector, credentials, account);
      await arrived();
    });
    afterAll(async () => {
      await pulls?.close();
      await closeChat();
    });

    function formed(form: object): BlueskyCredentials {
      const result = connector.credentials.parse(form);
      if (!result.ok) throw new Error(JSON.stringify(result.errors));
      return result.value;
    }
    async function arrived(): Promise<void> {
      const context = { account, settings: {}, receivedAt: new Date() };
      for (const entry of await pulls.arrived()) events.push(...(await connector.parse(entry, context)));
    }
    /** Pulls until it is there. */
    async function heard<Found extends ChannelEvent>(
      what: string,
      isIt: (event: ChannelEvent) => event is Found,
    ): Promise<Found> {
      await until(what, async () => {
        await arrived();
        return events.some(isIt);
      });
      return events.find(isIt) as Found;
    }
    const said =
      (id: string) =>
      (event: ChannelEvent): event is MessageEvent =>
        event.kind === 'message' && event.id === id;
    const act = () => ({ id: randomUUID() as OutgoingId, createdAt: new Date(), attempt: 1 });
    const answer = (event: MessageEvent, content: OutgoingContent): Outgoing => ({
      ...act(),
      kind: 'reply',
      thread: threadOf(event),
      inReplyTo: targetOf(event),
      references: [],
      content,
      lastInboundAt: event.sentAt,
      isByHuman: true,
    });
    const send = (what: Outgoing): Promise<SendOutcome> => connector.send(what, credentials, account);
    const viewOf = async (uri: string) => {
      const { thread } = await people.brand.ask('app.bsky.feed.getPostThread', { query: { uri } });
      return thread as {
        post: { likeCount: number; repostCount: number };
        replies: { post: Record<string, unknown> }[];
      };
    };

    it('opens the account, and says what is missing', async () => {
      expect(await connector.check(credentials)).toEqual({
        ok: true,
        account: { id: account, name: 'Kettle Works', handle: 'kettle-works.test' },
        warnings: [],
      });
      expect(await connector.check(plain)).toMatchObject({
        ok: true,
        warnings: [expect.stringContaining('does not allow')],
      });
      expect(await connector.check({ ...credentials, appPassword: 'wrong' })).toMatchObject({
        ok: false,
        field: 'appPassword',
      });
    });

    it('brings a mention, carries the answer under it, once, and likes and reposts it', async () => {
      const { id } = await people.say(DORA, { place: 'wall', text: 'my kettle leaks ☕, Δώρα' });
      const mention = await heard('the mention', said(id));
      expect(mention).toMatchObject({
        thread: { reach: 'earned' },
        author: { kind: 'contact', person: { name: DORA.name, handle: 'dora.test' } },
        content: { text: '@kettle-works.test my kettle leaks ☕, Δώρα' },
      });

      const picture = {
        name: 'lid.png',
        mimeType: 'image/png',
        sizeBytes: PNG.length,
        alt: 'The new lid',
        read: async () => PNG,
      };
      const text = '☕ @dora.test a new lid is on its way: https://kettle.example/lids #tea';
      const reply = answer(mention, { text, attachments: [picture] });
      const outcome = await send(reply);
      expect(outcome).toMatchObject({ kind: 'accepted' });
      expect(await send(reply)).toEqual(outcome);
      expect(await connector.find?.(reply, credentials, account)).toEqual(outcome);
      const like = await send({ ...act(), kind: 'like', target: targetOf(mention) });
      const repost = await send({ ...act(), kind: 'repost', target: targetOf(mention) });
      expect([like.kind, repost.kind]).toEqual(['accepted', 'accepted']);

      await until('answer and counts', async () => {
        const { post, replies } = await viewOf(id);
        return replies.length === 1 && post.likeCount === 1 && post.repostCount === 1;
      });
      const { replies } = await viewOf(id);
      expect(replies).toHaveLength(1);
      expect(replies[0]?.post).toMatchObject({
        record: {
          text,
          facets: [
            { features: [{ $type: 'app.bsky.richtext.facet#mention' }] },
            { features: [{ uri: 'https://kettle.example/lids' }] },
            { features: [{ tag: 'tea' }] },
          ],
        },
        embed: { images: [{ alt: 'The new lid', aspectRatio: { width: 1, height: 1 } }] },
      });
      const echo = await heard('the echo', said(outcome.kind === 'accepted' ? String(outcome.id) : ''));
      expect(echo).toMatchObject({ author: { kind: 'business' }, thread: { id: mention.thread.id } });
      expect(await connector.lookups?.post?.(id, credentials, account)).toMatchObject({
        counts: { reactions: 1, comments: 1, shares: 1 },
      });

      if (like.kind !== 'accepted' || repost.kind !== 'accepted') return;
      await send({ ...act(), kind: 'unlike', target: targetOf(mention), undo: like.remote ?? null });
      await send({ ...act(), kind: 'unrepost', target: targetOf(mention), undo: null });
      await until('counts back at nothing', async () => {
        const { post } = await viewOf(id);
        return post.likeCount === 0 && post.repostCount === 0;
      });
    });

    it('brings answers to our posts, likes and reposts of them', async () => {
      const own = people.places(DORA)[0]?.id ?? '';
      const { id } = await people.say(DORA, { place: own, text: 'Does it fit the old lid?' });
      expect(await heard('the answer', said(id))).toMatchObject({
        thread: { id: own, reach: 'owned_public' },
        parent: own,
      });
      for (const [emoji, reaction] of [
        ['❤️', '❤️'],
        ['repost', 'repost'],
      ] as const) {
        await people.react(DORA, own, emoji);
        const isIt = (event: ChannelEvent): event is ChannelEvent & { kind: 'reaction' } =>
          event.kind === 'reaction' && event.target === own && event.reaction === reaction;
        expect(await heard(`the ${reaction}`, isIt)).toMatchObject({ by: { kind: 'contact' } });
      }
    });

    it('hears strangers although the owner is told of followed people only', async () => {
      await people.brand.ask('app.bsky.notification.putPreferences', { body: { priority: true } });
      const { id } = await people.say(IDA, { place: 'wall', text: 'we have never met' });
      await heard('the mention', said(id));
    });

    it('finds a post that only contains a keyword', async () => {
      const { id } = await people.say(IDA, { place: 'elsewhere', text: 'has anybody else a kettleleak?' });
      expect(await heard('the keyword', said(id))).toMatchObject({ thread: { reach: 'earned' } });
    });

    it('sees a post being deleted, and does not answer it any more', async () => {
      const { id } = await people.say(IDA, { place: 'wall', text: 'never mind' });
      const mention = await heard('the mention', said(id));
      await people.remove(IDA, id);
      const isIt = (event: ChannelEvent): event is ChannelEvent & { kind: 'deletion' } =>
        event.kind === 'deletion' && event.id === id;
      await heard('the deletion', isIt);
      expect(await send(answer(mention, words('Why?')))).toMatchObject({ kind: 'refused', reason: 'gone' });
    });

    it('does not answer where nobody would see it', async () => {
      const dora = await people.accountOf(DORA);
      const gated = await people.say(DORA, { place: 'wall', text: 'only for friends' });
      const mention = await heard('the mention', said(gated.id));
      const gate = {
        $type: 'app.bsky.feed.threadgate',
        post: gated.id,
        allow: [],
        createdAt: new Date().toISOString(),
      };
      const rkey = gated.id.split('/').at(-1);
      const body = { repo: dora.did, collection: gate.$type, rkey, record: gate };
      await dora.ask('com.atproto.repo.putRecord', { body });
      const outcome = async () => send(answer(mention, words('Hello')));
      await until('the gate', async () => (await outcome()).kind === 'refused');
      expect(await outcome()).toMatchObject({
        reason: 'not_allowed',
        detail: expect.stringContaining('certain people'),
      });

      const ben = { ...IDA, id: 'ben', handle: 'ben-blocks.test', name: 'Ben' };
      const { id } = await people.say(ben, { place: 'wall', text: 'Goodbye' });
      const farewell = await heard('the other mention', said(id));
      await (await people.accountOf(ben)).write('app.bsky.graph.block', { subject: account });
      expect(await send(answer(farewell, words('Stay')))).toMatchObject({ kind: 'refused', reason: 'blocked' });
    });

    it('quotes a post beside a picture, and none that its author closed', async () => {
      const dora = await people.accountOf(DORA);
      const { id } = await people.say(DORA, { place: 'wall', text: 'it sings now' });
      const mention = await heard('the mention', said(id));
      const picture = {
        name: 'lid.png',
        mimeType: 'image/png',
        sizeBytes: PNG.length,
        alt: 'A lid',
        read: async () => PNG,
      };
      const quote = (text: string, files = [picture]): Outgoing => ({
        ...act(),
        kind: 'quote',
        target: targetOf(mention),
        content: { text, attachments: files },
      });
      const first = quote('Listen');
      const outcome = await send(first);
      if (outcome.kind !== 'accepted' || !outcome.id) throw new Error(JSON.stringify(outcome));
      expect(await connector.find?.(first, credentials, account)).toEqual(outcome);
      const { id: quoteId } = outcome;
      await until('the quote', async () => (await connector.lookups?.post?.(quoteId, credentials, account)) !== null);
      expect(await connector.lookups?.post?.(quoteId, credentials, account)).toMatchObject({
        content: {
          text: 'Listen',
          attachments: [
            { kind: 'image', alt: 'A lid' },
            { kind: 'link', title: expect.stringContaining('it sings now') },
          ],
        },
      });

      const gate = {
        $type: 'app.bsky.feed.postgate',
        post: id,
        embeddingRules: [{ $type: 'app.bsky.feed.postgate#disableRule' }],
        createdAt: new Date().toISOString(),
      };
      const body = { repo: dora.did, collection: gate.$type, rkey: id.split('/').at(-1), record: gate };
      await dora.ask('com.atproto.repo.putRecord', { body });
      await until('the gate', async () => (await send(quote('Once more', []))).kind === 'refused');
      expect(await send(quote('Once more', []))).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
    });

    it('exchanges direct messages through the real server', async () => {
      const { id } = await people.say(DORA, { place: 'direct', text: 'Order 1044, where is it? 📦' });
      const message = await heard('the direct message', said(id));
      expect(message).toMatchObject({
        thread: { kind: 'direct', reach: 'owned_private', counterpart: { name: DORA.name } },
        content: { text: 'Order 1044, where is it? 📦' },
      });
      const reply = answer(message, words('On its way, Dora.'));
      const outcome = await send(reply);
      expect(outcome).toMatchObject({ kind: 'accepted' });
      expect(await connector.find?.(reply, credentials, account)).toEqual(outcome);
      const [direct] = people.view(DORA).filter(({ place }) => place.kind === 'direct');
      expect(direct?.messages.map(({ by, text }) => [by, text])).toEqual([
        ['me', 'Order 1044, where is it? 📦'],
        ['company', 'On its way, Dora.'],
      ]);
      const refusal = await connector.send(answer(message, words('Again')), plain, account);
      expect(refusal).toMatchObject({
        kind: 'refused',
        reason: 'needs_login',
        detail: expect.stringContaining('direct messages'),
      });
    });

    it('reads on quietly where direct messages are not allowed', async () => {
      const reading = pullsOf(createBluesky(), plain, account);
      const entries = await reading.arrived();
      expect(entries.length).toBeGreaterThan(0);
      expect(entries.filter(({ source }) => source === 'messages')).toEqual([]);
      await reading.close();
    });
  });

  describeContract('bluesky on the real network', () => openRealWorld(network));
});
