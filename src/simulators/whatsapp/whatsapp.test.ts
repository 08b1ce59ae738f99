import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../network.ts';
import { startWhatsApp, type WhatsApp, type WhatsAppOptions } from './index.ts';

const NUMBER = '660055443322110';
const PLACE = `direct:${NUMBER}`;
const SECRET = 'harbor-test-secret';
const ida: Persona = { id: 'ida', name: 'Ida Norberg', handle: 'ida', email: 'ida@customers.test', language: 'sv' };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function start(more: Partial<WhatsAppOptions> = {}) {
  let at = Date.parse('2026-11-18T12:00:00Z');
  const whatsapp = await startWhatsApp({
    seed: 1,
    now: () => {
      at += 5;
      return new Date(at);
    },
    appId: '918273645501234',
    appSecret: SECRET,
    verifyToken: 'harbor-verify',
    wabaId: '330099887766554',
    token: 'EAAwa',
    numbers: [{ id: NUMBER, display: '+46 8 700 11 22', name: 'Lindqvist Outdoor' }],
    hides: () => false,
    ...more,
  });
  closers.push(whatsapp.close);
  return Object.assign(whatsapp, {
    pass: (ms: number) => {
      at += ms;
    },
  });
}

interface Got {
  readonly body: string;
  readonly signature: string;
}
async function listen() {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      got.push({ body, signature: String(request.headers['x-hub-signature-256']) });
      response.writeHead(200).end();
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
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got };
}
const changesIn = (got: readonly Got[]) =>
  got.flatMap(({ body }) =>
    JSON.parse(body).entry.flatMap((entry: { changes: { value: Record<string, unknown[]> }[] }) => entry.changes),
  );
const said = (got: readonly Got[]) =>
  changesIn(got).flatMap(({ value }) =>
    (value.messages ?? []).map((one: { text?: { body: string } }) => one.text?.body),
  );
const statuses = (got: readonly Got[]) =>
  changesIn(got).flatMap(({ value }) => (value.statuses ?? []).map((one: { status: string }) => one.status));

