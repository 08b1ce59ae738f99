import { expect, it } from 'vitest';
import type { TimelineEvent } from '../../../wire/conversations.ts';
import { timelineWords } from './timeline-words.ts';

const names = new Map([
  ['1', 'Maja'],
  ['2', 'Tomáš'],
]);
const NOW = Date.parse('2026-11-22T12:00:00Z');

it.each<{ what: Partial<TimelineEvent>; says: string }>([
  { what: { kind: 'assigned', actorName: 'Tomáš', detail: { to: '1' } }, says: 'Tomáš gave this to Maja' },
  { what: { kind: 'assigned', actorName: 'Maja', detail: { to: '1' } }, says: 'Maja took this' },
  { what: { kind: 'assigned', actorName: 'Maja', detail: { to: '9' } }, says: 'Maja gave this to somebody' },
  { what: { kind: 'assigned', actorName: 'Maja', detail: { to: null } }, says: 'Maja took this from whoever had it' },
  {
    what: { kind: 'no_reply', actorName: 'Maja', detail: { reason: 'Only a thank you' } },
    says: 'Maja decided: no reply · Only a thank you',
  },
  { what: { kind: 'reopened', actorKind: 'contact', actorName: null }, says: 'The customer opened this again' },
  {
    what: { kind: 'notice_policy', actorKind: 'system', detail: { detail: 'Too many links.' } },
    says: 'The network warns · Too many links.',
  },
  {
    what: { kind: 'something_new', actorKind: 'system', detail: { detail: 'and why' } },
    says: 'Earshot: something new · and why',
  },
])('$says', ({ what, says }) => {
  const event: TimelineEvent = {
    id: 'e',
    at: '2026-11-22T11:00:00Z',
    actorKind: 'agent',
    actorName: null,
    kind: '',
    detail: {},
    ...what,
  };
  expect(timelineWords(event, (id) => names.get(id) ?? null, NOW)).toBe(says);
});
