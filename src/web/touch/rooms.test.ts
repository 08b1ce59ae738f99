import { expect, it } from 'vitest';
import { roomOf, roomTowards, standsAt } from './rooms.ts';

it.each([
  { from: 'conversation', by: 50, to: 'list' },
  { from: 'conversation', by: -50, to: 'person' },
  { from: 'person', by: 50, to: 'conversation' },
  { from: 'person', by: -50, to: null },
  { from: 'list', by: 50, to: null },
  { from: 'list', by: -50, to: null },
  { from: 'conversation', by: 0, to: null },
] as const)('from $from by $by: $to', ({ from, by, to }) => expect(roomTowards(from, by)).toBe(to));

it.each([
  { from: 'conversation', to: 'list', by: 100, at: 100 },
  { from: 'conversation', to: 'list', by: -40, at: 0 },
  { from: 'conversation', to: 'person', by: -100, at: 290 },
  { from: 'conversation', to: 'person', by: 40, at: 390 },
  { from: 'person', to: 'conversation', by: 500, at: 390 },
] as const)('$from to $to by $by: the upper one at $at', ({ from, to, by, at }) =>
  expect(standsAt(from, to, by, 390)).toBe(at),
);

it.each([
  ['/desk', {}, 'list'],
  ['/desk/', {}, 'list'],
  ['/desk/0190', {}, 'conversation'],
  ['/desk/0190', { room: 'person' }, 'person'],
  ['/settings', {}, null],
] as const)('%s %o is the room %s', (path, search, room) => expect(roomOf(path, search)).toBe(room));
