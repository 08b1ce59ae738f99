import type { ExternalAccountId, ExternalMessageId, Json } from '../ids.ts';
import type { Capabilities } from './capabilities.ts';
import type { Content } from './content.ts';
import type { CredentialForm } from './credentials.ts';
import type { ChannelEvent, Person, PostCounts } from './event.ts';
import type { Finding, Outgoing, SendOutcome } from './outgoing.ts';

/** A request as it came: what was signed are bytes, and a re-serialised body never matches its signature. */
export interface RawWebhook {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What the ledger holds: something that arrived, before anybody looked inside. */
export interface RawEntry {
  /** `webhook`, or the name of the stream it was read from (`INBOX`, `notifications`). */
  readonly source: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface ParseContext {
  /** The inbox it was read for; null for a webhook that serves several accounts. */
  readonly account: ExternalAccountId | null;
  /** The inbox's own settings, never its credentials. */
  readonly settings: Json;
  readonly receivedAt: Date;
}

/** One network we exchange messages with. Nothing outside its folder knows more about it than this. */
export interface Connector<Credentials = unknown> {
  readonly channel: string;
  /** On screen. */
  readonly name: string;
  /** One or two letters for the network mark. */
  readonly mark: string;
  readonly capabilities: Capabilities;
  readonly credentials: CredentialForm<Credentials>;

  /** Looks whether these credentials work and whose account they open. Says what is wrong in words a person can act on. */
  check(credentials: Credentials): Promise<AccountCheck>;
  /**
   * Pure: no clock, no network, no database. What it does not know is `ignored`, never a throw.
   * A promise only where the format is read by a streaming parser (MIME); callers always await it.
   */
  parse(entry: RawEntry, context: ParseContext): readonly ChannelEvent[] | Promise<readonly ChannelEvent[]>;
  /** Resolves for every answer the network gives, refusals included. Throws only on our own bugs. */
  send(act: Outgoing, credentials: Credentials, account: ExternalAccountId): Promise<SendOutcome>;
  /** Looks on the network for an act whose outcome is unknown. Absent: a person decides. */
  find?(act: Outgoing, credentials: Credentials, account: ExternalAccountId): Promise<Finding>;

  readonly webhook?: WebhookSource<Credentials>;
  readonly source?: PulledSource<Credentials>;
  readonly lookups?: Lookups<Credentials>;
  /** Takes one attachment's bytes out of a stored entry (`AttachmentSource` of kind `part`). */
  readonly extract?: (entry: RawEntry, part: number) => Promise<Uint8Array>;
  /** Called once after an inbox was connected (subscribe to webhooks); its words are shown. */
  readonly connect?: (
    credentials: Credentials,
    account: ExternalAccountId,
    callbackUrl: string,
  ) => Promise<ConnectResult>;
}

export type ConnectResult =
  | { readonly ok: true; readonly detail: string }
  | { readonly ok: false; readonly problem: string; readonly todo: string };

export type AccountCheck =
  | {
      readonly ok: true;
      readonly account: {
        readonly id: ExternalAccountId;
        readonly name: string;
        readonly handle?: string;
        readonly avatarUrl?: string;
      };
      /** When the token ends, if it does. */
      readonly expiresAt?: Date;
      /** Things that work but should be known ("the Page is not subscribed to `mention`"). */
      readonly warnings: readonly string[];
    }
  | {
      readonly ok: false /** what is wrong */;
      readonly problem: string /** what to do */;
      readonly todo: string;
      readonly field?: string;
    };

/** Requests of one family come to one address: Facebook and Messenger share Meta's. */
export interface WebhookSource<Credentials> {
  readonly family: string;
  /** The answer to the network's own question whether we are there (GET), or null when these credentials do not fit. */
  readonly challenge?: (query: Readonly<Record<string, string>>, credentials: Credentials) => string | null;
  /** True when the request was signed with these credentials. Constant time. */
  readonly isAuthentic: (request: RawWebhook, credentials: Credentials) => boolean;
}

/** A cursor is JSON that only the connector reads. It is stored in the transaction that stores what was read with it. */
export type Cursor = Json;
export interface Pulled {
  readonly entries: readonly { readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array }[];
  readonly cursor: Cursor;
  /** There is more to be read at once. */
  readonly more: boolean;
  /** A count of both sides after this pull, so that a skipped one shows. */
  readonly count?: { readonly onServer: number; readonly seen: number };
}
export interface PulledSource<Credentials> {
  /** What is read, and how often when nothing wakes us, in milliseconds. */
  streams(settings: Json): readonly { readonly name: string; readonly everyMs: number }[];
  open(credentials: Credentials, account: ExternalAccountId, settings: Json): Promise<SourceSession>;
}
export interface SourceSession {
  /** Throws `Trouble`. `isFirst` pulls import history. */
  pull(stream: string, cursor: Cursor | null): Promise<Pulled>;
  /** Calls `wake` when the network says that something is new (IDLE, a socket). */
  watch?(wake: (stream: string) => void): void;
  close(): Promise<void>;
}

/** Why reading or looking does not work just now. */
export class Trouble extends Error {
  readonly kind: 'needs_login' | 'limited' | 'unavailable' | 'misconfigured';
  readonly afterMs: number | undefined;
  constructor(kind: Trouble['kind'], message: string, afterMs?: number) {
    super(message);
    this.name = 'Trouble';
    this.kind = kind;
    this.afterMs = afterMs;
  }
}

/** What may be asked of the network afterwards, to fill what an event left out. Null: not to be had. */
export interface Lookups<Credentials> {
  post?(id: string, credentials: Credentials, account: ExternalAccountId): Promise<FoundPost | null>;
  person?(id: string, credentials: Credentials, account: ExternalAccountId): Promise<Person | null>;
  message?(id: ExternalMessageId, credentials: Credentials, account: ExternalAccountId): Promise<FoundMessage | null>;
}
export interface FoundPost {
  readonly authorName?: string;
  readonly isOurs: boolean;
  readonly content: Content;
  readonly at: Date;
  readonly permalink?: string;
  readonly counts?: PostCounts;
}
export interface FoundMessage {
  readonly person?: Person;
  readonly content: Content;
  readonly permalink?: string;
}
