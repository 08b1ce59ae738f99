import { readHours } from '../hours/hours.ts';
import { type OpenHours, openHours } from '../hours/open-hours.ts';
import type { TriageFacts } from '../triage/facts.ts';
import { ANYTHING, type AnswerPolicy } from './policy.ts';

export const at = (iso: string) => new Date(iso);

/** A stranger's question that waits since nine on a Wednesday morning. */
export function facts(more: Partial<TriageFacts> = {}): TriageFacts {
  return {
    id: 'c1',
    priority: 0,
    inboxId: 'i1',
    channel: 'x',
    purpose: 'support',
    reach: 'owned_public',
    language: 'en',
    attention: 'needs_answer',
    resolution: 'open',
    isSnoozed: false,
    isMerged: false,
    assigneeId: null,
    teamId: null,
    labelIds: [],
    messageCount: 1,
    sentiment: null,
    kind: null,
    urgency: null,
    topic: null,
    signs: {},
    followers: null,
    isVip: false,
    isMuted: false,
    isBlocked: false,
    fields: {},
    contactFields: {},
    purchases: null,
    failedTries: 0,
    contactId: 'p1',
    createdAt: at('2026-11-18T09:00:01Z'),
    waitingSince: at('2026-11-18T09:00Z'),
    lastInboundAt: at('2026-11-18T09:00Z'),
    lastOutboundAt: null,
    lastMessageAt: at('2026-11-18T09:00Z'),
    firstResponseAt: null,
    attentionAt: null,
    resolutionAt: null,
    openedAt: null,
    answeredElsewhereAt: null,
    clocks: [],
    ...more,
  };
}

export const hour = { by: 'minutes', minutes: 60, hours: 'open' } as const;

export function policy(more: Partial<AnswerPolicy> = {}): AnswerPolicy {
  return {
    id: 'q1',
    name: 'An hour',
    conditions: ANYTHING,
    targets: { first_response: hour },
    warnMinutes: 15,
    onBreach: { teamId: null, agentId: null },
    ...more,
  };
}

export const openIn = (
  week: string,
  timeZone = 'UTC',
  closed: readonly string[] = [],
): ReadonlyMap<string, OpenHours> =>
  new Map([
    ['i1', openHours({ timeZone, week: readHours(week) ?? [], days: new Map(closed.map((day) => [day, []])) })],
  ]);
