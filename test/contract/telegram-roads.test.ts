import { Api, Bot, GrammyError, InputFile, webhookCallback } from 'grammy';
import { afterEach, describe, expect, it } from 'vitest';
import type { Cursor, Pulled } from '../../src/core/channel/connector.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { ida } from './lab.ts';
import { BOT, openTelegram, type TelegramLab, TOKEN } from './telegram-world.ts';

let lab: TelegramLab;
afterEach(() => lab.close());

const texts = async () => (await lab.events()).map((one) => (one.kind === 'message' ? one.content.text : one.kind));
async function pull(cursor: Cursor | null): Promise<Pulled> {
  const session = await lab.connector.source!.open(lab.credentials, BOT, {});
  return session.pull('updates', cursor);
}

describe('called by Telegram', () => {
  it('takes nothing without the secret', async () => {
    lab = await openTelegram();
    const body = JSON.stringify({ update_id: 1, message: {} });
    const knock = (headers: Record<string, string>) => fetch(lab.door.url, { method: 'POST', headers, body });
    expect((await knock({})).status).toBe(401);
    expect((await knock({ 'x-telegram-bot-api-secret-token': 'guess' })).status).toBe(401);
    expect((await knock({ 'X-Telegram-Bot-Api-Secret-Token': lab.simulator.webhook.secret })).status).toBe(200);
    expect(lab.simulator.webhook.secret).not.toContain(TOKEN.slice(10));
  });

  it('is told again what it did not take, and says why nothing comes', async () => {
    lab = await openTelegram();
    lab.door.door.status = 500;
    await lab.network.say(ida, { place: 'direct', text: 'Anybody?' });
    await expect.poll(() => lab.simulator.webhook.lastError).not.toBeNull();
    await expect(pull(null)).rejects.toMatchObject({ kind: 'unavailable', message: expect.stringContaining('500') });
    expect(await lab.connector.check(lab.credentials)).toMatchObject({
      ok: true,
      warnings: [expect.stringContaining('500')],
    });
    lab.door.door.status = 200;
    await expect.poll(texts).toEqual(['Anybody?']);
    expect(await pull(null)).toMatchObject({ entries: [] });
  });

  it('says so when somebody else has the messages brought to them', async () => {
    lab = await openTelegram();
    lab.simulator.subscribe('https://other.example/hook', 'x');
    await expect(pull(null)).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.stringContaining('other.example'),
    });
    expect(await lab.connector.check(lab.credentials)).toMatchObject({
      ok: true,
      warnings: [expect.stringContaining('not here')],
    });
    await lab.connector.connect?.(lab.credentials, BOT, lab.door.url);
    await lab.network.say(ida, { place: 'direct', text: 'Back' });
    expect(await texts()).toEqual(['Back']);
  });

  it.each([
    ['https://old-bot.example/telegram', undefined, false],
    ['https://desk.example/webhooks/a/telegram', undefined, true],
    ['https://desk.example/webhooks/a/telegram', 'https://desk.example/webhooks/a/telegram', true],
    ['https://test.example/webhooks/a/telegram', 'https://desk.example/webhooks/a/telegram', false],
  ])('takes %s for its own where it stands at %s: %s', async (url, ours, isOurs) => {
    lab = await openTelegram();
    lab.simulator.webhook.url = url;
    const checked = await lab.connector.check(lab.credentials, ours);
    expect(checked).toMatchObject({ ok: true, warnings: isOurs ? [] : [expect.stringContaining('not here')] });
  });

  it('fetches what waits at Telegram when somebody took the address away, with the same ids', async () => {
    lab = await openTelegram();
    lab.simulator.webhook.url = '';
    const { id } = await lab.network.say(ida, { place: 'direct', text: 'Hello?' });
    const pulled = await pull(null);
    const [entry] = pulled.entries;
    const context = { account: BOT, settings: {}, receivedAt: new Date() };
    expect(await lab.connector.parse({ source: 'updates', ...entry! }, context)).toMatchObject([
      { kind: 'message', id },
    ]);
    expect((await pull(pulled.cursor)).entries).toEqual([]);
  });

  it.each([
    ['http://desk.example/webhooks/a/telegram', 'https'],
    ['https://desk.example:8080/webhooks/a/telegram', '8080'],
  ])('is not connected to %s, and says what to do', async (url, why) => {
    lab = await openTelegram();
    expect(await lab.connector.connect?.(lab.credentials, BOT, url)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(why),
      todo: expect.stringContaining('asks Telegram'),
    });
  });
});

