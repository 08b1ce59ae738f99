import type { AttachmentStream, HeaderLines, Headers, HeaderValue, MessageText } from 'mailparser';
import { decodeText } from './charset.ts';
import { BOUNDS, type Mail, type Mailbox, type MailPart, storable } from './mail.ts';
import type { MimeParser } from './mime-parser.ts';
import { withoutImageLinks } from './plain-text.ts';

/** Which parts' bytes the caller wants. */
export type Wanted = (part: { readonly contentType: string; readonly index: number }) => boolean;

const HAS_WORDS = /^(message\/|text\/(calendar|rfc822-headers)$|application\/ics$)/;
export const partsWithWords: Wanted = ({ contentType }) => HAS_WORDS.test(contentType);

/** Takes a mail apart. Never rejects: what the parser cannot read comes back with its headers and `isDamaged`. */
export async function readMail(
  bytes: Uint8Array,
  wanted: Wanted = partsWithWords,
  maxPartBytes: number = BOUNDS.wordPartBytes,
): Promise<Mail> {
  // Outside of what follows: code that is missing damages no mail.
  const { MimeParser } = await import('./mime-parser.ts');
  try {
    const { mail, html } = await parsed(MimeParser, bytes, wanted, maxPartBytes);
    return html !== undefined && !mail.hasPlainText ? { ...mail, text: await textOf(MimeParser, html) } : mail;
  } catch {
    return await onlyHeaders(MimeParser, bytes);
  }
}

interface Parsed {
  readonly mail: Mail;
  /** Its beginning, where it is too long to be kept. */
  readonly html: string | undefined;
}

function parsed(
  Parser: typeof MimeParser,
  bytes: Uint8Array,
  wanted: Wanted,
  maxPartBytes: number,
  makesText = false,
): Promise<Parsed> {
  return new Promise((resolve, reject) => {
    const parser = new Parser(makesText);
    const parts: MailPart[] = [];
    let headers: Headers = new Map();
    let lines: HeaderLines = [];
    let body: MessageText = { type: 'text' };

    parser.on('headers', (found: Headers) => {
      headers = found;
    });
    parser.on('headerLines', (found: HeaderLines) => {
      lines = found;
    });
    parser.on('error', (error: Error) => {
      // Not the end: the mail goes on without that HTML part's text.
      if (/^(HTML too long|Failed to parse HTML)/.test(error.message)) return;
      parser.destroy();
      reject(error);
    });
    parser.on('data', (data: AttachmentStream | MessageText) => {
      if (data.type === 'text') {
        body = data;
        return;
      }
      const isWanted = wanted({ contentType: data.contentType, index: parts.length });
      parts.push(partOf(data, null, 0));
      const at = parts.length - 1;
      const chunks: Buffer[] = [];
      let size = 0;
      data.content.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (isWanted && size <= maxPartBytes) chunks.push(chunk);
      });
      data.content.on('end', () => {
        parts[at] = partOf(data, isWanted ? new Uint8Array(Buffer.concat(chunks)) : null, size);
        data.release();
      });
      data.content.on('error', reject);
    });
    parser.on('end', () => {
      const html = typeof body.html === 'string' ? body.html.slice(0, BOUNDS.htmlChars) : undefined;
      resolve({ mail: mailOf(headers, lines, body, parser.hasText, parts, bytes.length), html });
    });
    parser.end(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  });
}

function partOf(data: AttachmentStream, bytes: Uint8Array | null, sizeBytes: number): MailPart {
  return {
    contentType: storable(String(data.contentType || 'application/octet-stream').toLowerCase(), 200),
    name: data.filename ? storable(data.filename.replace(/[\\/]/g, '_'), 300) : undefined,
    sizeBytes,
    contentId: data.cid ? storable(data.cid, 500) : undefined,
    bytes,
  };
}

