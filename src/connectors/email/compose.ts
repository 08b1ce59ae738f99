import { domainToASCII } from 'node:url';
import { z } from 'zod';
import type { Outgoing } from '../../core/channel/outgoing.ts';
import { LOOP_HEADER } from './automatic.ts';
import type { EmailCredentials } from './credentials.ts';
import { idsIn, messageIdOf, taggedAddress } from './ids.ts';

export type Reply = Extract<Outgoing, { kind: 'reply' }>;

export interface Envelope {
  /** Where bounces go; '' for automatic mail, so that no answer can start a loop. */
  readonly from: string;
  readonly to: string;
}
export interface OutgoingFile {
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** Longer chains are trimmed in the middle: the root and the nearest ones are what mail programs use. */
const MAX_REFERENCES = 20;

const Remote = z
  .object({
    replyTo: z.string().optional(),
    subject: z.string().optional(),
    references: z.array(z.string()).optional(),
  })
  .catch({});

/**
 * The one person the answer goes to: the thread's other side, at the address that they asked for. Nobody else is
 * added, and whoever else wrote into the thread redirects nothing: knowing a Message-ID proves no identity.
 */
export function recipientOf({ thread, inReplyTo }: Reply): string | null {
  const counterpart = thread.counterpartId ?? inReplyTo?.authorId ?? null;
  const isTheirs = inReplyTo !== null && inReplyTo.authorId === counterpart;
  const asked = Remote.parse(isTheirs ? inReplyTo.remote : thread.remote).replyTo;
  const address = counterpart === null ? null : (asked ?? counterpart);
  return address !== null && /^[^\s@<>]+@[^\s@<>]+$/.test(address) ? address : null;
}

export function envelopeOf(act: Reply, recipient: string, { address, plusAddressing }: EmailCredentials): Envelope {
  if (!act.isByHuman) return { from: '', to: wireAddress(recipient) };
  return { from: plusAddressing ? taggedAddress(address, 'b', act.id) : address, to: wireAddress(recipient) };
}

/** The mail, byte for byte what goes out and into the Sent folder. The same act composes the same headers at every try. */
export async function compose(
  act: Reply,
  recipient: string,
  credentials: EmailCredentials,
  files: readonly OutgoingFile[],
): Promise<Buffer> {
  const { address, fromName, plusAddressing } = credentials;
  const replyTo = plusAddressing ? { replyTo: taggedAddress(address, 'e', act.id) } : {};
  const inReplyTo = act.inReplyTo ? idsIn(act.inReplyTo.id)[0] : undefined;
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from: fromName ? { name: fromName, address } : address,
    to: wireAddress(recipient),
    ...replyTo,
    subject: subjectOf(act),
    messageId: messageIdOf(act.id, address),
    date: act.createdAt,
    ...(inReplyTo ? { inReplyTo } : {}),
    references: chainOf(act, inReplyTo),
    text: act.content.text,
    html: htmlOf(act.content.text),
    attachments: files.map(({ name, mimeType, bytes }) => ({
      filename: name,
      contentType: mimeType,
      content: Buffer.from(bytes),
    })),
    headers: {
      [LOOP_HEADER]: address,
      ...(act.isByHuman ? {} : { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' }),
    },
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Promise((resolve, reject) => {
    composer
      .compile()
      .build((error: Error | null, message?: Buffer) =>
        message ? resolve(message) : reject(error ?? new Error('The mail could not be composed.')),
      );
  });
}

/** `Re:` once, in whatever language it already stands there. */
function subjectOf({ content, thread, inReplyTo }: Reply): string {
  if (content.subject) return content.subject;
  const subject = (inReplyTo && Remote.parse(inReplyTo.remote).subject) || thread.title || '';
  return /^\s*(re|aw|sv|vs|antw|odp|ynt|vá|απ|rif|回复|回覆|답장|rép|res)(\[\d+\])?\s*[:：]/iu.test(subject)
    ? subject
    : `Re: ${subject}`.trim();
}

/** What the answered mail refers to stands first: it may be older than anything that we have seen. */
function chainOf({ references, inReplyTo: answered }: Reply, inReplyTo: string | undefined): string[] {
  const older = Remote.parse(answered?.remote).references ?? [];
  const chain: string[] = [...new Set([...older, ...references].flatMap((id) => idsIn(id)))].filter(
    (id) => id !== inReplyTo,
  );
  if (inReplyTo) chain.push(inReplyTo);
  return chain.length <= MAX_REFERENCES ? chain : [...chain.slice(0, 1), ...chain.slice(1 - MAX_REFERENCES)];
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function htmlOf(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
  const linked = escaped.replace(/\bhttps?:\/\/[^\s<>]*[^\s<>.,;:!?)\]]/g, (url) => `<a href="${url}">${url}</a>`);
  return `<!doctype html><html><body dir="auto">${linked
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('')}</body></html>`;
}

/** Domains travel in ASCII: servers without SMTPUTF8 refuse `dora@köln.example`. */
function wireAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1)) || address.slice(at + 1)}`;
}
