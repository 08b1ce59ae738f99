import type { ExternalMessageId } from '../../core/ids.ts';
import { decodeText } from './charset.ts';
import { idsIn, messageIdOf, tagIn } from './ids.ts';
import type { Mail } from './mail.ts';

/** What a mail server or a mail program reports about a mail of ours. */
export interface Report {
  /** Final recipients it speaks about, lower-cased. */
  readonly recipients: readonly string[];
  readonly status: 'failed' | 'delayed' | 'delivered' | 'read' | 'unclear';
  /** In the server's words. */
  readonly detail: string;
  readonly original: ExternalMessageId | null;
  /** The chain the original stood in, oldest first. */
  readonly originalReferences: readonly ExternalMessageId[];
}

/** A delivery status (RFC 3464), a read receipt (RFC 8098), or an old server's bounce in plain words. */
export function readReport(mail: Mail, own: string): Report {
  const status = wordsOf(mail, 'message/delivery-status') || wordsOf(mail, 'message/global-delivery-status');
  const receipt = wordsOf(mail, 'message/disposition-notification');
  const enclosed =
    wordsOf(mail, 'message/rfc822') || wordsOf(mail, 'text/rfc822-headers') || wordsOf(mail, 'message/global');
  const head = enclosed.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const original =
    idsIn(field(head, 'message-id'))[0] ??
    idsIn(field(receipt, 'original-message-id'))[0] ??
    byTag(mail, own) ??
    inBody(mail);
  const about = {
    original,
    originalReferences:
      head === '' ? [] : [...new Set([...idsIn(field(head, 'references')), ...idsIn(field(head, 'in-reply-to'))])],
  };
  if (receipt !== '') {
    const isRead = /displayed/i.test(field(receipt, 'disposition'));
    return {
      ...about,
      status: isRead ? 'read' : 'unclear',
      detail: field(receipt, 'disposition'),
      recipients: addresses([field(receipt, 'final-recipient')]),
    };
  }
  return { ...about, ...outcome(status, mail) };
}

function outcome(status: string, mail: Mail): Pick<Report, 'status' | 'detail' | 'recipients'> {
  if (status === '') return inPlainWords(mail);
  const actions = fields(status, 'action').map((action) => /^[a-z]+/i.exec(action)?.[0]?.toLowerCase());
  const said = fields(status, 'diagnostic-code').map((code) => code.replace(/^\s*[a-z0-9-]+\s*;\s*/i, ''));
  const codes = fields(status, 'status');
  const recipients = addresses([...fields(status, 'original-recipient'), ...fields(status, 'final-recipient')]);
  const worst = actions.includes('failed')
    ? 'failed'
    : actions.includes('delayed')
      ? 'delayed'
      : actions.includes('delivered') || actions.includes('relayed')
        ? 'delivered'
        : codes.some((code) => code.startsWith('5'))
          ? 'failed'
          : 'unclear';
  return {
    status: worst,
    recipients,
    detail: [recipients[0], said[0] ?? codes[0] ?? ''].filter(Boolean).join(': ').slice(0, 500).toWellFormed(),
  };
}

/** Old servers write a letter only: the first status code or reply code with its line, and Exim's own header. */
function inPlainWords(mail: Mail): Pick<Report, 'status' | 'detail' | 'recipients'> {
  const said =
    mail.text
      .split('\n')
      .find((line) => /\b[45]\d\d[ -]|\b[45]\.\d{1,3}\.\d{1,3}\b/.test(line))
      ?.trim() ?? '';
  const code = /\b([45])(?:\d\d[ -]|\.\d{1,3}\.\d{1,3}\b)/.exec(said)?.[1];
  const failed = mail.header('x-failed-recipients');
  const recipients = addresses(failed ? failed.split(',') : [/<[^<>\s@]+@[^<>\s@]+>/.exec(mail.text)?.[0] ?? '']);
  return {
    status: code === '5' || failed !== '' ? 'failed' : code === '4' ? 'delayed' : 'unclear',
    detail: said.slice(0, 500).toWellFormed() || mail.subject,
    recipients,
  };
}

/** Bounces come back to the address that was made for this one mail. */
function byTag(mail: Mail, own: string): ExternalMessageId | null {
  for (const name of ['delivered-to', 'x-original-to', 'to', 'envelope-to'])
    for (const candidate of mail.headers(name).flatMap((value) => value.split(/[,\s<>]+/))) {
      const found = tagIn(candidate, own);
      if (found) return messageIdOf(found.outgoingId, own);
    }
  return null;
}

/** The headers of the returned mail stand in the letter itself. */
const inBody = (mail: Mail) => idsIn(/^[ >\t]*message-id:[ \t]*(<[^<>\s]+>)/im.exec(mail.text)?.[1] ?? '')[0] ?? null;

function wordsOf(mail: Mail, contentType: string): string {
  const bytes = mail.parts.find((part) => part.contentType === contentType)?.bytes;
  return bytes ? decodeText(bytes, '') : '';
}

const field = (block: string, name: string) => fields(block, name)[0] ?? '';

function fields(block: string, name: string): string[] {
  const values: string[] = [];
  let isOpen = false;
  for (const line of block.slice(0, 200_000).replaceAll('\u0000', '').toWellFormed().split(/\r?\n/)) {
    if (isOpen && /^[ \t]/.test(line)) {
      values[values.length - 1] += ` ${line.trim()}`;
      continue;
    }
    isOpen = line.slice(0, name.length + 1).toLowerCase() === `${name}:`;
    if (isOpen) values.push(line.slice(name.length + 1).trim());
  }
  return values;
}

const addresses = (values: readonly string[]) =>
  [...new Set(values.flatMap((value) => /[^\s;<>,]+@[^\s;<>,]+/.exec(value)?.[0]?.toLowerCase() ?? []))].slice(0, 50);
