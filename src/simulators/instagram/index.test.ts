import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona, Remembered } from '../network.ts';
import { type InstagramOptions, startInstagram } from './index.ts';

const ACCOUNT = '17841499000112233';
const PAGE = '104477880011223';
const DIRECT = `direct:${ACCOUNT}`;
const ida: Persona = { id: 'ida', name: 'Ida Norberg', handle: 'ida', email: 'ida@customers.test', language: 'sv' };
const oskar: Persona = { ...ida, id: 'oskar', name: 'Oskar Lund', handle: 'oskar' };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function start(options: Partial<InstagramOptions> = {}) {
  const clock = { at: Date.parse('2026-11-18T12:00:00Z') };
  const now = () => {
    clock.at += 5;
    return new Date(clock.at);
  };
  const instagram = await startInstagram({
    seed: 1,
    now,
    appId: '918273645501234',
    appSecret: 'app-secret',
    instagramAppId: '733100220033445',
    instagramSecret: 'ig-secret',
    verifyToken: 'verify',
    accounts: [{ id: ACCOUNT, username: 'lindqvist', name: 'Lindqvist', pageId: PAGE, pageToken: 'PAGE', token: 'IG' }],
    ...options,
  });
  closers.push(instagram.close);
  const call = async (host: 'facebook' | 'instagram', method: string, path: string, body?: object) => {
    const response = await fetch(`${instagram.url}/graph.${host}.com/v26.0/${path}`, {
      method,
      headers: { authorization: `Bearer ${host === 'facebook' ? 'PAGE' : 'IG'}`, 'content-type': 'application/json' },
      body: body ? JSON.stringify(body) : null,
    });
    return (await response.json()) as Record<string, unknown> & {
      error?: { code: number; error_subcode?: number };
      data?: Record<string, unknown>[];
    };
  };
  return { instagram, clock, call };
}