const post = async (whatsapp: WhatsApp, call: object, token = 'EAAwa') => {
  const response = await fetch(`${whatsapp.graphUrl}/${NUMBER}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(call),
  });
  const body = (await response.json()) as { readonly error?: { readonly code: number } };
  return { status: response.status, body };
};
const text = (whatsapp: WhatsApp, body: unknown, more: object = {}) => ({
  messaging_product: 'whatsapp',
  to: `+${whatsapp.phoneOf(ida).phone}`,
  type: 'text',
  text: { body },
  ...more,
});

describe('webhooks', () => {
  it('are signed over bytes in which everything beyond ASCII is escaped, and wait for the first address', async () => {
    const { url, got } = await listen();
    const whatsapp = await start();
    await whatsapp.network.say(ida, { place: PLACE, text: 'café 😡' });
    await whatsapp.network.settled();
    expect(got).toEqual([]);
    whatsapp.subscribe(url);
    await whatsapp.network.settled();
    expect(said(got)).toEqual(['café 😡']);
    expect(got[0]?.body).toContain('caf\\u00e9 \\ud83d\\ude21');
    expect(got[0]?.signature).toBe(
      `sha256=${createHmac('sha256', SECRET)
        .update(got[0]?.body ?? '')
        .digest('hex')}`,
    );
  });

  it.each([
    { fault: { drop: 1 }, expected: [] },
    { fault: { isSilent: true }, expected: [] },
    { fault: { duplicate: 1 }, expected: ['a', 'a'] },
  ])('obey $fault', async ({ fault, expected }) => {
    const { url, got } = await listen();
    const whatsapp = await start({ callbackUrl: url });
    Object.assign(whatsapp.network.faults, fault);
    await whatsapp.network.say(ida, { place: PLACE, text: 'a' });
    await whatsapp.network.settled();
    expect(said(got)).toEqual(expected);
  });

  it('tell of the statuses in a free order, and not always of each', async () => {
    const { url, got } = await listen();
    const whatsapp = await start({ callbackUrl: url });
    await whatsapp.network.say(ida, { place: PLACE, text: 'Hello' });
    const orders = new Set<string>();
    for (let count = 0; count < 40; count += 1) {
      await post(whatsapp, text(whatsapp, `Answer ${count}`));
      await whatsapp.network.settled();
      orders.add(statuses(got.splice(0)).join());
    }
    expect([...orders].sort()).toEqual(['delivered,sent', 'sent', 'sent,delivered']);
  });

  it('may come before the call is answered', async () => {
    const { url, got } = await listen();
    const whatsapp = await start({ callbackUrl: url, isStatusFirst: true });
    await whatsapp.network.say(ida, { place: PLACE, text: 'Hello' });
    await whatsapp.network.settled();
    await post(whatsapp, text(whatsapp, 'Hello Ida'));
    expect(statuses(got)).toContain('sent');
  });
});

describe('a call to send', () => {
  it.each([
    { what: 'a key that nobody asked for', more: { colour: 'red' }, code: 100 },
    { what: 'a key inside that nobody asked for', more: { text: { body: 'x', bold: true } }, code: 100 },
    { what: 'no words', more: { text: {} }, code: 131008 },
    { what: 'words as a number', more: { text: { body: 7 } }, code: 131008 },
    { what: 'too many words', more: { text: { body: 'x'.repeat(4_097) } }, code: 100 },
    { what: 'no product', more: { messaging_product: undefined }, code: 100 },
    { what: 'nobody to send to', more: { to: undefined }, code: 131008 },
    { what: 'itself to send to', more: { to: '+4687001122' }, code: 131021 },
    { what: 'a file that is not there', more: { type: 'image', text: undefined, image: { id: '7' } }, code: 131009 },
    {
      what: 'a reaction to nothing',
      more: { type: 'reaction', text: undefined, reaction: { message_id: 'wamid.0', emoji: '👍' } },
      code: 131009,
    },
  ])('with $what is refused with $code', async ({ more, code }) => {
    const whatsapp = await start();
    await whatsapp.network.say(ida, { place: PLACE, text: 'Hello' });
    expect(await post(whatsapp, text(whatsapp, 'Hi', more))).toMatchObject({
      status: 400,
      body: { error: { code, error_data: { details: expect.any(String) } } },
    });
    expect(whatsapp.network.view(ida)[0]?.messages).toHaveLength(1);
  });

  it('takes 45 to one person at once, and then one in six seconds', async () => {
    const whatsapp = await start();
    await whatsapp.network.say(ida, { place: PLACE, text: 'Hello' });
    const send = async () => (await post(whatsapp, text(whatsapp, 'Hi'))).body.error?.code;
    for (let count = 0; count < 45; count += 1) expect(await send()).toBeUndefined();
    expect(await send()).toBe(131056);
    whatsapp.pass(6_000);
    expect(await send()).toBeUndefined();
    expect(await send()).toBe(131056);
  });

  it('knows the window of an earlier run', async () => {
    const whatsapp = await start();
    const line = { account: NUMBER, thread: 't', kind: 'direct', persona: ida, by: 'person' } as const;
    whatsapp.network.remember([{ ...line, id: 'wamid.old', text: 'Hello', at: new Date('2026-11-17T13:00:00Z') }]);
    expect((await post(whatsapp, text(whatsapp, 'Hi'))).status).toBe(200);
    whatsapp.pass(2 * 3_600_000);
    expect((await post(whatsapp, text(whatsapp, 'Hi'))).body.error?.code).toBe(131047);
    expect(whatsapp.network.view(ida)[0]?.messages.map((one) => one.text)).toEqual(['Hello', 'Hi']);
  });

  it('is nobody else’s', async () => {
    const whatsapp = await start();
    expect(await post(whatsapp, text(whatsapp, 'Hi'), 'EAAother')).toMatchObject({
      status: 401,
      body: { error: { code: 190 } },
    });
  });
});
