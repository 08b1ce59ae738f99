import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP, "Password Storage Cheat Sheet", argon2id with 19 MiB; read 2026-11. `memory` in KiB. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;

const derive = promisify(argon2);

/** A PHC string: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(SALT_BYTES);
  const tag = await derive('argon2id', { message: normal(password), nonce, tagLength: TAG_BYTES, ...COST });
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${phc(nonce)}$${phc(tag)}`;
}

/** @param stored null (nobody by that name, or no password yet) costs as much as a wrong password, and is never right */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const read = readPhc(stored ?? NOBODY) ?? readPhc(NOBODY);
  if (!read) return false;
  const { tag, ...cost } = read;
  const offered = await derive('argon2id', { message: normal(password), tagLength: tag.length, ...cost });
  return timingSafeEqual(offered, tag) && stored !== null;
}

// Made of zeros: no password derives to it.
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${phc(Buffer.alloc(SALT_BYTES))}$${phc(Buffer.alloc(TAG_BYTES))}`;

function readPhc(text: string) {
  const [, memory, passes, parallelism, salt = '', tag = ''] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(text) ?? [];
  if (!memory) return null;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return { ...cost, nonce: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') };
}

// The same characters typed on another keyboard are the same password.
const normal = (password: string): Buffer => Buffer.from(password.normalize('NFKC'));

function phc(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}
