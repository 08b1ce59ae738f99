import {
  type AccountRecord,
  type CommentRecord,
  fullname,
  type MessageRecord,
  type PostRecord,
  type Said,
  type Store,
} from './store.ts';

const DELETED = '[deleted]';
const REMOVED = '[removed]';
const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1_000);

/** Things as the API shows them to one account. */
export class Views {
  readonly #store: Store;
  readonly #viewer: AccountRecord;
  readonly #url: () => string;

  constructor(store: Store, viewer: AccountRecord, url: () => string) {
    this.#store = store;
    this.#viewer = viewer;
    this.#url = url;
  }

  thing(said: Said) {
    return said.kind === 't3' ? this.post(said) : this.comment(said);
  }

  post(post: PostRecord) {
    const { id, title, subreddit, isLocked, isArchived } = post;
    const comments = [...this.#store.said.values()].filter((one) => one.kind === 't1' && one.postId === id);
    const permalink = this.#permalinkOf(post);
    return {
      kind: 't3',
      data: {
        ...this.#common(post),
        title,
        selftext: this.#words(post),
        url: `https://www.reddit.com${permalink}`,
        permalink,
        subreddit,
        subreddit_name_prefixed: `r/${subreddit}`,
        upvote_ratio: 1,
        num_comments: comments.length,
        over_18: false,
        locked: isLocked,
        archived: isArchived,
        is_self: true,
      },
    };
  }

  comment(comment: CommentRecord) {
    const { id, postId, parent, subreddit, picture } = comment;
    const post = this.#store.said.get(`t3_${postId}`);
    const text = this.#words(comment);
    return {
      kind: 't1',
      data: {
        ...this.#common(comment),
        body: picture && text !== DELETED && text !== REMOVED ? `${text}\n\n![img](${picture.key})` : text,
        body_html: `<div class="md"><p>${text}</p></div>`,
        ...(picture
          ? {
              media_metadata: {
                [picture.key]: {
                  status: 'valid',
                  e: 'Image',
                  m: picture.mimeType,
                  s: { u: `${this.#url()}/preview/${picture.key}`, x: 1, y: 1 },
                  id: picture.key,
                },
              },
            }
          : {}),
        link_id: `t3_${postId}`,
        link_title: post?.kind === 't3' ? post.title : '',
        parent_id: parent,
        subreddit,
        subreddit_name_prefixed: `r/${subreddit}`,
        permalink: `${post ? this.#permalinkOf(post) : `/r/${subreddit}/comments/${postId}/_/`}${id}/`,
        locked: post?.kind === 't3' ? post.isLocked : false,
        archived: false,
        replies: '',
        ...(this.#isModerator(subreddit)
          ? { removed: comment.removedBy !== null, banned_by: comment.removedBy === null ? null : 'somemod' }
          : {}),
      },
    };
  }

  /** As it stands in the inbox: no removal, no edit, and where it came from. */
  inInbox(comment: CommentRecord, type: string) {
    const { data } = this.comment(comment);
    const { id, name, author, author_fullname, body, body_html, created_utc, link_id, link_title, parent_id } = data;
    const subject = { comment_reply: 'comment reply', post_reply: 'post reply' }[type] ?? 'username mention';
    return {
      kind: 't1',
      data: {
        id,
        name,
        author,
        author_fullname,
        body,
        body_html,
        ...('media_metadata' in data ? { media_metadata: data.media_metadata } : {}),
        context: `${data.permalink}?context=3`,
        created_utc,
        dest: this.#viewer.name,
        distinguished: null,
        first_message: null,
        likes: null,
        link_title,
        link_id,
        new: true,
        num_comments: 1,
        parent_id,
        score: data.score,
        subject,
        subreddit: data.subreddit,
        type,
        was_comment: true,
      },
    };
  }

  message({ id, author, to, subject, text, at }: MessageRecord) {
    return {
      kind: 't4',
      data: {
        id,
        name: `t4_${id}`,
        author,
        author_fullname: `t2_${this.#store.account(author).id}`,
        body: text,
        context: '',
        created_utc: secondsOf(at),
        dest: to,
        first_message: null,
        first_message_name: null,
        parent_id: null,
        subject,
        subreddit: null,
        type: 'unknown',
        was_comment: false,
      },
    };
  }

  listing(children: readonly unknown[], after: string | null) {
    const data = { after, before: null, dist: children.length, modhash: null, geo_filter: '', children };
    return { kind: 'Listing', data };
  }

  #common(said: Said) {
    const { id, author, at, editedAt, score, removedBy } = said;
    return {
      id,
      name: fullname(said),
      author: author ?? DELETED,
      ...(author === null ? {} : { author_fullname: `t2_${this.#store.account(author).id}` }),
      created_utc: secondsOf(at),
      edited: editedAt === null ? false : secondsOf(editedAt),
      removed_by_category: author === null ? 'deleted' : removedBy,
      score,
      distinguished: null,
    };
  }

  /** Its author and the moderators still see what was taken away. */
  #words({ author, removedBy, text, subreddit }: Said): string {
    if (author === null) return DELETED;
    const isShown = removedBy === null || author === this.#viewer.name || this.#isModerator(subreddit);
    return isShown ? text : REMOVED;
  }
  #isModerator(subreddit: string): boolean {
    return this.#store.subreddit(subreddit).moderators.has(this.#viewer.name);
  }
  #permalinkOf({ subreddit, id, ...rest }: Said): string {
    const title = 'title' in rest ? rest.title : '';
    const slug = title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^_+|_+$/g, '')
      .slice(0, 50);
    return `/r/${subreddit}/comments/${id}/${slug || '_'}/`;
  }
}
