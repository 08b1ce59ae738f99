import type { AboutNumber, AboutState, AboutValue } from '../../../core/conversation/filter.ts';

/** Everything that can be asked about a conversation, in the order in which people ask it. */
export const ABOUT_VALUE: readonly AboutValue[] = [
  'assignee',
  'team',
  'label',
  'inbox',
  'channel',
  'reach',
  'attention',
  'resolution',
  'language',
  'opened_by',
];
export const ABOUT_NUMBER: readonly AboutNumber[] = [
  'waiting_minutes',
  'priority',
  'followers',
  'messages',
  'quiet_minutes',
  'age_minutes',
];
export const ABOUT_STATE: readonly AboutState[] = [
  'opened',
  'snoozed',
  'promised',
  'overdue_promise',
  'open_task',
  'answered_elsewhere',
  'blocked',
  'muted',
  'merged',
];
export const ABOUT_TEXT = ['text', 'contact'] as const;
export type About = AboutValue | AboutNumber | AboutState | (typeof ABOUT_TEXT)[number];
