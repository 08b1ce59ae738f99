import { createHash } from 'node:crypto';

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * The record key of an act: always the same for the same act, so that sending it again writes the same record
 * and not a second one. A valid TID: 53 bits of microseconds, 10 bits of clock id, 13 characters base32-sortable.
 * The clock id and up to a second of microseconds come from the act's own id: acts of one moment, as many as a bulk
 * answer makes, then have a thousand million keys to differ by, where a millisecond's worth let two of 200 meet.
 */
export function recordKey(id: string, createdAt: Date): string {
  const digest = createHash('sha256').update(id).digest();
  const micros = BigInt(createdAt.getTime()) * 1000n + BigInt(digest.readUInt32BE(0) % 1_000_000);
  let rest = (micros << 10n) | BigInt(digest.readUInt16BE(4) & 0x3ff);
  let key = '';
  for (let place = 0; place < 13; place += 1) {
    key = ALPHABET[Number(rest & 31n)] + key;
    rest >>= 5n;
  }
  return key;
}
