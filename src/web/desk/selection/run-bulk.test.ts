import { expect, it } from 'vitest';
import type { BulkAct } from '../../../wire/work.ts';
import { Refusal } from '../../api/call.ts';
import { runBulk, undoBulk } from './run-bulk.ts';

const ACT: BulkAct = { do: 'attention', attention: 'answered' };
const ids = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`);
const rest = () => Promise.resolve();
const numbered = () => {
  let made = 0;
  return () => {
    made += 1;
    return `act${made}`;
  };
};
const unreachable = () => new Refusal(0, { code: 'unreachable', message: 'Not there.' });

it('goes piece by piece, says how far it is, and adds up', async () => {
  const seen: number[] = [];
  const doAct = (id: string, some: readonly string[]) =>
    Promise.resolve({
      done: some.length - 1,
      left: [{ conversationId: some[0] ?? '', why: 'Gone.' }],
      undoId: `u ${id}`,
    });
  const result = await runBulk(ids(120), ACT, { doAct, newId: numbered(), rest }, (done) => seen.push(done));
  expect(seen).toEqual([50, 100, 120]);
  expect(result.done).toBe(117);
  expect(result.left.map(({ conversationId }) => conversationId)).toEqual(['c0', 'c50', 'c100']);
  expect(result.undoIds).toEqual(['u act1', 'u act2', 'u act3']);
});

it('tries a lost piece again under the same id', async () => {
  const asked: string[] = [];
  const doAct = (id: string, some: readonly string[]) => {
    asked.push(id);
    return asked.length === 1
      ? Promise.reject(unreachable())
      : Promise.resolve({ done: some.length, left: [], undoId: null });
  };
  expect((await runBulk(ids(3), ACT, { doAct, newId: numbered(), rest }, () => {})).done).toBe(3);
  expect(asked).toEqual(['act1', 'act1']);
});

it('leaves out a piece that was refused, with the reason, and goes on', async () => {
  const doAct = (id: string, some: readonly string[]) =>
    id === 'act1'
      ? Promise.reject(new Refusal(403, { code: 'forbidden', message: 'Not for you.' }))
      : Promise.resolve({ done: some.length, left: [], undoId: null });
  const result = await runBulk(ids(60), ACT, { doAct, newId: numbered(), rest }, () => {});
  expect(result.done).toBe(10);
  expect(result.left).toHaveLength(50);
  expect(result.left[0]?.why).toBe('Not for you.');
});

it('takes back the last piece first', async () => {
  const asked: string[] = [];
  const undoAct = (id: string) => {
    asked.push(id);
    return Promise.resolve({ undone: 2, left: [] });
  };
  const undone = await undoBulk(['a', 'b'], undoAct, rest);
  expect(asked).toEqual(['b', 'a']);
  expect(undone.undone).toBe(4);
});
