import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ParseContext } from '../../core/channel/connector.ts';
import { parse } from './parse.ts';

const context: ParseContext = { account: null, settings: null, receivedAt: new Date('2026-11-18T12:00:00Z') };
const read = (body: Uint8Array, settings: ParseContext['settings'] = null) =>
  parse({ source: 'webhook', headers: {}, body }, { ...context, settings });
const bytesOf = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url));

const PAGE = '104477880011223';
const PSID = '24681357900112233';
const person = { id: PSID, scope: PAGE };
const thread = { id: PSID, kind: 'direct', reach: 'owned_private', counterpart: person };
const one = (attachment: object) => ({ content: { attachments: [attachment] } });

describe('what is said on a private line', () => {
  it.each([
    {
      name: 'text',
      expected: {
        kind: 'message',
        account: PAGE,
        id: 'm_A1text',
        thread,
        author: { kind: 'contact', person },
        content: { text: 'Order 40217 never arrived', attachments: [] },
        sentAt: new Date(1795001999870),
      },
    },
    { name: 'text_reply_to', expected: { content: { text: 'this one', quotes: 'm_E1echo' } } },
    { name: 'two_photos', expected: { content: { text: '', attachments: [{ kind: 'image' }, { kind: 'image' }] } } },
    { name: 'file', expected: one({ kind: 'file', name: 'receipt.pdf' }) },
    { name: 'like_sticker_since_31_aug_2026', expected: one({ kind: 'sticker', alt: '👍', title: 'Like' }) },
    { name: 'like_sticker_older_form', expected: one({ kind: 'sticker', alt: '👍' }) },
    { name: 'ids_as_numbers', expected: { account: PAGE, author: { person }, ...one({ kind: 'sticker' }) } },
    {
      name: 'shared_link_fallback',
      expected: one({ kind: 'link', href: 'https://l.facebook.test/l.php?u=x', title: 'Fjell jacket' }),
    },
    { name: 'fallback_without_payload', expected: one({ kind: 'unsupported', title: expect.stringMatching(/\S/) }) },
    { name: 'appointment', expected: one({ kind: 'unsupported', title: 'An appointment' }) },
    {
      name: 'location',
      expected: one({ kind: 'location', title: "Ida's place", href: expect.stringContaining('55.6') }),
    },
    {
      name: 'voice_and_video',
      expected: { content: { attachments: [{ kind: 'audio' }, { kind: 'video' }, { kind: 'gif' }] } },
    },
    { name: 'quick_reply_tapped', expected: { content: { text: 'Refund', payload: 'CHOICE_REFUND' } } },
    {
      name: 'from_click_to_messenger_ad',
      expected: { content: { referral: { source: 'ADS', title: 'Fjell jacket', reference: 'fjell-autumn' } } },
    },
    { name: 'about_a_product', expected: one({ kind: 'product', title: 'Fjell jacket · 1 990 kr', name: 'FJ-GRN-M' }) },
    {
      name: 'echo_of_our_app',
      expected: {
        author: { kind: 'business' },
        thread,
        mark: 'out-7f21',
        content: { text: 'Let me check that, Ida.' },
      },
    },
    {
      name: 'message_edited',
      expected: { kind: 'edit', id: 'm_A1text', content: { text: 'Order 40271 never arrived' } },
    },
    {
      name: 'reaction',
      expected: {
        kind: 'reaction',
        target: 'm_E1echo',
        reaction: '❤️',
        isRemoved: false,
        by: { kind: 'contact', person },
      },
    },
    { name: 'unreaction', expected: { target: 'm_E1echo', isRemoved: true } },
    {
      name: 'delivery',
      expected: { status: 'delivered', ids: ['m_E1echo'], upTo: new Date(1795002100000), thread: PSID },
    },
    { name: 'delivery_without_mids', expected: { status: 'delivered', ids: [], upTo: new Date(1795002120000) } },
    { name: 'read', expected: { status: 'read', ids: [], upTo: new Date(1795002120000), thread: PSID } },
    {
      name: 'postback',
      expected: { kind: 'message', id: 'm_P1post', content: { text: 'Track my order', payload: 'MENU_TRACK' } },
    },
    {
      name: 'get_started_with_referral',
      expected: { content: { payload: 'GET_STARTED', referral: { source: 'SHORTLINK', reference: 'shop-door' } } },
    },
    {
      name: 'referral_existing_thread',
      expected: { notice: 'referral', thread: PSID, detail: expect.stringContaining('m.me link') },
    },
    {
      name: 'thread_passed_to_us',
      expected: { notice: 'thread_given', detail: expect.stringContaining('agent done') },
    },
    {
      name: 'thread_taken_from_us',
      expected: { notice: 'thread_taken', detail: expect.stringContaining('Page inbox') },
    },
    {
      name: 'thread_requested',
      expected: { notice: 'thread_requested', detail: expect.stringContaining('bot wants it') },
    },
    { name: 'policy', expected: { notice: 'policy', detail: expect.stringContaining('Unsolicited bulk messages') } },
    { name: 'standby', expected: { kind: 'message', id: 'm_S1', author: { kind: 'contact' } } },
  ])('$name is read in full', ({ name, expected }) => {
    expect(read(bytesOf(name))[0]).toMatchObject(expected);
  });

  it('knows that an answer typed in the Page inbox is ours, and has no mark', () => {
    const [echo] = read(bytesOf('echo_human_in_page_inbox'));
    expect(echo).toMatchObject({ author: { kind: 'business' }, thread, content: { text: 'It ships tomorrow.' } });
    expect(echo).not.toHaveProperty('mark');
  });

  it('takes no mark from another app where the inbox names its own', () => {
    expect(read(bytesOf('echo_of_our_app'), { appId: '918273645501234' })[0]).toHaveProperty('mark', 'out-7f21');
    expect(read(bytesOf('echo_of_our_app'), { appId: '555' })[0]).not.toHaveProperty('mark');
  });

  it('shows that something was said where nothing of it is passed on', () => {
    const message = { mid: 'm_1', is_unsupported: true };
    const element = { sender: { id: PSID }, recipient: { id: PAGE }, timestamp: 1795002000000, message };
    const body = JSON.stringify({ object: 'page', entry: [{ id: PAGE, time: 1, messaging: [element] }] });
    expect(read(new TextEncoder().encode(body))[0]).toMatchObject(one({ kind: 'unsupported' }));
  });

  it('leaves what happens on the Page to Facebook', () => {
    expect(read(bytesOf('feed_of_facebook'))).toEqual([]);
  });
});
