import { expect, it } from 'vitest';
import { unquote } from './unquote.ts';

it.each([
  { what: 'nothing quoted', text: 'Hello\nthere', said: 'Hello\nthere', quoted: '' },
  {
    what: 'a quote below, with its line',
    text: 'Yes.\n\nOn Monday Ana wrote:\n> Is it?\n> Really?',
    said: 'Yes.',
    quoted: 'On Monday Ana wrote:\n> Is it?\n> Really?',
  },
  { what: 'only a quote', text: '> all of it', said: '> all of it', quoted: '' },
  {
    what: 'an answer between the quotes stays whole',
    text: '> One?\nYes.\n> Two?\nNo.',
    said: '> One?\nYes.\n> Two?\nNo.',
    quoted: '',
  },
])('$what', ({ text, said, quoted }) => {
  expect(unquote(text)).toEqual({ said, quoted });
});
