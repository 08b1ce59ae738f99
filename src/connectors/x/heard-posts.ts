import type { StreamedPost } from './stream-line.ts';

/** What waits to be pulled. What does not fit is found by the list. */
const MOST = 500;

export interface HeardPosts {
  /** False: it is known, or there is no room. */
  add(post: StreamedPost): boolean;
  readonly isWaiting: boolean;
  /** All that waits, in the order it came, and the mark by which to say that it was stored. */
  take(): { readonly posts: readonly StreamedPost[]; readonly mark: string } | null;
  /** What was taken under this mark was stored; anything else says that it was not, and it is given once more. */
  stored(mark: unknown): void;
}

export function createHeardPosts(most = MOST): HeardPosts {
  const waiting = new Map<string, StreamedPost>();
  let given: { readonly mark: string; readonly ids: readonly string[] } | null = null;
  return {
    get isWaiting() {
      return waiting.size > 0;
    },
    add(post) {
      if (waiting.has(post.id) || waiting.size >= most) return false;
      waiting.set(post.id, post);
      return true;
    },
    take() {
      const posts = [...waiting.values()];
      const mark = posts.at(-1)?.id;
      if (mark === undefined) return null;
      given = { mark, ids: posts.map(({ id }) => id) };
      return { posts, mark };
    },
    stored(mark) {
      if (given && mark === given.mark) for (const id of given.ids) waiting.delete(id);
      given = null;
    },
  };
}
