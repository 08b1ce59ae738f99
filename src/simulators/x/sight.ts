import type { Answer, Place, SeenMessage, SeenThread } from '../network.ts';
import { DIRECT, ELSEWHERE, placeOf, quotePlaceOf, WALL } from './people.ts';
import type { Account, DirectMessage, Post, Store } from './store.ts';

const PLACES_SHOWN = 5;

/** What a person sees in the network's own app. */
export class Sight {
  readonly #store: Store;
  readonly #brand: Account;
  constructor(store: Store, brand: Account) {
    this.#store = store;
    this.#brand = brand;
  }

  places(): Place[] {
    const own = this.#store
      .postsNewestFirst()
      .filter(({ authorId, repliedTo, reposted }) => authorId === this.#brand.id && !repliedTo && !reposted);
    const [newest] = own;
    return [
      ...own.slice(0, PLACES_SHOWN).map((post) => this.#placeOfPost(post)),
      { id: WALL, kind: 'wall', isPublic: true, label: `A post that mentions @${this.#brand.username}` },
      { id: DIRECT, kind: 'direct', isPublic: false, label: `A direct message to ${this.#brand.name}` },
      ...(newest
        ? [
            {
              id: quotePlaceOf(newest.id),
              kind: 'elsewhere',
              isPublic: true,
              label: `A quote of: ${short(newest.text)}`,
            } as const,
          ]
        : []),
      { id: ELSEWHERE, kind: 'elsewhere', isPublic: true, label: 'A post of their own, to nobody' },
    ];
  }

  view(id: string): SeenThread[] {
    const roots = new Set(
      [...this.#store.posts.values()].filter(({ authorId }) => authorId === id).map((post) => post.conversationId),
    );
    const lines = new Set(
      [...this.#store.messages.values()]
        .map((one) => one.conversationId)
        .filter((line) => line.split('-').includes(id)),
    );
    const threads = [
      ...[...roots].map((root) => this.#thread(root, id)),
      ...[...lines].map((line) => this.#line(line, id)),
    ];
    const newest = ({ messages }: SeenThread) => Math.max(...messages.map(({ at }) => at.getTime()));
    return threads.toSorted((a, b) => newest(b) - newest(a));
  }

  /** Whom a post of the company's reaches. */
  reachedBy(post: Post): string[] {
    const parent = this.#store.posts.get(post.repliedTo ?? '')?.authorId;
    const named = this.#store.mentioned(post.text).map(({ account }) => account.id);
    return [...new Set([...(parent === undefined ? [] : [parent]), ...named])].filter((id) => id !== this.#brand.id);
  }

  answerOfPost = (post: Post, persona: string): Answer => ({
    persona,
    thread: post.conversationId,
    message: this.#seen(post, ''),
    isPublic: true,
  });
  answerOfMessage = (message: DirectMessage, persona: string): Answer => ({
    persona,
    thread: message.conversationId,
    message: this.#seenMessage(message, ''),
    isPublic: false,
  });

  #thread(root: string, id: string): SeenThread {
    const posts = this.#store
      .postsNewestFirst()
      .filter(({ conversationId }) => conversationId === root)
      .toReversed();
    const first = this.#store.posts.get(root);
    const own: Place = { id: WALL, kind: 'wall', isPublic: true, label: 'Their own post' };
    return {
      id: root,
      place: first?.authorId === this.#brand.id ? this.#placeOfPost(first) : own,
      title: first?.text ?? 'Deleted post',
      messages: posts.map((post) => this.#seen(post, id)),
    };
  }

  #line(line: string, id: string): SeenThread {
    const { name } = this.#brand;
    const all = this.#store
      .messagesNewestFirst()
      .filter(({ conversationId }) => conversationId === line)
      .toReversed();
    return {
      id: line,
      place: { id: DIRECT, kind: 'direct', isPublic: false, label: `Direct messages with ${name}` },
      title: name,
      messages: all.map((message) => this.#seenMessage(message, id)),
    };
  }

  #placeOfPost({ id, text }: Post): Place {
    return { id: placeOf(id), kind: 'post', isPublic: true, label: `Answer to: ${short(text)}` };
  }

  #seen(post: Post, id: string): SeenMessage {
    return {
      id: post.id,
      ...this.#by(post.authorId, id),
      // the names before an answer are not shown
      text: post.repliedTo === undefined ? post.text : post.text.replace(/^(?:@\w+ )+(?=\S)/, ''),
      at: post.at,
      ...(post.repliedTo === undefined ? {} : { inReplyTo: post.repliedTo }),
      likes: post.likes.size,
      ...(post.isHidden ? { isHidden: true } : {}),
      ...(post.media.length > 0 ? { files: post.media.map(({ alt }) => alt ?? 'Picture') } : {}),
    };
  }

  #seenMessage({ id, senderId, text, at, media }: DirectMessage, viewer: string): SeenMessage {
    const files = media.length > 0 ? { files: media.map(({ alt }) => alt ?? 'Picture') } : {};
    return { id, ...this.#by(senderId, viewer), text, at, ...files };
  }

  #by(author: string, viewer: string): Pick<SeenMessage, 'by' | 'name'> {
    const name = this.#store.accounts.get(author)?.name ?? author;
    return { by: author === viewer ? 'me' : author === this.#brand.id ? 'company' : 'other', name };
  }
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
