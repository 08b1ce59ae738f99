import { expect, it } from 'vitest';
import { subjectOf } from './subject-of.ts';

it.each([
  { when: 'a mail has one', reach: 'owned_private', subject: 'Zip broken', shown: 'Zip broken' },
  { when: 'a mail has an empty one', reach: 'owned_private', subject: ' ', shown: null },
  { when: 'a message has none', reach: 'owned_private', subject: null, shown: null },
  { when: 'it is the beginning of a post', reach: 'earned', subject: 'My zip broke and…', shown: null },
] as const)('shows $shown when $when', ({ reach, subject, shown }) => {
  expect(subjectOf({ reach, subject })).toBe(shown);
});
