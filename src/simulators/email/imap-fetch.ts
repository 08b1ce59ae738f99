import { textOf, type Word } from './imap-words.ts';
import type { StoredMail } from './mail-store.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number) => String(value).padStart(2, '0');

const internalDate = (at: Date) =>
  `"${two(at.getUTCDate())}-${MONTHS[at.getUTCMonth()]}-${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000"`;

/** One `* n FETCH (...)` line with its literals; null for an item that this server does not know. */
export function fetchLine(mail: StoredMail, seq: number, items: readonly Word[]): Buffer | null {
  const pieces: Buffer[] = [];
  const names = items.map((item) => textOf(item).toUpperCase());
  if (!names.includes('UID')) names.unshift('UID');
  for (const name of names) {
    const value = itemOf(mail, name);
    if (!value) return null;
    pieces.push(Buffer.from(pieces.length > 0 ? ' ' : ''), value);
  }
  return Buffer.concat([Buffer.from(`* ${seq} FETCH (`), ...pieces, Buffer.from(')\r\n')]);
}

function itemOf(mail: StoredMail, name: string): Buffer | null {
  if (name === 'UID') return Buffer.from(`UID ${mail.uid}`);
  if (name === 'FLAGS') return Buffer.from(`FLAGS (${[...mail.flags].join(' ')})`);
  if (name === 'INTERNALDATE') return Buffer.from(`INTERNALDATE ${internalDate(mail.at)}`);
  if (name === 'RFC822.SIZE') return Buffer.from(`RFC822.SIZE ${mail.bytes.length}`);
  const body = /^BODY(\.PEEK)?\[(HEADER|TEXT)?\](?:<(\d+)\.(\d+)>)?$/.exec(name);
  if (!body) return null;
  if (!body[1]) mail.flags.add('\\Seen');
  const from = Number(body[3] ?? 0);
  const section = sectionOf(mail.bytes, body[2] ?? '');
  const bytes = body[3] === undefined ? section : section.subarray(from, from + Number(body[4]));
  const origin = body[3] === undefined ? '' : `<${from}>`;
  return Buffer.concat([Buffer.from(`BODY[${body[2] ?? ''}]${origin} {${bytes.length}}\r\n`), bytes]);
}

function sectionOf(bytes: Buffer, section: string): Buffer {
  const end = bytes.indexOf('\r\n\r\n');
  const split = end < 0 ? bytes.length : end + 4;
  return section === 'HEADER' ? bytes.subarray(0, split) : section === 'TEXT' ? bytes.subarray(split) : bytes;
}
