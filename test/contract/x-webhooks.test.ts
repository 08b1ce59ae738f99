import { createHmac } from 'node:crypto';
import { Client } from '@xdevplatform/xdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import { replyTo, words } from './acts.ts';
import { ida, openDoor } from './lab.ts';
import { openX, type XLab } from './x-world.ts';

const CALLBACK = 'https://care.example/webhooks/main/x';
let lab: XLab;
let door: Awaited<ReturnType<typeof openDoor>>;
const open = async (options: Parameters<typeof openX>[0] = {}) => {
  await lab?.close();
  await door?.close();
  const reach = (address: string) => address.replace('https://care.example', new URL(door.url).origin);
  lab = await openX({ isLimited: false, reach, ...options });
  door = await openDoor(lab.connector, lab.credentials);
};
beforeEach(() => open());
afterEach(async () => {
  await lab.close();
  await door.close();
});

const connect = (address = CALLBACK, credentials = lab.credentials) =>
  lab.connector.connect!(credentials, lab.account, address);
const hooks = () => [...lab.network.hooks.hooks.values()];
/** What the door took since the last look. */
async function told(): Promise<ChannelEvent[]> {
  await lab.network.settled();
  const events: ChannelEvent[] = [];
  for (const { entry, context } of door.take()) events.push(...(await lab.connector.parse(entry, context)));
  return events;
}
const messages = (events: readonly ChannelEvent[]) =>
  events.filter((event): event is MessageEvent => event.kind === 'message');
const callsTo = (part: string) => lab.calls.filter((one) => one.includes(part));

it.each(['{"data":{}}', '[1]', '"words"', 'with spaces', '', 'x'.repeat(300)])(
  'signs nothing that could be an event for whoever asks: %s',
  (token) => {
    expect(lab.connector.webhook?.challenge?.({ crc_token: token }, lab.credentials)).toBeNull();
    const events = { headers: {}, query: {}, body: Buffer.from(token) };
    expect(lab.connector.webhook?.isAuthentic(events, lab.credentials)).toBe(false);
  },
);

