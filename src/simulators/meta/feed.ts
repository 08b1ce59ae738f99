import type { Answer } from '../network.ts';
import type { Delivery } from './delivery.ts';
import { lastSegment } from './ids.ts';
import { type Comment, type Page, type Post, pageById, type State, unix, wholeSecond } from './state.ts';

export interface By {
  readonly id: string;
  readonly name: string;
}
type Value = Readonly<Record<string, unknown>>;

/** Everything that happens on Pages, whoever does it: it changes the state and tells the Page's app. */
export interface Feed {
  publish(
    page: Page,
    by: By,
    text: string,
    more?: { readonly at?: Date; readonly pictureUrl?: string; readonly link?: string },
  ): Post;
  review(page: Page, by: By, text: string, isPositive: boolean, at?: Date): Post;
  /** A post in a stranger's place. */
  elsewhere(page: Page, by: By, text: string, at?: Date): Post;
  comment(
    post: Post,
    parent: Comment | null,
    by: By,
    text: string,
    more?: { readonly at?: Date; readonly pictureUrl?: string; readonly repliesTo?: Comment },
  ): Comment;
  edit(thing: Post | Comment, text: string): void;
  remove(thing: Post | Comment): void;
  hide(thing: Post | Comment, isHidden: boolean): void;
  react(thing: Post | Comment, by: By, type: string | null): void;
}

export const isComment = (thing: Post | Comment): thing is Comment => 'post' in thing;

