/** What another program can be told of. Each is described in docs/webhooks.md, and its payload in src/wire/hooks.ts. */
export const HOOK_EVENTS = [
  'conversation.opened',
  'conversation.reopened',
  'conversation.answered',
  'conversation.waiting',
  'conversation.assigned',
  'conversation.labelled',
  'conversation.resolved',
  'conversation.clock_warned',
  'conversation.clock_breached',
  'message.received',
  'message.sent',
  'message.failed',
  'message.edited',
  'message.deleted',
  'inbox.alert_raised',
  'inbox.alert_ended',
] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];
/** Also what the test button sends, which nobody chooses. */
export const TEST_EVENT = 'webhook.test';
/** What a rule sends to the address that it names, whatever else is told there. */
export const RULE_EVENT = 'rule.acted';

const BY_TIMELINE: Readonly<Record<string, HookEvent>> = {
  opened: 'conversation.opened',
  reopened: 'conversation.reopened',
  answered: 'conversation.answered',
  acknowledged: 'conversation.answered',
  no_reply: 'conversation.answered',
  needs_answer: 'conversation.waiting',
  assigned: 'conversation.assigned',
  unassigned: 'conversation.assigned',
  labelled: 'conversation.labelled',
  resolved_proposed: 'conversation.resolved',
  resolved_confirmed: 'conversation.resolved',
  resolved_unconfirmed: 'conversation.resolved',
  clock_warned: 'conversation.clock_warned',
  clock_breached: 'conversation.clock_breached',
  send_failed: 'message.failed',
  send_unclear: 'message.failed',
  message_edited: 'message.edited',
  message_deleted: 'message.deleted',
};

/** What a moment in the life of a conversation is to other programs. History is told to nobody: it is not news. */
export function hookEventOf(moment: {
  readonly kind: string;
  readonly detail?: { readonly [key: string]: unknown } | undefined;
}): HookEvent | null {
  if (moment.detail?.isHistory === true) return null;
  return Object.hasOwn(BY_TIMELINE, moment.kind) ? (BY_TIMELINE[moment.kind] ?? null) : null;
}
