import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Persona } from '../network.ts';
import { type LineSimulator, startLine } from './index.ts';

const ACCOUNT = { channelId: '165', channelSecret: 'secret', userId: 'U1', basicId: '@kettle', name: 'Kettle Co' };
const ida: Persona = { id: 'ida', name: 'Ida', handle: 'ida', email: 'ida@customers.test', language: 'sv' };
let simulator: LineSimulator;
let at: Date;
beforeEach(async () => {
  at = new Date('2026-11-18T12:00:00Z');
  simulator = await startLine({ seed: 1, now: () => at, account: ACCOUNT });
});
afterEach(() => simulator.close());

async function token(change: Readonly<Record<string, string>> = {}): Promise<Response> {
  const form = { grant_type: 'client_credentials', client_id: '165', client_secret: 'secret', ...change };
  return fetch(`${simulator.url}/oauth2/v3/token`, { method: 'POST', body: new URLSearchParams(form) });
}
async function bearer(): Promise<string> {
  return ((await (await token()).json()) as { access_token: string }).access_token;
}
const push = async (by: string, body: object, key?: string) =>
  fetch(`${simulator.url}/v2/bot/message/push`, {
    method: 'POST',
    headers: { authorization: `Bearer ${by}`, ...(key ? { 'x-line-retry-key': key } : {}) },
    body: JSON.stringify(body),
  });
const words = (to: string) => ({ to, messages: [{ type: 'text', text: 'Hello' }] });
async function befriended(): Promise<string> {
  await simulator.network.say(ida, { place: 'direct:U1', text: 'Hello' });
  return simulator.network.view(ida)[0]?.id ?? '';
}

describe('the Messaging API', () => {
  it('gives tokens to the channel alone, for a quarter of an hour', async () => {
    expect((await token({ client_secret: 'wrong' })).status).toBe(400);
    expect((await token({ grant_type: 'password' })).status).toBe(400);
    const [to, by] = [await befriended(), await bearer()];
    expect((await push(by, words(to))).status).toBe(200);
    at = new Date(at.getTime() + 16 * 60_000);
    expect((await push(by, words(to))).status).toBe(401);
  });

  it('forgets a retry key after a day, and takes only UUIDs', async () => {
    const [to, key] = [await befriended(), '5f9d2f1e-0000-4000-8000-000000008841'];
    expect((await push(await bearer(), words(to), key)).status).toBe(200);
    const again = await push(await bearer(), words(to), key.toUpperCase());
    expect([again.status, again.headers.get('x-line-accepted-request-id')]).toEqual([409, expect.any(String)]);
    at = new Date(at.getTime() + 25 * 3_600_000);
    expect((await push(await bearer(), words(to), key)).status).toBe(200);
    expect((await push(await bearer(), words(to), 'not-a-uuid')).status).toBe(400);
  });

  it.each([
    [{ to: '' }, 400],
    [{ strange: true }, 400],
    [{ messages: [{ type: 'text', text: 'Hello', strange: 1 }] }, 400],
    [{ messages: [{ type: 'hologram' }] }, 400],
    [{ messages: [{ type: 'text', text: 'Hello', quickReply: { items: [] } }] }, 400],
    [{}, 200],
  ])('looks closely at a push: %j gives %i', async (change, status) => {
    const to = await befriended();
    expect((await push(await bearer(), { ...words(to), ...change })).status).toBe(status);
  });

  it('knows again what an earlier run knew, and tells nobody of it', async () => {
    const said = { account: 'U1', thread: 't', kind: 'direct', persona: ida, at } as const;
    simulator.network.remember([
      { ...said, id: '5', by: 'person', text: 'Earlier' },
      { ...said, id: '6', by: 'company', text: 'Our answer' },
    ]);
    const [chat] = simulator.network.view(ida);
    expect(chat?.messages).toMatchObject([
      { id: '5', by: 'me' },
      { id: '6', by: 'company' },
    ]);
    await simulator.network.settled();
    expect((await push(await bearer(), words(chat?.id ?? ''))).status).toBe(200);
  });
});
