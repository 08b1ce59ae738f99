import type { ExternalAccountId, ExternalIdentityId, ExternalMessageId, ExternalThreadId, Json } from '../ids.ts';
import type { Content } from './content.ts';

/** Who can read it: our own public place, a private line, or somebody else's public place. */
export type Reach = 'owned_public' | 'owned_private' | 'earned';

/** A person as the network names them. */
export interface Person {
  readonly id: ExternalIdentityId;
  /** `''` when the id is good everywhere on the channel (an e-mail address, a DID); else the account it is scoped to (a Page). */
  readonly scope: string;
  readonly name?: string;
  readonly handle?: string;
  readonly avatarUrl?: string;
  readonly followers?: number;
}

/** `business`: written by us, here or in the network's own app. `unknown`: the network did not say who. */
export type Author =
  | { readonly kind: 'contact'; readonly person: Person }
  | { readonly kind: 'business' }
  | { readonly kind: 'unknown' };

/** The place on the network where messages hang. */
export interface ThreadRef {
  readonly id: ExternalThreadId;
  readonly kind: 'post' | 'direct' | 'mail' | 'review';
  readonly reach: Reach;
  readonly title?: string;
  readonly permalink?: string;
  /** A private thread's other side; in a message we wrote ourselves it is the only sign of whom it concerns. */
  readonly counterpart?: Person;
  /** What the connector needs to write here again. */
  readonly remote?: Json;
}

interface Common {
  /** The connected account this concerns; with `channel` it names the inbox. */
  readonly account: ExternalAccountId;
}

export interface MessageEvent extends Common {
  readonly kind: 'message';
  readonly id: ExternalMessageId;
  readonly thread: ThreadRef;
  /** Known messages that decide the thread before `thread.id` does (References of a mail), nearest first. */
  readonly belongsWith?: readonly ExternalMessageId[];
  readonly author: Author;
  /** The message answered in a public thread; absent for a top-level one. */
  readonly parent?: ExternalMessageId;
  readonly content: Content;
  readonly sentAt: Date;
  readonly permalink?: string;
  /** Our own mark on a message we sent, given back by the network (Messenger metadata, our Message-ID). */
  readonly mark?: string;
  /** Written by a machine: `auto_reply` (out of office), `bounce`, `list`, `bot`. Opens no clock, asks for no answer. */
  readonly automatic?: 'auto_reply' | 'bounce' | 'list' | 'bot' | 'receipt';
  /** Fetched from the past on connecting: no clocks, no automatic answers. */
  readonly isHistory?: boolean;
  /** The network gave too little (a mention with ids only): ask it for the rest. */
  readonly isPartial?: boolean;
  /** Somebody said it without saying it to us: a search for words found it, and listening rules say what becomes of it. */
  readonly isOverheard?: boolean;
  /** The same on every server of a network of many, where `id` is good on one of them only; absent: `id` is good everywhere. */
  readonly worldId?: string;
  /** What the connector needs to act on this message again (a cid, a root). */
  readonly remote?: Json;
}

export interface EditEvent extends Common {
  readonly kind: 'edit';
  readonly id: ExternalMessageId;
  readonly content: Content;
  readonly at: Date;
}

export interface DeletionEvent extends Common {
  readonly kind: 'deletion';
  readonly id: ExternalMessageId;
  readonly at: Date;
}

export interface VisibilityEvent extends Common {
  readonly kind: 'visibility';
  readonly id: ExternalMessageId;
  readonly isHidden: boolean;
  readonly at: Date;
}

/** A like, love, repost... on a message or a post. `reaction` is an emoji, or `repost`. */
export interface ReactionEvent extends Common {
  readonly kind: 'reaction';
  readonly target: ExternalMessageId;
  readonly by: Author;
  readonly reaction: string;
  readonly isRemoved: boolean;
  readonly at: Date;
}

/** A post that opens nothing: our own, or one that gives context to a thread. Never moves a count backwards in time. */
export interface PostEvent extends Common {
  readonly kind: 'post';
  readonly thread: ThreadRef;
  readonly author: Author;
  readonly content: Content;
  readonly at: Date;
  readonly permalink?: string;
  readonly counts?: PostCounts;
  readonly remote?: Json;
}
export interface PostCounts {
  readonly reactions?: number;
  readonly comments?: number;
  readonly shares?: number;
}

/** What became of messages that we sent. With `upTo` it holds for all of ours in the thread sent until then. */
export interface DeliveryEvent extends Common {
  readonly kind: 'delivery';
  readonly thread?: ExternalThreadId;
  readonly ids: readonly ExternalMessageId[];
  readonly upTo?: Date;
  readonly status: 'delivered' | 'read' | 'failed';
  readonly detail?: string;
  readonly at: Date;
}

/**
 * The network names something of ours by our own mark, without what it says: it was sent, whatever was thought of it.
 * `id` is how the network knows it, in case its answer was lost.
 */
export interface SentEvent extends Common {
  readonly kind: 'sent';
  readonly id: ExternalMessageId;
  readonly mark: string;
  readonly at: Date;
}

/** Something about the thread or the account that people should see in words: another app took the thread, a policy warning. */
export interface NoticeEvent extends Common {
  readonly kind: 'notice';
  /** Unique on the network, so that a second delivery adds nothing. */
  readonly id: string;
  readonly thread?: ExternalThreadId;
  readonly notice: 'thread_taken' | 'thread_given' | 'thread_requested' | 'policy' | 'referral' | 'other';
  readonly detail: string;
  readonly at: Date;
}

/** Understood as nothing to file. The reason is shown in the ledger. */
export interface IgnoredEvent {
  readonly kind: 'ignored';
  readonly why: string;
}

export type ChannelEvent =
  | MessageEvent
  | EditEvent
  | DeletionEvent
  | VisibilityEvent
  | ReactionEvent
  | PostEvent
  | DeliveryEvent
  | SentEvent
  | NoticeEvent
  | IgnoredEvent;