async function listen() {
  const got: { body: string; signature: string }[] = [];
  const door = { status: 200 };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      if (door.status === 200) got.push({ body, signature: String(request.headers['x-hub-signature-256']) });
      response.writeHead(door.status).end();
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
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, got, door };
}
const textsIn = (got: readonly { body: string }[]) =>
  got.flatMap(({ body }) => [...body.matchAll(/"text":"([^"]*)"/g)].map((match) => match[1]));

describe('webhooks', () => {
  it.each([
    { login: 'facebook', secret: 'app-secret', shape: /"changes":\[\{"field":"comments"/ },
    { login: 'instagram', secret: 'ig-secret', shape: /,"field":"comments","value":/ },
  ] as const)('by the login of $login are signed with its secret, in its shape', async ({ login, secret, shape }) => {
    const { instagram } = await start();
    const { url, got } = await listen();
    instagram.subscribe(url, login);
    const post = instagram.publish(ACCOUNT, 'Fjell');
    await instagram.network.say(ida, { place: post, text: 'Grün?' });
    await instagram.network.settled();
    expect(got).toHaveLength(1);
    const [{ body, signature } = { body: '', signature: '' }] = got;
    expect(body).toMatch(shape);
    expect(body).toContain('Gr\\u00fcn?');
    expect(signature).toBe(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
  });

  it('wait for the first subscription, and are tried again until they are answered', async () => {
    const { instagram } = await start();
    const { url, got, door } = await listen();
    await instagram.network.say(ida, { place: DIRECT, text: 'Early' });
    door.status = 500;
    instagram.subscribe(url, 'instagram');
    await instagram.network.say(ida, { place: DIRECT, text: 'Later' });
    await instagram.network.settled();
    expect(got).toHaveLength(0);
    door.status = 200;
    await expect.poll(() => textsIn(got)).toEqual(['Early', 'Later']);
  });

  it.each([
    { fault: { drop: 1 }, times: 0 },
    { fault: { isSilent: true }, times: 0 },
    { fault: { duplicate: 1 }, times: 2 },
    { fault: { delayMs: 5 }, times: 1 },
  ])('with the fault $fault come $times times', async ({ fault, times }) => {
    const { instagram } = await start();
    const { url, got } = await listen();
    instagram.subscribe(url, 'facebook');
    Object.assign(instagram.network.faults, fault);
    await instagram.network.say(ida, { place: DIRECT, text: 'Hello' });
    await instagram.network.settled();
    expect(textsIn(got)).toHaveLength(times);
  });

  it('tell of no deletion of a comment, of no like, and of no change', async () => {
    const { instagram } = await start();
    const { url, got } = await listen();
    instagram.subscribe(url, 'facebook');
    const post = instagram.publish(ACCOUNT, 'Fjell');
    const { id } = await instagram.network.say(ida, { place: post, text: 'Hello' });
    await instagram.network.settled();
    await instagram.network.react?.(oskar, id, '❤️');
    await expect(instagram.network.edit?.(ida, id, 'Other')).rejects.toThrow(/cannot be changed/);
    await instagram.network.remove?.(ida, id);
    await instagram.network.settled();
    expect(got).toHaveLength(1);
  });
});

describe('calls', () => {
  it('take no token of the other host, and no strange parameter of a message', async () => {
    const { instagram, call } = await start();
    const wrong = await fetch(`${instagram.url}/graph.instagram.com/v26.0/${ACCOUNT}?access_token=PAGE`);
    expect(await wrong.json()).toMatchObject({ error: { code: 190 } });
    const none = await fetch(`${instagram.url}/graph.facebook.com/v26.0/${ACCOUNT}`);
    expect(await none.json()).toMatchObject({ error: { code: 104 } });
    expect(await call('facebook', 'POST', `${PAGE}/messages`, { recipient: { id: '1' }, mesage: {} })).toMatchObject({
      error: { code: 100 },
    });
    expect(await call('facebook', 'GET', `${ACCOUNT}?fields=secrets`)).toMatchObject({ error: { code: 100 } });
  });

  it.each([
    { name: 'a stranger', body: { recipient: { id: '1' }, message: { text: 'x' } }, sub: 2534014 },
    { name: 'nothing', body: { message: {} }, sub: 2534015 },
    { name: 'too much', body: { message: { text: 'ä'.repeat(501) } }, sub: 2534015 },
    { name: 'a file nobody knows', body: { message: { attachment: { type: 'image', payload: {} } } }, sub: 2534015 },
    { name: 'an action with words', body: { sender_action: 'react', message: { text: 'x' } }, sub: 2018014 },
    {
      name: 'a dead tag',
      body: { messaging_type: 'MESSAGE_TAG', tag: 'ACCOUNT_UPDATE', message: { text: 'x' } },
      sub: 2534015,
    },
  ])('refuse $name', async ({ body, sub }) => {
    const { instagram, call } = await start();
    await instagram.network.say(ida, { place: DIRECT, text: 'Hello' });
    const [line] = (await call('instagram', 'GET', `${ACCOUNT}/conversations?platform=instagram&fields=participants`))
      .data as { participants: { data: { id: string }[] } }[];
    const id = line?.participants.data.find((one) => one.id !== ACCOUNT)?.id;
    const answer = await call('instagram', 'POST', `${ACCOUNT}/messages`, { recipient: { id }, ...body });
    expect(answer.error?.error_subcode).toBe(sub);
  });

  it('answer below top-level comments that stand in the open', async () => {
    const { instagram, call } = await start();
    const post = instagram.publish(ACCOUNT, 'Fjell');
    const { id } = await instagram.network.say(ida, { place: post, text: 'Top' });
    const below = await instagram.network.say(oskar, { place: post, text: 'Below', inReplyTo: id });
    const reply = (to: string) => call('facebook', 'POST', `${to}/replies`, { message: 'Answer' });
    expect(await reply(below.id)).toHaveProperty('error');
    expect(await reply(id)).toHaveProperty('id');
    expect(await call('facebook', 'POST', `${id}?hide=true`)).toEqual({ success: true });
    expect(await reply(id)).toHaveProperty('error');
    expect(instagram.network.view(oskar)[0]?.messages.map(({ text }) => text)).not.toContain('Top');
    expect(instagram.network.view(ida)[0]?.messages.find((one) => one.id === id)?.isHidden).toBe(true);
  });

  it('show a story for a day', async () => {
    const { instagram, clock, call } = await start();
    instagram.mentionInStory(ACCOUNT, ida);
    const { data } = await call('facebook', 'GET', `${PAGE}/conversations?platform=instagram&fields=messages{story}`);
    const url = /"link":"([^"]+)"/.exec(JSON.stringify(data))?.[1] ?? '';
    expect((await fetch(url)).status).toBe(200);
    clock.at += 25 * 3_600_000;
    expect((await fetch(url)).status).toBe(404);
  });
});

it('brings the echo before the answer where it is asked to', async () => {
  const { instagram, call } = await start({ isEchoFirst: true });
  const { url, got } = await listen();
  instagram.subscribe(url, 'facebook');
  const post = instagram.publish(ACCOUNT, 'Fjell');
  await call('facebook', 'POST', `${post}/comments`, { message: 'Ours' });
  expect(textsIn(got)).toEqual(['Ours']);
});

it('remembers an earlier run, and tells nobody of it again', async () => {
  const { instagram } = await start();
  const { url, got } = await listen();
  instagram.subscribe(url, 'instagram');
  const at = new Date('2026-11-01T12:00:00Z');
  const base = { account: ACCOUNT, at, persona: ida } as const;
  const said: Remembered[] = [
    { ...base, thread: '17900011122233344', kind: 'post', id: '18011', by: 'person', text: 'Question' },
    {
      ...base,
      thread: '17900011122233344',
      kind: 'post',
      id: '18012',
      by: 'company',
      text: 'Answer',
      inReplyTo: '18011',
    },
    { ...base, thread: 'line', kind: 'direct', id: 'aWdm1', by: 'person', text: 'Hello' },
    { ...base, thread: 'line', kind: 'direct', id: 'aWdm2', by: 'company', text: 'Good day' },
  ];
  instagram.network.remember(said);
  instagram.network.remember(said);
  const texts = instagram.network.view(ida).flatMap(({ messages }) => messages.map(({ id, by }) => `${id} ${by}`));
  expect(texts).toEqual(expect.arrayContaining(['18011 me', '18012 company', 'aWdm1 me', 'aWdm2 company']));
  expect(texts.filter((one) => one === 'aWdm1 me')).toHaveLength(1);
  await instagram.network.settled();
  expect(got).toHaveLength(0);
  expect(instagram.network.places(ida).map(({ id }) => id)).toContain('17900011122233344');
});
