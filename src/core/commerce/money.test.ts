import { expect, it } from 'vitest';
import { isAmount } from './money.ts';
import { stateOf } from './order.ts';

it.each([
  ['1', true],
  ['1.50', true],
  ['-2', true],
  ['', false],
  ['1,50', false],
  ['1.', false],
  ['NaN', false],
  ['1e9', false],
  [' 1', false],
])('%j is an amount: %s', (text, isOne) => {
  expect(isAmount(text)).toBe(isOne);
});

it.each([
  [{ cancelledAt: new Date(), payment: 'refunded', delivery: 'open' }, 'cancelled'],
  [{ cancelledAt: null, payment: 'refunded', delivery: 'delivered' }, 'refunded'],
  [{ cancelledAt: null, payment: 'pending', delivery: 'open' }, 'unpaid'],
  [{ cancelledAt: null, payment: 'pending', delivery: 'sent' }, 'sent'],
  [{ cancelledAt: null, payment: 'paid', delivery: 'trouble' }, 'trouble'],
] as const)('%j is %s', (order, state) => {
  expect(stateOf(order)).toBe(state);
});