export function openFeed(state: State, delivery: Delivery, personaOf: (userId: string) => string | undefined): Feed {
  const newPostId = (ownerId: string) => `${ownerId}_${state.newId()}`;
  const tell = (page: Page, value: Value, field = 'feed') => delivery.push('facebook', page, field, 'changes', value);
  const momentOf = (at: Date | undefined) => wholeSecond(at ?? state.now());

  function keep(post: Post): Post {
    state.posts.set(post.id, post);
    return post;
  }
  function fresh(
    page: Page,
    kind: Post['kind'],
    by: By,
    text: string,
    id: string,
    at: Date | undefined,
    more: Partial<Pick<Post, 'pictureUrl' | 'link' | 'isPositive'>> = {},
  ): Post {
    const empty = { isHidden: false, isDeleted: false, comments: [], privateReply: null };
    return keep({
      id,
      page,
      kind,
      authorId: by.id,
      authorName: by.name,
      text,
      at: momentOf(at),
      ...more,
      ...empty,
      reactions: new Map(),
    });
  }

  const aboutComment = (comment: Comment, verb: string): Value => ({
    ...(state.quirks.shouldWithholdAuthors ? {} : { from: { id: comment.authorId, name: comment.authorName } }),
    post: postBlock(comment.post, comment.at),
    ...(comment.text ? { message: comment.text } : {}),
    ...(comment.pictureUrl ? { photo: comment.pictureUrl } : {}),
    post_id: comment.post.id,
    comment_id: comment.id,
    created_time: unix(verb === 'add' ? comment.at : state.now()),
    item: 'comment',
    parent_id: comment.parent?.id ?? comment.post.id,
    verb,
  });
  const aboutPost = (post: Post, verb: string): Value => ({
    from: { id: post.authorId, name: post.authorName },
    ...(post.text ? { message: post.text } : {}),
    ...(post.pictureUrl
      ? { link: post.pictureUrl, photo_id: lastSegment(post.id) }
      : post.link
        ? { link: post.link }
        : {}),
    post_id: post.id,
    created_time: unix(verb === 'add' ? post.at : state.now()),
    item: post.pictureUrl ? 'photo' : 'status',
    published: 1,
    verb,
  });
  const mention = (post: Post, comment: Comment | null, verb: string): Value => ({
    post_id: post.id,
    ...(comment ? { comment_id: comment.id, parent_id: comment.parent?.id ?? post.id } : {}),
    item: comment ? 'comment' : 'post',
    verb,
    sender_id: comment?.authorId ?? post.authorId,
    sender_name: comment?.authorName ?? post.authorName,
    created_time: unix(comment?.at ?? post.at),
    message: comment?.text ?? post.text,
  });
  const rating = (post: Post, verb: string): Value => ({
    item: 'rating',
    verb,
    reviewer_id: post.authorId,
    reviewer_name: post.authorName,
    recommendation_type: post.isPositive ? 'positive' : 'negative',
    review_text: post.text,
    open_graph_story_id: post.id,
    created_time: unix(post.at),
  });
  function announce(thing: Post | Comment, verb: string): void {
    const post = isComment(thing) ? thing.post : thing;
    if (post.kind === 'elsewhere') {
      // A Page hears of other people's places only where it is named, and never of what it wrote there itself.
      if (thing.authorId !== post.page.id)
        tell(post.page, mention(post, isComment(thing) ? thing : null, verb), 'mention');
    } else if (isComment(thing)) tell(post.page, aboutComment(thing, verb));
    else if (post.kind === 'review') tell(post.page, rating(post, verb), 'ratings');
    else if (verb === 'remove')
      tell(post.page, {
        from: { id: post.authorId, name: post.authorName },
        post_id: post.id,
        created_time: unix(state.now()),
        item: 'post',
        recipient_id: post.page.id,
        verb,
      });
    else tell(post.page, aboutPost(post, verb));
  }

  function answer(comment: Comment, to: Post | Comment): void {
    const persona = personaOf(to.authorId);
    if (comment.authorId !== comment.post.page.id || persona === undefined) return;
    const message = {
      id: comment.id,
      by: 'company',
      name: comment.authorName,
      text: comment.text,
      at: comment.at,
      inReplyTo: to.id,
    } as const;
    const told: Answer = { persona, thread: comment.post.id, message, isPublic: true };
    for (const listener of state.answered.facebook) listener(told);
  }

  return {
    publish(page, by, text, more = {}) {
      const { at, ...rest } = more;
      const post = fresh(page, by.id === page.id ? 'own' : 'visitor', by, text, newPostId(page.id), at, rest);
      announce(post, 'add');
      return post;
    },
    review(page, by, text, isPositive, at) {
      const post = fresh(page, 'review', by, text, state.newId(), at, { isPositive });
      announce(post, 'add');
      return post;
    },
    elsewhere(page, by, text, at) {
      const post = fresh(page, 'elsewhere', by, text, newPostId(by.id), at);
      announce(post, 'add');
      return post;
    },
    comment(post, parent, by, text, { at, pictureUrl, repliesTo } = {}) {
      // Facebook hangs an answer to an answer under the comment at the top.
      const top = parent?.parent ?? parent;
      const id = `${lastSegment(post.id)}_${state.newId()}`;
      const comment: Comment = {
        id,
        post,
        parent: top,
        authorId: by.id,
        authorName: by.name,
        text,
        at: momentOf(at),
        ...(pictureUrl ? { pictureUrl } : {}),
        isHidden: false,
        isDeleted: false,
        reactions: new Map(),
        privateReply: null,
      };
      post.comments.push(comment);
      state.comments.set(id, comment);
      announce(comment, 'add');
      answer(comment, repliesTo ?? parent ?? post);
      return comment;
    },
    edit(thing, text) {
      thing.text = text;
      announce(thing, 'edited');
    },
    remove(thing) {
      thing.isDeleted = true;
      announce(thing, 'remove');
    },
    hide(thing, isHidden) {
      thing.isHidden = isHidden;
      if (isComment(thing) || thing.kind !== 'review') announce(thing, isHidden ? 'hide' : 'unhide');
    },
    react(thing, by, type) {
      const before = thing.reactions.get(by.id);
      if (type === null) thing.reactions.delete(by.id);
      else thing.reactions.set(by.id, type);
      const post = isComment(thing) ? thing.post : thing;
      if (post.kind === 'elsewhere') return;
      const parent = isComment(thing) ? (thing.parent?.id ?? post.id) : post.id;
      tell(post.page, {
        from: by,
        post_id: post.id,
        ...(isComment(thing) ? { comment_id: thing.id } : {}),
        created_time: unix(state.now()),
        item: 'reaction',
        parent_id: parent,
        reaction_type: type ?? before ?? 'like',
        verb: type === null ? 'remove' : 'add',
      });
    },
  };
}

function postBlock(post: Post, updatedAt: Date): Value {
  return {
    status_type: post.pictureUrl ? 'added_photos' : 'mobile_status_update',
    is_published: true,
    updated_time: updatedAt.toISOString().replace(/\.\d+Z$/, '+0000'),
    permalink_url: permalinkOf(post),
    promotion_status: 'inactive',
    id: post.id,
  };
}
export const permalinkOf = (post: Post): string =>
  `https://www.facebook.com/${post.id.split('_')[0]}/posts/${lastSegment(post.id)}`;

export function findThing(state: State, id: string): Post | Comment | undefined {
  const direct = state.posts.get(id) ?? state.comments.get(id);
  if (direct) return direct;
  // A bare comment number names the same comment.
  return [...state.comments.values()].find((comment) => lastSegment(comment.id) === id);
}
export const pageAs = (state: State, pageId: string): By => ({ id: pageId, name: pageById(state, pageId)?.name ?? '' });
