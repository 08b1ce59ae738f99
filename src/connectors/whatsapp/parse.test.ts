import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ParseContext } from '../../core/channel/connector.ts';
import { parse } from './parse.ts';

const context: ParseContext = { account: null, settings: null, receivedAt: new Date('2026-11-18T12:00:00Z') };
const read = (body: Uint8Array) => parse({ source: 'webhook', headers: {}, body }, context);
const bytesOf = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url));

const NUMBER = '660055443322110';
const IDA = 'SE.4f0c9a7712e84b1d';
const person = { id: IDA, scope: '', name: 'Ida Norberg', handle: '+46701112233' };
const thread = {
  id: IDA,
  kind: 'direct',
  reach: 'owned_private',
  counterpart: person,
  remote: { phone: '46701112233', userId: IDA },
};
const one = (attachment: object) => ({ content: { attachments: [attachment] } });
const said = (more: object) => ({ content: { attachments: [], ...more } });

describe('what is said on a line', () => {
  it.each([
    {
      name: 'text',
      expected: {
        kind: 'message',
        account: NUMBER,
        id: 'wamid.HBgLSE1',
        thread,
        author: { kind: 'contact', person },
        content: { text: 'My tent pole snapped', attachments: [] },
        sentAt: new Date(1795005000_000),
        remote: { phone: '46701112233', userId: IDA },
      },
    },
    { name: 'reply_quote', expected: said({ text: 'this one', quotes: 'wamid.HBgLOUT1' }) },
    {
      name: 'username_user_without_phone',
      expected: {
        thread: { id: 'SE.77aa01bc23de45f6', remote: { userId: 'SE.77aa01bc23de45f6' } },
        author: { person: { id: 'SE.77aa01bc23de45f6', name: 'Petra Ahl', handle: 'petra.ahl' } },
      },
    },
    {
      name: 'image',
      expected: {
        content: {
          text: 'the broken pole',
          attachments: [{ kind: 'image', source: { kind: 'ask', id: '1700220033004' }, mimeType: 'image/jpeg' }],
        },
      },
    },
    { name: 'voice', expected: one({ kind: 'audio', mimeType: 'audio/ogg', title: 'Voice message' }) },
    { name: 'video', expected: one({ kind: 'video', source: { kind: 'ask', id: '1700220033021' } }) },
    { name: 'document', expected: one({ kind: 'file', name: 'receipt.pdf', mimeType: 'application/pdf' }) },
    { name: 'sticker', expected: one({ kind: 'sticker', source: { kind: 'ask', id: '1700220033007' } }) },
    {
      name: 'location',
      expected: one({ kind: 'location', title: 'Malmö shop, Hamngatan 4', href: expect.stringContaining('55.605') }),
    },
    { name: 'contacts', expected: one({ kind: 'contact_card', title: 'Oskar Lund · +46 70 999 88 77' }) },
    { name: 'button_reply', expected: said({ text: 'Refund', payload: 'CHOICE_REFUND', quotes: 'wamid.HBgLOUT2' }) },
    { name: 'list_reply', expected: said({ text: 'Tents\nPoles and pegs', payload: 'ROW_TENT' }) },
    { name: 'template_quick_reply', expected: said({ text: 'Stop', payload: 'STOP', quotes: 'wamid.HBgLOUT4' }) },
    {
      name: 'flow_reply',
      expected: said({ text: 'Order number: 40217\nTopics: Refund, Tent', payload: expect.stringContaining('40217') }),
    },
    { name: 'address_reply', expected: said({ text: 'Ida Norberg\nHamngatan 4, Malmö' }) },
    { name: 'forwarded', expected: said({ text: 'win a tent!!' }) },
    {
      name: 'from_ad',
      expected: said({ referral: { source: 'ad', title: 'Fjell autumn', reference: '6200110022003' } }),
    },
    {
      name: 'about_product',
      expected: {
        content: { text: 'In green?', quotes: 'wamid.HBgLOUT5', attachments: [{ kind: 'product', name: 'FJ-GRN-M' }] },
      },
    },
    {
      name: 'order',
      expected: {
        content: {
          text: 'please',
          attachments: [{ kind: 'product', title: 'FJ-GRN-M · 1 × 1990 SEK', name: 'FJ-GRN-M' }],
        },
      },
    },
    { name: 'unsupported', expected: one({ kind: 'unsupported', title: 'Something that WhatsApp does not pass on' }) },
    {
      name: 'unsupported_with_type',
      expected: one({ kind: 'unsupported', title: expect.stringContaining('poll_creation') }),
    },
    {
      name: 'interactive_of_a_new_kind',
      expected: one({ kind: 'unsupported', title: expect.stringContaining('hologram') }),
    },
    {
      name: 'message_of_a_new_kind',
      expected: one({ kind: 'unsupported', title: expect.stringContaining('ephemeral_thing') }),
    },
    { name: 'before_user_ids', expected: { thread: { id: '46701112233', remote: { phone: '46701112233' } } } },
    {
      name: 'brazil_two_writings',
      expected: {
        thread: { id: 'BR.1502576394655843' },
        author: { person: { name: 'João', handle: '+551187654321' } },
      },
    },
    {
      name: 'reaction',
      expected: { kind: 'reaction', target: 'wamid.HBgLOUT1', reaction: '👍', isRemoved: false, by: { person } },
    },
    {
      name: 'reaction_removed',
      expected: { kind: 'reaction', target: 'wamid.HBgLOUT1', reaction: '', isRemoved: true },
    },
    {
      name: 'edited',
      expected: { kind: 'edit', id: 'wamid.HBgLSE1', content: { text: 'My tent pole snapped twice' } },
    },
    { name: 'revoked', expected: { kind: 'deletion', id: 'wamid.HBgLSE1' } },
    {
      name: 'number_changed',
      expected: { kind: 'notice', thread: IDA, detail: expect.stringMatching(/\+46704445566.*SE\.9b3e61d0aa1f4c27/) },
    },
    {
      name: 'user_id_changed',
      expected: {
        kind: 'notice',
        thread: 'SE.77aa01bc23de45f6',
        detail: expect.stringContaining('SE.1c2d3e4f5a6b7c8d'),
      },
    },
    { name: 'identity_changed', expected: { kind: 'notice', thread: IDA, detail: expect.stringContaining('secrets') } },
    { name: 'call_permission', expected: { kind: 'notice', thread: IDA, detail: 'Allows to be called on WhatsApp.' } },
    {
      name: 'marketing_stopped',
      expected: { kind: 'notice', thread: IDA, detail: expect.stringContaining('no marketing') },
    },
    {
      name: 'number_problem',
      expected: { kind: 'notice', notice: 'policy', detail: expect.stringContaining('locked') },
    },
    {
      name: 'typed_in_the_app',
      expected: {
        kind: 'message',
        author: { kind: 'business' },
        thread: { id: IDA },
        content: { text: 'We have it in the shop' },
      },
    },
    { name: 'edited_in_the_app', expected: { kind: 'edit', id: 'wamid.HBgLAPP1' } },
    { name: 'group', expected: { kind: 'ignored', why: expect.stringContaining('group') } },
  ])('$name is read in full', ({ name, expected }) => {
    expect(read(bytesOf(name))[0]).toMatchObject(expected);
  });

  it('reads what a number had said before it was connected, by whom', () => {
    expect(read(bytesOf('history'))).toMatchObject([
      { id: 'wamid.HBgLOLD1', author: { kind: 'contact', person: { id: IDA } }, isHistory: true },
      { id: 'wamid.HBgLOLD2', author: { kind: 'business' }, thread: { id: IDA }, isHistory: true },
      { id: 'wamid.HBgLOLD3', ...one({ kind: 'unsupported' }) },
    ]);
  });

  it('reads all of a request with several numbers, people and statuses', () => {
    const events = read(bytesOf('album_and_statuses'));
    expect(events.filter(({ kind }) => kind === 'delivery')).toMatchObject([
      { status: 'read' },
      { status: 'delivered' },
    ]);
    expect(events.slice(0, 2)).toMatchObject([{ id: 'wamid.HBgLSE31' }, { id: 'wamid.HBgLSE32' }]);
  });
});

