/** Does it wait for us? Everything but `needs_answer` is set by a human act only. */
export const ATTENTIONS = ['needs_answer', 'answered', 'acknowledged', 'no_reply'] as const;
export type Attention = (typeof ATTENTIONS)[number];
export const RESOLUTIONS = ['open', 'proposed', 'confirmed', 'unconfirmed'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];
export type Delivery = 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown' | 'cancelled';
export type OutboxState = 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'cancelled';
export type LedgerState = 'waiting' | 'filed' | 'duplicate' | 'ignored' | 'set_aside';
export type InboxState = 'connected' | 'needs_login' | 'trouble' | 'paused';
export type ActorKind = 'contact' | 'agent' | 'bot' | 'rule' | 'system';
