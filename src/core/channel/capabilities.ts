import type { AttachmentKind } from './content.ts';
import type { OutgoingKind } from './outgoing.ts';

/** `utf16`: JavaScript's length. `graphemes`: what a person counts. `weighted`: as X counts, see `core/text/weighted.ts`. */
export const TEXT_UNITS = ['utf16', 'graphemes', 'utf8-bytes', 'weighted'] as const;
export type TextUnit = (typeof TEXT_UNITS)[number];

export interface TextLimit {
  readonly max: number;
  readonly unit: TextUnit;
  /** A second bound in another unit, e.g. Bluesky: 300 graphemes and 3,000 bytes. */
  readonly also?: { readonly max: number; readonly unit: TextUnit };
}

export interface AttachmentLimit {
  /** How many files one message may carry; 0 = none. */
  readonly max: number;
  readonly maxBytes: number;
  /** Accepted MIME types; `image/*` patterns allowed. */
  readonly types: readonly string[];
  /** False: a message is words or a file, never both. */
  readonly withText?: boolean;
  /** True: the network takes no bytes but an address that it can reach (`OutgoingAttachment.address`). */
  readonly byAddress?: boolean;
  /** True: a picture can say what it shows, to those who cannot see it. */
  readonly alt?: boolean;
}

export interface ReplyWindow {
  /** Free answer for this long after the person's last message, in milliseconds. */
  readonly openMs: number;
  /** Then only a human may answer, until this long after the person's last message. */
  readonly humanMs?: number;
  /** Where the number comes from, with the date it was read. */
  readonly source: string;
}

/**
 * `comments`: below our own posts. `mentions`: of us elsewhere in public. `keywords`: our words, without a mention.
 * `history`: what was said before we were connected. `missed`: what a lost event would have told, fetched afterwards.
 */
export const HEARINGS = [
  'comments',
  'mentions',
  'direct',
  'reviews',
  'keywords',
  'reactions',
  'edits',
  'deletions',
  'history',
  'missed',
] as const;
export type Hearing = (typeof HEARINGS)[number];

/** What a channel can do, as data: rules and screens read this and never the channel's name. */
export interface Capabilities {
  readonly text: TextLimit;
  readonly attachments: AttachmentLimit;
  /** A public message may be answered by any account of the network, whomever it was said to. */
  readonly answersAnyones?: boolean;
  /** What a private line takes, where that differs from what a public place takes. */
  readonly direct?: { readonly text: TextLimit; readonly attachments: AttachmentLimit };
  /** Of private lines; what is public may be answered at any time. Absent: those too. */
  readonly window?: ReplyWindow;
  /** One private message to the author of a public one. */
  readonly privateReply?: {
    /** Null: at any time. */
    readonly withinMs: number | null;
    readonly source: string /** where the talk goes on */;
    readonly channel: string;
  };
  readonly acts: Readonly<Partial<Record<OutgoingKind, ActCapability>>>;
  /** Of every act that is not among `acts`: why not, in a sentence for those who miss it. */
  readonly lacks: Readonly<Partial<Record<OutgoingKind, string>>>;
  /** What of all that is said on the network reaches us; a sentence says why something does not, or what of it. */
  readonly hears: Readonly<Record<Hearing, true | string | { readonly partly: string }>>;
  /** Absent: nobody's posts can be searched here; `hears.keywords` says why. */
  readonly listening?: ListeningCapability;
  /** Absent: the network says who somebody is. Else why the same person cannot be known again. */
  readonly anonymous?: string;
  readonly receives: readonly AttachmentKind[];
  /** Prepared messages that the network has approved: they may open a line, or go out when the window is closed. */
  readonly templates?: { readonly source: string };
  /** Answers to tap, offered with a message. */
  readonly choices?: { readonly max: number; readonly maxLength: number };
  /** Whether the network tells us that it was delivered or read; a sentence says when it does not. */
  readonly tells: { readonly delivered: boolean; readonly read: boolean | { readonly partly: string } };
  /** Sends per inbox: at most `count` in `perMs`. Source in the connector's README. */
  readonly rate: { readonly count: number; readonly perMs: number };
}
/** How an account looks for words in everybody's posts. */
export interface ListeningCapability {
  /** What is searched, and what of it is not found, in a sentence for a team lead. */
  readonly how: string;
  /** Searches that one account can run side by side. */
  readonly searchesMost: number;
  /** How far back a new search looks, in milliseconds. */
  readonly reachMs: number;
  /** It asks for what must stand beside a brand word as well, so that a search for fewer finds fewer. */
  readonly isNarrowed?: true;
  /** What one found post costs, in US dollars, where reading is charged by use. */
  readonly usdPerPost?: number;
  /** Where all this comes from, with the date it was read. */
  readonly source: string;
}
export interface ActCapability {
  /** On whose messages: the contact's, our own, or both. */
  readonly on: 'theirs' | 'ours' | 'both' | 'inbox';
  readonly text?: TextLimit;
  /** Absent: as everywhere on the channel; for a private reply, none. */
  readonly attachments?: AttachmentLimit;
  /** A like or repost as the network's own events name it; absent: 👍 and `repost`. */
  readonly reaction?: string;
  /** A reason must be given and is logged. */
  readonly needsReason?: boolean;
}
