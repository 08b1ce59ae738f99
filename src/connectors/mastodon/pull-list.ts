import { z } from 'zod';
import type { Cursor, Pulled } from '../../core/channel/connector.ts';
import { pulledEntry } from '../shared/pulled-entry.ts';
import type { Api } from './api.ts';
import { troubleOf } from './outcome.ts';
import type { Roots } from './roots.ts';
import type { Watch } from './watch.ts';

/** How far a list was read, and the posts that are looked at again: their ids, and when each was last changed. */
export const Mark = z.object({
  minId: z.string().nullable(),
  /** Asked from here: posts of other servers arrive late, below what was read already. */
  back: z.string().nullable(),
  /** Posts since `back`, one for each minute: their ids, and when they were written (milliseconds). */
  trail: z.array(z.tuple([z.string(), z.number()])).default([]),
  /** More was there than one pull reads: the next goes on from `minId`, or it would read the same again. */
  isBehind: z.boolean().default(false),
  seen: z.array(z.tuple([z.string(), z.string()])),
});
export type Mark = z.infer<typeof Mark>;

export interface List {
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** Where the items stand in the answer, and where the post is in an item. */
  readonly itemsOf: (body: unknown) => readonly unknown[];
  readonly statusOf: (item: unknown) => unknown;
  readonly bodyOf: (item: unknown) => Readonly<Record<string, unknown>>;
  readonly limit: number;
  /** How far behind the newest it is asked again, in milliseconds; 0 where the server orders by arrival. */
  readonly overlapMs: number;
}
export interface PullTime {
  readonly now: Date;
  readonly historyMs: number;
}
interface Item {
  readonly id: string;
  readonly at: Date;
  readonly raw: unknown;
}

const PAGES = 5;
const SEEN = 200;
/** Of a list that is looked back on: more than is written in that time, or it would be told at each look. */
const SEEN_LOOKING_BACK = 1_000;
const STEP_MS = 60_000;
const Named = z.looseObject({ id: z.string().min(1), created_at: z.string() });
const Post = z.looseObject({ id: z.string().min(1), edited_at: z.string().nullish() });

/** Everything new on one list, oldest first, and what became of the posts that it brought earlier. */
export async function pullList(
  api: Api,
  list: List,
  roots: Roots,
  watch: Watch | null,
  cursor: Cursor | null,
  time: PullTime,
): Promise<Pulled> {
  const mark = Mark.safeParse(cursor).data ?? null;
  const { items, more } = mark ? await forward(api, list, mark) : await backward(api, list, time);
  const known = new Set(mark?.seen.map(([id]) => id));
  const entries = [];
  const seen: [string, string][] = [];
  for (const { raw } of items) {
    const post = Post.safeParse(list.statusOf(raw)).data;
    if (list.overlapMs > 0 && post && known.has(post.id)) continue;
    const root = await roots.of(list.statusOf(raw));
    entries.push(pulledEntry({ ...list.bodyOf(raw), ...(root === undefined ? {} : { root }) }, mark === null));
    if (post && !known.has(post.id)) seen.unshift([post.id, post.edited_at ?? '']);
  }
  const all: Mark['seen'] = [...seen, ...(mark?.seen ?? [])].slice(0, list.overlapMs > 0 ? SEEN_LOOKING_BACK : SEEN);
  const looked = more || !watch ? { entries: [], seen: all } : await watch.look(all, time.now);
  const newest = items.at(-1);
  const next: Mark = {
    minId: newest?.id ?? mark?.minId ?? '0',
    ...backOf(items, mark, list.overlapMs),
    isBehind: more,
    seen: looked.seen,
  };
  return { entries: [...entries, ...looked.entries], cursor: next, more };
}

/** `min_id` pages forward from a point; `since_id` would lose the middle after a long silence. */
async function forward(api: Api, list: List, mark: Mark): Promise<{ items: Item[]; more: boolean }> {
  const items: Item[] = [];
  let from = (list.overlapMs > 0 && !mark.isBehind ? mark.back : mark.minId) ?? mark.minId ?? '0';
  for (let page = 0; page < PAGES; page += 1) {
    const found = await read(api, list, { min_id: from });
    const [newest] = found;
    if (!newest || newest.id === from) return { items, more: false };
    items.push(...found.toReversed());
    from = newest.id;
    if (found.length < list.limit) return { items, more: false };
  }
  return { items, more: true };
}

/** The past, when an account is first read. */
async function backward(api: Api, list: List, { now, historyMs }: PullTime): Promise<{ items: Item[]; more: boolean }> {
  const since = now.getTime() - historyMs;
  const items: Item[] = [];
  let newest: Item | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const oldest = items.at(-1);
    const found = await read(api, list, oldest ? { max_id: oldest.id } : {});
    newest ??= found[0];
    items.push(...found.filter(({ at }) => at.getTime() >= since));
    if (found.length < list.limit || found.some(({ at }) => at.getTime() < since)) break;
  }
  const past = items.toReversed();
  // Where nothing is young enough, reading goes on from the newest all the same.
  return { items: past.length === 0 && newest ? [newest] : past, more: false };
}

async function read(api: Api, list: List, from: Readonly<Record<string, string>>): Promise<Item[]> {
  const answer = await api.get(list.path, { ...list.query, limit: list.limit, ...from });
  if (answer.kind !== 'ok') throw troubleOf(answer);
  return list.itemsOf(answer.body).flatMap((raw) => {
    const named = Named.safeParse(raw).data;
    const at = new Date(named?.created_at ?? Number.NaN);
    return named && !Number.isNaN(at.getTime()) ? [{ id: named.id, at, raw }] : [];
  });
}

/** Where the next look begins: the newest post that is older than the overlap, of all that were read since the last. */
function backOf(items: readonly Item[], mark: Mark | null, overlapMs: number): Pick<Mark, 'back' | 'trail'> {
  const known = mark?.back ?? mark?.minId ?? null;
  if (overlapMs === 0) return { back: known, trail: [] };
  const trail: Mark['trail'] = [...(mark?.trail ?? [])];
  for (const { id, at } of items) {
    const last = trail.at(-1)?.[1] ?? Number.NEGATIVE_INFINITY;
    if (at.getTime() - last >= STEP_MS) trail.push([id, at.getTime()]);
  }
  const newest = Math.max(...items.map(({ at }) => at.getTime()), trail.at(-1)?.[1] ?? 0);
  const begin = trail.findLastIndex(([, at]) => at <= newest - overlapMs);
  return { back: trail[begin]?.[0] ?? known, trail: trail.slice(Math.max(begin, 0)) };
}
