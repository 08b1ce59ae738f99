import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExternalAccountId } from '../../core/ids.ts';
import { answerOf } from './answer.ts';
import { parse } from './parse.ts';
import { messageIdOf, spotOf, standsAt, threadIdOf } from './place.ts';

const account = '123456789' as ExternalAccountId;
const context = { account, settings: null, receivedAt: new Date('2026-11-20T12:00:00Z') };
const bytesOf = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url));
const read = (body: Uint8Array) => parse({ source: 'webhook', headers: {}, body }, context);
const update = (part: object) => read(new TextEncoder().encode(JSON.stringify({ update_id: 1, ...part })));

const DORA = { id: '800222333', scope: '', name: 'Dora Lind', handle: 'doralind' };
const one = (attachment: object, text = '') => ({ kind: 'message', content: { text, attachments: [attachment] } });

it.each<[string, object]>([
  [
    'start_with_reference',
    {
      kind: 'message',
      account,
      id: '800222333:42',
      thread: {
        id: '800222333',
        kind: 'direct',
        reach: 'owned_private',
        counterpart: DORA,
        remote: { chat: '800222333' },
      },
      author: { kind: 'contact', person: DORA },
      content: { text: '/start order-1044', referral: { source: 'link', reference: 'order-1044' } },
      remote: { chat: '800222333', message: 42 },
    },
  ],
  [
    'photo_of_album',
    {
      content: { text: 'wet table', attachments: [{ kind: 'image', source: { kind: 'ask', id: 'AgAC2' } }] },
      remote: { album: '13900001' },
    },
  ],
  ['edited', { kind: 'edit', id: '800222333:42', content: { text: 'order 1044!' }, at: new Date(1795166150_000) }],
  [
    'channel_post_in_its_group_edited',
    { kind: 'post', thread: { id: '-1001987654321/900' }, content: { text: 'The Kettle 4 is here' } },
  ],
  ['button_tapped', { id: 'tap:3434', content: { text: '⭐ 5', payload: 'csat:5:c_91', quotes: '800222333:50' } }],
  ['button_of_old_message', { content: { text: 'csat:5:c_91', payload: 'csat:5:c_91' }, sentAt: context.receivedAt }],
  ['blocked', { kind: 'notice', thread: '800222333', detail: expect.stringContaining('blocked') }],
  ['taken_into_group', { kind: 'notice', detail: expect.stringContaining('Kettle owners') }],
  ['reaction', { kind: 'reaction', target: '800222333:51', reaction: '👍', isRemoved: false }],
  ['business_connected', { kind: 'notice', notice: 'policy', detail: expect.stringContaining('read and answer') }],
  [
    'business_message',
    { id: 'bc_9f2:800222333:9', thread: { id: 'bc_9f2:800222333', counterpart: DORA }, author: { kind: 'contact' } },
  ],
  [
    'business_message_by_owner',
    { author: { kind: 'business' }, thread: { id: 'bc_9f2:800222333', counterpart: DORA } },
  ],
  ['business_message_edited', { kind: 'edit', id: 'bc_9f2:800222333:9' }],
  ['business_messages_deleted', { kind: 'deletion', id: 'bc_9f2:800222333:9' }],
  [
    'group_mention',
    {
      thread: { id: '-1001987654321', reach: 'owned_public', title: 'Kettle owners' },
      permalink: expect.stringMatching(/^https:\/\/t\.me\/kettleowners\/\d+$/),
    },
  ],
  [
    'group_answer_to_bot',
    { parent: '-1001987654321:101', belongsWith: ['-1001987654321:101'], thread: { id: '-1001987654321' } },
  ],
  ['group_topic', { thread: { id: '-1001987654321/7', remote: { topic: 7 } } }],
  ['channel_post_in_its_group', { kind: 'post', author: { kind: 'business' }, thread: { id: '-1001987654321/900' } }],
  ['channel_comment', { thread: { id: '-1001987654321/900' }, content: { text: 'In blue too?' } }],
  ['by_a_channel', { author: { kind: 'contact', person: { id: '-1001777', name: 'Tea fans', handle: 'teafans' } } }],
  ['by_another_bot', { automatic: 'bot' }],
  ['group_grown', { kind: 'notice', id: 'moved:-123456:-1001987654321' }],
  ['video', one({ kind: 'video', name: 'leak.mp4', mimeType: 'video/mp4' }, 'See')],
  ['video_too_big', one({ kind: 'video', source: { kind: 'none' }, title: expect.stringContaining('20 MB') })],
  ['animation', one({ kind: 'gif', source: { kind: 'ask', id: 'Aganim' } })],
  ['voice', one({ kind: 'audio', mimeType: 'audio/ogg' })],
  ['audio', one({ kind: 'audio', title: 'Kettle: Whistle' })],
  ['document', one({ kind: 'file', name: 'invoice 1044.pdf' }, 'The invoice')],
  ['sticker', one({ kind: 'sticker', alt: '😂', source: { kind: 'ask', id: 'Agthumb' } })],
  ['contact', one({ kind: 'contact_card', title: 'Dora Lind, +4915100000000' })],
  ['location', one({ kind: 'location', href: expect.stringContaining('mlat=52.52') })],
  ['venue', one({ kind: 'location', title: 'Kettle shop, Teestr. 3' })],
  ['poll', one({ kind: 'unsupported', title: 'A poll: Which colour?' })],
  ['dice', one({ kind: 'unsupported', title: 'A thrown 🎲: 5' }, '🎲')],
  ['story', one({ kind: 'unsupported', title: 'A "story" of Telegram' })],
  ['answer_with_quote', { content: { quotes: '800222333:50' } }],
  ['hidden_link', one({ kind: 'link', href: 'https://blog.example/kettle', title: 'my post' }, 'see my post')],
])('%s', (name, expected) => {
  expect(read(bytesOf(name))[0]).toMatchObject(expected);
});

