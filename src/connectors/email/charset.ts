import { Transform } from 'node:stream';

/** Labels that mail programs put on anything. What is valid UTF-8 with them surely is UTF-8. */
const VAGUE = new Set([
  '',
  'utf-8',
  'utf8',
  'us-ascii',
  'ascii',
  'iso-8859-1',
  'latin1',
  'windows-1252',
  'unknown-8bit',
  'default',
  'x-unknown',
]);

/**
 * Bytes to text as the sender meant it, not as the label says: UTF-8 mislabelled as Latin-1, and
 * windows-1252 quotes and euros under a Latin-1 label (which the WHATWG decoder treats as windows-1252).
 */
export function decodeText(bytes: Uint8Array, label: string): string {
  const name = label
    .trim()
    .toLowerCase()
    .replace(/^['"]|['"]$/g, '');
  if (VAGUE.has(name)) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  }
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return decodeText(bytes, '');
  }
}

/** The same as a stream of bytes to UTF-8 bytes; a text part is held whole, since its first byte does not tell its charset. */
export function textDecoding(label: string): Transform {
  const chunks: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
    flush(done) {
      done(null, Buffer.from(decodeText(Buffer.concat(chunks), label)));
    },
  });
}
