import { expect, it } from 'vitest';
import { isOurDoor, shownAddress } from './door.ts';

it.each([
  ['https://care.example.com/webhooks/main/viber', undefined, true],
  ['https://care.example.com/desk/webhooks/main/viber', undefined, true],
  ['https://care.example.com/webhooks/main/line', undefined, false],
  ['https://old-bot.example.com/viber', undefined, false],
  ['not an address', undefined, false],
  ['https://care.example.com/webhooks/main/viber', 'https://care.example.com/webhooks/main/viber', true],
  ['https://Care.Example.com:443/webhooks/main/viber', 'https://care.example.com/webhooks/main/viber', true],
  ['not an address', 'https://care.example.com/webhooks/main/viber', false],
  ['https://test.example.com/webhooks/main/viber', 'https://care.example.com/webhooks/main/viber', false],
])('%s, where ours is %s: %s', (webhook, ours, wanted) => {
  expect(isOurDoor(webhook, 'viber', ours)).toBe(wanted);
});

it.each([
  ['https://bot:secret@old.example.com/hook/7?token=abc#d', 'https://old.example.com/hook/7'],
  ['https://old.example.com/hook', 'https://old.example.com/hook'],
  ['javascript:alert(1)', 'an address that is none'],
  ['', 'an address that is none'],
])('%s is shown as %s', (address, wanted) => expect(shownAddress(address)).toBe(wanted));
