import { describe, expect, it } from 'vitest';
import { noLongerSentWords } from './no-longer-sent.ts';

describe('what a network does not send any more', () => {
  it.each([
    ['nothing is known of it', null, undefined, null],
    ['nothing was due', [], [], null],
    ['nobody knows what comes', ['mentions'], undefined, null],
    ['more comes than was due', ['mentions'], ['answers', 'mentions'], null],
    ['all is gone', ['mentions', 'answers'], [], 'X does not tell of this account by itself any more.'],
    [
      'one kind is gone',
      ['mentions', 'answers'],
      ['answers'],
      'X does not tell of everything by itself any more: mentions is missing.',
    ],
    [
      'two of three are gone',
      ['mentions', 'answers', 'quotes'],
      ['quotes'],
      'X does not tell of everything by itself any more: mentions and answers are missing.',
    ],
  ])('%s', (_, due, sends, said) => {
    expect(noLongerSentWords('X', due, sends)).toBe(said);
  });
});
