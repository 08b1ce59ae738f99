/**
 * Everything either connector listens to. A subscription replaces the one before, and a Page has one for Facebook and
 * Messenger together, so whichever inbox is connected last asks for all of them.
 * Source: Meta's API description v25, `subscribed_fields`; read 2026-11.
 */
export const FACEBOOK_FIELDS = ['feed', 'mention', 'ratings'] as const;
export const MESSENGER_FIELDS = [
  'messages',
  'message_echoes',
  'message_edits',
  'message_reactions',
  'message_reads',
  'message_deliveries',
  'messaging_postbacks',
  'messaging_referrals',
  'messaging_optins',
  'messaging_handovers',
  'standby',
  'messaging_policy_enforcement',
] as const;
export const ALL_FIELDS: readonly string[] = [...FACEBOOK_FIELDS, ...MESSENGER_FIELDS];
