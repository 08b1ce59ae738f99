import { expect, it } from 'vitest';
import { choicesProblem } from './choices.ts';

const two = { choices: { max: 2, maxLength: 3 } };

it.each([
  [[], {}, null],
  [['Yes', 'No'], two, null],
  [['Yes'], {}, 'at most 0'],
  [['a', 'b', 'c'], two, 'at most 2 answers to tap; there are 3'],
  [['Yes', 'Nope'], two, '"Nope" to tap must have 1 to 3 characters on LINE'],
  [['Yes', '  '], two, 'must have 1 to 3 characters'],
])('%j where %j is shown: %s', (choices, capabilities, words) => {
  const problem = choicesProblem(choices, capabilities, 'LINE');
  if (words === null) expect(problem).toBeNull();
  else expect(problem).toMatchObject({ kind: 'refused', reason: 'other', detail: expect.stringContaining(words) });
});
