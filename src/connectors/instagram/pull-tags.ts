import { z } from 'zod';
import type { Cursor, Pulled } from '../../core/channel/connector.ts';
import { walk } from '../meta/pages.ts';
import { id, moment } from '../shared/shapes.ts';
import { troubleIn } from './errors.ts';
import { asJson, entryOf } from './pulled.ts';
import type { Road } from './road.ts';

const FIELDS = 'id,caption,media_type,media_url,permalink,timestamp,username';
const LIST_PAGES = 4;

const Media = z.looseObject({ id, timestamp: moment });
const Kept = z.object({
  seen: z.array(z.string()),
  /** The list ended where the last look ended. */
  wasWhole: z.boolean().default(true),
});

/**
 * Posts of others in which the account is tagged: no webhook tells of them. An old post may be tagged today, so what was
 * seen is remembered by its id and not by its time.
 */
export async function pullTags(road: Road, cursor: Cursor | null): Promise<Pulled> {
  const kept = Kept.safeParse(cursor).data;
  const found = await walk(road.graph, road.as, {
    path: `${road.accountId}/tags`,
    query: { fields: FIELDS, limit: '50' },
    item: Media,
    maxPages: LIST_PAGES,
  });
  if (found.kind === 'failed') {
    // With the login of Instagram the list may not be there at all.
    const trouble = troubleIn(found.answer);
    if (trouble) throw trouble;
    return { entries: [], cursor, more: false };
  }
  const seen = new Set(kept?.seen);
  // When a newer one goes, one moves up that stood behind what was looked at: it is as old as ever.
  const lastKnown = found.items.findLastIndex((one) => seen.has(one.id));
  const isOld = (at: number) => kept === undefined || (!kept.wasWhole && lastKnown >= 0 && at > lastKnown);
  const entries = found.items.flatMap((media, at) =>
    seen.has(media.id) ? [] : [entryOf({ kind: 'tag', isHistory: isOld(at), media })],
  );
  return {
    entries,
    cursor: asJson({ seen: found.items.map((one) => one.id), wasWhole: found.isWhole }),
    more: false,
  };
}
