import type { MetaCredentials } from '../meta/credentials.ts';
import { judge } from '../meta/errors.ts';
import { asPage, type Graph } from '../meta/graph.ts';
import { walk } from '../meta/pages.ts';
import { asJson, unreadable } from '../meta/pulled.ts';
import { COMMENT_FIELDS, ListedComment } from './listed-shapes.ts';
import { type Compared, compare, type Seen, type Thing } from './memory.ts';

const PAGE = 100;
const MOST_PAGES = 10;

export interface OnPost extends Thing {
  readonly entry: Readonly<Record<string, unknown>>;
}
export interface CommentsRead extends Compared<OnPost> {
  /** Older ones than this, and newer than the floor, may stand there and were not read. */
  readonly unreadUntil: Date | null;
}

/**
 * All that was said below a post since the floor, answers among it, and what became of what stood on that page.
 *
 * @throws Trouble
 */
export async function commentsOf(
  graph: Graph,
  credentials: MetaCredentials,
  post: { readonly id: string; readonly permalink: string | null },
  before: readonly Seen[],
  floor: number,
): Promise<CommentsRead> {
  const found = await walk(graph, asPage(credentials), {
    path: `${encodeURIComponent(post.id)}/comments`,
    query: {
      filter: 'stream',
      order: 'reverse_chronological',
      live_filter: 'no_filter',
      fields: COMMENT_FIELDS,
      limit: String(PAGE),
    },
    item: ListedComment,
    upTo: (one) => one.created_time.getTime() < floor,
    maxPages: MOST_PAGES,
  });
  if (found.kind === 'failed') {
    // Something about this one post: the others can be read all the same.
    const isOdd = found.answer.kind === 'error' && ['gone', 'other'].includes(judge(found.answer.error).means);
    if (isOdd) return { fresh: [], changed: [], vanished: [], seen: [], unreadUntil: null };
    throw unreadable(found.answer);
  }
  const items = found.items.map(
    (comment): OnPost => ({
      id: comment.id,
      at: comment.created_time,
      state: [comment.message ?? '', comment.is_hidden === true],
      entry: {
        kind: 'comment',
        post: { id: post.id, ...(post.permalink ? { permalink_url: post.permalink } : {}) },
        comment: asJson(comment),
      },
    }),
  );
  return {
    ...compare(before, items, floor, found.isAll),
    unreadUntil: found.isWhole ? null : (items.at(-1)?.at ?? null),
  };
}

/** Whether something that stands on its list no more is gone: a list may leave out what is still there. */
export async function isGone(graph: Graph, credentials: MetaCredentials, thingId: string): Promise<boolean> {
  const answer = await graph(
    { method: 'GET', path: encodeURIComponent(thingId), query: { fields: 'id' } },
    asPage(credentials),
  );
  if (answer.kind === 'ok') return false;
  if (answer.kind === 'error') {
    const { means } = judge(answer.error);
    if (means === 'gone') return true;
    if (means === 'other' || means === 'not_allowed') return false;
  }
  throw unreadable(answer);
}