describe('connecting', () => {
  it('makes one webhook, answers the check, and subscribes to each kind of event', async () => {
    const result = await connect();
    expect(result).toMatchObject({ ok: true, detail: expect.stringMatching(/mentions, answers, quotes, direct/) });
    expect(hooks()).toMatchObject([
      { url: expect.stringMatching(/^https:\/\/care\.example\/webhooks\/main\/x\?app=/) },
    ]);
    expect([...lab.network.hooks.subscriptions.values()].map((one) => one.event_type)).toEqual([
      'post.mention.create',
      'post.reply.create',
      'post.quote.create',
      'dm.received',
      'dm.sent',
      'dm.read',
      'chat.received',
      'chat.sent',
      'post.create',
      'post.delete',
    ]);
  });

  it('again, makes nothing twice', async () => {
    const first = await connect();
    lab.calls.length = 0;
    expect(await connect()).toEqual(first);
    expect(hooks()).toHaveLength(1);
    expect(lab.calls.every((one) => one.startsWith('GET'))).toBe(true);
  });

  it.each([
    'http://care.example/webhooks/main/x',
    'https://care.example:8443/webhooks/main/x',
    'https://127.0.0.1/webhooks/main/x',
    'https://192.168.1.4/webhooks/main/x',
    'https://[::1]/webhooks/main/x',
    'https://desk/webhooks/main/x',
    'https://desk.local/webhooks/main/x',
    'no address',
  ])('does not even try with %s, and says that all is read by polling', async (address) => {
    expect(await connect(address)).toMatchObject({ ok: true, detail: expect.stringContaining('read by polling') });
    expect(lab.calls).toEqual([]);
  });

  it('is content with the older service where the newer one is refused to the account', async () => {
    lab.network.standing.isPrivateTold = false;
    expect(await connect()).toMatchObject({ ok: true, detail: expect.stringContaining('X now sends') });
    expect(lab.network.hooks.subscriptions.size).toBe(0);
    expect([...lab.network.hooks.accounts]).toEqual(hooks().map(({ id }) => id));
    expect(await connect()).toMatchObject({ ok: true, detail: expect.stringContaining('X now sends') });
  });

  it('is no failure where the app has neither, and leaves no webhook behind', async () => {
    Object.assign(lab.network.standing, { hasActivity: false, hasAccountActivity: false });
    expect(await connect()).toMatchObject({
      ok: true,
      detail: expect.stringMatching(/^X sends nothing by itself for this account \(.+\)\. It is read by polling/),
    });
    expect(hooks()).toEqual([]);
  });

  it('leaves the webhook of another program alone', async () => {
    lab.network.hooks.hooks.set('1', {
      id: '1',
      url: 'https://other.example/x?key=secret',
      valid: true,
      created_at: '',
    });
    expect(await connect()).toMatchObject({ ok: true, detail: expect.stringContaining('https://other.example/x') });
    expect(await connect()).toMatchObject({ ok: true, detail: expect.not.stringContaining('secret') });
    expect(hooks()).toMatchObject([{ id: '1' }]);
  });

  it('names no app in the address where X takes none', async () => {
    lab.network.standing.takesQuery = false;
    await connect();
    expect(hooks()).toMatchObject([{ url: CALLBACK }]);
    lab.calls.length = 0;
    await connect();
    expect(callsTo('POST')).toEqual([]);
  });

  it('says what to do when the check was not answered as X wants it', async () => {
    const odd = lab.filled({ clientSecret: 'another' });
    door.close();
    door = await openDoor(lab.connector, odd);
    expect(await connect()).toMatchObject({ ok: true, detail: expect.stringContaining('client secret') });
    expect(hooks()).toEqual([]);
  });

  it('switches its own webhook on again, and the test of the inbox warns before', async () => {
    const look = () => lab.connector.check(lab.filled({ dailyCeiling: 5 }), CALLBACK);
    await connect();
    expect(await look()).toMatchObject({ ok: true, warnings: [] });
    for (const hook of hooks()) hook.valid = false;
    expect(await look()).toMatchObject({
      ok: true,
      warnings: [expect.stringContaining('switched off')],
      sends: [],
    });
    await connect();
    expect(hooks()).toMatchObject([{ valid: true }]);
    expect(await look()).toMatchObject({ ok: true, warnings: [] });
  });

  it.each([
    { service: 'the newer service', standing: {} },
    { service: 'the older one', standing: { hasActivity: false } },
  ])('a look says what comes by $service, in the words of connecting', async ({ standing }) => {
    Object.assign(lab.network.standing, standing);
    const look = async () => ((await lab.connector.check(lab.credentials, CALLBACK)) as { sends?: string[] }).sends;
    expect(await look()).toEqual([]);
    const granted = ((await connect()) as { sends?: string[] }).sends;
    expect(granted).toEqual(expect.arrayContaining(['mentions', 'direct messages']));
    expect(await look()).toEqual(granted);
    lab.network.hooks.subscriptions.clear();
    lab.network.hooks.accounts.clear();
    expect(await look()).toEqual([]);
    expect(await connect()).toMatchObject({ sends: granted });
    lab.network.hooks.hooks.clear();
    expect(await look()).toEqual([]);
  });

  it.each([
    ['gives the app no token', () => (lab.network.apps.isShut = true)],
    ['is limited', () => (lab.network.faults.rateLimit = 1)],
    ['is broken', () => (lab.network.faults.failBefore = 1)],
  ])('nobody knows what comes while X %s', async (_, spoil) => {
    await connect();
    lab.network.apps.revoke();
    // whose account it is, is known from before
    await lab.connector.check(lab.credentials);
    spoil();
    expect(await connect()).not.toHaveProperty('sends');
    expect(await lab.connector.check(lab.credentials, CALLBACK)).not.toHaveProperty('sends');
  });

  it('that nothing is to be had of X is known for sure where it refuses', async () => {
    Object.assign(lab.network.standing, { hasActivity: false, hasAccountActivity: false });
    expect(await connect()).toMatchObject({ sends: [] });
  });

  it('asks for another token of the app when X takes the old one no more', async () => {
    await connect();
    lab.network.apps.revoke();
    lab.network.hooks.subscriptions.clear();
    expect(await connect()).toMatchObject({ ok: true, detail: expect.stringContaining('mentions') });
    expect(callsTo('/oauth2/token')).toHaveLength(2);
  });

  it.each([
    ['gives the app no token', () => (lab.network.apps.isShut = true)],
    ['is limited', () => (lab.network.faults.rateLimit = 1)],
    ['is broken', () => (lab.network.faults.failBefore = 1)],
    ['knows the keys no more', () => (lab.network.faults.isTokenRevoked = true)],
  ])('is no failure while X %s', async (_, spoil) => {
    spoil();
    expect(await connect()).toMatchObject({ ok: true, detail: expect.stringContaining('read by polling') });
  });
});

