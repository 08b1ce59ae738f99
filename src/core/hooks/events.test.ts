import { expect, it } from 'vitest';
import { hookEventOf } from './events.ts';

it.each([
  { kind: 'opened', is: 'conversation.opened' },
  { kind: 'opened', detail: { isHistory: true }, is: null },
  { kind: 'opened', detail: { isHistory: false }, is: 'conversation.opened' },
  { kind: 'acknowledged', is: 'conversation.answered' },
  { kind: 'unassigned', is: 'conversation.assigned' },
  { kind: 'resolved_confirmed', is: 'conversation.resolved' },
  { kind: 'message_deleted', is: 'message.deleted' },
  { kind: 'send_unclear', is: 'message.failed' },
  { kind: 'snoozed', is: null },
  { kind: 'toString', is: null },
])('$kind $detail is told as $is', ({ is, ...moment }) => {
  expect(hookEventOf(moment)).toBe(is);
});
