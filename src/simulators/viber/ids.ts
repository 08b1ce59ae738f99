import { createHash } from 'node:crypto';

/** Sixteen bytes in base64: `+`, `/` and `==` belong to it. The same for a persona after every restart, another for each bot. */
export const userIdOf = (botId: string, personaId: string): string =>
  createHash('sha256').update(`viber ${botId} ${personaId}`).digest().subarray(0, 16).toString('base64');

/** Nineteen digits, more than a number of JavaScript holds. They grow, and begin above those of an earlier run. */
export function tokens(startedAt: Date): () => string {
  let next = BigInt(startedAt.getTime()) * 3_100_000n;
  return () => {
    next += 7n;
    return next.toString();
  };
}

/** Viber writes its tokens as bare numbers. */
export const withBareTokens = (value: unknown): string =>
  JSON.stringify(value).replace(/"message_token":"(\d+)"/g, '"message_token":$1');
