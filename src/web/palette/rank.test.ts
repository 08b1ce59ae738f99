import { expect, it } from 'vitest';
import { ranked } from './rank.ts';

const all = ['Assign to…', 'Assign to me', 'Snooze', 'Needs answer', 'Zoë Šimek', 'Γιώργος', 'Saved views'].map(
  (name) => ({
    name,
    ...(name === 'Snooze' ? { also: 'later remind' } : {}),
  }),
);
const names = (typed: string) => ranked(typed, all).map(({ name }) => name);

it.each([
  { typed: 'assign to me', finds: ['Assign to me'] },
  { typed: 'zoe sim', finds: ['Zoë Šimek'] },
  { typed: 'ΓΙΩΡ', finds: ['Γιώργος'] },
  { typed: 'remind', finds: ['Snooze'] },
  { typed: 'snz', finds: ['Snooze'] },
  { typed: 'xyz', finds: [] },
])('"$typed" finds $finds', ({ typed, finds }) => expect(names(typed)).toEqual(finds));

it('shows everything, as it is, before anything is typed', () => expect(names('')).toHaveLength(all.length));
it('puts the beginning of a name first', () => expect(names('s')[0]).toBe('Snooze'));
