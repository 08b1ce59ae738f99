import type { z } from 'zod';
import type { MetaCredentials } from '../meta/credentials.ts';
import { judge } from '../meta/errors.ts';
import { asPage, type Graph, type GraphAnswer } from '../meta/graph.ts';
import { walk } from '../meta/pages.ts';
import { asJson, unreadable } from '../meta/pulled.ts';
import { ListedPost, ListedRating, POST_FIELDS, RATING_FIELDS, TAGGED_FIELDS } from './listed-shapes.ts';
import type { Thing } from './memory.ts';

export type ListName = 'published_posts' | 'visitor_posts' | 'ratings' | 'tagged';

/** One thing of a list of the Page, ready to be put into the ledger. */
export interface OnList extends Thing {
  readonly entry: Readonly<Record<string, unknown>>;
  /** Where comments hang. */
  readonly post?: {
    readonly id: string;
    readonly permalink: string | null;
    readonly stamp: string;
    readonly count: number;
    readonly updatedAt: Date | null;
  };
}
export interface ReadList {
  readonly items: readonly OnList[];
  readonly isAll: boolean;
  /** False: there is more, newer than the floor. */
  readonly isWhole: boolean;
}

const PAGE = 100;
const MOST_PAGES = 4;
type Failed = Exclude<GraphAnswer, { kind: 'ok' }>;
const isRefused = (answer: Failed) =>
  answer.kind === 'error' && ['not_allowed', 'other', 'gone'].includes(judge(answer.error).means);

/**
 * The newest page of a list, and as many more as reach below the floor.
 *
 * @throws Trouble. A list that the Page does not have or the token does not open is empty, but for the Page's own posts.
 */
export async function readList(
  graph: Graph,
  credentials: MetaCredentials,
  name: ListName,
  floor: number,
): Promise<ReadList> {
  const read = <Item extends { readonly created_time: Date }>(fields: string, item: z.ZodType<Item>) =>
    walk(graph, asPage(credentials), {
      path: `${credentials.pageId}/${name}`,
      query: { fields, limit: String(PAGE) },
      item,
      upTo: (one) => one.created_time.getTime() < floor,
      maxPages: MOST_PAGES,
    });
  if (name === 'ratings') {
    const found = await read(RATING_FIELDS, ListedRating);
    if (found.kind === 'failed') return emptyOr(found.answer, name);
    return { ...found, items: found.items.flatMap(onRatings) };
  }
  const found = await read(name === 'tagged' ? TAGGED_FIELDS : POST_FIELDS, ListedPost);
  if (found.kind === 'failed') return emptyOr(found.answer, name);
  if (name !== 'tagged') return { ...found, items: found.items.map(onPage) };
  // What stands on the Page itself is on its own lists.
  const elsewhere = found.items.filter(
    ({ id, from }) => !id.startsWith(`${credentials.pageId}_`) && from?.id !== credentials.pageId,
  );
  return { ...found, items: elsewhere.map(onTagged) };
}

function emptyOr(answer: Failed, name: ListName): ReadList {
  if (name === 'published_posts' || !isRefused(answer)) throw unreadable(answer);
  return { items: [], isAll: false, isWhole: true };
}

function onPage(post: ListedPost): OnList {
  const count = post.comments?.summary.total_count ?? 0;
  return {
    id: post.id,
    at: post.created_time,
    state: [post.message ?? post.story ?? '', post.is_hidden === true],
    entry: { kind: 'post', post: asJson(post) },
    post: {
      id: post.id,
      permalink: post.permalink_url ?? null,
      stamp: `${count} ${post.updated_time?.getTime() ?? 0}`,
      count,
      updatedAt: post.updated_time ?? null,
    },
  };
}

const onTagged = (post: ListedPost): OnList => ({
  id: post.id,
  at: post.created_time,
  state: [post.message ?? ''],
  entry: { kind: 'tagged', post: asJson(post) },
});

function onRatings(rating: ListedRating): OnList[] {
  const id = rating.open_graph_story?.id ?? rating.reviewer?.id;
  if (id === undefined) return [];
  const { review_text: text = '', rating: stars = null, recommendation_type: type = null } = rating;
  return [
    { id, at: rating.created_time, state: [text, stars, type], entry: { kind: 'rating', rating: asJson(rating) } },
  ];
}
