import type { Answer, Faults, Persona } from '../network.ts';
import type { KnownTemplate } from './templates.ts';

/** A phone number of the business. */
export interface Number_ {
  readonly id: string;
  /** `+46 8 700 11 22` */
  readonly display: string;
  readonly name: string;
  /** It is also used in the WhatsApp Business app, which then tells of edits and of what is typed there. */
  readonly isInApp: boolean;
  quality: 'GREEN' | 'YELLOW' | 'RED';
  nameStatus: string;
  status: string;
}

/** Somebody on WhatsApp. */
export interface Member {
  readonly persona: Persona;
  phone: string;
  /** How this business alone knows them; a new number brings a new one. */
  userId: string;
  /** With it the phone number is hidden. */
  username: string | null;
  /** Uninstalled: what is sent to them fails later. */
  hasLeft: boolean;
}

export interface SentFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}
export interface LineMessage {
  readonly id: string;
  readonly isOurs: boolean;
  text: string;
  readonly at: Date;
  readonly file?: SentFile;
  readonly replyTo?: string;
  /** Answers to tap. */
  readonly choices?: readonly { readonly id: string; readonly title: string }[];
  readonly mark?: string;
  readonly reactions: Map<string, string>;
  isDeleted: boolean;
  isRead: boolean;
}
export interface Line {
  readonly id: string;
  readonly number: Number_;
  readonly member: Member;
  readonly messages: LineMessage[];
  lastInboundAt: Date | null;
  /** What may still be sent to this person at once, and when that was counted. */
  pace: { left: number; at: number };
}

export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly name: string;
  readonly numberId: string;
  readonly goneAt: Date;
}

export interface Quirks {
  /** Every list begins with an empty page that names a next one. */
  emptyPages: boolean;
  /** A closed window is not told at once, but as a status. */
  failsLater: boolean;
}

export interface State {
  readonly appId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly wabaId: string;
  readonly token: string;
  readonly tokenFacts: { expiresAt: Date | null; scopes: string[] };
  readonly numbers: readonly Number_[];
  readonly templates: KnownTemplate[];
  readonly members: Map<string, Member>;
  readonly lines: Map<string, Line>;
  readonly files: Map<string, StoredFile>;
  readonly faults: Faults;
  readonly app: { callbackUrl: string | null; readonly fields: Set<string> };
  /** The account's own tie to the app, with an address of its own. */
  readonly fed: { isSubscribed: boolean; override: string | null };
  readonly hides: (persona: Persona) => boolean;
  readonly now: () => Date;
  readonly random: () => number;
  readonly newId: () => string;
  readonly answered: Set<(answer: Answer) => void>;
  readonly quirks: Quirks;
  url: string;
}

export const unix = (at: Date): number => Math.floor(at.getTime() / 1000);
export const digitsOf = (phone: string): string => phone.replace(/\D/g, '');
/** `wamid.` and base64, as the real ones look. */
export const newMessageId = (state: State): string =>
  `wamid.${Buffer.from(`HBgL${state.newId()}`).toString('base64url')}`;

const DAY_MS = 86_400_000;
/** What people send is kept for 7 days, what we upload for 30. */
export function storeFile(
  state: State,
  numberId: string,
  file: Pick<StoredFile, 'bytes' | 'type' | 'name'>,
  days: number,
): string {
  const id = state.newId();
  state.files.set(id, { ...file, numberId, goneAt: new Date(state.now().getTime() + days * DAY_MS) });
  return id;
}
