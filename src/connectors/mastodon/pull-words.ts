import { z } from 'zod';
import type { Cursor, Pulled } from '../../core/channel/connector.ts';
import { type PulledEntry, pulledEntry } from '../shared/pulled-entry.ts';
import { Mark, walk } from '../shared/walk.ts';
import type { Api } from './api.ts';
import { troubleOf } from './outcome.ts';
import type { PullTime } from './pull-list.ts';
import type { Roots } from './roots.ts';
import { PAGE, pageIn } from './search-page.ts';

/** Posts of other servers may come this much later than they were written. */
export const LATE_MS = 30 * 60_000;
/** How far it was read by those who asked the search to go forward, which loses the middle. */
const Forward = z.object({
  trail: z.array(z.tuple([z.string(), z.number()])).min(1),
  seen: z.array(z.tuple([z.string(), z.string()])),
});

/**
 * Everybody's posts with a word of the account, from the newest down to what was read before: asked for what follows
 * an id (`min_id`), Mastodon's search answers with the newest page all the same, and leaves out what lies between.
 */
export async function pullWords(
  api: Api,
  keyword: string,
  roots: Roots,
  cursor: Cursor | null,
  { now, historyMs }: PullTime,
): Promise<Pulled> {
  const known = markOf(cursor);
  const page = async (below: string | undefined) => {
    const query = { q: keyword, type: 'statuses', limit: PAGE, max_id: below };
    const answer = await api.get('/api/v2/search', query);
    if (answer.kind !== 'ok') throw troubleOf(answer);
    return pageIn(answer.body);
  };
  const walked = await walk(known, page, { now, historyMs, overlapMs: LATE_MS });
  // one that is deleted lets another up to the first page, which may be years old
  const read = known ? Date.parse(known.deeper?.floor ?? known.newest) - LATE_MS : Number.POSITIVE_INFINITY;
  const oldest = Math.min(now.getTime() - historyMs, read);
  const entries: PulledEntry[] = [];
  for (const { at, raw } of walked.fresh) {
    if (at.getTime() < oldest) continue;
    const root = await roots.of(raw);
    entries.push(pulledEntry({ status: raw, keyword, ...(root === undefined ? {} : { root }) }, walked.isHistory));
  }
  // of the days before, one pull: a common word fills them with more than anybody reads
  const isEnough = walked.isHistory && walked.more;
  return { entries, cursor: isEnough ? { ...walked.mark, deeper: null } : walked.mark, more: walked.more && !isEnough };
}

function markOf(cursor: Cursor | null): Mark | null {
  const mark = Mark.safeParse(cursor).data;
  if (mark) return mark;
  const { trail, seen } = Forward.safeParse(cursor).data ?? {};
  const last = trail?.at(-1)?.[1];
  if (last === undefined || !seen) return null;
  return { newest: new Date(last).toISOString(), seen: seen.map(([id]) => id), gone: [], deeper: null };
}
