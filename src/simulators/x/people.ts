import type { Persona, Said } from '../network.ts';
import { numberFor } from './ids.ts';
import { type Account, lineOf, type MediaFile, type Post, type Store } from './store.ts';

export const WALL = 'wall';
export const DIRECT = 'direct';
export const ELSEWHERE = 'elsewhere';
const POST_PREFIX = 'post:';
const QUOTE_PREFIX = 'quote:';
export const placeOf = (id: string): string => `${POST_PREFIX}${id}`;
export const quotePlaceOf = (id: string): string => `${QUOTE_PREFIX}${id}`;

/** The hand of a customer: what a person does in the network's own app. */
export class People {
  readonly #store: Store;
  readonly #brand: Account;
  readonly #now: () => Date;
  constructor(store: Store, brand: Account, now: () => Date) {
    this.#store = store;
    this.#brand = brand;
    this.#now = now;
  }

  accountOf({ id, name, handle, followers }: Persona): Account {
    const number = numberFor(`persona ${id}`);
    const known = this.#store.accounts.get(number);
    if (known) return known;
    const username = handle.replace(/^@/, '').replaceAll(/\W/g, '_').slice(0, 15);
    const account: Account = { id: number, username, name, followers: followers ?? 0, takesMessages: true };
    this.#store.accounts.set(number, account);
    return account;
  }

  say(persona: Persona, said: Said): { id: string; thread: string } {
    const author = this.accountOf(persona);
    const at = said.at ?? this.#now();
    const isDirect = said.place === DIRECT || this.#store.messages.has(said.inReplyTo ?? '');
    const media = said.attachment ? [this.#file(said.attachment, at, isDirect)] : [];
    if (isDirect) {
      const conversationId = lineOf(author.id, this.#brand.id);
      const message = { id: this.#store.nextId(at), conversationId, senderId: author.id, text: said.text, at, media };
      return { id: this.#store.write(message).id, thread: conversationId };
    }
    const answered =
      said.inReplyTo ?? (said.place.startsWith(POST_PREFIX) ? said.place.slice(POST_PREFIX.length) : undefined);
    const parent = answered === undefined ? undefined : this.#known(answered);
    const quoted = said.place.startsWith(QUOTE_PREFIX)
      ? this.#known(said.place.slice(QUOTE_PREFIX.length)).id
      : undefined;
    const id = this.#store.nextId(at);
    const post = this.#store.put({
      id,
      authorId: author.id,
      text: this.#written(author, said, parent),
      at,
      conversationId: parent?.conversationId ?? id,
      ...(parent ? { repliedTo: parent.id } : {}),
      ...(quoted === undefined ? {} : { quoted }),
      media,
      history: [id],
    });
    return { id, thread: post.conversationId };
  }

  /** An edited post is another one, which names the first. */
  edit(persona: Persona, id: string, text: string): string {
    const author = this.accountOf(persona);
    const before = this.#known(id);
    if (before.authorId !== author.id) throw new Error('Only what one wrote oneself can be edited');
    const at = this.#now();
    const next = this.#store.nextId(at);
    const names = /^(?:@\w+ )*/.exec(before.text)?.[0] ?? '';
    this.#store.posts.delete(before.id);
    this.#store.put({ ...before, id: next, text: `${names}${text}`, at, history: [...before.history, next] });
    return next;
  }

  remove(persona: Persona, id: string): void {
    const author = this.accountOf(persona);
    const thing = this.#store.posts.get(id) ?? this.#store.messages.get(id);
    const by = thing && ('authorId' in thing ? thing.authorId : thing.senderId);
    if (by !== author.id) throw new Error('Only what one wrote oneself can be deleted');
    this.#store.remove(id);
    this.#store.messages.delete(id);
  }

  react(persona: Persona, id: string): void {
    this.#known(id).likes.add(this.accountOf(persona).id);
  }

  #known(id: string): Post {
    const post =
      this.#store.posts.get(id) ?? [...this.#store.posts.values()].find(({ history }) => history.includes(id));
    if (!post) throw new Error(`There is no post ${id}`);
    return post;
  }

  /** The app puts the names of those who are answered before an answer. */
  #written(author: Account, said: Said, parent: Post | undefined): string {
    const has = (name: string) => said.text.toLowerCase().includes(`@${name.toLowerCase()}`);
    const names = new Set<string>();
    if (parent) {
      const by = this.#store.accounts.get(parent.authorId);
      if (by && by.id !== author.id) names.add(by.username);
      for (const { account } of this.#store.mentioned(parent.text))
        if (account.id !== author.id) names.add(account.username);
    } else if (said.place === WALL) names.add(this.#brand.username);
    return [...[...names].filter((name) => !has(name)).map((name) => `@${name}`), said.text].join(' ').trim();
  }

  #file({ mimeType, bytes, name }: NonNullable<Said['attachment']>, at: Date, isPrivate: boolean): MediaFile {
    const type = mimeType === 'image/gif' ? 'animated_gif' : mimeType.startsWith('image/') ? 'photo' : 'video';
    if (type === 'video' && mimeType !== 'video/mp4') throw new Error('X carries pictures and videos');
    return {
      key: `${type === 'photo' ? 3 : 13}_${this.#store.nextId(at)}`,
      type,
      mimeType,
      bytes,
      isPrivate,
      alt: name,
    };
  }
}
