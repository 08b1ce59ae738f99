import type { Account, Post, PostValue, Store, StoredRecord, StrongRef } from './store.ts';
import { LIKE, POST, quotedBy, REPOST } from './store.ts';

/** What readers get: records with their authors, counts and pictures. `viewer` is the account that asks. */
export class Views {
  readonly #store: Store;
  readonly #pictureBase: () => string;

  constructor(store: Store, pictureBase: () => string) {
    this.#store = store;
    this.#pictureBase = pictureBase;
  }

  profileBasic({ did, handle, displayName, createdAt }: Account) {
    return {
      did,
      handle,
      displayName,
      associated: { activitySubscription: { allowSubscriptions: 'followers' } },
      viewer: { muted: false, blockedBy: false },
      labels: [],
      createdAt: createdAt.toISOString(),
    };
  }

  profile(account: Account) {
    const posts = this.#store.posts.filter(({ did }) => did === account.did).length;
    return { ...this.profileBasic(account), followersCount: account.followers, followsCount: 0, postsCount: posts };
  }

  post(post: Post, viewer: string): Record<string, unknown> {
    const { uri, cid, did, value, indexedAt } = post;
    const embed = this.#embed(value.embed, did, viewer);
    return {
      uri,
      cid,
      author: this.profileBasic(this.#store.accounts.get(did)!),
      record: value,
      ...(embed ? { embed } : {}),
      bookmarkCount: 0,
      replyCount: this.#store.countOf(uri, 'reply'),
      repostCount: this.#store.countOf(uri, 'repost'),
      likeCount: this.#store.countOf(uri, 'like'),
      quoteCount: this.#store.countOf(uri, 'quote'),
      indexedAt: indexedAt.toISOString(),
      viewer: {
        ...this.#marks(uri, viewer),
        bookmarked: false,
        threadMuted: false,
        embeddingDisabled: this.#store.closedToQuotes.has(uri),
      },
      labels: [],
    };
  }

  notification({ uri, cid, did, value, indexedAt }: StoredRecord, reason: string, reasonSubject: string | undefined) {
    return {
      uri,
      cid,
      author: this.profileBasic(this.#store.accounts.get(did)!),
      reason,
      ...(reasonSubject ? { reasonSubject } : {}),
      record: value,
      isRead: false,
      indexedAt: indexedAt.toISOString(),
      labels: [],
    };
  }

  /** @param depth how many levels of answers, `above` how many levels of what is answered */
  thread(uri: string, viewer: string, depth: number, above: number): Record<string, unknown> {
    const post = this.#store.post(uri);
    if (!post) return { $type: 'app.bsky.feed.defs#notFoundPost', uri, notFound: true };
    const parent = post.value.reply?.parent.uri;
    const replies = depth > 0 ? this.#store.pointingAt(uri, 'reply') : [];
    return {
      $type: 'app.bsky.feed.defs#threadViewPost',
      post: this.post(post, viewer),
      ...(parent && above > 0 ? { parent: this.thread(parent, viewer, 0, above - 1) } : {}),
      replies: replies.map((reply) => this.thread(reply, viewer, depth - 1, 0)),
      threadContext: {},
    };
  }

  #marks(uri: string, viewer: string) {
    const mine = (how: 'like' | 'repost', collection: string) =>
      this.#store.pointingAt(uri, how).find((mark) => mark.startsWith(`at://${viewer}/${collection}/`));
    const like = mine('like', LIKE);
    const repost = mine('repost', REPOST);
    return { ...(like ? { like } : {}), ...(repost ? { repost } : {}) };
  }

  #embed(embed: PostValue['embed'], did: string, viewer: string): Record<string, unknown> | undefined {
    switch (embed?.$type) {
      case 'app.bsky.embed.images':
        return {
          $type: 'app.bsky.embed.images#view',
          images: (embed.images as Picture[]).map((one) => this.#picture(one, did)),
        };
      case 'app.bsky.embed.video': {
        const cid = (embed.video as Picture['image']).ref.$link;
        const playlist = `${this.#pictureBase()}/watch/${encodeURIComponent(did)}/${cid}/playlist.m3u8`;
        return { $type: 'app.bsky.embed.video#view', cid, playlist, ...(embed.alt ? { alt: embed.alt } : {}) };
      }
      case 'app.bsky.embed.external':
        return { $type: 'app.bsky.embed.external#view', external: embed.external };
      case 'app.bsky.embed.record':
        return { $type: 'app.bsky.embed.record#view', record: this.#quoted((embed.record as StrongRef).uri, viewer) };
      case 'app.bsky.embed.recordWithMedia': {
        const { record } = embed.record as { record: StrongRef };
        return {
          $type: 'app.bsky.embed.recordWithMedia#view',
          record: { record: this.#quoted(record.uri, viewer) },
          media: this.#embed(embed.media as PostValue['embed'], did, viewer),
        };
      }
      default:
        return undefined;
    }
  }

  #picture({ alt, aspectRatio, image }: Picture, did: string) {
    const address = (size: string) => `${this.#pictureBase()}/img/${size}/plain/${did}/${image.ref.$link}@jpeg`;
    return {
      thumb: address('feed_thumbnail'),
      fullsize: address('feed_fullsize'),
      alt,
      ...(aspectRatio ? { aspectRatio } : {}),
    };
  }

  #quoted(uri: string, viewer: string): Record<string, unknown> {
    const post = this.#store.post(uri);
    if (!post || post.collection !== POST) return { $type: 'app.bsky.embed.record#viewNotFound', uri, notFound: true };
    if (this.#store.closedToQuotes.has(uri))
      return { $type: 'app.bsky.embed.record#viewDetached', uri, detached: true };
    const { cid, author, record: value, indexedAt } = this.post({ ...post, value: withoutEmbed(post.value) }, viewer);
    return { $type: 'app.bsky.embed.record#viewRecord', uri, cid, author, value, labels: [], indexedAt };
  }
}

interface Picture {
  readonly alt: string;
  readonly aspectRatio?: unknown;
  readonly image: { readonly ref: { readonly $link: string } };
}

/** A quote inside a quote is not shown. */
function withoutEmbed({ embed, ...value }: PostValue): PostValue {
  return embed && quotedBy({ ...value, embed }) === undefined ? { ...value, embed } : value;
}
