import { describe, expect, it } from 'vitest';
import { openGraph } from '../meta/graph.ts';
import { parse } from './parse.ts';
import { listTemplates } from './templates.ts';

const receivedAt = new Date('2026-11-18T12:00:00Z');
const read = (field: string, value: object) =>
  parse(
    {
      source: 'webhook',
      headers: {},
      body: Buffer.from(
        JSON.stringify({
          object: 'whatsapp_business_account',
          entry: [{ id: '1', changes: [{ field, value: { metadata: { phone_number_id: '66' }, ...value } }] }],
        }),
      ),
    },
    { account: null, settings: null, receivedAt },
  );
const plain = { from: '46701112233', id: 'wamid.1', timestamp: '1795005000', type: 'text', text: { body: 'hi' } };

describe('what is odd in a message costs nothing of the rest', () => {
  it.each([
    ['no time', { timestamp: undefined }, { sentAt: receivedAt, content: { text: 'hi' } }],
    ['a time in words', { timestamp: 'soon' }, { sentAt: receivedAt }],
    ['no kind', { type: undefined }, { content: { attachments: [{ kind: 'unsupported' }] } }],
    ['a sender of a new form', { from: 'web:7' }, { author: { person: { id: 'web:7' } } }],
    [
      'a NUL for the kind of what was tapped',
      { type: 'interactive', interactive: { type: 'a\u0000' } },
      { content: { attachments: [{ title: 'A "a" of WhatsApp, which it does not pass on' }] } },
    ],
    ['an odd quote', { context: { id: {} } }, { content: { text: 'hi' } }],
  ])('%s', (_what, more, expected) => {
    const odd = { ...plain, ...more };
    expect(read('messages', { messages: [odd, { ...plain, id: 'wamid.2' }] })).toMatchObject([
      { kind: 'message', id: 'wamid.1', ...expected },
      { kind: 'message', id: 'wamid.2', content: { text: 'hi' } },
    ]);
  });

  it('a status without a time is one of now', () => {
    expect(read('messages', { statuses: [{ id: 'wamid.9', status: 'read' }] })).toMatchObject([
      { kind: 'delivery', status: 'read', ids: ['wamid.9'], at: receivedAt },
    ]);
  });

  it('somebody whose number is written in two ways is not taken for us', () => {
    const thread = {
      id: '5511987654321',
      context: { wa_id: '5511987654321', user_id: 'BR.1' },
      messages: [
        { ...plain, from: '551187654321' },
        { ...plain, id: 'wamid.2', from: '4687001122', to: '5511987654321' },
      ],
    };
    expect(read('history', { history: [{ threads: [thread] }] })).toMatchObject([
      { author: { kind: 'contact', person: { id: 'BR.1' } }, isHistory: true },
      { author: { kind: 'business' }, thread: { id: 'BR.1' }, isHistory: true },
    ]);
  });
});

it('offers no template of which it cannot read all parts', async () => {
  const data = [
    { name: 'odd', language: 'sv', status: 'APPROVED', components: [{ type: 'BODY', text: 'Hi {{1}}' }, 'new'] },
    { name: 'even', language: 'sv', status: 'APPROVED', components: [{ type: 'BODY', text: 'Hi {{1}}' }] },
  ];
  const graph = openGraph({ fetch: async () => Response.json({ data }) });
  const ids = { phoneNumberId: '66', wabaId: '33', appId: '91' };
  const secrets = { accessToken: 'EAAwa', appSecret: 's', verifyToken: 'v' };
  expect(await listTemplates(graph, { ...ids, ...secrets })).toMatchObject([
    { name: 'odd', text: '', closedBecause: expect.stringContaining('do not understand') },
    { name: 'even', text: 'Hi {{1}}', closedBecause: null },
  ]);
});