describe('a batch that is odd', () => {
  it('says why it is ignored where no bot is named', () => {
    expect(
      parse({ source: 'webhook', headers: {}, body: bytesOf('text') }, { ...context, account: null }),
    ).toMatchObject([{ kind: 'ignored' }]);
  });

  it('takes ids as digits too, however long', () => {
    const chat = { id: '9007199254740993', type: 'private', first_name: 'D' };
    const message = {
      message_id: 7,
      date: 1795166102,
      chat,
      from: { id: '9007199254740993', first_name: 'D' },
      text: 'Hi',
    };
    expect(update({ message })[0]).toMatchObject({ id: '9007199254740993:7' });
  });

  it('loses a strange part and not the message', () => {
    const message = {
      message_id: 7,
      date: 1795166102,
      chat: { id: 5, type: 'private' },
      from: 'nobody',
      text: 'Hi',
      entities: [7, null],
      photo: 'x',
    };
    expect(update({ message })[0]).toMatchObject({
      kind: 'message',
      author: { kind: 'unknown' },
      content: { text: 'Hi' },
    });
  });
});

it('keeps nothing that no database holds', () => {
  const chat = { id: 5, type: 'private', first_name: 'D\u0000\ud83d' };
  const document = { file_id: 'A\u0000', mime_type: '\u0000', file_name: 'a' };
  const odd = { message_id: 7, date: 1795166102, chat, from: chat, caption: 'Hi\u0000', document };
  const events = [...update({ message: odd }), ...update({ 'new\u0000': {} })];
  expect(events).toMatchObject([{ kind: 'message', content: { text: 'Hi', attachments: [] } }, { kind: 'ignored' }]);
  expect(JSON.stringify(events)).not.toMatch(/\\u0000|\\ud83d/);
});

it.each([
  [{ chat: '5' }, '5', '5:7'],
  [{ chat: '-1001', topic: 9 }, '-1001/9', '-1001:7'],
  [{ chat: '5', connection: 'bc_1' }, 'bc_1:5', 'bc_1:5:7'],
])('the ids of %j are read back', (spot, threadId, messageId) => {
  expect(threadIdOf(spot)).toBe(threadId);
  expect(spotOf(threadId)).toEqual(spot);
  expect(messageIdOf(spot, 7)).toBe(messageId);
  expect(standsAt(messageId)).toMatchObject({ message: 7, spot: { chat: spot.chat } });
});

it.each(['tap:3434', 'nonsense', '', ':7', '5:0', '5:x'])('"%s" is no message', (id) => {
  expect(standsAt(id)).toBeNull();
});

it.each<[string, unknown]>([
  ['button_tapped', { method: 'answerCallbackQuery', callback_query_id: '3434' }],
  ['text', null],
])('the webhook of %s is answered with %j', (name, answer) => {
  expect(answerOf({ headers: {}, query: {}, body: bytesOf(name) })).toEqual(answer);
});
