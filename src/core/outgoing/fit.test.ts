import { expect, it } from 'vitest';
import { misfitOf } from './fit.ts';

const bluesky = {
  text: { max: 300, unit: 'graphemes', also: { max: 3_000, unit: 'utf8-bytes' } },
  attachments: { max: 4, maxBytes: 1_000_000, types: ['image/*'] },
} as const;
const messenger = {
  text: { max: 1_999, unit: 'utf16' },
  attachments: { max: 1, maxBytes: 25_000_000, types: ['image/*', 'application/*'], withText: false },
} as const;
const file = (name: string, mimeType: string, sizeBytes = 10) => ({ name, mimeType, sizeBytes });
const png = file('a.png', 'image/png');

it.each([
  {
    what: '300 family emoji on Bluesky: 300 characters but 7,500 bytes',
    said: '👨‍👩‍👧‍👦'.repeat(300),
    on: bluesky,
    code: 'too_long',
    overBy: 4_500,
  },
  { what: '301 letters on Bluesky', said: 'a'.repeat(301), on: bluesky, code: 'too_long', overBy: 1 },
  { what: '300 letters on Bluesky', said: 'a'.repeat(300), on: bluesky, code: null },
  {
    what: '1,000 emoji in Messenger: each counts twice',
    said: '🎂'.repeat(1_000),
    on: messenger,
    code: 'too_long',
    overBy: 1,
  },
  { what: 'nothing', said: ' \n', on: messenger, code: 'empty' },
  { what: 'a picture alone', said: '', on: messenger, files: [png], code: null },
  { what: 'words and a picture in Messenger', said: 'Hi', on: messenger, files: [png], code: 'words_or_file' },
  {
    what: 'five pictures on Bluesky',
    said: 'Hi',
    on: bluesky,
    files: [png, png, png, png, png],
    code: 'too_many_files',
  },
  { what: 'a PDF on Bluesky', said: 'Hi', on: bluesky, files: [file('a.pdf', 'application/pdf')], code: 'file_type' },
  {
    what: 'a big picture on Bluesky',
    said: 'Hi',
    on: bluesky,
    files: [file('b.png', 'image/png', 1_000_001)],
    code: 'file_too_big',
  },
])('$what: $code', ({ said, on, files = [], code, overBy }) => {
  const misfit = misfitOf({ text: said, files }, on);
  expect(misfit?.code ?? null).toBe(code);
  if (overBy !== undefined) expect(misfit?.details).toMatchObject({ overBy });
});
