import { expect, it } from 'vitest';
import { noticeInWords, placeOf } from './words.ts';

const NOTICE = {
  kind: 'new_message',
  actorName: null,
  contactName: 'Ida',
  inboxName: 'Shop',
  text: 'my IBAN is',
} as const;

it.each([
  { what: 'a message', notice: NOTICE, isOpen: false, is: { title: 'A customer wrote', text: '' } },
  { what: 'a message', notice: NOTICE, isOpen: true, is: { title: 'Ida wrote', text: 'my IBAN is' } },
  {
    what: 'a mention',
    notice: { ...NOTICE, kind: 'mention', actorName: 'Bo' } as const,
    isOpen: false,
    is: { title: 'Bo mentioned you', text: '' },
  },
  {
    what: 'what a rule gave',
    notice: { ...NOTICE, kind: 'assigned' } as const,
    isOpen: true,
    is: { title: 'You have Ida now', text: 'my IBAN is' },
  },
  {
    what: 'an alert',
    notice: { ...NOTICE, kind: 'inbox_alert', contactName: null, text: 'Its token ends.' } as const,
    isOpen: false,
    is: { title: 'Something is wrong with Shop', text: 'Its token ends.' },
  },
])('$what, customers’ words allowed $isOpen', ({ notice, isOpen, is }) => {
  expect(noticeInWords(notice, isOpen)).toEqual(is);
});

it.each([
  { kind: 'new_message', conversationId: 'c', inboxId: null, is: '/desk/c' },
  { kind: 'inbox_alert', conversationId: null, inboxId: 'i', is: '/inboxes/i' },
  { kind: 'webhook_off', conversationId: null, inboxId: null, is: '/settings/webhooks' },
  { kind: 'spike', conversationId: null, inboxId: null, is: '/listen' },
  {
    kind: 'spike',
    conversationId: null,
    inboxId: null,
    spike: 'spike:b:s',
    is: '/listen?board=b&show=picture&spike=s',
  },
  { kind: 'spike', conversationId: 'c', inboxId: null, is: '/desk/c' },
  { kind: 'task', conversationId: null, inboxId: null, is: '/desk' },
] as const)('$kind leads to $is', ({ is, ...notice }) => {
  expect(placeOf(notice)).toBe(is);
});
