import { expect, it } from 'vitest';
import { subjectOf } from './subject-of.ts';

it.each([
  { when: 'there is none', subject: null, preview: 'Hello', shown: null },
  { when: 'it tells more', subject: 'Zip broken', preview: 'Hello, my zip', shown: 'Zip broken' },
  { when: 'the post begins with it', subject: 'My zip broke', preview: 'My zip broke, help', shown: null },
  {
    when: 'the post goes on after it',
    subject: 'Third time my card…',
    preview: 'Third time my card page',
    shown: null,
  },
  { when: 'we answered the post', subject: 'My zip broke', preview: 'We are sorry', shown: 'My zip broke' },
])('shows $shown when $when', ({ subject, preview, shown }) => {
  expect(subjectOf({ subject, preview })).toBe(shown);
});
