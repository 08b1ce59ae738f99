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
    what: { kind: 'assigned', actorKind: 'rule', actorName: null, detail: { to: '1', why: 'best_fit' } },
    says: 'Routing gave this to Maja, who fits best',
  },
  {
    what: { kind: 'no_reply', actorName: 'Maja', detail: { reason: 'Only a thank you' } },
    says: 'Maja decided: no reply · Only a thank you',
  },
  {
    what: {
      kind: 'found_by_listening',
      actorKind: 'rule',
      detail: { rules: ['Care'], words: ['kettle co', 'broken'] },
    },
    says: 'Found by listening with “Care”: kettle co, broken',
  },
  {
    what: {
      kind: 'found_by_listening',
      actorKind: 'rule',
      detail: {
        rules: ['Care'],
        words: ['kettle co'],
        needs: [{ is: 'complaint', p: 0.812 }, { is: 'now', p: 1 }, 'x'],
      },
    },
    says: 'Found by listening with “Care”: kettle co, complaint (81%), urgent now (99%)',
  },
  { what: { kind: 'reopened', actorKind: 'contact', actorName: null }, says: 'The customer opened this again' },
  { what: { kind: 'woke_up', actorKind: 'system', actorName: null }, says: 'Awake again: the snooze is over' },
  {
    what: { kind: 'notice_policy', actorKind: 'system', detail: { detail: 'Too many links.' } },
    says: 'The network warns · Too many links.',
  },
  {
    what: { kind: 'team_set', actorName: 'Maja', detail: { to: '5', toName: 'Repairs', from: null } },
    says: 'Maja gave this to the team Repairs',
  },
  {
    what: { kind: 'labelled', actorName: 'Maja', detail: { added: [{ id: '1', name: 'Idea' }], removed: [] } },
    says: 'Maja labelled this Idea',
  },
  {
    what: {
      kind: 'labelled',
      actorName: 'Maja',
      detail: { added: [{ id: '1', name: 'Idea' }], removed: [{ id: '2', name: 'Praise' }] },
    },
    says: 'Maja labelled this Idea and took off Praise',
  },
  {
    what: { kind: 'labelled', actorName: 'Maja', detail: { added: [], removed: [{ id: '2', name: 'Praise' }] } },
    says: 'Maja took off Praise',
  },
  {
    what: { kind: 'merged', actorName: 'Maja', detail: { from: [{ id: '8', contactName: 'Ida', subject: 'Zip' }] } },
    says: 'Maja merged Ida, Zip into this',
  },
  {
    what: { kind: 'linked', actorName: 'Maja', detail: { with: { id: '8', contactName: 'Ida', subject: null } } },
    says: 'Maja linked this with Ida',
  },
  { what: { kind: 'split', actorName: 'Maja', detail: { messages: 3 } }, says: 'Maja split off 3 messages' },
  {
    what: { kind: 'undone', actorName: 'Maja', detail: { what: ['attention', 'attention_at', 'assignee_id'] } },
    says: 'Maja took back: the mark, who has it',
  },
  {
    what: {
      kind: 'second_opinion',
      actorKind: 'bot',
      detail: {
        model: 'small-1',
        changed: [
          { head: 'kind', was: null, is: 'complaint' },
          { head: 'urgency', was: '0', is: '1' },
        ],
      },
    },
    says: 'The language model small-1 says what a message is: Complaint, Today',
  },
  { what: { kind: 'undone', actorName: 'Maja', detail: {} }, says: 'Maja took an act back' },
  {
    what: { kind: 'task_done', actorName: 'Maja', detail: { taskId: '1', text: 'Call', assigneeId: '2' } },
    says: 'Maja did: Call',
  },
  {
    what: {
      kind: 'fields_filled',
      actorName: 'Maja',
      detail: {
        fields: [
          { name: 'Order', from: null, to: 'LO-1' },
          { name: 'VIP', from: null, to: true },
          { name: 'Size', from: 'M', to: null },
        ],
      },
    },
    says: 'Maja filled in Order: LO-1, VIP: Yes, Size: not set',
  },
  {
    what: { kind: 'contact_renamed', actorName: 'Maja', detail: { from: 'ida', to: 'Ida Norberg' } },
    says: 'Maja changed the name from ida to Ida Norberg',
  },
  {
    what: { kind: 'reply_held_back', actorKind: 'system', detail: { by: 'contact' } },
    says: 'A scheduled answer was held back: the customer wrote again meanwhile',
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
