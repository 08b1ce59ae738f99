import type { InboxRights } from '../access/inbox-rights.ts';
import type { Figures } from './prior.ts';

/** A desk that was open no longer ago is open, in milliseconds: it says so every fifty seconds. */
export const OPEN_LASTS_MS = 120_000;

export type Presence = 'online' | 'away' | 'offline';

export function presenceOf(
  { awaySince, seenAt }: { readonly awaySince: Date | null; readonly seenAt: Date | null },
  now: Date,
): Presence {
  if (!seenAt || now.getTime() - seenAt.getTime() > OPEN_LASTS_MS) return 'offline';
  return awaySince ? 'away' : 'online';
}

/** An agent, as far as it matters to whom a conversation goes. */
export interface Desk extends Figures {
  readonly agentId: string;
  readonly teamIds: readonly string[];
  /** Where they may do what; whoever may not answer at all is no candidate. */
  readonly rights: InboxRights;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  /** Null: as the policy says. */
  readonly capacity: number | null;
  /** How many they have that wait for an answer. */
  readonly load: number;
  readonly presence: Presence;
  /** They said that they are away, whether or not their desk is open. */
  readonly isAway: boolean;
  readonly isWithinHours: boolean;
  /** The greatest of all was given one last. */
  readonly turn: number;
}

/** A conversation that waits for somebody. */
export interface Waiting {
  readonly id: string;
  readonly inboxId: string;
  readonly channel: string;
  readonly purpose: string;
  readonly teamId: string | null;
  /** Of its inbox. */
  readonly inboxTeamId: string | null;
  readonly language: string | null;
  readonly sentiment: -1 | 0 | 1 | null;
  readonly kind: string | null;
  readonly topic: string | null;
  /** Names of its labels, and words in it that call for care. */
  readonly words: readonly string[];
  readonly priority: number;
  /** Who answered this person last, and when. */
  readonly answeredBy: { readonly agentId: string; readonly at: Date } | null;
  /** Who has it: it is passed on. */
  readonly holderId: string | null;
  /** From whom it was taken, or who left it unanswered: not to them again. */
  readonly not: readonly string[];
}
