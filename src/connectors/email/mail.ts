/** An address as a mail shows it, lower-cased: nobody tells `Dora@` from `dora@`. */
export interface Mailbox {
  readonly address: string;
  readonly name: string;
}

export interface MailPart {
  readonly contentType: string;
  readonly name: string | undefined;
  readonly sizeBytes: number;
  readonly contentId: string | undefined;
  /** Kept only where the words in it matter (delivery status, calendar, an enclosed mail) and up to a bound. */
  readonly bytes: Uint8Array | null;
}

/** A mail taken apart: bounded, decoded, and free of what cannot be stored. */
export interface Mail {
  /** Every value of a header, unfolded and decoded, top first. */
  headers(name: string): readonly string[];
  /** The topmost one, or ''. */
  header(name: string): string;
  mailboxes(name: string): readonly Mailbox[];
  readonly contentType: { readonly value: string; readonly params: Readonly<Record<string, string>> };
  readonly subject: string;
  readonly text: string;
  /** False: `text` was made from the HTML. */
  readonly hasPlainText: boolean;
  readonly html: string | undefined;
  readonly parts: readonly MailPart[];
  readonly sizeBytes: number;
  /** The MIME structure could not be read; headers and the beginning are there. */
  readonly isDamaged: boolean;
}

/** Bounds, so that one mail cannot fill the desk. The whole stays in the ledger. */
export const BOUNDS = {
  textChars: 200_000,
  htmlChars: 2_000_000,
  parts: 200,
  recipients: 50,
  references: 30,
  wordPartBytes: 512 * 1024,
  headerBytes: 256 * 1024,
} as const;

/** PostgreSQL's text knows neither NUL nor half a surrogate pair. */
export function storable(text: string, maxChars = 10_000): string {
  return text.slice(0, maxChars).replaceAll('\0', '').toWellFormed();
}
