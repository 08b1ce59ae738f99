import { expect, it } from 'vitest';
import { isThePost } from './is-the-post.ts';

const post = { text: 'My kettle leaks', postedAt: '2026-11-20T09:00:00.000Z', permalink: 'https://net.test/1' };
const said = { text: 'My kettle leaks', sentAt: '2026-11-20T09:00:00.000Z', permalink: 'https://net.test/1' };

it.each([
  { when: 'both lead to the same place', message: said, expected: true },
  { when: 'it was edited since', message: { ...said, text: 'It leaks' }, expected: true },
  {
    when: 'it is a comment with the same words',
    message: { ...said, permalink: 'https://net.test/2' },
    expected: false,
  },
  { when: 'no place is known, but words and time agree', message: { ...said, permalink: null }, expected: true },
  {
    when: 'no place is known, and it was said later',
    message: { ...said, permalink: null, sentAt: '2026-11-20T09:00:01.000Z' },
    expected: false,
  },
])('$expected when $when', ({ message, expected }) => {
  expect(isThePost(post, message)).toBe(expected);
});
