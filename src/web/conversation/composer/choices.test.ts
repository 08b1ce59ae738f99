import { describe, expect, it } from 'vitest';
import { choiceProblem, withChoice } from './choices.ts';

const LIMIT = { max: 3, maxLength: 6 };

describe('answers to tap', () => {
  it.each([
    { what: 'another', given: 'No', becomes: ['Yes', 'No'] },
    { what: 'one with spaces around it', given: '  No ', becomes: ['Yes', 'No'] },
    { what: 'the same twice', given: 'Yes ', becomes: ['Yes'] },
    { what: 'nothing', given: '  ', becomes: ['Yes'] },
  ])('take $what', ({ given, becomes }) => {
    expect(withChoice(['Yes'], given)).toEqual(becomes);
  });

  it.each([
    { choices: [], limit: null, text: '', problem: null },
    { choices: ['Yes', 'No'], limit: LIMIT, text: 'Shall we?', problem: null },
    { choices: ['Yes'], limit: null, text: 'Shall we?', problem: 'none' },
    { choices: ['1', '2', '3', '4'], limit: LIMIT, text: 'Which?', problem: 'many' },
    { choices: ['Perhaps'], limit: LIMIT, text: 'Shall we?', problem: 'long' },
    { choices: ['Yes'], limit: LIMIT, text: '  ', problem: 'alone' },
  ])('$choices with “$text”: $problem', ({ choices, limit, text, problem }) => {
    expect(choiceProblem(choices, limit, text)).toBe(problem);
  });
});
