import { expect, it } from 'vitest';
import { isOurDoor } from './door.ts';

it.each([
  ['https://care.example.com/webhooks/main/viber', undefined, true],
  ['https://care.example.com/desk/webhooks/main/viber', undefined, true],
  ['https://care.example.com/webhooks/main/line', undefined, false],
  ['https://old-bot.example.com/viber', undefined, false],
  ['not an address', undefined, false],
  ['https://care.example.com/webhooks/main/viber', 'https://care.example.com/webhooks/main/viber', true],
  ['https://test.example.com/webhooks/main/viber', 'https://care.example.com/webhooks/main/viber', false],
])('%s, where ours is %s: %s', (webhook, ours, wanted) => {
  expect(isOurDoor(webhook, 'viber', ours)).toBe(wanted);
});
