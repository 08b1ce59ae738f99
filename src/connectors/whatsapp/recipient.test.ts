import { expect, it } from 'vitest';
import type { Json } from '../../core/ids.ts';
import { recipientOf } from './recipient.ts';

const USER = 'SE.4f0c9a7712e84b1d';

it.each<{ when: string; remote: Json; otherwise: string; expected: Record<string, string> | null }>([
  {
    when: 'both are known',
    remote: { phone: '46701112233', userId: USER },
    otherwise: USER,
    expected: { to: '+46701112233' },
  },
  {
    when: 'the number has a plus already',
    remote: { phone: '+46701112233' },
    otherwise: USER,
    expected: { to: '+46701112233' },
  },
  { when: 'the number is hidden', remote: { userId: USER }, otherwise: USER, expected: { recipient: USER } },
  { when: 'nothing is kept', remote: null, otherwise: USER, expected: { recipient: USER } },
  { when: 'nothing is kept but the number', remote: null, otherwise: '46701112233', expected: { to: '+46701112233' } },
  {
    when: 'it is the id of a group of businesses',
    remote: {},
    otherwise: 'US.ENT.118',
    expected: { recipient: 'US.ENT.118' },
  },
  { when: 'what is kept is rubbish', remote: { phone: 7 }, otherwise: USER, expected: { recipient: USER } },
  { when: 'neither form is known', remote: null, otherwise: 'ida@example.com', expected: null },
])('somebody is written to as $expected when $when', ({ remote, otherwise, expected }) => {
  expect(recipientOf(remote, otherwise)).toEqual(expected);
});
