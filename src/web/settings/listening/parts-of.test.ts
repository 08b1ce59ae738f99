import { expect, it } from 'vitest';
import { partsOf } from './parts-of.ts';

const brand = (from: number, to: number) => ({ kind: 'brand', from, to }) as const;
const trigger = (from: number, to: number) => ({ kind: 'trigger', from, to }) as const;
const cut = (text: string, because: Parameters<typeof partsOf>[1]) =>
  partsOf(text, because)
    .map(({ words, kind }) => (kind === null ? words : `[${kind[0]}:${words}]`))
    .join('');

it.each([
  ['my kettle is broken', [brand(3, 9), trigger(13, 19)], 'my [b:kettle] is [t:broken]'],
  ['my kettle is broken', [trigger(13, 19), brand(3, 9)], 'my [b:kettle] is [t:broken]'],
  ['kettle', [brand(0, 6)], '[b:kettle]'],
  ['kettle co', [brand(0, 6), brand(0, 9)], '[b:kettle co]'],
  ['kettle', [], 'kettle'],
  ['', [], ''],
  ['short', [brand(3, 99)], 'short'],
  ['short', [brand(4, 2)], 'short'],
])('%s with %j', (text, because, marked) => expect(cut(text, because)).toBe(marked));