describe.each([
  { service: 'X Activity API', standing: {} },
  { service: 'Account Activity API', standing: { hasActivity: false } },
])('by the $service', ({ standing }) => {
  beforeEach(async () => {
    Object.assign(lab.network.standing, standing);
    await lab.arrived();
    await connect();
  });

  it.each(['wall', 'direct', 'quote'])('what is said (%s) is what a list says of it', async (place) => {
    const quote = lab.network.places(ida).find(({ id }) => id.startsWith('quote:'));
    await lab.network.say(ida, { place: place === 'quote' ? (quote?.id ?? '') : place, text: 'It leaks & hisses' });
    const [event] = messages(await told());
    const [polled] = messages(await lab.arrived());
    expect(event).toBeDefined();
    const same = ({ id, account, parent, author, sentAt, thread: { id: line, reach } }: MessageEvent) => ({
      id,
      account,
      parent,
      author: author.kind === 'contact' ? author.person.id : author.kind,
      // the older service tells whole seconds
      second: Math.floor(sentAt.getTime() / 1_000),
      line,
      reach,
    });
    expect(event && same(event)).toEqual(polled && same(polled));
    expect(event?.content.text).toBe(polled?.content.text);
    expect((event?.remote as { called?: unknown })?.called).toEqual((polled?.remote as { called?: unknown })?.called);
  });

  it('a desk that answers what it was told hears its own answer as that', async () => {
    await lab.network.say(ida, { place: 'direct', text: 'Where is it?' });
    const [question] = messages(await told());
    const sent = await lab.connector.send(replyTo(question!, words('On its way')), lab.credentials, lab.account);
    expect(sent).toMatchObject({ kind: 'accepted' });
    expect(messages(await told())).toMatchObject([
      { id: (sent as { id?: string }).id, author: { kind: 'business' }, thread: { id: question?.thread.id } },
    ]);
  });

  it('a post of the account that is deleted is told', async () => {
    const post = lab.network.publish('Autumn is here');
    await told();
    lab.network.store.remove(post.id);
    expect(await told()).toMatchObject([{ kind: 'deletion', id: post.id }]);
  });
});

it('a comment below a post of the account is one, by the newer service', async () => {
  await lab.arrived();
  await connect();
  const [post] = lab.network.places(ida).filter(({ kind }) => kind === 'post');
  await lab.network.say(ida, { place: post!.id, text: 'Where can I buy it?' });
  const [event] = messages(await told());
  const [polled] = messages(await lab.arrived());
  expect(event).toMatchObject({ id: polled?.id, parent: polled?.parent, thread: { id: polled?.thread.id } });
  expect([event?.thread.reach, event?.content.text]).toEqual(['owned_public', 'Where can I buy it?']);
});

