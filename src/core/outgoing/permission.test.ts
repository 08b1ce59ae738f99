import { expect, it } from 'vitest';
import { actNeededFor, rightNeededFor } from './permission.ts';

it.each([
  { kind: 'reply', act: 'messages.send', right: 'answer' },
  { kind: 'private_reply', act: 'messages.send', right: 'answer' },
  { kind: 'like', act: 'messages.send', right: 'act' },
  { kind: 'edit', act: 'messages.send', right: 'act' },
  { kind: 'hide', act: 'messages.hide', right: 'act' },
  { kind: 'unhide', act: 'messages.hide', right: 'act' },
  { kind: 'delete', act: 'messages.delete', right: 'act' },
  { kind: 'publish', act: 'posts.publish', right: 'act' },
])('$kind needs $act, and the right to $right', ({ kind, act, right }) => {
  expect({ act: actNeededFor(kind), right: rightNeededFor(kind) }).toEqual({ act, right });
});
