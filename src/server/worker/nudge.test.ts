import { expect, it } from 'vitest';
import { createNudge } from './nudge.ts';

it('a wish is heeded by whoever listens, or by who listens next, once', () => {
  const heeded: string[] = [];
  const nudge = createNudge();
  const stopFirst = nudge.listen(() => heeded.push('first'));
  nudge.give();
  stopFirst();
  nudge.give();
  nudge.give();
  nudge.listen(() => heeded.push('second'));
  // who stopped long ago does not silence the next
  stopFirst();
  nudge.give();
  expect(heeded).toEqual(['first', 'second', 'second']);
});
