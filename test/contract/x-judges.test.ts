import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, type AgentOptions } from 'node:http';
import { connect } from 'node:net';
import { Client } from '@xdevplatform/xdk';
import { ApiResponseError, ETwitterStreamEvent, TwitterApi } from 'twitter-api-v2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ida } from './lab.ts';
import { openX, type XLab } from './x-world.ts';

// The network's own clients against the simulated network: what they send must be understood, what they read must be there.
let lab: XLab;
let post: string;
let mention: string;
beforeEach(async () => {
  // twitter-api-v2 signs with the clock of the machine
  lab = await openX({ isLimited: true, plan: 'enterprise', now: () => new Date() });
  post = lab.network
    .places(ida)
    .find(({ kind }) => kind === 'post')!
    .id.replace('post:', '');
  ({ id: mention } = await lab.network.say(ida, { place: 'wall', text: 'It leaks & hisses https://kettle.co/a' }));
});
afterEach(() => lab.close());

/** The client knows one address only: its connections are led to the simulated network, without TLS. */
class Detour extends Agent {
  readonly protocol = 'https:';
  readonly #port: number;
  constructor(url: string, options: AgentOptions = {}) {
    super(options);
    this.#port = Number(new URL(url).port);
  }
  override createConnection() {
    return connect(this.#port, '127.0.0.1');
  }
}

describe('twitter-api-v2', () => {
  const client = () => {
    const { apiKey, apiSecret, accessToken, accessSecret } = lab.network.keys;
    const keys = { appKey: apiKey, appSecret: apiSecret, accessToken, accessSecret };
    return new TwitterApi(keys, { httpAgent: new Detour(lab.network.url) }).v2;
  };

  it('reads who it is, mentions, a search, a post and direct messages', async () => {
    expect((await client().me({ 'user.fields': ['profile_image_url', 'public_metrics'] })).data).toMatchObject({
      id: lab.account,
      username: 'KettleCo',
    });
    const fields = {
      expansions: ['author_id', 'referenced_tweets.id', 'attachments.media_keys'],
      'tweet.fields': ['created_at', 'author_id', 'conversation_id', 'entities', 'public_metrics'],
      'user.fields': ['public_metrics'],
    } as const;
    const asked = {
      ...fields,
      expansions: [...fields.expansions],
      'tweet.fields': [...fields['tweet.fields']],
      'user.fields': [...fields['user.fields']],
    };
    const mentions = await client().userMentionTimeline(lab.account, { ...asked, max_results: 5 });
    expect(mentions.tweets).toMatchObject([{ id: mention, entities: { mentions: [{ id: lab.account }] } }]);
    expect(mentions.tweets[0]?.text).toMatch(/^@KettleCo It leaks &amp; hisses https:\/\/t\.co\/\w+$/);
    expect(mentions.includes.author(mentions.tweets[0]!)?.name).toBe('Ida Norberg');
    const found = await client().search('(leaks OR "not this") -from:KettleCo -is:retweet', asked);
    expect(found.tweets.map(({ id }) => id)).toEqual([mention]);
    expect((await client().singleTweet(mention, asked)).data.created_at).toMatch(/^\d{4}-.*Z$/);

    await lab.network.say(ida, { place: 'direct', text: 'Order 1044' });
    const messages = await client().listDmEvents({
      'dm_event.fields': ['created_at', 'sender_id', 'dm_conversation_id'],
    });
    expect(messages.events).toMatchObject([{ event_type: 'MessageCreate', text: 'Order 1044' }]);
  });

  it('pages through more than it can take at once', async () => {
    for (let at = 0; at < 40; at += 1) await lab.network.say(ida, { place: 'wall', text: `Leak ${at}` });
    const mentions = await client().userMentionTimeline(lab.account, { max_results: 15 });
    await mentions.fetchLast(100);
    expect(new Set(mentions.tweets.map(({ id }) => id)).size).toBe(41);
    const newer = await client().userMentionTimeline(lab.account, { since_id: mentions.tweets[3]!.id, max_results: 5 });
    expect(newer.tweets).toHaveLength(3);
  });

  it('answers, quotes, likes, reposts, hides, deletes and writes in private, with files', async () => {
    const media = await client().uploadMedia(randomBytes(3_000_000), { media_type: 'video/mp4' as never });
    const sent = await client().tweet('Sorry!', {
      reply: { in_reply_to_tweet_id: mention },
      media: { media_ids: [media] },
    });
    expect(lab.network.store.posts.get(sent.data.id)).toMatchObject({ repliedTo: mention, media: [{ type: 'video' }] });
    expect((await client().quote('Thanks', mention)).data.id).toMatch(/^\d+$/);
    expect((await client().like(lab.account, mention)).data.liked).toBe(true);
    expect((await client().unlike(lab.account, mention)).data.liked).toBe(false);
    expect((await client().retweet(lab.account, mention)).data.retweeted).toBe(true);
    expect((await client().unretweet(lab.account, mention)).data.retweeted).toBe(false);
    const { id: comment } = await lab.network.say(ida, { place: `post:${post}`, text: 'Rubbish' });
    expect((await client().hideReply(comment, true)).data.hidden).toBe(true);
    const { author } = { author: lab.network.store.posts.get(mention)!.authorId };
    const direct = await client().sendDmToParticipant(author, { text: 'Hello' });
    expect(
      lab.network.store.messages.get(
        direct.dm_event_id ?? (direct as unknown as { data: { dm_event_id: string } }).data.dm_event_id,
      ),
    ).toMatchObject({ text: 'Hello' });
    expect((await client().deleteTweet(sent.data.id)).data.deleted).toBe(true);
  });

  it('gets a token for the app, makes rules, and hears what they find by the stream', async () => {
    const { apiKey: appKey, apiSecret: appSecret, accessToken, accessSecret } = lab.network.keys;
    const settings = { httpAgent: new Detour(lab.network.url) };
    const own = new TwitterApi({ appKey, appSecret, accessToken, accessSecret }, settings);
    const { v2: app } = await own.appLogin();
    const made = await app.updateStreamRules({ add: [{ value: 'kettle -from:KettleCo', tag: 'watch:7' }] });
    expect((await app.streamRules()).data).toEqual(made.data);
    const stream = await app.searchStream({ expansions: ['author_id'], 'tweet.fields': ['created_at'] });
    const beat = once(stream, ETwitterStreamEvent.DataKeepAlive);
    lab.network.stream.beat();
    await beat;
    const heard = once(stream, ETwitterStreamEvent.Data);
    const { id } = await lab.network.say(ida, { place: 'elsewhere', text: 'My kettle' });
    expect(await heard).toMatchObject([
      {
        data: { id, text: 'My kettle' },
        includes: { users: [{ name: 'Ida Norberg' }] },
        matching_rules: [{ tag: 'watch:7' }],
      },
    ]);
    lab.network.stream.take(true);
    const refused = await app.searchStream({ autoConnect: true }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 429, data: { connection_issue: 'TooManyConnections' } });
    stream.destroy();
    await lab.network.stream.until(() => lab.network.stream.connections === 0);
    await app.updateStreamRules({ delete: { ids: made.data.map((rule) => rule.id) } });
    expect(lab.network.stream.rules.size).toBe(0);
  });

  it('understands refusals and limits', async () => {
    const wrong = await client()
      .search('min_faves:5')
      .catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(ApiResponseError);
    expect((wrong as ApiResponseError).code).toBe(400);
    for (let at = 0; at < 15; at += 1) await client().listDmEvents();
    const limited = await client()
      .listDmEvents()
      .catch((error: unknown) => error);
    expect(limited).toMatchObject({ rateLimitError: true, rateLimit: { limit: 15, remaining: 0 } });
    lab.network.faults.isTokenRevoked = true;
    expect(
      await client()
        .me()
        .catch((error: unknown) => error),
    ).toMatchObject({ isAuthError: true });
  });
});