describe('whose message it is', () => {
  const two = (message: object, contact: object) => {
    const metadata = { phone_number_id: NUMBER };
    const said_ = { id: 'wamid.1', timestamp: '1795005000', type: 'text', text: { body: 'hi' }, ...message };
    const value = { metadata, contacts: [contact], messages: [said_] };
    const changes = [{ field: 'messages', value }];
    return read(Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes }] })))[0];
  };
  const contact = { profile: { name: 'Ida' }, wa_id: '5511987654321', user_id: 'BR.1' };

  it.each([
    { when: 'the number is written with the ninth digit', message: { from: '5511987654321' }, id: 'BR.1', name: 'Ida' },
    { when: 'the number is written without it', message: { from: '551187654321' }, id: 'BR.1', name: 'Ida' },
    { when: 'another number wrote', message: { from: '46701112233' }, id: '46701112233', name: undefined },
    { when: 'another id wrote', message: { from_user_id: 'SE.2' }, id: 'SE.2', name: undefined },
    { when: 'the field for numbers holds the id', message: { from: 'BR.1' }, id: 'BR.1', name: 'Ida' },
    { when: 'numbers are bare', message: { from: 5511987654321, timestamp: 1795005000 }, id: 'BR.1', name: 'Ida' },
  ])('is told by what it names when $when', ({ message, id, name }) => {
    const event = two(message, contact);
    expect(event).toMatchObject({ kind: 'message', thread: { id }, author: { person: { id } } });
    if (event?.kind === 'message' && event.author.kind === 'contact') expect(event.author.person.name).toBe(name);
  });
});

describe('what became of our messages', () => {
  it.each([
    { name: 'status_sent', expected: [{ kind: 'sent', id: 'wamid.HBgLOUT1', mark: 'out-7f21' }] },
    { name: 'status_delivered', expected: [{ mark: 'out-7f21' }, { status: 'delivered', ids: ['wamid.HBgLOUT1'] }] },
    { name: 'status_read', expected: [{ mark: 'out-7f21' }, { status: 'read', at: new Date(1795005210_000) }] },
    { name: 'status_played', expected: [{ status: 'read', ids: ['wamid.HBgLOUT6'] }] },
    {
      name: 'status_failed',
      expected: [{ mark: 'out-7f27' }, { status: 'failed', detail: expect.stringMatching(/24 hours ago.*\(131047\)/) }],
    },
  ])('$name', ({ name, expected }) => {
    expect(read(bytesOf(name))).toMatchObject(expected);
  });
});
