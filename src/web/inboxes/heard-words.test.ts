import { describe, expect, it } from 'vitest';
import type { Heard } from '../../wire/inboxes.ts';
import { momentWords } from '../time/words.ts';
import { heardWords } from './heard-words.ts';

const now = Date.parse('2026-11-23T12:00:00.000Z');
const until = '2026-11-23T18:00:00.000Z';
const at = momentWords(until, now);
const open = { state: 'open' as const, what: ['mentions', 'searches'] };
const resting = { state: 'resting', until, why: 'another program has it' } as const;
const over = { ...resting, until: '2026-11-23T11:59:59.000Z' };
const off = { state: 'off', why: 'it was turned off' } as const;

describe('how an inbox is heard, in words', () => {
  it.each<[Heard, string]>([
    [{ atOnce: open, webhook: null }, 'Mentions and searches at once, by a live connection. The rest is looked for.'],
    [
      { atOnce: open, webhook: 'all' },
      'Mentions and searches at once, by a live connection; more by webhook. The rest is looked for.',
    ],
    [
      { atOnce: resting, webhook: 'some' },
      `In part at once, by webhook. The rest is looked for. Its live connection rests until ${at}, as another program has it.`,
    ],
    [
      { atOnce: resting, webhook: 'none' },
      `All is looked for now and then. Its live connection rests until ${at}, as another program has it.`,
    ],
    [{ atOnce: over, webhook: null }, 'All is looked for now and then. Its live connection is being opened.'],
    [
      { atOnce: { state: 'opening' }, webhook: null },
      'All is looked for now and then. Its live connection is being opened.',
    ],
    [
      { atOnce: off, webhook: 'none' },
      'All is looked for now and then. It has no live connection, as it was turned off.',
    ],
    [{ atOnce: null, webhook: 'all' }, 'At once, by webhook. The rest is looked for.'],
  ])('%j', (heard, words) => {
    expect(heardWords(heard, now)).toBe(words);
  });
});