/** The words of HTML that has no text beside it. The parser only makes them where HTML is the whole mail: so it becomes one. */
async function textOf(Parser: typeof MimeParser, html: string): Promise<string> {
  const withoutTitles = html.replace(/<(\/?)h[1-6]\b/gi, '<$1p');
  const { mail } = await parsed(
    Parser,
    Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${withoutTitles}`),
    () => false,
    0,
    true,
  );
  return mail.text;
}

/** The header block alone, and the beginning of the rest as text: a customer's mail is not lost because its MIME is. */
async function onlyHeaders(Parser: typeof MimeParser, bytes: Uint8Array): Promise<Mail> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const ends = [whole.indexOf('\r\n\r\n'), whole.indexOf('\n\n')].filter((at) => at >= 0);
  const end = Math.min(BOUNDS.headerBytes, ...(ends.length > 0 ? ends : [whole.length]));
  const head = whole
    .toString('latin1', 0, end)
    .replace(/^(content-[a-z-]+|mime-version):.*(\r?\n[ \t].*)*\r?\n?/gim, '');
  const rest = decodeText(whole.subarray(end, end + BOUNDS.textChars), '').trim();
  try {
    const { mail } = await parsed(Parser, Buffer.from(`${head}\r\n\r\n`, 'latin1'), () => false, 0);
    return { ...mail, text: storable(rest, BOUNDS.textChars), sizeBytes: bytes.length, isDamaged: true };
  } catch {
    return { ...mailOf(new Map(), [], { type: 'text' }, true, [], bytes.length), isDamaged: true };
  }
}

function mailOf(
  headers: Headers,
  lines: HeaderLines,
  body: MessageText,
  hasText: boolean,
  parts: MailPart[],
  sizeBytes: number,
): Mail {
  const valuesOf = (name: string) =>
    lines.filter(({ key }) => key === name).map(({ line }) => unfolded(line.slice(line.indexOf(':') + 1)));
  const contentType = headers.get('content-type');
  const structured = Array.isArray(contentType) ? contentType[0] : contentType;
  const hasParams = typeof structured === 'object' && structured !== null && 'params' in structured;
  const html = typeof body.html === 'string' ? storable(body.html, BOUNDS.htmlChars + 1) : undefined;
  const text = body.text ?? '';
  return {
    headers: valuesOf,
    header: (name) => valuesOf(name)[0] ?? '',
    mailboxes: (name) => mailboxesIn(headers.get(name)),
    contentType: hasParams
      ? { value: String(structured.value).toLowerCase(), params: structured.params }
      : { value: '', params: {} },
    subject: subjectOf(headers.get('subject'), valuesOf('subject')[0]),
    text: storable(hasText ? text : withoutImageLinks(text), BOUNDS.textChars),
    hasPlainText: hasText,
    html: html !== undefined && html.length <= BOUNDS.htmlChars ? html : undefined,
    parts,
    sizeBytes,
    isDamaged: false,
  };
}

const unfolded = (raw: string) =>
  storable(decodeText(Buffer.from(raw, 'latin1'), '').replace(/\r?\n/g, ' ').trim(), BOUNDS.headerBytes);

/** Raw eight-bit subjects come out of the parser broken; ours are decoded like text. */
function subjectOf(decoded: HeaderValue | undefined, raw: string | undefined): string {
  const subject = typeof decoded === 'string' ? decoded : Array.isArray(decoded) ? String(decoded[0]) : '';
  return storable((subject.includes('\ufffd') && raw ? raw : subject).replace(/\s+/g, ' ').trim(), 1_000);
}

function mailboxesIn(value: HeaderValue | undefined): Mailbox[] {
  const found: Mailbox[] = [];
  for (const list of Array.isArray(value) ? value : [value]) {
    if (typeof list !== 'object' || list === null || !('value' in list) || !Array.isArray(list.value)) continue;
    for (const one of list.value.flatMap((entry) => entry.group ?? [entry])) {
      if (found.length >= BOUNDS.recipients) return found;
      const address = storable(one.address ?? '', 320)
        .trim()
        .toLowerCase();
      if (/^[^\s@<>]+@[^\s@<>]+$/.test(address)) found.push({ address, name: storable(one.name ?? '', 200).trim() });
    }
  }
  return found;
}