describe('asking Telegram', () => {
  it('lets go only of what was stored', async () => {
    lab = await openTelegram('poll');
    await lab.network.say(ida, { place: 'direct', text: 'Once' });
    const first = await pull(null);
    expect((await pull(null)).entries).toEqual(first.entries);
    expect((await pull(first.cursor)).entries).toEqual([]);
    expect((await pull(null)).entries).toEqual([]);
  });

  it('loses nothing on a failing network', async () => {
    lab = await openTelegram('poll');
    Object.assign(lab.network.faults, { drop: 0.3, duplicate: 0.3, reorder: 0.3, rateLimit: 0.2, failBefore: 0.2 });
    const heard = new Set<string>();
    for (let at = 0; at < 60; at += 1) {
      await lab.network.say(ida, { place: 'direct', text: `Message ${at}` });
      for (const text of await texts().catch(() => [])) heard.add(text);
    }
    Object.assign(lab.network.faults, noFaults());
    for (const text of await texts()) heard.add(text);
    expect(heard.size).toBe(60);
  });

  it('says what nobody can tell any more after a day without looking', async () => {
    lab = await openTelegram('poll');
    const { cursor } = await pull(null);
    await lab.network.say(ida, { place: 'direct', text: 'Lost' });
    lab.clock.pass(25 * 3_600_000);
    await lab.network.say(ida, { place: 'direct', text: 'Kept' });
    const pulled = await pull(cursor);
    expect(pulled.entries).toHaveLength(1);
    expect(pulled.gap?.to.getTime()).toBeGreaterThan(pulled.gap?.from.getTime() ?? 0);
  });

  it.each<[string, (lab: TelegramLab) => void, string]>([
    [
      'a webhook that somebody set',
      ({ simulator }) => simulator.subscribe('http://127.0.0.1:1/', 'x'),
      'misconfigured',
    ],
    [
      'another program that asks',
      ({ simulator }) => simulator.refuseNext(409, 'Conflict: terminated by other getUpdates request'),
      'misconfigured',
    ],
    [
      'a revoked token',
      ({ network }) => {
        network.faults.isTokenRevoked = true;
      },
      'needs_login',
    ],
    [
      'too many calls',
      ({ network }) => {
        network.faults.rateLimit = 1;
      },
      'limited',
    ],
    [
      'a network that is down',
      ({ network }) => {
        network.faults.failBefore = 1;
      },
      'unavailable',
    ],
  ])('says of %s what it is', async (_, happens, kind) => {
    lab = await openTelegram('poll');
    happens(lab);
    await expect(pull(null)).rejects.toMatchObject({ kind, message: expect.stringMatching(/\w+ \w+/) });
  });

  it('tells whose messages it would take away from another program', async () => {
    lab = await openTelegram('poll');
    lab.simulator.subscribe('https://other.example/hook', 'x');
    expect(await lab.connector.check(lab.credentials)).toMatchObject({
      ok: true,
      warnings: [expect.stringContaining('other.example')],
    });
  });
});

