import type { Delivery } from './delivery.ts';
import { type Account, type Comment, type Media, type MediaKind, type State, unix } from './state.ts';

export interface By {
  readonly id: string;
  readonly username: string;
}

/** Posts and comments, whoever makes them. Accounts hear of comments and mentions, and of nothing else. */
export interface Gallery {
  post(account: Account, kind: MediaKind, by: By, caption: string, at?: Date): Media;
  comment(
    media: Media,
    parent: Comment | null,
    by: By,
    text: string,
    more?: { readonly at?: Date; readonly isOnAd?: boolean },
  ): Comment;
  /** Nobody is told. */
  remove(comment: Comment): void;
}

const second = (at: Date) => new Date(unix(at) * 1000);

export function openGallery(state: State, delivery: Delivery): Gallery {
  const ours = (account: Account): By => ({ id: account.id, username: account.username });
  const names = (text: string, account: Account) => text.includes(`@${account.username}`);

  function tellComment({ media, ...comment }: Comment): void {
    const isAd = comment.isOnAd;
    const place = isAd
      ? {
          id: `9${media.id}`.slice(0, 17),
          media_product_type: 'AD',
          ad_id: `62${media.id.slice(-11)}`,
          ad_title: media.caption.slice(0, 25),
          original_media_id: media.id,
        }
      : { id: media.id, media_product_type: media.kind === 'live' ? 'LIVE' : 'FEED' };
    const value = {
      id: comment.id,
      from: { id: comment.authorId, username: comment.username },
      ...(comment.parent ? { parent_id: comment.parent.id } : {}),
      text: comment.text,
      media: place,
    };
    delivery.push(
      media.account,
      media.kind === 'live' ? 'live_comments' : 'comments',
      'change',
      value,
      comment.at,
      isAd,
    );
  }

  return {
    post(account, kind, by, caption, at) {
      const media: Media = {
        id: `17${state.newId()}`,
        account,
        kind,
        authorId: by.id,
        username: by.username,
        caption,
        at: second(at ?? state.now()),
        comments: [],
      };
      state.media.set(media.id, media);
      if (kind === 'mention') delivery.push(account, 'mentions', 'change', { media_id: media.id }, media.at);
      return media;
    },
    comment(media, parent, by, text, { at, isOnAd = false } = {}) {
      const comment: Comment = {
        id: `18${state.newId()}`,
        media,
        parent: parent?.parent ?? parent,
        authorId: by.id,
        username: by.username,
        text,
        at: second(at ?? state.now()),
        isOnAd,
        isHidden: false,
        isDeleted: false,
        wasAnsweredPrivately: false,
        likes: 0,
      };
      media.comments.push(comment);
      state.comments.set(comment.id, comment);
      const { account } = media;
      if (media.kind === 'own' || media.kind === 'live') tellComment(comment);
      else if (by.id !== account.id && names(text, account))
        delivery.push(account, 'mentions', 'change', { media_id: media.id, comment_id: comment.id }, comment.at);
      if (by.id === ours(account).id) announce(comment);
      return comment;
    },
    remove(comment) {
      comment.isDeleted = true;
    },
  };

  /** What we write in public reaches everybody who has a part in it. */
  function announce(comment: Comment): void {
    const { media } = comment;
    const people = new Set([media.authorId, ...media.comments.map(({ authorId }) => authorId)]);
    for (const id of people) {
      const persona = state.people.get(id);
      if (!persona) continue;
      const seen = {
        id: comment.id,
        by: 'company',
        name: comment.username,
        text: comment.text,
        at: comment.at,
      } as const;
      for (const listener of state.answered)
        listener({ persona: persona.id, thread: media.id, message: seen, isPublic: true });
    }
  }
}
