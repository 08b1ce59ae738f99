import { randomFillSync } from 'node:crypto';

let lastMs = 0;
let counter = 0;

// Drawn in one go for many ids: asking the system for each costs more than the rest of filing a message.
const pool = Buffer.alloc(8 * 1024);
let drawn = pool.length;

/** A version 7 UUID: sorts by the time of making, also within one millisecond of this process and when the clock steps back. */
export function newId<Id extends string>(atMs: number = Date.now()): Id {
  if (atMs > lastMs) {
    lastMs = atMs;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  // 12 bits of counter where RFC 9562 allows a monotonic part; then the variant and 62 random bits.
  const time = lastMs.toString(16).padStart(12, '0');
  const middle = (0x7000 | counter).toString(16);
  const variant = (0x80 | ((pool[drawn] ?? 0) & 0x3f)).toString(16);
  const random = pool.toString('hex', drawn + 1, drawn + 8);
  drawn += 8;
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${variant}${random.slice(0, 2)}-${random.slice(2)}` as Id;
}
