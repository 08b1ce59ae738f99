import { createHash } from 'node:crypto';

/** A persona's number on Telegram: the same after every restart, and above 32 bits as those of newer accounts are. */
export function userIdOf(personaId: string): number {
  const hash = createHash('sha256').update(`telegram ${personaId}`).digest();
  return 5_000_000_000 + (hash.readUInt32BE(0) % 2_000_000_000);
}

/** What names a file to this bot; another bot gets another one for the same file. */
export const fileIdOf = (seed: string): string =>
  `AgAC${createHash('sha256').update(seed).digest('base64url').slice(0, 40)}`;
export const uniqueIdOf = (seed: string): string =>
  `AQAD${createHash('sha256').update(seed).digest('base64url').slice(0, 12)}`;