describe("@xdevplatform/xdk, X's own client", () => {
  // its signing of 1.0a leaves the query out of the parameters, so that X itself would refuse it: a token of 2.0 instead
  const client = () => new Client({ baseUrl: lab.network.url, accessToken: lab.network.keys.bearer });

  it('reads and writes with the names of the specification', async () => {
    expect((await client().users.getMe({ userFields: ['public_metrics'] })).data).toMatchObject({ id: lab.account });
    const mentions = await client().users.getMentions(lab.account, {
      maxResults: 5,
      postFields: ['created_at', 'author_id', 'conversation_id'],
      expansions: ['author_id'],
    } as object);
    expect(mentions).toMatchObject({
      data: [{ id: mention, authorId: expect.any(String), conversationId: mention }],
      includes: { users: [{ name: 'Ida Norberg' }] },
      meta: { resultCount: 1, newestId: mention },
    });
    expect(await client().posts.searchRecent('leaks', { maxResults: 10 })).toMatchObject({ data: [{ id: mention }] });
    const sent = await client().posts.create({ text: 'Sorry!', reply: { inReplyToTweetId: mention } } as object);
    const id = String((sent as { data?: { id?: string } }).data?.id);
    expect(lab.network.store.posts.get(id)).toMatchObject({ repliedTo: mention });
    expect(await client().posts.delete(id)).toMatchObject({ data: { deleted: true } });
    const person = lab.network.store.posts.get(mention)!.authorId;
    const direct = await client().directMessages.createByParticipantId(person, { text: 'Hello' } as object);
    expect(direct).toMatchObject({
      data: { dmConversationId: expect.stringContaining('-'), dmEventId: expect.any(String) },
    });
    expect(await client().directMessages.getEvents({ maxResults: 5 })).toMatchObject({ data: [{ text: 'Hello' }] });
  });
});
