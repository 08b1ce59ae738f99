import { expect, it } from 'vitest';
import { type Board, waitingOn } from './listening.ts';

const board = (kind: Board['kind'], count: number, isCapped = false) =>
  ({ kind, waiting: { count, isCapped } }) as Board;

it.each([
  { boards: [], shown: null },
  { boards: [board('own', 0), board('competitor', 40)], shown: null },
  { boards: [board('own', 2), board('own', 3)], shown: '5' },
  { boards: [board('own', 99)], shown: '99' },
  { boards: [board('own', 60), board('own', 60)], shown: '99+' },
  { boards: [board('own', 50, true)], shown: '50+' },
])('$boards.length boards show $shown', ({ boards, shown }) => expect(waitingOn(boards)).toBe(shown));
