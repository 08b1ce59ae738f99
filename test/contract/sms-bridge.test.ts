import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBridge } from '../../docs/examples/sms-bridge.mjs';
import { createApi } from '../../src/connectors/api/index.ts';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { OutgoingId } from '../../src/core/ids.ts';
import { replyTo, words } from './acts.ts';
import { ACCOUNT, SECRET } from './api-world.ts';
import { openDoor } from './lab.ts';

const TOKEN = 'twilio-auth-token';
const NUMBER = '+15550100';
const IDA = '+46700001110';

const listen = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** Twilio's side of it: takes messages as its API does, and signs what it posts. */
async function startTwilio() {
  const sent: Record<string, string>[] = [];
  const next: { status: number; json: object }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
      const isKnown = request.headers.authorization === `Basic ${btoa(`AC1:${TOKEN}`)}`;
      const planned = isKnown ? next.shift() : { status: 401, json: { code: 20003, message: 'Authenticate' } };
      if (!planned) sent.push(form);
      response.writeHead(planned?.status ?? 201, { 'content-type': 'application/json' });
      response.end(JSON.stringify(planned?.json ?? { sid: `SM${sent.length}`, status: 'queued' }));
    });
  });
  return { url: await listen(server), server, sent, next };
}

describe('the example bridge for text messages', () => {
  const connector = createApi({ baseUrl: 'http://127.0.0.1:1', fetch });
  let folder: string;
  let twilio: Awaited<ReturnType<typeof startTwilio>>;
  let door: Awaited<ReturnType<typeof openDoor>>;
  let bridge: Server;
  let bridgeUrl: string;
  let credentials: { source: string; title: string; secret: string; url: string };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earshot-sms-'));
    twilio = await startTwilio();
    door = await openDoor(
      createApi(),
      { source: ACCOUNT, title: '', secret: SECRET, url: '' },
      { account: ACCOUNT, settings: {} },
    );
    bridge = createBridge({
      earshotUrl: door.url,
      secret: SECRET,
      sid: 'AC1',
      token: TOKEN,
      number: NUMBER,
      bridgeUrl: 'https://bridge.example.com',
      twilioUrl: twilio.url,
      sentFile: join(folder, 'sent.txt'),
    });
    bridgeUrl = await listen(bridge);
    credentials = { source: ACCOUNT, title: '', secret: SECRET, url: `${bridgeUrl}/earshot` };
  });
  beforeEach(() => {
    twilio.sent.length = 0;
    door.take();
  });
  afterAll(async () => {
    bridge.close();
    twilio.server.close();
    await door.close();
    await rm(folder, { recursive: true });
  });

  const fromTwilio = async (form: Record<string, string>, token = TOKEN) => {
    const keys = Object.keys(form).sort();
    const signed = `https://bridge.example.com/twilio${keys.map((key) => key + form[key]).join('')}`;
    const answer = await fetch(`${bridgeUrl}/twilio`, {
      method: 'POST',
      headers: { 'x-twilio-signature': createHmac('sha1', token).update(signed).digest('base64') },
      body: new URLSearchParams(form),
    });
    return answer.status;
  };
  const heard = async () => {
    const events = await Promise.all(door.take().map(({ entry, context }) => connector.parse(entry, context)));
    return events.flat();
  };
  const hear = async (text: string) => {
    await fromTwilio({ MessageSid: `IN-${text}`, From: IDA, To: NUMBER, Body: text, NumMedia: '0' });
    return (await heard())[0] as MessageEvent;
  };

  it('brings a text message with its picture', async () => {
    const status = await fromTwilio({
      MessageSid: 'SMin1',
      From: IDA,
      To: NUMBER,
      Body: 'Where is it? 📦',
      NumMedia: '1',
      MediaUrl0: 'https://api.twilio.com/media/1',
      MediaContentType0: 'image/jpeg',
    });
    expect(status).toBe(200);
    expect(await heard()).toMatchObject([
      {
        kind: 'message',
        id: 'SMin1',
        thread: { id: IDA, reach: 'owned_private' },
        author: { kind: 'contact', person: { id: IDA } },
        content: { text: 'Where is it? 📦', attachments: [{ kind: 'image' }] },
      },
    ]);
  });

  it('takes nothing that Twilio did not sign', async () => {
    expect(await fromTwilio({ MessageSid: 'x', From: IDA, Body: 'forged' }, 'guess')).toBe(403);
    expect(await heard()).toEqual([]);
  });

  it('tells Twilio to come back when Earshot does not take it', async () => {
    door.door.status = 500;
    expect(await fromTwilio({ MessageSid: 'x', From: IDA, Body: 'lost?' })).toBe(502);
    door.door.status = 200;
  });

  it('answers, and sends once however often it is asked', async () => {
    const act = replyTo(await hear('Hello'), words('On its way.'));
    const first = await connector.send(act, credentials, ACCOUNT);
    expect(first).toMatchObject({ kind: 'accepted', id: expect.stringMatching(/^SM/) });
    expect(await connector.send(act, credentials, ACCOUNT)).toEqual(first);
    expect(await connector.find?.(act, credentials, ACCOUNT)).toEqual(first);
    expect(twilio.sent).toMatchObject([{ To: IDA, From: NUMBER, Body: 'On its way.' }]);
  });

  it('does not know what it never sent', async () => {
    const act = { ...replyTo(await hear('Never'), words('Never')), id: 'never' as OutgoingId };
    expect(await connector.find?.(act, credentials, ACCOUNT)).toEqual({ kind: 'absent' });
  });

  it.each([
    {
      when: 'they wrote STOP',
      status: 400,
      json: { code: 21610, message: 'Unsubscribed' },
      is: ['refused', 'blocked'],
    },
    {
      when: 'the number is none',
      status: 400,
      json: { code: 21211, message: 'No' },
      is: ['refused', 'person_unavailable'],
    },
    { when: 'it is too fast', status: 429, json: { code: 20429, message: 'Slow' }, is: ['try_later', undefined] },
    { when: 'Twilio broke', status: 500, json: {}, is: ['unknown', undefined] },
  ])('says so when $when', async ({ status, json, is }) => {
    const question = await hear(`Still there ${status} ${JSON.stringify(json).length}?`);
    twilio.next.push({ status, json });
    const outcome = await connector.send(replyTo(question, words('Yes')), credentials, ACCOUNT);
    expect([outcome.kind, 'reason' in outcome ? outcome.reason : undefined]).toEqual(is);
  });

  it('refuses what Earshot did not sign, and what was signed with another secret', async () => {
    const wrong = { ...credentials, secret: 'another-secret-of-nobody-here' };
    expect(await connector.check(wrong)).toMatchObject({ ok: false, field: 'secret' });
    expect(await connector.check(credentials)).toMatchObject({ ok: true, warnings: [] });
    expect((await fetch(`${bridgeUrl}/earshot`, { method: 'POST', body: '{}' })).status).toBe(401);
  });

  it('passes on what became of a message', async () => {
    await fromTwilio({ MessageSid: 'SM1', MessageStatus: 'delivered', To: IDA });
    await fromTwilio({ MessageSid: 'SM1', MessageStatus: 'sent', To: IDA });
    await fromTwilio({ MessageSid: 'SM2', MessageStatus: 'undelivered', ErrorCode: '30005', To: IDA });
    expect(await heard()).toMatchObject([
      { kind: 'delivery', ids: ['SM1'], status: 'delivered' },
      { kind: 'delivery', ids: ['SM2'], status: 'failed', detail: "Twilio's error 30005" },
    ]);
  });
});
