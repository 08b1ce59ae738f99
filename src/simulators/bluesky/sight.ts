import type { Answer, Place, SeenMessage, SeenThread } from '../network.ts';
import type { Chat, ChatMessage, Convo } from './chat.ts';
import { DIRECT, ELSEWHERE, placeOf, WALL } from './people.ts';
import type { Account, Post, Store } from './store.ts';

const PLACES_SHOWN = 5;

/** What a person sees in the network's own app. */
export class Sight {
  readonly #store: Store;
  readonly #chat: Chat;
  readonly #brand: Account;

  constructor(store: Store, chat: Chat, brand: Account) {
    this.#store = store;
    this.#chat = chat;
    this.#brand = brand;
  }

  places(): Place[] {
    const own = this.#store.posts.filter(({ did, value }) => did === this.#brand.did && !value.reply);
    return [
      ...own
        .slice(-PLACES_SHOWN)
        .reverse()
        .map((post) => this.#placeOfPost(post)),
      { id: WALL, kind: 'wall', isPublic: true, label: `A post that mentions @${this.#brand.handle}` },
      { id: DIRECT, kind: 'direct', isPublic: false, label: `A direct message to ${this.#brand.displayName}` },
      { id: ELSEWHERE, kind: 'elsewhere', isPublic: true, label: 'A post of their own, to nobody' },
    ];
  }

  /** Threads in which the person or an answer to them stands, newest first. */
  view(did: string): SeenThread[] {
    const roots = new Set(this.#store.posts.filter((post) => post.did === did).map(rootOf));
    const threads = [...roots].map((root) => this.#thread(root, did));
    const convos = [...this.#chat.convos.values()].filter(({ members }) => members.includes(did));
    const all = [...threads, ...convos.map((convo) => this.#direct(convo, did))].filter(
      ({ messages }) => messages.length > 0,
    );
    const newest = ({ messages }: SeenThread) => Math.max(...messages.map(({ at }) => at.getTime()));
    return all.toSorted((a, b) => newest(b) - newest(a));
  }

  /** Who of the people is reached by a post of the company's. */
  reachedBy(post: Post): string[] {
    const { reply, facets } = post.value;
    const answered = reply ? [reply.parent.uri, reply.root.uri].map((uri) => uri.split('/')[2] ?? '') : [];
    const named = (facets ?? []).flatMap(({ features }) => features.flatMap(({ did }) => did ?? []));
    return [...new Set([...answered, ...named])].filter((did) => did !== this.#brand.did);
  }

  answerOfPost = (post: Post, persona: string): Answer => ({
    persona,
    thread: rootOf(post),
    message: this.#seen(post, ''),
    isPublic: true,
  });
  answerOfMessage = (convo: Convo, message: ChatMessage, persona: string): Answer => ({
    persona,
    thread: convo.id,
    message: this.#seenDirect(message, ''),
    isPublic: false,
  });

  #thread(root: string, did: string): SeenThread {
    const posts = this.#store.posts.filter((post) => rootOf(post) === root);
    const first = this.#store.post(root);
    const isOurs = first?.did === this.#brand.did;
    const place: Place =
      isOurs && first ? this.#placeOfPost(first) : { id: WALL, kind: 'wall', isPublic: true, label: 'Their own post' };
    return {
      id: root,
      place,
      title: first?.value.text ?? 'Deleted post',
      messages: posts.map((post) => this.#seen(post, did)),
    };
  }

  #direct(convo: Convo, did: string): SeenThread {
    const name = this.#brand.displayName;
    const place: Place = { id: DIRECT, kind: 'direct', isPublic: false, label: `Direct messages with ${name}` };
    return {
      id: convo.id,
      place,
      title: name,
      messages: convo.messages.map((message) => this.#seenDirect(message, did)),
    };
  }

  #placeOfPost({ uri, value }: Post): Place {
    const words = value.text.length > 40 ? `${value.text.slice(0, 39)}…` : value.text;
    return { id: placeOf(uri), kind: 'post', isPublic: true, label: `Answer to: ${words}` };
  }

  #seen(post: Post, did: string): SeenMessage {
    const { uri, value, indexedAt } = post;
    const pictures = picturesOf(value.embed);
    return {
      id: uri,
      ...this.#by(post.did, did),
      text: value.text,
      at: indexedAt,
      ...(value.reply ? { inReplyTo: value.reply.parent.uri } : {}),
      likes: this.#store.countOf(uri, 'like'),
      ...(pictures.length > 0 ? { files: pictures } : {}),
    };
  }

  #seenDirect({ id, by, text, at, isDeleted, replyTo }: ChatMessage, did: string): SeenMessage {
    return {
      id,
      ...this.#by(by, did),
      text: isDeleted ? '' : text,
      at,
      ...(isDeleted ? { isDeleted } : {}),
      ...(replyTo === undefined ? {} : { inReplyTo: replyTo }),
    };
  }

  #by(author: string, did: string): Pick<SeenMessage, 'by' | 'name'> {
    const name = this.#store.accounts.get(author)?.displayName ?? author;
    return { by: author === did ? 'me' : author === this.#brand.did ? 'company' : 'other', name };
  }
}

const rootOf = ({ uri, value }: Post): string => value.reply?.root.uri ?? uri;

/** Pictures have no names on this network, only what they show in words. */
function picturesOf(embed: Post['value']['embed']): string[] {
  if (embed?.$type !== 'app.bsky.embed.images' || !Array.isArray(embed.images)) return [];
  return embed.images.map((image: { readonly alt?: string }) => image.alt || 'Picture');
}