describe('grammy', () => {
  it('finds in the simulator what it finds at Telegram', async () => {
    lab = await openTelegram();
    const { id } = await lab.network.say(ida, { place: 'direct', text: 'Hello' });
    const [chat = 0, message = 0] = id.split(':').map(Number);
    const api = new Api(TOKEN, { apiRoot: lab.simulator.url });
    expect(await api.getMe()).toMatchObject({ is_bot: true, id: Number(BOT) });
    expect(await api.getWebhookInfo()).toMatchObject({ url: lab.door.url, has_custom_certificate: false });
    const sent = await api.sendMessage(chat, 'Hi', {
      reply_parameters: { message_id: message },
      reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'yes' }]] },
    });
    expect(sent).toMatchObject({
      chat: { id: chat, type: 'private' },
      reply_to_message: { message_id: message },
      text: 'Hi',
    });
    expect(await api.editMessageText(chat, sent.message_id, 'Hi!')).toMatchObject({ text: 'Hi!' });
    expect(await api.setMessageReaction(chat, message, [{ type: 'emoji', emoji: '👍' }])).toBe(true);
    const picture = new InputFile(Buffer.from('89504e470d0a1a0a', 'hex'), 'a.png');
    expect(await api.sendPhoto(chat, picture, { caption: 'A' })).toMatchObject({ caption: 'A', photo: [{}, {}] });
    await expect(api.sendPhoto(chat, new InputFile(new Uint8Array([1]), 'a.png'))).rejects.toBeInstanceOf(GrammyError);
    const document = await api.sendDocument(chat, new InputFile(new Uint8Array([1, 2, 3]), 'a.bin'));
    const found = await api.getFile(document.document.file_id);
    expect(found).toMatchObject({ file_size: 3, file_path: expect.stringMatching(/^documents\//) });
    expect(await api.deleteMessage(chat, sent.message_id)).toBe(true);
    await expect(api.deleteMessage(chat, sent.message_id)).rejects.toMatchObject({ error_code: 400 });
    lab.network.faults.rateLimit = 1;
    await expect(api.sendMessage(chat, 'Again')).rejects.toMatchObject({
      error_code: 429,
      parameters: { retry_after: 14 },
    });
  });

  it('understands what the simulator delivers, and takes it for Telegram by the connector’s secret', async () => {
    lab = await openTelegram();
    const got: string[] = [];
    const botInfo = await new Api(TOKEN, { apiRoot: lab.simulator.url }).getMe();
    const bot = new Bot(TOKEN, { botInfo, client: { apiRoot: lab.simulator.url } });
    bot.on('message:text', (context) => void got.push(`text ${context.chat.type} ${context.msg.text}`));
    bot.on('message:photo', (context) => void got.push(`photo ${context.msg.photo.length}`));
    bot.on('edited_message:text', (context) => void got.push(`edit ${context.msg.text}`));
    bot.on('business_message:text', (context) => void got.push(`business ${context.businessConnectionId}`));
    bot.on('message_reaction', (context) => void got.push(`reaction ${context.reactions().emojiAdded.join()}`));
    bot.on('callback_query:data', (context) => void got.push(`tap ${context.callbackQuery.data}`));
    bot.on('my_chat_member', (context) => void got.push(`member ${context.myChatMember.new_chat_member.status}`));

    const { id } = await lab.network.say(ida, { place: 'direct', text: 'Hello' });
    await lab.network.edit?.(ida, id, 'Hello!');
    await lab.network.react?.(ida, id, '👍');
    await lab.network.say(ida, { place: 'group', text: 'All' });
    await lab.network.say(ida, { place: 'business', text: 'Shop?' });
    const picture = { name: 'a.png', mimeType: 'image/png', bytes: new Uint8Array([1]) };
    await lab.network.say(ida, { place: 'direct', text: '', attachment: picture });
    lab.simulator.block(ida, true);
    const take = webhookCallback(bot, 'std/http', { secretToken: lab.simulator.webhook.secret });
    for (const { entry } of await lab.arrived()) {
      const body = Buffer.from(entry.body).toString();
      const request = new Request('http://desk.test/', { method: 'POST', headers: entry.headers, body });
      expect((await take(request)).status).toBe(200);
    }
    expect(got).toEqual([
      'text private Hello',
      'edit Hello!',
      'reaction 👍',
      'text supergroup All',
      'business bc_9f2',
      'photo 2',
      'member kicked',
    ]);
  });
});

it('a server that cannot be reached is named in words', async () => {
  lab = await openTelegram();
  await lab.close();
  expect(await lab.connector.check(lab.credentials)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('reached'),
  });
});
