import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { Pulled } from '../../core/channel/connector.ts';
import { failureOf } from './imap.ts';

/** Larger mails are read up to here only; the desk says so. */
export const MAX_MAIL_BYTES = 50 * 1024 * 1024;
/** What one pull may hold in memory. */
const MAX_BATCH_BYTES = 24 * 1024 * 1024;

export interface FetchedMails {
  readonly entries: Pulled['entries'];
  /** UIDs that were asked for, whether or not the server still had them. */
  readonly asked: readonly number[];
  /** UIDs that were handed over. */
  readonly taken: readonly number[];
}

/** Fetches as many of these mails, in this order, as fit in one batch; at least one. Peeks: nothing is marked as read. */
export async function fetchMails(
  client: ImapFlow,
  uids: readonly number[],
  isHistory: (uid: number, arrived: Date) => boolean,
): Promise<FetchedMails> {
  if (uids.length === 0) return { entries: [], asked: [], taken: [] };
  const outlines = new Map<number, FetchMessageObject>();
  for await (const outline of client.fetch([...uids], { uid: true, size: true }, { uid: true }))
    outlines.set(outline.uid, outline);

  const asked: number[] = [];
  let bytes = 0;
  for (const uid of uids) {
    bytes += Math.min(outlines.get(uid)?.size ?? 0, MAX_MAIL_BYTES);
    if (asked.length > 0 && bytes > MAX_BATCH_BYTES) break;
    asked.push(uid);
  }
  const present = asked.filter((uid) => outlines.has(uid));
  const sources = await sourcesOf(client, present, outlines);
  const uidValidity = client.mailbox ? String(client.mailbox.uidValidity) : '';
  const folder = client.mailbox ? client.mailbox.path : '';
  const entries = present.flatMap((uid) => {
    const mail = sources.get(uid);
    if (!mail) return [];
    return [
      {
        headers: {
          folder,
          uid: String(uid),
          uidvalidity: uidValidity,
          internaldate: Number.isNaN(mail.arrived.getTime()) ? '' : mail.arrived.toISOString(),
          isHistory: String(isHistory(uid, mail.arrived)),
          size: String(outlines.get(uid)?.size ?? mail.body.length),
          ...(mail.problem ? { unreadable: mail.problem } : {}),
        },
        body: mail.body,
      },
    ];
  });
  return { entries, asked, taken: present.filter((uid) => sources.has(uid)) };
}

interface Source {
  readonly body: Uint8Array;
  readonly arrived: Date;
  readonly problem?: string;
}

async function sourcesOf(
  client: ImapFlow,
  uids: readonly number[],
  outlines: ReadonlyMap<number, FetchMessageObject>,
): Promise<Map<number, Source>> {
  const sources = new Map<number, Source>();
  if (uids.length === 0) return sources;
  const isHuge = uids.some((uid) => (outlines.get(uid)?.size ?? 0) > MAX_MAIL_BYTES);
  try {
    const query = { uid: true, internalDate: true, source: isHuge ? { start: 0, maxLength: MAX_MAIL_BYTES } : true };
    for await (const mail of client.fetch([...uids], query, { uid: true })) {
      if (mail.source)
        sources.set(mail.uid, {
          body: new Uint8Array(mail.source),
          arrived: new Date(mail.internalDate ?? Number.NaN),
        });
    }
  } catch (error) {
    const { isRefusal, words } = failureOf(error);
    if (!isRefusal) throw error;
    // One mail that the server cannot hand over must not stop those after it.
    const [only] = uids;
    if (uids.length === 1 && only !== undefined)
      return sources.set(only, { body: new Uint8Array(), arrived: new Date(Number.NaN), problem: words });
    for (const uid of uids)
      if (!sources.has(uid))
        for (const [found, source] of await sourcesOf(client, [uid], outlines)) sources.set(found, source);
  }
  return sources;
}
