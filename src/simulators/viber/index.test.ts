import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Persona } from '../network.ts';
import { startViber, type ViberSimulator } from './index.ts';

const BOT = { id: 'pa:1', name: 'Kettle Co', uri: 'kettle', token: 'token' };
const ida: Persona = { id: 'ida', name: 'Ida', handle: 'ida', email: 'ida@customers.test', language: 'sv' };
let simulator: ViberSimulator;
beforeEach(async () => {
  const now = () => new Date('2026-11-18T12:00:00Z');
  simulator = await startViber({ seed: 1, now, bot: BOT });
});
afterEach(() => simulator.close());

async function ask(method: string, body: object, token = BOT.token) {
  const response = await fetch(`${simulator.url}/pa/${method}`, {
    method: 'POST',
    headers: { 'x-viber-auth-token': token, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { http: response.status, text: await response.text() };
}
const statusOf = async (method: string, body: object, token?: string) => {
  const { http, text } = await ask(method, body, token);
  expect(http).toBe(200);
  return (JSON.parse(text) as { status: number }).status;
};
const text = (change: object) => ({
  receiver: 'x',
  sender: { name: 'Kettle Co' },
  type: 'text',
  text: 'Hello',
  ...change,
});

describe('the Bot API', () => {
  it('answers by its own number, whatever HTTP says', async () => {
    expect(await statusOf('get_account_info', {}, 'wrong')).toBe(2);
    expect(await statusOf('send_message', text({}))).toBe(10);
    expect(await statusOf('set_webhook', { url: 'http://127.0.0.1:9/nobody' })).toBe(1);
  });

  it.each([
    [{ receiver: undefined }, 4],
    [{ sender: undefined }, 4],
    [{ sender: { name: 'n'.repeat(29) } }, 3],
    [{ type: 'hologram' }, 3],
    [{ text: '' }, 4],
    [{ text: 'a'.repeat(7_001) }, 3],
    [{ strange: 1 }, 3],
    [{ type: 'picture', text: '', media: 'https://a.test/x.pdf' }, 3],
    [{ type: 'file', text: undefined, media: 'https://a.test/x.pdf', file_name: 'x.pdf' }, 4],
    [{ type: 'video', text: undefined, media: 'https://a.test/x.mp4', size: 27_000_000 }, 3],
    [{}, 5],
  ])('looks closely at a message: %j gives %i', async (change, status) => {
    simulator.subscribe('http://127.0.0.1:9/hook');
    expect(await statusOf('send_message', text(change))).toBe(status);
  });

  it('gives tokens of nineteen bare digits, larger than a number holds', async () => {
    simulator.subscribe('http://127.0.0.1:9/hook');
    await simulator.network.say(ida, { place: 'direct:pa:1', text: 'Hello' });
    const receiver = simulator.network.view(ida)[0]?.id;
    const { text: body } = await ask('send_message', text({ receiver }));
    expect(body).toMatch(/"message_token":\d{19},/);
    expect(receiver).toMatch(/^[\w+/]{22}==$/);
  });

  it('knows again what an earlier run knew, and tells nobody of it', async () => {
    const at = new Date('2026-11-01T12:00:00Z');
    const said = { account: BOT.id, thread: 't', kind: 'direct', persona: ida, at } as const;
    simulator.network.remember([
      { ...said, id: '5', by: 'person', text: 'Earlier' },
      { ...said, id: '6', by: 'company', text: 'Our answer' },
    ]);
    expect(simulator.network.view(ida)[0]?.messages).toMatchObject([
      { id: '5', by: 'me' },
      { id: '6', by: 'company' },
    ]);
    await simulator.network.settled();
    simulator.subscribe('http://127.0.0.1:9/hook');
    expect(await statusOf('send_message', text({ receiver: simulator.network.view(ida)[0]?.id }))).toBe(0);
  });
});
