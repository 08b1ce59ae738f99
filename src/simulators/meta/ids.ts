import { createHash } from 'node:crypto';

/** A persona's id on a Page: the same after every restart, and another one on another Page. */
export const userIdOf = (pageId: string, personaId: string): string => `73${digits(`user ${pageId} ${personaId}`, 14)}`;
/** The same person in Messenger. Meta does not promise that both are equal, so here they never are. */
export const psidOf = (pageId: string, personaId: string): string => `24${digits(`psid ${pageId} ${personaId}`, 15)}`;

function digits(text: string, count: number): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return (BigInt(`0x${hash}`) % 10n ** BigInt(count)).toString().padStart(count, '0');
}

/** Ids that grow, and begin above those of an earlier run: a desk that remembers that run must not take new for old. */
export function minter(startedAt: Date): () => string {
  let next = BigInt(startedAt.getTime()) * 1_000n;
  return () => {
    next += 1n;
    return next.toString();
  };
}

export const lastSegment = (id: string): string => id.slice(id.lastIndexOf('_') + 1);
