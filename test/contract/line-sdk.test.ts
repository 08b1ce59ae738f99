import { readFileSync } from 'node:fs';
import { channelAccessToken, HTTPFetchError, messagingApi, validateSignature, type webhook } from '@line/bot-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../../src/connectors/line/parse.ts';
import { isSigned } from '../../src/connectors/line/signature.ts';
import { ida } from './lab.ts';
import { ACCOUNT, credentials, type LineWorld, openLineWorld, place } from './line-world.ts';

const KEY = '5f9d2f1e-0000-4000-8000-000000008841';
/** A fixture of each event that the SDK knows: the compiler says so when one is missing. */
const FIXTURES: Readonly<Record<NonNullable<webhook.Event['type']>, string>> = {
  accountLink: 'account_link',
  activated: 'activated',
  beacon: 'beacon',
  botResumed: 'bot_resumed',
  botSuspended: 'bot_suspended',
  deactivated: 'deactivated',
  delivery: 'delivery',
  follow: 'follow',
  join: 'join',
  leave: 'leave',
  memberJoined: 'member_joined',
  memberLeft: 'member_left',
  membership: 'membership',
  message: 'text',
  messageEdited: 'message_edited',
  module: 'module',
  postback: 'postback',
  unfollow: 'unfollow',
  unsend: 'unsend',
  videoPlayComplete: 'video_play_complete',
};

describe('LINE’s own SDK', () => {
  let world: LineWorld;
  let client: messagingApi.MessagingApiClient;
  let blobs: messagingApi.MessagingApiBlobClient;
  let userId: string;
  const text = (words: string): messagingApi.TextMessage => ({ type: 'text', text: words });
  const statusOf = (call: Promise<unknown>) =>
    call.then(
      () => 200,
      (error: unknown) => (error instanceof HTTPFetchError ? error.status : Promise.reject(error)),
    );

  beforeAll(async () => {
    world = await openLineWorld({ quota: 5 });
    const baseURL = world.simulator.url;
    const tokens = new channelAccessToken.ChannelAccessTokenClient({ baseURL });
    const { channelId, channelSecret } = credentials;
    const issued = await tokens.issueStatelessChannelTokenByClientSecret(channelId, channelSecret);
    const config = { channelAccessToken: issued.access_token, baseURL };
    client = new messagingApi.MessagingApiClient(config);
    blobs = new messagingApi.MessagingApiBlobClient(config);
    await world.network.say(ida, { place, text: 'Hello' });
    userId = world.network.view(ida)[0]?.id ?? '';
  });
  afterAll(() => world.close());

  it('takes what the simulator signs, as the connector does', async () => {
    const [first] = await world.arrived();
    const body = first?.entry.body ?? new Uint8Array();
    const signature = first?.entry.headers['x-line-signature'] ?? '';
    const by = (secret: string) => [
      validateSignature(Buffer.from(body), secret, signature),
      isSigned({ headers: { 'X-Line-Signature': signature }, query: {}, body }, { channelSecret: secret }),
    ];
    expect(by(credentials.channelSecret)).toEqual([true, true]);
    expect(by('another')).toEqual([false, false]);
  });

  it('is understood by the simulator', async () => {
    expect(await client.getBotInfo()).toMatchObject({ userId: ACCOUNT.userId, displayName: ACCOUNT.name });
    expect(await client.getProfile(userId)).toMatchObject({ displayName: 'Ida Norberg' });
    expect(await client.getWebhookEndpoint()).toEqual({ endpoint: world.door.url, active: true });
    expect(await client.testWebhookEndpoint({ endpoint: world.door.url })).toMatchObject({ success: true });
    expect(await client.setWebhookEndpoint({ endpoint: world.door.url })).toEqual({});
    expect(await client.getMessageQuota()).toEqual({ type: 'limited', value: 5 });
    const group = world.simulator.group('Kettle lovers', [ida]);
    expect(await client.getGroupSummary(group)).toMatchObject({ groupName: 'Kettle lovers' });
    expect(await client.getGroupMemberProfile(group, userId)).toMatchObject({ displayName: 'Ida Norberg' });
  });

  it('pushes once under a key, and hears 409 afterwards', async () => {
    const before = (await client.getMessageQuotaConsumption()).totalUsage;
    const push = () => client.pushMessage({ to: userId, messages: [text('Once')] }, KEY);
    expect((await push()).sentMessages).toHaveLength(1);
    expect(await statusOf(push())).toBe(409);
    expect((await client.getMessageQuotaConsumption()).totalUsage).toBe(before + 1);
  });

  it('replies once with a token', async () => {
    await world.arrived();
    await world.network.say(ida, { place, text: 'A token, please' });
    const [arrived] = await world.arrived();
    const { events } = JSON.parse(new TextDecoder().decode(arrived?.entry.body)) as webhook.CallbackRequest;
    const replyToken = events[0] && 'replyToken' in events[0] ? String(events[0].replyToken) : '';
    const reply = () => client.replyMessage({ replyToken, messages: [text('Thank you')] });
    expect((await reply()).sentMessages).toHaveLength(1);
    expect(await statusOf(reply())).toBe(400);
  });

  it.each([
    [[], 400],
    [[{ type: 'text', text: '' }], 400],
    [[{ type: 'text', text: 'a'.repeat(5_001) }], 400],
    [Array.from({ length: 6 }, () => ({ type: 'text', text: 'a' })), 400],
    [[{ type: 'image', originalContentUrl: 'http://a.test/x.jpg', previewImageUrl: 'https://a.test/x.jpg' }], 400],
    [[{ type: 'text', text: 'fine' }], 200],
  ])('is told what is wrong with %j: %i', async (messages, status) => {
    expect(await statusOf(client.validatePush({ messages: messages as messagingApi.Message[] }))).toBe(status);
  });

  it('fetches what somebody sent', async () => {
    const attachment = { name: 'a.mp4', mimeType: 'video/mp4', bytes: Uint8Array.of(4, 5) };
    const { id } = await world.network.say(ida, { place, text: '', attachment });
    expect(await blobs.getMessageContentTranscodingByMessageId(id)).toEqual({ status: 'succeeded' });
    const chunks: Buffer[] = [];
    for await (const chunk of await blobs.getMessageContent(id)) chunks.push(chunk as Buffer);
    expect(new Uint8Array(Buffer.concat(chunks))).toEqual(attachment.bytes);
  });

  it.each(Object.entries(FIXTURES))('knows the event "%s", and so do we', (type, fixture) => {
    const body = readFileSync(new URL(`../../src/connectors/line/fixtures/${fixture}.json`, import.meta.url));
    const { destination, events } = JSON.parse(body.toString('utf8')) as webhook.CallbackRequest;
    expect(destination).toBe(ACCOUNT.userId);
    expect(events.map((event) => event.type)).toEqual([type]);
    const read = parse(
      { source: 'webhook', headers: {}, body },
      { account: null, settings: null, receivedAt: new Date('2026-11-20T12:00:00Z') },
    );
    expect(read).not.toContainEqual(expect.objectContaining({ why: expect.stringContaining('of the kind') }));
  });
});
