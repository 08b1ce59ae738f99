import type { ExternalMessageId, ExternalThreadId, Json, OutgoingId } from '../ids.ts';
import type { Reach } from './event.ts';

/** A file to send, already in our media store. */
export interface OutgoingAttachment {
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly alt?: string;
  readonly read: () => Promise<Uint8Array>;
  /**
   * Where a network that takes no bytes fetches it: reachable from the internet without a login for a day at least,
   * its path ending in the file's own name. Absent: this desk shows no files to the outside.
   */
  readonly address?: () => Promise<string>;
}

export interface OutgoingContent {
  readonly text: string;
  readonly subject?: string;
  readonly attachments: readonly OutgoingAttachment[];
  /** A message that the network approved beforehand; `text` is how it reads with its values filled in. */
  readonly template?: ChosenTemplate;
  /** Answers to tap, where the channel has `choices`. */
  readonly choices?: readonly string[];
}

export interface ChosenTemplate {
  readonly name: string;
  /** As the network writes it: `en_US`. */
  readonly language: string;
  /** By the keys of `Template.variables`. */
  readonly values: Readonly<Record<string, string>>;
}

export interface TargetThread {
  readonly id: ExternalThreadId;
  readonly reach: Reach;
  readonly remote: Json;
  readonly counterpartId: string | null;
  readonly title: string | null;
}
export interface TargetMessage {
  readonly id: ExternalMessageId;
  readonly authorId: string | null;
  readonly text: string;
  readonly sentAt: Date;
  readonly remote: Json;
}

/** One act that leaves the house. The row that holds it is the job; `id` is made before the first try and is our mark. */
export type Outgoing = {
  readonly id: OutgoingId;
  /** Frozen when the act was accepted: what goes out is the same at every try. */
  readonly createdAt: Date;
  readonly attempt: number;
} & (
  | {
      readonly kind: 'reply';
      readonly thread: TargetThread;
      readonly inReplyTo: TargetMessage | null;
      /** Mail: ids of the chain, oldest first. Empty elsewhere. */
      readonly references: readonly ExternalMessageId[];
      readonly content: OutgoingContent;
      /** When the other side last wrote in this thread: decides window and tag. */
      readonly lastInboundAt: Date | null;
      readonly isByHuman: boolean;
    }
  | { readonly kind: 'private_reply'; readonly to: TargetMessage; readonly content: OutgoingContent }
  | { readonly kind: 'publish'; readonly content: OutgoingContent; readonly link?: string }
  /** A post of our own that shows theirs. */
  | { readonly kind: 'quote'; readonly target: TargetMessage; readonly content: OutgoingContent }
  | { readonly kind: 'edit'; readonly target: TargetMessage; readonly content: OutgoingContent }
  | { readonly kind: 'delete'; readonly target: TargetMessage }
  | { readonly kind: 'like' | 'repost'; readonly target: TargetMessage }
  /** `undo`: what the network answered when the like or repost was accepted. */
  | { readonly kind: 'unlike' | 'unrepost'; readonly target: TargetMessage; readonly undo: Json }
  | { readonly kind: 'hide' | 'unhide'; readonly target: TargetMessage }
);
export type OutgoingKind = Outgoing['kind'];
export const OUTGOING_KINDS = [
  'reply',
  'private_reply',
  'publish',
  'quote',
  'like',
  'unlike',
  'repost',
  'unrepost',
  'hide',
  'unhide',
  'edit',
  'delete',
] as const satisfies readonly OutgoingKind[];

export type RefusalReason =
  | 'window_closed'
  | 'already_replied'
  | 'too_long'
  | 'not_allowed'
  | 'gone'
  | 'person_unavailable'
  | 'needs_login'
  | 'bad_attachment'
  | 'duplicate'
  | 'blocked'
  | 'owned_by_other_app'
  | 'other';

/** What we know for certain after a try decides what may be done next. */
export type SendOutcome =
  | {
      readonly kind: 'accepted';
      /** Absent for acts that make nothing on the network (hide). */
      readonly id?: ExternalMessageId;
      /** Where it landed, when that is another thread than asked for (a private reply opens a direct one). */
      readonly thread?: { readonly channel: string; readonly id: ExternalThreadId; readonly counterpartId: string };
      /** Kept for a later undo or answer. */
      readonly remote?: Json;
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly detail: string }
  /** Certainly not sent. */
  | { readonly kind: 'try_later'; readonly afterMs: number; readonly detail: string }
  /** Perhaps sent: looked for, shown, never resent by itself. */
  | { readonly kind: 'unknown'; readonly detail: string };

/** What a look on the network says about an act whose outcome is unknown. */
export type Finding =
  | (SendOutcome & { readonly kind: 'accepted' })
  | { readonly kind: 'absent' } // the network answered and it is certainly not there
  | { readonly kind: 'unclear'; readonly detail: string };
