import { expect, it } from 'vitest';
import { differenceOf, isAmount, isZero, sumOf } from './money.ts';
import { stateOf, worthOf } from './order.ts';

it.each([
  [['0.1', '0.2'], '0.3'],
  [['49.9', '0.10'], '50.00'],
  [['1000', '-0.5'], '999.5'],
  [['-1.25', '0.25'], '-1.00'],
  [['999999999999999.99', '0.01'], '1000000000000000.00'],
  [[], '0'],
])('adds %j up to %s', (amounts, sum) => {
  expect(sumOf(amounts)).toBe(sum);
});

it('takes away, and knows nothing', () => {
  expect(differenceOf('49.90', '49.9')).toBe('0.00');
  expect(isZero('0.00')).toBe(true);
  expect(isZero('-0.01')).toBe(false);
  expect(worthOf({ total: '100.00', refunded: '20.5' })).toBe('79.50');
  expect(['1', '1.50', '-2'].every(isAmount)).toBe(true);
  expect(['', '1,50', '1.', 'NaN', '1e9', ' 1'].some(isAmount)).toBe(false);
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
