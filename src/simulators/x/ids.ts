import { createHash } from 'node:crypto';

const EPOCH_MS = 1_288_834_974_657;

/** Numbers that grow with time, as the network makes them: 41 bits of milliseconds, then a count. */
export function createSnowflake(): (at: Date) => string {
  const used = new Set<string>();
  return (at) => {
    let id = BigInt(Math.max(0, at.getTime() - EPOCH_MS)) << 22n;
    while (used.has(String(id))) id += 1n;
    used.add(String(id));
    return String(id);
  };
}

/** The same person has the same number after a restart. */
export const numberFor = (name: string): string =>
  `8${(BigInt(`0x${createHash('sha256').update(name).digest('hex').slice(0, 15)}`) % 10n ** 17n).toString().padStart(17, '0')}`;

export const isLater = (one: string, other: string): boolean => BigInt(one) > BigInt(other);
