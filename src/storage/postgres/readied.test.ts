import { expect, it } from 'vitest';
import { createReadied } from './readied.ts';

const ask = (readied: ReturnType<typeof createReadied>, text: string, times: number) =>
  Array.from({ length: times }, () => readied.nameOf(text)).at(-1);

it('keeps ready what is asked often, under one name', () => {
  const readied = createReadied();
  expect(ask(readied, 'select 1', 4)).toBeNull();
  const name = readied.nameOf('select 1');
  expect(name).not.toBeNull();
  expect(ask(readied, 'select 1', 3)).toBe(name);
  expect(ask(readied, 'select 2', 5)).not.toBe(name);
});

it('makes it ready anew under another name once it was forgotten', () => {
  const readied = createReadied();
  const before = ask(readied, 'select 1', 5);
  readied.forget('select 1');
  const after = ask(readied, 'select 1', 5);
  expect(after).not.toBeNull();
  expect(after).not.toBe(before);
});

it('keeps no more than a connection can carry, and counts no more than it must', () => {
  const readied = createReadied();
  for (let nth = 0; nth < 5000; nth += 1) readied.nameOf(`select ${nth}, once`);
  const kept = Array.from({ length: 400 }, (_, nth) => ask(readied, `select ${nth}, often`, 5)).filter(Boolean);
  expect(kept).toHaveLength(250);
});
