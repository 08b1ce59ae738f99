import { expect, it } from 'vitest';
import type { TimelineEvent } from '../../../wire/conversations.ts';
import type { Message } from '../../../wire/messages.ts';
import { type Strand, type Woven, weave } from './weave.ts';

const message = (id: string, minute: number, isContext = false, reach = 'owned_public') =>
  ({ id, sentAt: `2026-11-22T11:${String(minute).padStart(2, '0')}:00Z`, isContext, reach }) as Message;
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
  if (strand.kind === 'events') return `${strand.events.length} events`;
  if (strand.kind === 'turn') return strand.isPublic ? 'public' : 'private';
  return strand.kind === 'others' ? `${strand.messages.length} others` : strand.kind;
};
const woven = (messages: Message[], timeline: TimelineEvent[] = [], more: Partial<Woven> = {}) =>
  weave({ messages, timeline, hasEarlier: false, hasLater: false, opensAt: null, ...more }, (at) => at.slice(0, 10))
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

it('tells where it turns private and public again', () => {
  const said = [message('a', 1), message('x', 2, true), message('b', 3, false, 'owned_private'), message('c', 4)];
  expect(woven(said)).toBe('day, a, x, private, b, public, c');
});

it('tells where it waits, when something was said before', () => {
  const said = [message('a', 1), message('b', 2), message('c', 3)];
  expect(woven(said, [], { opensAt: 'b' })).toBe('day, a, waits, b, c');
  expect(woven(said, [], { opensAt: 'a' })).toBe('day, a, b, c');
  expect(woven(said, [], { opensAt: 'not on the page' })).toBe('day, a, b, c');
});

it('folds much that happened at once', () => {
  const busy = ['assigned', 'labelled', 'snoozed', 'unsnoozed', 'answered'].map((kind) => event(kind, 2));
  expect(woven([message('a', 1), message('b', 3)], busy)).toBe('day, a, 5 events, b');
  expect(woven([message('a', 1), message('b', 3)], busy.slice(1))).toBe(
    'day, a, labelled, snoozed, unsnoozed, answered, b',
  );
});

it('keeps what happened in times that were not read for when they are', () => {
  const told = [event('assigned', 1), event('snoozed', 6), event('answered', 9)];
  const said = [message('a', 5), message('b', 7)];
  expect(woven(said, told, { hasEarlier: true, hasLater: true })).toBe('day, a, snoozed, b');
  expect(woven(said, told)).toBe('day, assigned, a, snoozed, b, answered');
});
