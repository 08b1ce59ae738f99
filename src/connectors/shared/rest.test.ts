import { expect, it } from 'vitest';
import { outcomeBeforeSend, outcomeOf, type RestFailure, troubleOf } from './rest.ts';

const words = { name: 'Kettle Net', login: 'Sign in again.', reasons: { DUPLICATE: 'duplicate' } } as const;
const failure = (change: Partial<RestFailure>): RestFailure => ({
  kind: 'failed',
  status: 400,
  code: '',
  message: 'No.',
  isPerhapsDone: false,
  ...change,
});

it.each([
  {
    when: 'limited',
    change: { status: 429, afterMs: 7_000 },
    outcome: { kind: 'try_later', afterMs: 7_000 },
    trouble: 'limited',
  },
  { when: 'never sent', change: { status: 0 }, outcome: { kind: 'try_later' }, trouble: 'unavailable' },
  {
    when: 'lost on the way',
    change: { status: 0, isPerhapsDone: true },
    outcome: { kind: 'unknown' },
    trouble: 'unavailable',
  },
  {
    when: 'broken there',
    change: { status: 503, isPerhapsDone: true },
    outcome: { kind: 'unknown' },
    trouble: 'unavailable',
  },
  {
    when: 'signed out',
    change: { status: 401 },
    outcome: { kind: 'refused', reason: 'needs_login' },
    trouble: 'needs_login',
  },
  {
    when: 'forbidden',
    change: { status: 403 },
    outcome: { kind: 'refused', reason: 'not_allowed' },
    trouble: 'misconfigured',
  },
  { when: 'gone', change: { status: 404 }, outcome: { kind: 'refused', reason: 'gone' }, trouble: 'misconfigured' },
  {
    when: 'named',
    change: { code: 'DUPLICATE' },
    outcome: { kind: 'refused', reason: 'duplicate' },
    trouble: 'misconfigured',
  },
  {
    when: 'named as a built-in',
    change: { code: 'toString' },
    outcome: { kind: 'refused', reason: 'other' },
    trouble: 'misconfigured',
  },
])('says what a call that was $when means', ({ change, outcome, trouble }) => {
  expect(outcomeOf(failure(change), words)).toMatchObject(outcome);
  expect(troubleOf(failure(change), words).kind).toBe(trouble);
});

it('knows that nothing was sent when a call before it was lost', () => {
  expect(outcomeBeforeSend(failure({ status: 500, isPerhapsDone: true }), words)).toMatchObject({ kind: 'try_later' });
});

it.each([
  { change: { status: 404 }, detail: 'Kettle Net does not find it: it is not there any more.' },
  { change: { status: 400, message: 'Bad.' }, detail: 'Kettle Net refuses: Bad.' },
  { change: { status: 400, message: 'Kettle Net answered 400.' }, detail: 'Kettle Net answered 400.' },
  { change: { status: 401 }, detail: 'Kettle Net does not accept the login of this inbox any more. Sign in again.' },
])('says whose words "$detail" are', ({ change, detail }) => {
  expect(outcomeOf(failure(change), words)).toMatchObject({ kind: 'refused', detail });
});
