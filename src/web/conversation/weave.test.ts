import { expect, it } from 'vitest';
import type { Message, TimelineEvent } from '../../wire/conversations.ts';
import { type Strand, weave } from './weave.ts';

const message = (id: string, minute: number, isContext = false) =>
  ({ id, sentAt: `2026-11-22T11:${String(minute).padStart(2, '0')}:00Z`, isContext }) as Message;
const event = (kind: string, minute: number, messageId?: string): TimelineEvent => ({
  id: kind,
  at: `2026-11-22T11:${String(minute).padStart(2, '0')}:00Z`,
  actorKind: 'agent',
  actorName: null,
  kind,
  detail: messageId ? { messageId } : {},
});
const tell = (strand: Strand) => {
  if (strand.kind === 'message') return strand.message.id;
  if (strand.kind === 'event') return strand.event.kind;
  return strand.kind === 'others' ? `${strand.messages.length} others` : 'day';
};
const woven = (messages: Message[], timeline: TimelineEvent[] = []) =>
  weave({ messages, timeline }, (at) => at.slice(0, 10))
    .map(tell)
    .join(', ');

it.each([
  {
    what: 'messages and events in one line of time',
    said: [message('b', 2), message('a', 1)],
    told: [event('assigned', 1)],
    is: 'day, a, assigned, b',
  },
  {
    what: 'what a message tells by itself is not told twice',
    said: [message('a', 1)],
    told: [event('replied', 1), event('message_edited', 2, 'a')],
    is: 'day, a',
  },
  {
    what: 'an edit of a message that is not on the page is told',
    said: [message('a', 1)],
    told: [event('message_edited', 2, 'x')],
    is: 'day, a, message_edited',
  },
  {
    what: 'three bystanders are context',
    said: [message('a', 1), message('x', 2, true), message('y', 3, true), message('z', 4, true)],
    told: [],
    is: 'day, a, x, y, z',
  },
  {
    what: 'four are a crowd',
    said: [message('w', 1, true), message('x', 2, true), message('y', 3, true), message('z', 4, true), message('a', 5)],
    told: [],
    is: 'day, 4 others, a',
  },
])('$what', ({ said, told, is }) => {
  expect(woven(said, told)).toBe(is);
});

it('marks where a day begins', () => {
  const next = { ...message('b', 1), sentAt: '2026-11-23T08:00:00Z' };
  expect(woven([message('a', 1), next])).toBe('day, a, day, b');
});
