import { randomBytes } from 'node:crypto';

let lastMs = 0;
let counter = 0;

/** A version 7 UUID: sorts by the time of making, also within one millisecond of this process. */
export function newId<Id extends string>(atMs: number = Date.now()): Id {
  if (atMs > lastMs) {
    lastMs = atMs;
    counter = 0;
  } else counter += 1;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(atMs, 0, 6);
  // 12 bits of counter where RFC 9562 allows a monotonic part.
  bytes[6] = 0x70 | ((counter >> 8) & 0x0f);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id;
}
