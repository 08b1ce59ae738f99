import type { Remembered } from '../network.ts';
import { lastSegment } from './ids.ts';
import type { Lines } from './lines.ts';
import { type Comment, meet, type Page, type Post, pageById, type State } from './state.ts';

const empty = () => ({ isHidden: false, isDeleted: false, reactions: new Map<string, string>(), privateReply: null });
const KINDS: Readonly<Record<string, Post['kind']>> = { wall: 'visitor', review: 'review', elsewhere: 'elsewhere' };

/** Posts and comments of an earlier run, under their old ids. */
export function rememberFeed(state: State, said: readonly Remembered[]): void {
  for (const one of said) {
    const page = pageOf(state, one);
    const author =
      one.by === 'company' || !one.persona ? { id: page.id, name: page.name } : meet(state, page, one.persona);
    const post = state.posts.get(one.thread);
    if (one.id === one.thread) keepPost(state, page, { ...one, author });
    else
      keepComment(
        state,
        post ?? keepPost(state, page, { ...one, id: one.thread, text: '', author: page }),
        one,
        author,
      );
  }
}

function keepPost(
  state: State,
  page: Page,
  {
    id,
    kind,
    by,
    text,
    at,
    author,
    isPositive,
    isHidden = false,
  }: Remembered & { readonly author: { readonly id: string; readonly name: string } },
): Post {
  const post: Post = {
    id,
    page,
    kind: by === 'company' ? 'own' : (KINDS[kind] ?? 'own'),
    authorId: author.id,
    authorName: author.name,
    text,
    at,
    comments: [],
    ...(isPositive === undefined ? {} : { isPositive }),
    ...empty(),
    isHidden,
  };
  state.posts.set(id, post);
  return post;
}

function keepComment(
  state: State,
  post: Post,
  { id, text, at, inReplyTo, isHidden = false }: Remembered,
  author: { readonly id: string; readonly name: string },
): void {
  const answered = inReplyTo === undefined ? undefined : state.comments.get(inReplyTo);
  const parent = answered?.parent ?? answered ?? null;
  const full = `${lastSegment(post.id)}_${lastSegment(id)}`;
  const comment: Comment = {
    id: full,
    post,
    parent,
    authorId: author.id,
    authorName: author.name,
    text,
    at,
    ...empty(),
    isHidden,
  };
  post.comments.push(comment);
  state.comments.set(full, comment);
}

/** Private lines of an earlier run. */
export function rememberLines(state: State, lines: Lines, said: readonly Remembered[]): void {
  for (const one of said) {
    if (!one.persona) continue;
    const page = pageOf(state, one);
    meet(state, page, one.persona);
    const line = lines.of(page, one.persona);
    const { id, text, at } = one;
    const isOurs = one.by === 'company';
    line.messages.push({ mid: id, isOurs, text, at, reactions: new Map() });
    if (!isOurs && (line.lastInboundAt === null || at > line.lastInboundAt)) line.lastInboundAt = at;
  }
}

function pageOf(state: State, { account }: Remembered): Page {
  const page = pageById(state, account);
  if (!page) throw new Error(`There is no Page ${account}`);
  return page;
}
