import { z } from 'zod';
import type { Cursor, Pulled } from '../../core/channel/connector.ts';
import type { MetaCredentials } from '../meta/credentials.ts';
import type { Graph } from '../meta/graph.ts';
import { asJson, connectionAt, entryOf, OVERLAP_MS } from '../meta/pulled.ts';
import { readList } from './lists.ts';
import { compare, Seen } from './memory.ts';

const Kept = z.object({ connectedAt: z.number(), floor: z.number(), since: z.number(), seen: z.array(Seen) });

/** Posts of others in which the Page is tagged. A webhook tells of some of them; the list shows what Meta lets us see. */
export async function pullTags(
  graph: Graph,
  credentials: MetaCredentials,
  cursor: Cursor | null,
  now: Date,
  historyMs: number,
): Promise<Pulled> {
  const at = now.getTime();
  const connectedAt = connectionAt(now);
  const kept = Kept.safeParse(cursor).data ?? { connectedAt, floor: connectedAt - historyMs, since: 0, seen: [] };
  const until = kept.since === 0 ? kept.floor : kept.since - OVERLAP_MS;
  const { items, isAll } = await readList(graph, credentials, 'tagged', until);
  const { fresh, changed, seen } = compare(kept.seen, items, kept.floor, isAll);
  const entryFor = (isChanged: boolean) => (one: (typeof items)[number]) =>
    entryOf({ ...one.entry, isHistory: one.at.getTime() < kept.connectedAt, isChanged, seenAt: at });
  return {
    entries: [...fresh.toReversed().map(entryFor(false)), ...changed.map(entryFor(true))],
    cursor: asJson({ ...kept, since: at, seen }),
    more: false,
  };
}
