import type { TriageFacts } from '../triage/facts.ts';

export const NOW = new Date('2026-11-22T12:00:00Z');
export const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

/** A neutral public post of somebody unknown that has just come in, and whatever is different about it. */
export function waiting(about: Partial<TriageFacts> = {}): TriageFacts {
  return {
    id: 'c',
    inboxId: 'inbox',
    channel: 'facebook',
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
    sentiment: 0,
    kind: 'chatter',
    urgency: 0,
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
    contactId: 'contact',
    createdAt: NOW,
    waitingSince: NOW,
    lastInboundAt: NOW,
    lastOutboundAt: null,
    lastMessageAt: NOW,
    firstResponseAt: null,
    attentionAt: NOW,
    resolutionAt: null,
    openedAt: null,
    answeredElsewhereAt: null,
    clocks: [],
    ...about,
  };
}

export const clock = (dueAt: Date, more: { warnAt?: Date; stoppedAt?: Date } = {}) => ({
  kind: 'first_response' as const,
  policyId: 'p',
  startedAt: ago(48).toISOString(),
  dueAt: dueAt.toISOString(),
  warnAt: more.warnAt?.toISOString() ?? null,
  warnedAt: null,
  breachedAt: null,
  stoppedAt: more.stoppedAt?.toISOString() ?? null,
});
