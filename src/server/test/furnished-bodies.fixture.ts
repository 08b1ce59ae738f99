import { randomUUID } from 'node:crypto';
import { ANYTHING } from '../../core/clocks/policy.ts';
import { OFF } from '../../core/routing/policy.ts';

export type Ids = Readonly<Record<string, string>>;
type Body = (ids: Ids) => object;

const soon = () => new Date(Date.now() + 3_600_000).toISOString();
const id = () => ({ id: randomUUID() });
const unique = (noun: string) => `${noun} ${randomUUID().slice(0, 8)}`;

const ruleBody = () => ({
  ...id(),
  name: unique('Rule'),
  when: 'arrived',
  filter: { match: 'all', conditions: [] },
  acts: [{ do: 'priority', points: 5 }],
});

export const policyBody = () => ({
  conditions: ANYTHING,
  targets: { first_response: { by: 'minutes', minutes: 60, hours: 'open' } as const },
});

/** Bodies that would be taken, so that a refusal is for who asks and not for what is asked. */
export const BODIES: Readonly<Record<string, Body>> = {
  'POST /api/agents': () => ({ name: 'New', email: `${randomUUID()}@walked.example`, role: 'viewer' }),
  'PATCH /api/agents/:id': () => ({ name: 'Changed' }),
  'PATCH /api/agents/:id/desk': () => ({ skills: ['refund'] }),
  'PUT /api/me/presence': () => ({ isAway: true }),
  'PUT /api/routing/policy': () => ({ teamId: null, onVersion: 0, policy: OFF }),
  'PUT /api/calendars/:id': () => ({ name: unique('Hours'), timeZone: 'UTC', week: [], days: [] }),
  'PUT /api/answer-policies/:id': () => ({ ...policyBody(), name: unique('Times') }),
  'PUT /api/answer-policies-order': ({ 'answer-policies': one = '' }) => ({ ids: [one] }),
  'POST /api/answer-policies-dry-run': () => ({ policies: [{ ...id(), ...policyBody(), name: 'Times' }] }),
  'PATCH /api/me': () => ({ name: 'Changed' }),
  'POST /api/roles': () => ({ ...id(), name: unique('Role'), acts: ['conversations.read'] }),
  'PATCH /api/roles/:id': () => ({ name: unique('Role') }),
  'POST /api/teams': () => ({ ...id(), name: unique('Team') }),
  'PATCH /api/teams/:id': () => ({ name: unique('Team') }),
  'POST /api/tokens': () => ({ name: 'x', scopes: ['conversations.read'] }),
  'PATCH /api/tokens/:id': () => ({ name: 'Changed' }),
  'PATCH /api/inboxes/:id': () => ({ name: 'Changed' }),
  'POST /api/inboxes/:id/settled-gaps': () => ({ gapId: randomUUID() }),
  'PUT /api/inboxes/:id/access': ({ agents }) => ({ grants: [{ agentId: agents, teamId: null, right: 'manage' }] }),
  'PUT /api/conversations/:id/attention': () => ({ attention: 'answered' }),
  'PUT /api/conversations/:id/assignee': () => ({ agentId: null }),
  'PUT /api/conversations/:id/snooze': () => ({ until: soon() }),
  'PUT /api/conversations/:id/resolution': () => ({ resolution: 'proposed' }),
  'PUT /api/conversations/:id/labels': ({ labels = '' }) => ({ add: [labels], remove: [] }),
  'PUT /api/conversations/:id/fields': () => ({ values: {} }),
  'PUT /api/conversations/:id/team': ({ teams }) => ({ teamId: teams }),
  'PUT /api/conversations/:id/promise': () => ({ for: soon(), words: 'By then' }),
  'PUT /api/conversations/:id/draft': () => ({
    kind: 'note',
    way: null,
    subject: null,
    text: 'Half a word',
    attachments: [],
    onVersion: 0,
  }),
  'POST /api/conversations/:id/notes': () => ({ ...id(), text: 'A note' }),
  'POST /api/conversations/:id/tasks': () => ({ ...id(), text: 'To do' }),
  'PATCH /api/tasks/:id': () => ({ isDone: true }),
  'POST /api/conversations/:id/links': ({ otherConversations }) => ({ conversationId: otherConversations }),
  'POST /api/conversations/:id/merge': ({ otherConversations }) => ({ ...id(), conversations: [otherConversations] }),
  'POST /api/conversations/:id/split': ({ messages }) => ({
    ...id(),
    conversationId: randomUUID(),
    messages: [messages],
  }),
  'POST /api/conversations/:id/macros/:macroId': () => ({ ...id(), reply: null }),
  'POST /api/bulk': ({ conversations }) => ({
    ...id(),
    conversations: [conversations],
    act: { do: 'assign', agentId: null },
  }),
  'POST /api/messages/:id/acts': () => ({ ...id(), kind: 'like' }),
  'PUT /api/messages/:id/understanding': () => ({ head: 'kind', label: 'question' }),
  'PUT /api/understanding/words': () => ({ version: 0, triggers: { added: {}, off: {} }, topics: [] }),
  'PUT /api/understanding/model': () => ({ head: 'kind', mode: 'off' }),
  'POST /api/outgoing/:id/decision': () => ({ wasSent: true }),
  'PUT /api/outgoing/:id/schedule': () => ({ sendAt: soon() }),
  'POST /api/posts': ({ inboxes }) => ({ ...id(), inboxId: inboxes, text: 'Hello' }),
  'POST /api/ledger/replay': ({ inboxes }) => ({ inbox: inboxes }),
  'POST /api/calls': ({ contacts }) => ({ ...id(), contactId: contacts, direction: 'out', outcome: 'no_answer' }),
  'PATCH /api/contacts/:id': () => ({ name: 'Changed' }),
  'PUT /api/contacts/:id/fields': () => ({ values: {} }),
  'PUT /api/contacts/:id/standing': () => ({ isMuted: true }),
  'POST /api/contacts/:id/notes': () => ({ ...id(), text: 'Of them' }),
  'PUT /api/contacts/:id/vip': () => ({ isVip: true }),
  'PUT /api/contacts/:id/stage': () => ({ stage: 'lead' }),
  'PUT /api/contacts/:id/company': () => ({ companyId: null }),
  'POST /api/contacts/:id/merges': ({ contacts }) => ({ ...id(), contactId: contacts }),
  'PUT /api/contacts/:id/apart': ({ contacts }) => ({ contactId: contacts }),
  'POST /api/segments': () => ({ ...id(), name: unique('Segment'), filter: { match: 'all', conditions: [] } }),
  'POST /api/companies': () => ({ ...id(), name: unique('Company'), domains: [] }),
  'PATCH /api/contacts/:id/notes/:note': () => ({ text: 'Changed' }),
  'POST /api/labels': () => ({ ...id(), name: unique('Label') }),
  'POST /api/fields': () => ({ ...id(), about: 'contact', name: unique('Field'), kind: 'text' }),
  'POST /api/views': () => ({ ...id(), name: unique('View'), filter: { match: 'all', conditions: [] } }),
  'POST /api/saved-replies': () => ({ ...id(), title: unique('Reply'), variants: [{ language: null, text: 'Hello' }] }),
  'POST /api/rules': ruleBody,
  'PATCH /api/rules/:id': () => ({ isOn: true }),
  'PUT /api/rules/order': () => ({ ids: [] }),
  'POST /api/rules/:id/take-back': () => ({ version: 1 }),
  'POST /api/rules/dry-run': ruleBody,
  'POST /api/hooks': () => ({
    ...id(),
    name: unique('Webhook'),
    url: 'https://hooks.example/earshot',
    events: ['message.received'],
  }),
  'POST /api/me/push': () => ({
    endpoint: `https://push.example/${randomUUID()}`,
    p256dh: 'B'.repeat(87),
    auth: 'a'.repeat(22),
  }),
  'POST /api/priority/versions': () => ({ ...id(), teamId: null, from: 0, weights: null }),
  'POST /api/priority/restore': () => ({ ...id(), from: 0, restores: randomUUID() }),
  'POST /api/priority/dry-run': () => ({ teamId: null, weights: null }),
  'PUT /api/mail': () => ({ inboxId: null }),
  'PATCH /api/hooks/:id': () => ({ name: unique('Webhook') }),
  'POST /api/macros': () => ({ ...id(), name: unique('Macro'), acts: [{ do: 'assign', agentId: null }] }),
};