describe('the door', () => {
  const body = Buffer.from('{"data":{"event_type":"x"}}');
  const sign = (secret: string, bytes: Uint8Array = body) =>
    `sha256=${createHmac('sha256', secret).update(bytes).digest('base64')}`;
  const isAuthentic = (headers: Record<string, string>, credentials = lab.credentials) =>
    lab.connector.webhook!.isAuthentic({ headers, query: {}, body }, credentials);
  const legacy = 'x-twitter-webhooks-signature';
  const newer = 'x-twitter-webhooks-signature-oauth2';

  it('takes what the API secret signed, and with a client secret also what that signed', () => {
    const { apiSecret } = lab.network.keys;
    const both = lab.filled({ clientSecret: 'of-oauth-2' });
    expect(isAuthentic({ [legacy]: sign(apiSecret) })).toBe(true);
    expect(isAuthentic({ 'X-Twitter-Webhooks-Signature': sign(apiSecret) })).toBe(true);
    expect(isAuthentic({ [legacy]: sign(apiSecret) }, both)).toBe(true);
    expect(isAuthentic({ [newer]: sign('of-oauth-2') }, both)).toBe(true);
    expect(isAuthentic({ [newer]: sign('wrong'), [legacy]: sign(apiSecret) }, both)).toBe(true);
  });

  it.each([
    ['nothing', () => ({})],
    ['an empty signature', () => ({ [legacy]: '' })],
    ['the signature of another body', () => ({ [legacy]: sign(lab.network.keys.apiSecret, Buffer.from('{}')) })],
    ['another secret', () => ({ [legacy]: sign('guessed') })],
    ['an empty client secret', () => ({ [newer]: sign('') })],
    ['hexadecimal digits', () => ({ [legacy]: `sha256=${createHmac('sha256', 'x').update(body).digest('hex')}` })],
    ['the secret of the other header', () => ({ [newer]: sign(lab.network.keys.apiSecret) })],
  ])('refuses %s', (_, headers) => {
    expect(isAuthentic(headers())).toBe(false);
  });

  it('answers the check of its own app only, with the secret that X wants', () => {
    const challenge = lab.connector.webhook!.challenge!;
    const answer = { response_token: sign(lab.network.keys.apiSecret, Buffer.from('token')) };
    expect(challenge({ crc_token: 'token' }, lab.credentials)).toEqual(answer);
    const both = lab.filled({ clientSecret: 'of-oauth-2' });
    expect(challenge({ crc_token: 'token' }, both)).toEqual({
      response_token: sign('of-oauth-2', Buffer.from('token')),
    });
    expect(challenge({ crc_token: 'token', app: '00000000' }, lab.credentials)).toBeNull();
    expect(challenge({}, lab.credentials)).toBeNull();
    expect(challenge({ crc_token: '' }, lab.credentials)).toBeNull();
  });
});

it("X's own client makes the same webhook and the same subscription", async () => {
  const { url: baseUrl, keys, apps } = lab.network;
  const basic = `Basic ${btoa(`${encodeURIComponent(keys.apiKey)}:${encodeURIComponent(keys.apiSecret)}`)}`;
  const given = apps.give(basic, new URLSearchParams({ grant_type: 'client_credentials' })) as { access_token: string };
  const app = new Client({ baseUrl, bearerToken: given.access_token });
  const made = await app.webhooks.create({ url: CALLBACK });
  expect(made).toMatchObject({ data: { id: expect.stringMatching(/^\d+$/), url: CALLBACK, valid: true } });
  const webhookId = String(made.data?.id);
  expect(await app.webhooks.validate(webhookId)).toMatchObject({ data: { valid: true } });
  const account = new Client({ baseUrl, accessToken: keys.bearer });
  await account.activity.createSubscription({
    eventType: 'post.mention.create',
    filter: { userId: lab.account },
    webhookId,
  });
  expect(await app.activity.getSubscriptions()).toMatchObject({
    data: [{ eventType: 'post.mention.create', webhookId }],
  });
  expect(await app.webhooks.get({ webhookConfigFields: ['id', 'url', 'valid'] })).toMatchObject({
    data: [{ id: webhookId, valid: true }],
  });
  // and what it made is used again
  expect(await connect()).toMatchObject({ ok: true });
  expect([...lab.network.hooks.subscriptions.values()].map((one) => one.event_type)).toHaveLength(10);
  expect(hooks()).toHaveLength(1);
});
