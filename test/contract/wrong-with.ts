import type { ChannelEvent } from '../../src/core/channel/event.ts';

/** PostgreSQL indexes no longer ones, and nobody sends them. */
const LONGEST_ID = 1_000;
const FIRST_DAY = Date.parse('0001-01-01T00:00:00Z');
const LAST_DAY = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const KINDS: Readonly<Record<ChannelEvent['kind'], readonly string[]>> = {
  message: ['id', 'sentAt'],
  edit: ['id', 'at'],
  deletion: ['id', 'at'],
  visibility: ['id', 'at'],
  reaction: ['target', 'at'],
  post: ['at'],
  delivery: ['at'],
  sent: ['id', 'mark', 'at'],
  notice: ['id', 'at'],
  ignored: [],
};

/** What cannot be filed in an event, in a few words; null: it can. Whatever the network sent, this is what we owe. */
export function wrongWith(event: ChannelEvent): string | null {
  const needed = KINDS[event.kind];
  if (!needed) return `the kind ${String(event.kind)}`;
  if (event.kind === 'ignored') return /\S/.test(event.why) ? null : 'ignored without a reason';
  if (typeof event.account !== 'string' || event.account === '') return `${event.kind}: the account`;
  for (const name of needed) {
    const value = (event as unknown as Record<string, unknown>)[name];
    if (value instanceof Date) continue;
    if (typeof value !== 'string' || value === '' || value.length > LONGEST_ID) return `${event.kind}.${name}`;
  }
  if ('thread' in event && typeof event.thread === 'object' && !isId(event.thread.id)) return `${event.kind}.thread.id`;
  for (const author of ['author' in event ? event.author : undefined, 'by' in event ? event.by : undefined])
    if (author?.kind === 'contact' && !isId(author.person.id)) return `${event.kind}: the id of a person`;
  if (event.kind === 'message') {
    if (event.parent !== undefined && !isId(event.parent)) return 'message.parent';
  }
  return wrongValue(event, event.kind);
}

const isId = (id: unknown): boolean => typeof id === 'string' && id !== '' && id.length <= LONGEST_ID;

/** Times, numbers and texts that no database holds. `remote` is read by the connector alone, and is JSON all the same. */
function wrongValue(value: unknown, path: string): string | null {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) return `${path}: half a character`;
    return value.includes('\u0000') ? `${path}: a NUL` : null;
  }
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${path}: ${value}`;
  if (value instanceof Date) {
    const at = value.getTime();
    return at >= FIRST_DAY && at <= LAST_DAY ? null : `${path}: the time ${at}`;
  }
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
    return `${path}: ${typeof value}`;
  if (typeof value !== 'object' || value === null) return null;
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    const wrong = wrongValue(inner, isList ? `${path}[]` : `${path}.${key}`);
    if (wrong) return wrong;
  }
  return null;
}
