import { expect, it } from 'vitest';
import { at, facts, policy } from './clocks.fixture.ts';
import { type Beat, replayClocks } from './replay.ts';

const hour = { by: 'minutes', minutes: 60, hours: 'all' } as const;
const rules = { policies: [policy({ targets: { first_response: hour, next_response: hour, resolution: hour } })] };
const beats = (said: string): Beat[] =>
  said.split(', ').map((one) => {
    const [time, what] = one.split(' ');
    return { at: at(`2026-11-18T${time}Z`), what: what as Beat['what'] };
  });

it.each([
  {
    what: 'answered in time',
    said: '09:00 asked, 09:20 replied, 09:20 answered',
    now: '12:00',
    is: { first_response: [1, 1] },
  },
  {
    what: 'answered late',
    said: '09:00 asked, 10:20 replied, 10:20 answered',
    now: '12:00',
    is: { first_response: [1, 0], resolution: [1, 0] },
  },
  { what: 'not answered yet, in time', said: '09:00 asked', now: '09:30', is: {} },
  {
    what: 'not answered yet, and over',
    said: '09:00 asked',
    now: '12:00',
    is: { first_response: [1, 0], resolution: [1, 0] },
  },
  {
    what: 'two questions, the second one answered late',
    said: '09:00 asked, 09:10 replied, 09:10 answered, 10:00 asked, 10:10 answered, 11:00 asked, 12:30 answered',
    now: '13:00',
    is: { first_response: [1, 1], next_response: [2, 1], resolution: [1, 0] },
  },
  {
    what: 'solved within the hour that it lay with us',
    said: '09:00 asked, 09:10 replied, 09:10 answered, 14:00 asked, 14:10 answered, 14:11 resolved',
    now: '18:00',
    is: { first_response: [1, 1], next_response: [1, 1], resolution: [1, 1] },
  },
])('$what', ({ said, now, is }) => {
  const ended = replayClocks(facts(), beats(said), rules, at(`2026-11-18T${now}Z`));
  const sums: Record<string, [number, number]> = {};
  for (const { kind, isMet } of ended) {
    const [all, met] = sums[kind] ?? [0, 0];
    sums[kind] = [all + 1, met + (isMet ? 1 : 0)];
  }
  expect(sums).toEqual(is);
});
