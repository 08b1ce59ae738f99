import { z } from 'zod';
import type { Bearer, Graph, GraphAnswer } from './graph.ts';

const Page = z.object({
  data: z.array(z.unknown()),
  paging: z
    .object({ cursors: z.object({ after: z.string().optional() }).optional(), next: z.string().optional() })
    .optional(),
});

export type Walked<Item> =
  /** `isWhole`: the list ended, or `until` or `upTo` stopped it; false when we gave up first. */
  | {
      readonly kind: 'items';
      readonly items: readonly Item[];
      readonly isWhole: boolean;
      /** The list has no more than this. */
      readonly isAll: boolean;
    }
  | { readonly kind: 'failed'; readonly answer: Exclude<GraphAnswer, { kind: 'ok' }> };

interface Walk<Item> {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly item: z.ZodType<Item>;
  /** Newest first: true when everything from here on is too old to matter. */
  readonly until?: (item: Item) => boolean;
  /** The page on which this is true of an item is the last, and read to its end. */
  readonly upTo?: (item: Item) => boolean;
  readonly maxPages?: number;
}

/** Reads a cursor-paged list. An empty page that names a next one is legal, so only the absence of `next` ends it. */
export async function walk<Item>(
  graph: Graph,
  as: Bearer,
  { path, query, item, until, upTo, maxPages = 10 }: Walk<Item>,
): Promise<Walked<Item>> {
  const items: Item[] = [];
  let after: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const answer = await graph({ method: 'GET', path, query: after === undefined ? query : { ...query, after } }, as);
    if (answer.kind !== 'ok') return { kind: 'failed', answer };
    const result = Page.safeParse(answer.body);
    if (!result.success)
      return {
        kind: 'failed',
        answer: { kind: 'lost', isSent: true, detail: 'Meta answered with a list in a shape we do not know.' },
      };
    let isEnough = false;
    for (const raw of result.data.data) {
      const one = item.safeParse(raw);
      if (!one.success) continue;
      if (until?.(one.data)) return { kind: 'items', items, isWhole: true, isAll: false };
      items.push(one.data);
      isEnough ||= upTo?.(one.data) === true;
    }
    after = result.data.paging?.cursors?.after;
    if (result.data.paging?.next === undefined || after === undefined)
      return { kind: 'items', items, isWhole: true, isAll: true };
    if (isEnough) return { kind: 'items', items, isWhole: true, isAll: false };
  }
  return { kind: 'items', items, isWhole: false, isAll: false };
}
