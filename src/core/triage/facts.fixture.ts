import type { TriageFacts } from './facts.ts';

/** Of a stranger's public post that waits since then, nothing is known but what is given. */
export function triageFacts(since: Date, more: Partial<TriageFacts> = {}): TriageFacts {
  return {
    id: 'c1',
    inboxId: 'i1',
    channel: 'facebook',
    reach: 'owned_public',
    language: 'en',
    attention: 'needs_answer',
    resolution: 'open',
    isMerged: false,
    assigneeId: null,
    teamId: null,
    labelIds: [],
    sentiment: null,
    kind: null,
    urgency: null,
    topic: null,
    signs: {},
    followers: null,
    isVip: false,
    isMuted: false,
    purchases: null,
    failedTries: 0,
    contactId: 'p1',
    createdAt: since,
    waitingSince: since,
    lastInboundAt: since,
    lastMessageAt: since,
    firstResponseAt: null,
    attentionAt: since,
    resolutionAt: null,
    clocks: [],
    ...more,
  };
}
