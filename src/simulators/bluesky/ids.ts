import { createHash } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const SORTABLE = '234567abcdefghijklmnopqrstuvwxyz';

function base32(bytes: Uint8Array, length: number): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let at = 0; at < length; at += 1) {
    text = BASE32[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return text;
}

/** The same person has the same account after a restart. */
export const didFor = (name: string): string => `did:plc:${base32(createHash('sha256').update(name).digest(), 24)}`;

/** Looks like a content hash and behaves like one: it changes with the content. */
export const cidFor = (content: unknown): string =>
  `bafyrei${base32(createHash('sha256').update(JSON.stringify(content)).digest(), 52)}`;
export const blobCidFor = (bytes: Uint8Array): string =>
  `bafkrei${base32(createHash('sha256').update(bytes).digest(), 52)}`;

/** Record keys and chat revisions: sortable by time, never the same twice. */
export function createClock(clockId: number): (at: Date) => string {
  const used = new Set<string>();
  return (at) => {
    let micros = BigInt(at.getTime()) * 1000n;
    let tid = encode(micros, clockId);
    while (used.has(tid)) {
      micros += 1n;
      tid = encode(micros, clockId);
    }
    used.add(tid);
    return tid;
  };
}

function encode(micros: bigint, clockId: number): string {
  let rest = (micros << 10n) | BigInt(clockId & 0x3ff);
  let text = '';
  for (let place = 0; place < 13; place += 1) {
    text = SORTABLE[Number(rest & 31n)] + text;
    rest >>= 5n;
  }
  return text;
}
