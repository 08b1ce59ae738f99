/** `waiting` is never kept: whatever waits is in the lists already, and the desk only calls. */
export const NOTIFICATION_KINDS = [
  'mention',
  'assigned',
  'passed_on',
  'new_message',
  'waiting',
  'task',
  'promise_due',
  'clock_warned',
  'clock_breached',
  'opened_and_left',
  'send_failed',
  'spike',
  'inbox_alert',
  'webhook_off',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
