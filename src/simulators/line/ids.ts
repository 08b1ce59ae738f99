import { createHash } from 'node:crypto';

const hex = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** The same for a persona after every restart, another for each provider. */
export const userIdOf = (channelId: string, personaId: string): string => `U${hex(`user ${channelId} ${personaId}`)}`;
export const groupIdOf = (channelId: string, name: string): string => `C${hex(`group ${channelId} ${name}`)}`;

/** Digits that grow, and begin above those of an earlier run. */
export function messageIds(startedAt: Date): () => string {
  let next = BigInt(startedAt.getTime()) * 330_000n;
  return () => {
    next += 1n;
    return next.toString();
  };
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID: ten letters of time, sixteen of chance. */
export function ulid(at: Date, random: () => number): string {
  let time = '';
  for (let rest = at.getTime(), left = 10; left > 0; left -= 1, rest = Math.floor(rest / 32))
    time = `${CROCKFORD[rest % 32]}${time}`;
  return time + Array.from({ length: 16 }, () => CROCKFORD[Math.floor(random() * 32)]).join('');
}
