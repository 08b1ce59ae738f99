import { describe, expect, it } from 'vitest';
import { Refusal } from '../api/call.ts';
import { problemAt, problemElsewhere, problemsOf } from './problems.ts';

const schema = new Refusal(400, {
  code: 'invalid_input',
  message: 'all of it in one line',
  details: {
    fields: [
      { field: 'name', message: 'A name is needed.' },
      { field: 'variants.0.text', message: 'Too short.' },
    ],
  },
});
const rule = new Refusal(409, { code: 'email_taken', message: 'Taken.', details: { field: 'email' } });

describe('where a refusal is told', () => {
  it.each([
    { of: 'a schema', error: schema, field: 'name', at: 'A name is needed.' },
    { of: 'something within a field', error: schema, field: 'variants', at: 'Too short.' },
    { of: 'a rule', error: rule, field: 'email', at: 'Taken.' },
    { of: 'another field', error: rule, field: 'name', at: null },
    { of: 'no field', error: new Error('Down.'), field: 'name', at: null },
  ])('$of: $field', ({ error, field, at }) => {
    expect(problemAt(problemsOf(error), field)).toBe(at);
  });

  it('nothing is lost when the field is not on screen', () => {
    expect(problemElsewhere(problemsOf(rule), ['email'])).toBeNull();
    expect(problemElsewhere(problemsOf(rule), ['name'])).toBe('email: Taken.');
    expect(problemElsewhere(problemsOf(new Error('Down.')), ['name'])).toBe('Down.');
  });
});
