import { createHash } from 'node:crypto';
import type { ExternalMessageId } from '../../core/ids.ts';

/** Longer ids are legal nowhere (a header line ends at 998) and do not fit an index. */
const MAX_ID_LENGTH = 400;
const OURS = /^<earshot\.([A-Za-z0-9_-]{8,64})@[^<>\s]+>$/;

/** `<earshot.OUTGOING@domain>`: made before the first try, so every try of one act carries the same. */
export function messageIdOf(outgoingId: string, address: string): ExternalMessageId {
  return `<earshot.${outgoingId}@${domainOf(address)}>` as ExternalMessageId;
}

/** The outgoing id in a Message-ID of ours. The prefix matters: Apple Mail too writes `<UUID@own-domain>`. */
export function outgoingIdIn(messageId: string): string | null {
  return OURS.exec(messageId)?.[1] ?? null;
}

/** All ids in a header, in their order, in angle brackets, without repeats. */
export function idsIn(header: string): ExternalMessageId[] {
  const found =
    header.match(/<[^<>\s]+>/g) ??
    header
      .split(/[\s,]+/)
      .filter((word) => /^[^\s<>]+@[^\s<>]+$/.test(word))
      .map((word) => `<${word}>`);
  return [...new Set(found.map(bounded))];
}

/** For mail without a Message-ID: the same mail read again gets the same id. */
export function standInId(from: string, date: string, subject: string, sizeBytes: number): ExternalMessageId {
  return `<${hash([from, date, subject, sizeBytes].join('\n'))}@no-message-id.invalid>` as ExternalMessageId;
}

function bounded(id: string): ExternalMessageId {
  return (id.length <= MAX_ID_LENGTH ? id : `<${hash(id)}@long-message-id.invalid>`) as ExternalMessageId;
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 40);

export const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

/**
 * Addresses that say which message of ours they belong to: `care+e.OUTGOING@...` to answer to,
 * `care+b.OUTGOING@...` for bounces. The id is random enough that nobody guesses another's.
 */
export function taggedAddress(address: string, tag: 'e' | 'b', outgoingId: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${tag}.${outgoingId}${address.slice(at)}`;
}

export function tagIn(
  candidate: string,
  address: string,
): { readonly tag: 'e' | 'b'; readonly outgoingId: string } | null {
  const at = address.lastIndexOf('@');
  const local = `${address.slice(0, at)}+`.toLowerCase();
  const lower = candidate.trim().toLowerCase();
  if (!lower.startsWith(local) || !lower.endsWith(address.slice(at).toLowerCase())) return null;
  const found = /^([eb])\.([a-z0-9_-]{8,64})$/.exec(lower.slice(local.length, lower.lastIndexOf('@')));
  return found ? { tag: found[1] as 'e' | 'b', outgoingId: found[2] ?? '' } : null;
}

/** `[#OUTGOING]` in a subject, the last resort where every header was lost. */
export function tokenInSubject(subject: string): string | null {
  return (
    /\[#([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]/i.exec(subject)?.[1]?.toLowerCase() ?? null
  );
}
