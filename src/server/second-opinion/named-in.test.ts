import { describe, expect, it } from 'vitest';
import { namedIn } from './named-in.ts';

const SENT = { model: 'm', temperature: 0, max_tokens: 200, response_format: {}, messages: [] };
const said = (error: unknown) => JSON.stringify({ error });

describe('what a refusal names of a question', () => {
  it.each([
    ['in its field', said({ message: 'Not like this.', param: 'temperature' }), 'temperature'],
    [
      'in its field, whatever the words say first',
      said({ message: 'max_tokens, no', param: 'temperature' }),
      'temperature',
    ],
    ['in its words', said({ message: "'temperature' does not support 0", param: null }), 'temperature'],
    [
      'what was sent, before what it would rather have',
      said({ message: 'Use max_completion_tokens, not max_tokens' }),
      'max_tokens',
    ],
    ['the first of two', said({ message: 'response_format needs max_tokens' }), 'response_format'],
    ['in a text of its own', said('temperature: unknown field'), 'temperature'],
    ['beside the error', JSON.stringify({ message: 'max_tokens is too small' }), 'max_tokens'],
    [
      'as FastAPI does',
      JSON.stringify({ detail: [{ loc: ['body', 'max_tokens'], msg: 'Extra inputs' }] }),
      'max_tokens',
    ],
    ['in no JSON', 'Unknown parameter max_tokens', 'max_tokens'],
    ['nothing that we send', said({ message: 'top_p is out of range', param: 'top_p' }), null],
    ['a longer word', said({ message: 'temperatures rise' }), null],
    ['nothing', said({ message: 'no' }), null],
    ['with a field of another kind', said({ message: 7, param: { temperature: 0 } }), null],
    ['nothing at all', '', null],
    ['null', 'null', null],
  ])('%s', (_, text, named) => {
    expect(namedIn(text, SENT)).toBe(named);
  });

  it('is nothing that was not sent', () => {
    expect(namedIn(said({ message: 'temperature', param: 'temperature' }), { model: 'm' })).toBeNull();
  });
});
