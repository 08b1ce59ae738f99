import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { noFaults, type Persona } from '../network.ts';
import { type MetaNetworks, startMeta } from './index.ts';

const PAGE = '104477880011223';
const SECRET = 'harbor-test-secret';
const ida: Persona = { id: 'ida', name: 'Ida Norberg', handle: 'ida', email: 'ida@customers.test', language: 'sv' };
const oskar: Persona = { ...ida, id: 'oskar', name: 'Oskar Lund' };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function start(more: Partial<Parameters<typeof startMeta>[0]> = {}): Promise<MetaNetworks> {
  let at = Date.parse('2026-11-18T12:00:00Z');
  const now = () => {
    at += 5;
    return new Date(at);
  };
  const pages = [
    { id: PAGE, name: 'Lindqvist Outdoor', token: 'EAApageTokenA' },
    { id: '104477880099887', name: 'Lindqvist Ski', token: 'EAApageTokenB' },
  ];
  const meta = await startMeta({
    seed: 1,
    now,
    appId: '918273645501234',
    appSecret: SECRET,
    verifyToken: 'harbor-verify',
    pages,
    ...more,
  });
  closers.push(meta.close);
  return meta;
}

/** What the tests below look at in an answer; which of it is there depends on the call. */
interface Answered {
  readonly id: string;
  readonly from: { readonly id: string };
  readonly data: { readonly message: string; readonly participants: { readonly data: { readonly id: string }[] } }[];
  readonly paging: { readonly cursors: { readonly after: string }; readonly next?: string };
  readonly error: { readonly code: number };
}
interface Got {
  readonly body: string;
  readonly signature: string;
}
async function listen() {
  const got: Got[] = [];
  const door: { status: number; attempts: number; onPost: () => void } = { status: 200, attempts: 0, onPost: () => {} };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      door.attempts += 1;
      const status = door.status;
      if (status === 200) got.push({ body, signature: String(request.headers['x-hub-signature-256']) });
      response.writeHead(status).end();
      door.onPost();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got, door };
}
const texts = (got: readonly Got[]): string[] =>
  got.flatMap(({ body }) => [...body.matchAll(/"(?:message|text)":"([^"]*)"/g)].map((match) => match[1] ?? ''));

describe('deliveries', () => {
  it('are signed over bytes in which everything beyond ASCII is escaped', async () => {
    const { url, got } = await listen();
    const meta = await start({ callbackUrl: url });
    await meta.messenger.say(ida, { place: `direct:${PAGE}`, text: 'café 😡' });
    await meta.messenger.settled();
    expect(got[0]?.body).toContain('caf\\u00e9 \\ud83d\\ude21');
    expect(got[0]?.signature).toBe(
      `sha256=${createHmac('sha256', SECRET)
        .update(got[0]?.body ?? '')
        .digest('hex')}`,
    );
  });

  it('are tried until they are taken, in their order, and settle without waiting for that', async () => {
    const { url, got, door } = await listen();
    const meta = await start({ callbackUrl: url });
    door.status = 503;
    for (const text of ['one', 'two', 'three']) await meta.messenger.say(ida, { place: `direct:${PAGE}`, text });
    const accepted = new Promise<void>((resolve) => {
      door.onPost = () => {
        if (door.attempts === 4) door.status = 200;
        if (texts(got).includes('three')) resolve();
      };
    });
    await meta.messenger.settled();
    expect(got, 'settled while nobody answers').toEqual([]);
    await accepted;
    expect(texts(got)).toEqual(['one', 'two', 'three']);
  });

  it('end with the subscription when nobody answers for long', async () => {
    const { url, got, door } = await listen();
    const meta = await start({ callbackUrl: url, giveUpAfter: 2 });
    door.status = 500;
    const twice = new Promise<void>((resolve) => {
      door.onPost = () => {
        if (door.attempts === 2) resolve();
      };
    });
    await meta.messenger.say(ida, { place: `direct:${PAGE}`, text: 'Lost' });
    await twice;
    door.status = 200;
    await meta.messenger.say(ida, { place: `direct:${PAGE}`, text: 'Lost as well' });
    await meta.messenger.settled();
    expect(got).toEqual([]);
  });

  it('wait for the first address', async () => {
    const { url, got } = await listen();
    const meta = await start();
    await meta.facebook.say(ida, { place: `wall:${PAGE}`, text: 'Early', at: new Date('2026-10-01T08:00:00Z') });
    await meta.facebook.settled();
    meta.subscribe(url);
    await meta.facebook.settled();
    expect(texts(got)).toEqual(['Early']);
    expect(got[0]?.body).toContain(`"created_time":${Date.parse('2026-10-01T08:00:00Z') / 1000}`);
  });

  it('come several at once, with entries of several Pages', async () => {
    const { url, got } = await listen();
    const meta = await start({ callbackUrl: url });
    for (let count = 0; count < 40; count += 1) {
      await meta.facebook.say(ida, {
        place: `wall:${count % 3 === 0 ? '104477880099887' : PAGE}`,
        text: `number ${count}`,
      });
    }
    await meta.facebook.settled();
    expect(new Set(texts(got)).size).toBe(40);
    expect(got.some(({ body }) => JSON.parse(body).entry.length > 1)).toBe(true);
    expect(
      got.some(({ body }) => JSON.parse(body).entry.some((entry: { changes: unknown[] }) => entry.changes.length > 1)),
    ).toBe(true);
  });

  it.each([
    { fault: { drop: 1 }, expected: [] },
    { fault: { isSilent: true }, expected: [] },
    { fault: { duplicate: 1 }, expected: ['a', 'a'] },
  ])('obey $fault', async ({ fault, expected }) => {
    const { url, got } = await listen();
    const meta = await start({ callbackUrl: url });
    Object.assign(meta.messenger.faults, fault);
    await meta.messenger.say(ida, { place: `direct:${PAGE}`, text: 'a' });
    await meta.messenger.settled();
    expect(texts(got)).toEqual(expected);
    Object.assign(meta.messenger.faults, noFaults());
  });

  it('stop silently when the Page has lost its subscription', async () => {
    const { url, got } = await listen();
    const meta = await start({ callbackUrl: url });
    meta.unsubscribe(PAGE);
    await meta.facebook.say(ida, { place: `wall:${PAGE}`, text: 'Lost' });
    await meta.facebook.settled();
    expect(got).toEqual([]);
  });
});

describe('the Graph API', () => {
  async function withTalk(more: Parameters<typeof start>[0] = {}) {
    const meta = await start(more);
    const post = meta.publishAsPage(PAGE, 'Autumn is here');
    const { id: top } = await meta.facebook.say(ida, { place: post, text: 'Top' });
    await meta.facebook.say(oskar, { place: post, text: 'Below', inReplyTo: top });
    const call = async (path: string, init: RequestInit = {}, token = 'EAApageTokenA') => {
      const response = await fetch(`${meta.graphUrl}/${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, ...init.headers },
      });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Answered };
    };
    const form = (values: Record<string, string>): RequestInit => ({
      method: 'POST',
      body: new URLSearchParams(values),
    });
    return { meta, post, top, call, form };
  }
  const messages = (body: Answered) => body.data.map(({ message }) => message);

  it('lists only what is at the top unless asked for everything, and only the fields asked for', async () => {
    const { post, call } = await withTalk();
    expect(messages((await call(`${post}/comments`)).body)).toEqual(['Top']);
    expect(messages((await call(`${post}/comments?filter=stream&order=reverse_chronological`)).body)).toEqual([
      'Below',
      'Top',
    ]);
    const { body } = await call(`${post}/comments?filter=stream&fields=id,parent{id}`);
    expect(Object.keys(body.data[1] ?? {})).toEqual(['id', 'parent']);
    expect((await call(`${post}/comments?fields=shares`)).body.error.code, 'a comment has no shares').toBe(100);
  });

  it('pages by cursor, and an empty page may name a next one', async () => {
    const { meta, post, call } = await withTalk();
    const first = (await call(`${post}/comments?filter=stream&limit=1`)).body;
    expect(
      messages((await call(`${post}/comments?filter=stream&limit=1&after=${first.paging.cursors.after}`)).body),
    ).toEqual(['Below']);
    meta.quirks.emptyPages = true;
    const empty = (await call(`${post}/comments?filter=stream`)).body;
    expect(empty).toMatchObject({ data: [], paging: { next: expect.any(String) } });
    expect(messages((await call(`${post}/comments?filter=stream&after=${empty.paging.cursors.after}`)).body)).toEqual([
      'Top',
      'Below',
    ]);
  });

  it('shows nothing to a person’s token, and says nothing of it', async () => {
    const { post, call } = await withTalk();
    expect(await call(`${post}/comments`, {}, 'EAAlongUser')).toMatchObject({ status: 200, body: { data: [] } });
  });

  it.each([
    {
      what: 'an edit of somebody else’s comment',
      path: (top: string) => top,
      values: { message: 'Overwritten' },
      code: 200,
    },
    { what: 'a comment without words', path: (top: string) => `${top}/comments`, values: {}, code: 100 },
    {
      what: 'the same post twice in a row',
      path: () => `${PAGE}/feed`,
      values: { message: 'Autumn is here' },
      code: 506,
    },
    {
      what: 'a dead message tag',
      path: () => `${PAGE}/messages`,
      values: { messaging_type: 'MESSAGE_TAG', tag: 'ACCOUNT_UPDATE', recipient: 'IDA', message: '{"text":"x"}' },
      code: 100,
      subcode: 1893061,
    },
    {
      what: 'an action with a message',
      path: () => `${PAGE}/messages`,
      values: { sender_action: 'typing_on', recipient: 'IDA', message: '{"text":"x"}' },
      code: 100,
      subcode: 2018014,
    },
    {
      what: 'a stranger',
      path: () => `${PAGE}/messages`,
      values: { recipient: '{"id":"1"}', message: '{"text":"x"}' },
      code: 100,
      subcode: 2018001,
    },
    {
      what: 'a wrong proof of the secret',
      path: (top: string) => `${top}/likes`,
      values: { appsecret_proof: 'guess' },
      code: 100,
    },
  ])('refuses $what', async ({ path, values, code, subcode }) => {
    const { meta, top, call, form } = await withTalk();
    await meta.messenger.say(ida, { place: `direct:${PAGE}`, text: 'Hello' });
    const psid = (await call(`${PAGE}/conversations?fields=participants`)).body.data[0]?.participants.data[0]?.id;
    const filled = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, value === 'IDA' ? `{"id":"${psid}"}` : String(value)]),
    );
    expect((await call(path(top), form(filled))).body.error).toMatchObject({
      code,
      ...(subcode ? { error_subcode: subcode } : {}),
    });
  });

  it('counts calls, and refuses when they are used up', async () => {
    const { top, call } = await withTalk({ callsPerHour: 2 });
    expect(JSON.parse((await call(top)).headers.get('x-app-usage') ?? '')).toMatchObject({ call_count: 0 });
    await call(top);
    const { body, headers } = await call(top);
    expect(body.error.code).toBe(80001);
    expect(headers.get('x-business-use-case-usage')).toContain('estimated_time_to_regain_access');
  });

  it('may deliver the echo before it answers the call', async () => {
    const { url, got } = await listen();
    const { top, call, form } = await withTalk({ callbackUrl: url, isEchoFirst: true });
    const { body } = await call(`${top}/comments`, form({ message: 'Sorry, Ida' }));
    expect(got.some((one) => one.body.includes(body.id))).toBe(true);
  });

  it('gives the same person the same id after a restart, and new things new ids', async () => {
    const [one, two] = [await withTalk(), await withTalk({ now: () => new Date('2026-11-19T12:00:00Z') })];
    const who = async ({ call, top }: typeof one) => (await call(`${top}?fields=from`)).body.from.id;
    expect(await who(one)).toBe(await who(two));
    expect(one.top).not.toBe(two.top);
  });
});
