import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OutgoingAct } from '../../src/wire/replying.ts';
import { startChatService } from '../atproto/chat-service.ts';
import { meetPeople, type RealPeople } from '../atproto/people.ts';
import { type Atproto, startAtproto } from '../atproto/start.mjs';
import { DORA, IDA } from '../contract/bluesky-world.ts';
import { type Api, openApi } from '../product/api.ts';
import { serverDatabase } from '../product/on-server.ts';
import { type House, makeHouse } from '../product/process.ts';
import { until } from '../product/until.ts';

const started = await startAtproto();
if ('reason' in started) console.warn(`The product on a real AT Protocol network is left out: ${started.reason}`);

describe.skipIf('reason' in started)('the product on a real AT Protocol network', () => {
  const network = started as Atproto;
  let house: House;
  let api: Api;
  let people: RealPeople;
  let inboxId = '';
  const ends: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    ends.push(() => network.stop());
    const chat = await startChatService();
    ends.push(() => chat.close());
    people = await meetPeople(network, chat, 'kettle-desk.test', 'Kettle Desk');
    const { env, drop } = await serverDatabase();
    ends.push(drop);
    house = await makeHouse();
    ends.push(() => house.leave());
    api = await openApi(await house.start(env));
    const credentials = {
      service: network.url,
      identifier: people.brand.handle,
      appPassword: await people.brand.appPassword(true),
      keywords: 'kettleleak',
      chatProxy: chat.proxy,
    };
    const often = { notificationsEvery: 1, messagesEvery: 1, postsEvery: 1, searchEvery: 1 };
    const { inbox, warnings } = await api.connect('bluesky', credentials, often);
    expect(warnings).toEqual([]);
    inboxId = inbox.id;
    // What stands there before the first look is history; what follows is to be heard live.
    await until('the first look', async () => (await api.inbox(inboxId)).health.lastCallAt !== null);
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  const conversationAbout = (words: string) =>
    until(
      `a conversation about “${words}”`,
      async () => (await api.conversations('needs_answer')).find(({ preview }) => preview.includes(words)),
      { say: async () => JSON.stringify((await api.inbox(inboxId)).health) },
    );
  const threadOf = async (uri: string) => {
    const answer = await people.brand.ask('app.bsky.feed.getPostThread', { query: { uri } });
    return answer.thread as {
      readonly post: { readonly likeCount: number; readonly repostCount: number };
      readonly replies: readonly {
        readonly post: { readonly uri: string; record: { text: string }; author: { did: string } };
      }[];
    };
  };

  it('a mention becomes a conversation, and the answer given on the desk stands under the post', async () => {
    const { id: uri } = await people.say(DORA, { place: 'wall', text: 'my kettle leaks ☕, Δώρα' });
    const { id } = await conversationAbout('Δώρα');
    const detail = await api.conversation(id);
    expect(detail.conversation).toMatchObject({ channel: 'bluesky', reach: 'earned', contact: { name: DORA.name } });

    const text = '☕ A new lid is on its way: https://kettle.example/lids #tea';
    expect(await api.answer(id, text, { as: 'person' })).toMatchObject({ delivery: 'sent' });
    const { replies } = await until('the answer under the post', async () => {
      const thread = await threadOf(uri);
      return thread.replies.length > 0 && thread;
    });
    expect(replies.map(({ post }) => [post.author.did, post.record.text])).toEqual([[people.brand.did, text]]);
    expect((await api.conversation(id)).conversation.attention).toBe('answered');

    await people.say(DORA, { place: uri, inReplyTo: replies[0]?.post.uri ?? '', text: 'Thank you, it fits!' });
    const again = await conversationAbout('Thank you, it fits!');
    expect(again.id).toBe(id);
    const { messages } = await api.conversation(id);
    expect(messages.map(({ direction, text: said }) => [direction, said])).toEqual([
      ['inbound', '@kettle-desk.test my kettle leaks ☕, Δώρα'],
      ['outbound', text],
      ['inbound', 'Thank you, it fits!'],
    ]);
  });

  it('likes and reposts what a customer said, and takes both back', async () => {
    const { id: uri } = await people.say(IDA, { place: 'wall', text: 'best kettle ever' });
    const { id } = await conversationAbout('best kettle ever');
    const [message] = (await api.conversation(id)).messages;
    const act = async (kind: string) => {
      const made = OutgoingAct.parse(
        await api.ask('POST', `/api/messages/${message?.id}/acts`, { id: randomUUID(), kind }),
      );
      await until(`${kind} sent`, async () => {
        const { outgoing } = await api.conversation(id);
        return outgoing.find((one) => one.id === made.id)?.state === 'sent';
      });
    };
    const counts = (likes: number, reposts: number) =>
      until(`${likes} likes, ${reposts} reposts`, async () => {
        const { post } = await threadOf(uri);
        return post.likeCount === likes && post.repostCount === reposts;
      });
    await act('like');
    await act('repost');
    await counts(1, 1);
    await act('unlike');
    await act('unrepost');
    await counts(0, 0);
  });

  it('exchanges direct messages', async () => {
    await people.say(DORA, { place: 'direct', text: 'Order 1044, where is it? 📦' });
    const { id, reach } = await conversationAbout('Order 1044');
    expect(reach).toBe('owned_private');
    await api.answer(id, 'On its way, Dora.');
    const [direct] = people.view(DORA).filter(({ place }) => place.kind === 'direct');
    expect(direct?.messages.map(({ by, text }) => [by, text])).toEqual([
      ['me', 'Order 1044, where is it? 📦'],
      ['company', 'On its way, Dora.'],
    ]);
  });

  it('files everything, each once', async () => {
    const balance = await api.settledBalance(({ received }) => received >= 4);
    expect(balance).toMatchObject({ isExact: true, setAside: 0 });
    const { health } = await api.inbox(inboxId);
    expect(health).toMatchObject({ state: 'connected', lastError: null });
  });
});
