import { createHash } from 'node:crypto';

/** Ids are of this server only, and those of posts are made of the time: 48 bits of milliseconds and 16 more. */
export function createMinter(): (at: Date) => string {
  const used = new Set<string>();
  return (at) => {
    let id = BigInt(at.getTime()) << 16n;
    while (used.has(id.toString())) id += 1n;
    used.add(id.toString());
    return id.toString();
  };
}

/** The same person has the same account after a restart. */
export function accountIdOf(personaId: string): string {
  const hash = createHash('sha256').update(`mastodon ${personaId}`).digest('hex');
  return `109${(BigInt(`0x${hash}`) % 10n ** 15n).toString().padStart(15, '0')}`;
}

export const isAfter = (one: string, other: string): boolean => BigInt(one) > BigInt(other);
