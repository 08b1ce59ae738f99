import type { ExternalAccountId, ExternalMessageId, Json } from '../ids.ts';
import type { Search } from '../listening/search.ts';
import type { Allowance, AskedFor } from './allowance.ts';
import type { AtOnce } from './at-once.ts';
import type { Capabilities } from './capabilities.ts';
import type { Content } from './content.ts';
import type { CredentialForm } from './credentials.ts';
import type { ChannelEvent, Person, PostCounts } from './event.ts';
import type { Finding, Outgoing, SendOutcome } from './outgoing.ts';
import type { Template } from './template.ts';

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
  /**
   * Absent: a network elsewhere. `widget`: customers write in a window that we serve ourselves. `desk`: agents write
   * down what was said. Nobody elsewhere can then revoke a login, slow us down or lose an answer.
   */
  readonly home?: 'widget' | 'desk';
  readonly capabilities: Capabilities;
  /** What its tests hold it against; shown in the matrix of channels. */
  readonly proof: Proof;
  readonly credentials: CredentialForm<Credentials>;

  /**
   * Looks whether these credentials work and whose account they open. Says what is wrong in words a person can act on.
   * With `callbackUrl`, the address of this desk's webhook, it warns when the network sends what happens elsewhere.
   */
  check(credentials: Credentials, callbackUrl?: string): Promise<AccountCheck>;
  /**
   * Pure: no clock, no network, no database. What it does not know is `ignored`, never a throw.
   * A promise only where the format is read by a streaming parser (MIME); callers always await it.
   */
  parse(entry: RawEntry, context: ParseContext): readonly ChannelEvent[] | Promise<readonly ChannelEvent[]>;
  /** Resolves for every answer the network gives, refusals included. Throws only on our own bugs. */
  send(act: Outgoing, credentials: Credentials, account: ExternalAccountId): Promise<SendOutcome>;
  /** Looks on the network for an act whose outcome is unknown. Absent: a person decides. */
  find?(act: Outgoing, credentials: Credentials, account: ExternalAccountId): Promise<Finding>;

  /**
   * What of the credentials is no secret and decides what can be done (a plan, a region): kept among the inbox's
   * settings, where `parse`, `allows` and `source` see it.
   */
  readonly settings?: (credentials: Credentials) => Readonly<Record<string, Json>>;
  /** Pure. Whether an act that the channel has can be done on this one thing, by this account. Absent: always. */
  readonly allows?: (asked: AskedFor) => Allowance;
  /**
   * Makes anew what runs out (a token of sixty days), when it is time; asked about once an hour. What it gives is kept
   * in the place of the old. Null: nothing to do now. Throws `Trouble`.
   */
  readonly renew?: (credentials: Credentials, account: ExternalAccountId) => Promise<Renewed<Credentials> | null>;
  /** The approved messages of the account, for channels with `capabilities.templates`. Throws `Trouble`. */
  readonly templates?: (credentials: Credentials, account: ExternalAccountId) => Promise<readonly Template[]>;
  /** Where the bytes of an attachment of the source `ask` are just now. Null: gone for good. Throws `Trouble`. */
  readonly media?: (id: string, credentials: Credentials, account: ExternalAccountId) => Promise<MediaPlace | null>;

  readonly webhook?: WebhookSource<Credentials>;
  readonly source?: PulledSource<Credentials>;
  readonly lookups?: Lookups<Credentials>;
  /** Takes one attachment's bytes out of a stored entry (`AttachmentSource` of kind `part`). */
  readonly extract?: (entry: RawEntry, part: number) => Promise<Uint8Array>;
  /**
   * Called after an inbox was connected or saved (subscribe to webhooks); its words are shown. Also when a look finds that
   * the network sends less than it did: done twice it is the same.
   */
  readonly connect?: (
    credentials: Credentials,
    account: ExternalAccountId,
    callbackUrl: string,
  ) => Promise<ConnectResult>;
}

/** `expiresAt` null: it does not run out. */
export interface Renewed<Credentials> {
  readonly credentials: Credentials;
  readonly expiresAt: Date | null;
}

/** `headers` are sent to that address only, and never follow a redirect to another host. */
export type MediaPlace =
  | { readonly url: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly bytes: Uint8Array; readonly mimeType?: string };

