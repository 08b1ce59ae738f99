import { expect, it } from 'vitest';
import { csvLine } from './csv.ts';

it.each([
  { cells: ['plain', null, ''], line: 'plain,,' },
  { cells: ['with, comma', 'with "quotes"', 'two\nlines'], line: '"with, comma","with ""quotes""","two\nlines"' },
  { cells: ['=cmd|calc!A1'], line: `"'=cmd|calc!A1"` },
  {
    cells: ['+1', '-1', '@SUM(A1)', '\t=1', ' =1', '|x', '%y'],
    line: `"'+1","'-1","'@SUM(A1)","'\t=1","' =1","'|x","'%y"`,
  },
  { cells: ['2026-11-22T10:00:00.000Z', 'Ana-Maria'], line: '2026-11-22T10:00:00.000Z,Ana-Maria' },
])('$cells', ({ cells, line }) => {
  expect(csvLine(cells)).toBe(`${line}\r\n`);
});