export interface Proof {
  /** The strongest of them: a real server, the vendor's own SDK, a schema that the vendor published, its documentation. */
  readonly kind: 'real_server' | 'vendor_sdk' | 'published_schema' | 'sheet';
  /** What exactly, in a sentence: "twitter-api-v2 1.24 as a caller of the simulator". */
  readonly by: string;
}

export type ConnectResult =
  | {
      readonly ok: true;
      readonly detail: string;
      /** What the network now sends here by itself, in words. Absent: nobody knows, or it may be otherwise in a while. */
      readonly sends?: readonly string[];
    }
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
      /**
       * What the network sends here by itself just now, in the words of `connect`, which is asked again when something of
       * it is gone. Absent: nobody knows.
       */
      readonly sends?: readonly string[];
    }
  | {
      readonly ok: false /** what is wrong */;
      readonly problem: string /** what to do */;
      readonly todo: string;
      readonly field?: string;
    };

/** Plain words, or a JSON object. */
export type ChallengeAnswer = string | Readonly<Record<string, string>>;

/** Requests of one family come to one address: Facebook and Messenger share Meta's. */
export interface WebhookSource<Credentials> {
  readonly family: string;
  /** The answer to the network's own question whether we are there (GET), or null when these credentials do not fit. */
  readonly challenge?: (query: Readonly<Record<string, string>>, credentials: Credentials) => ChallengeAnswer | null;
  /** True when the request was signed with these credentials. Constant time. */
  readonly isAuthentic: (request: RawWebhook, credentials: Credentials) => boolean;
  /**
   * True where events do not say whose account they concern: the inbox whose credentials fit is the one, and `parse`
   * gets it as its context.
   */
  readonly isOneAccount?: boolean;
  /** True where `connect` tells the network the address: nobody has to paste it anywhere. */
  readonly isSetByUs?: boolean;
  /** How long the network tries again what was not answered, in milliseconds. Absent: not at all, or nobody knows. */
  readonly retriesMs?: number;
  /** Pure. What to say in the answer of the webhook itself, after it was stored (a welcome). Null: just 200. */
  readonly answer?: (request: RawWebhook, settings: Json) => Json;
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
  /** A time of which the network does not tell us any more what was said. */
  readonly gap?: { readonly from: Date; readonly to: Date; readonly why: string };
  /** What reading costs on this account, where the network counts or charges. */
  readonly quota?: Quota;
}
/** How much of what an account may read or send in a period is used. */
export interface Quota {
  /** What is counted, in the plural: "posts read". */
  readonly of: string;
  readonly used: number;
  /** Null: not limited, only counted. */
  readonly limit: number | null;
  readonly resetsAt: Date | null;
  /** What the period has cost so far, in US dollars, where it is charged by use. */
  readonly costUsd?: number;
}
export interface PulledSource<Credentials> {
  /** What is read, and how often when nothing wakes us, in milliseconds. */
  streams(settings: Json): readonly PulledStream[];
  open(credentials: Credentials, account: ExternalAccountId, settings: Json): Promise<SourceSession>;
  /**
   * For channels with `capabilities.listening`: the newest posts that a search finds just now, as entries that `parse`
   * understands, `most` at most, in one or two calls. Nothing of it is kept. Throws `Trouble`.
   */
  sample?(
    search: Search,
    most: number,
    credentials: Credentials,
    account: ExternalAccountId,
    settings: Json,
  ): Promise<Sampled>;
}
export interface Sampled {
  readonly entries: readonly RawEntry[];
  /** What asking has cost, where reading is charged by use. */
  readonly costUsd?: number;
  /** What is used of the account's share, where the network counts. */
  readonly quota?: Quota;
}
export interface PulledStream {
  readonly name: string;
  readonly everyMs: number;
  /**
   * True when it only makes sure of what webhooks should have brought: whatever of it is new was missed, and says
   * that something is wrong.
   */
  readonly isReconciling?: boolean;
}
export interface SourceSession {
  /** Throws `Trouble`. `isFirst` pulls import history. */
  pull(stream: string, cursor: Cursor | null): Promise<Pulled>;
  /**
   * Calls `wake` when the network says that something is new (IDLE, a socket), and `stands` with how it stands with the
   * line by which it does, now and whenever that changes.
   */
  watch?(wake: (stream: string) => void, stands?: (line: AtOnce) => void): void;
  /** A person tested or saved the inbox: what rests until a time of our own choosing is tried again now. */
  retry?(): void;
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
