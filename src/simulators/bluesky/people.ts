import type { Persona, Said } from '../network.ts';
import type { Chat } from './chat.ts';
import { didFor } from './ids.ts';
import { type Account, LIKE, POST, type Post, type PostValue, REPOST, type Store, type StrongRef } from './store.ts';
import { keepBlob } from './writing.ts';

export const WALL = 'wall';
export const ELSEWHERE = 'elsewhere';
export const DIRECT = 'direct';
const POST_PREFIX = 'post:';
export const placeOf = (uri: string): string => `${POST_PREFIX}${uri}`;

const MAX_GRAPHEMES = 300;

/** The hand of a customer: what a person does in the network's own app. */
export class People {
  readonly #store: Store;
  readonly #chat: Chat;
  readonly #brand: Account;
  readonly #now: () => Date;

  constructor(store: Store, chat: Chat, brand: Account, now: () => Date) {
    this.#store = store;
    this.#chat = chat;
    this.#brand = brand;
    this.#now = now;
  }

  accountOf({ id, name, handle, followers }: Persona): Account {
    const did = didFor(`persona ${id}`);
    const known = this.#store.accounts.get(did);
    if (known) return known;
    const createdAt = new Date(Date.UTC(2024, 0, 1));
    const account: Account = {
      did,
      handle: networkHandle(handle),
      displayName: name,
      followers: followers ?? 0,
      createdAt,
    };
    this.#store.accounts.set(did, account);
    return account;
  }

  say(persona: Persona, said: Said): { id: string; thread: string } {
    const { did } = this.accountOf(persona);
    const answered = said.inReplyTo === undefined ? undefined : this.#chat.find(said.inReplyTo);
    if (said.place === DIRECT || answered) return this.#write(did, said, answered?.message.id);
    const parentUri =
      said.inReplyTo ?? (said.place.startsWith(POST_PREFIX) ? said.place.slice(POST_PREFIX.length) : undefined);
    return this.#post(did, persona.language, said, parentUri);
  }

  remove(persona: Persona, id: string): void {
    const { did } = this.accountOf(persona);
    const direct = this.#chat.find(id);
    const isMine = direct ? direct.message.by === did : id.startsWith(`at://${did}/`);
    if (!isMine) throw new Error('Only what one wrote oneself can be deleted');
    if (direct) this.#chat.remove(direct.convo, direct.message, this.#now());
    else this.#store.remove(id);
  }

  react(persona: Persona, id: string, emoji: string): void {
    const { did } = this.accountOf(persona);
    const direct = this.#chat.find(id);
    if (direct) {
      this.#chat.react(direct.convo, direct.message, did, emoji, this.#now());
      return;
    }
    const subject = refOf(this.#known(id));
    const collection = emoji === 'repost' || emoji === '🔁' ? REPOST : LIKE;
    const at = this.#now();
    const value = { $type: collection, subject, createdAt: at.toISOString() };
    this.#store.put(did, collection, this.#store.nextTid(at), value, at);
  }

  #write(did: string, said: Said, replyTo: string | undefined): { id: string; thread: string } {
    if (said.attachment) throw new Error('Direct messages on Bluesky carry no files');
    const at = said.at ?? this.#now();
    const convo = this.#chat.between(did, this.#brand.did, at);
    const { id } = this.#chat.say(convo, did, { text: said.text, ...(replyTo === undefined ? {} : { replyTo }) }, at);
    return { id, thread: convo.id };
  }

  #post(did: string, language: string, said: Said, parentUri: string | undefined): { id: string; thread: string } {
    const at = said.at ?? this.#now();
    const parent = parentUri === undefined ? undefined : this.#known(parentUri);
    const mention = `@${this.#brand.handle}`;
    const text = said.place === WALL && !parent && !said.text.includes(mention) ? `${mention} ${said.text}` : said.text;
    if ([...new Intl.Segmenter('en').segment(text)].length > MAX_GRAPHEMES)
      throw new Error('A post has at most 300 characters');
    const facets = this.#mentions(text);
    const value: PostValue = {
      $type: POST,
      text,
      createdAt: at.toISOString(),
      langs: [language],
      ...(facets.length > 0 ? { facets } : {}),
      ...(parent ? { reply: { root: parent.value.reply?.root ?? refOf(parent), parent: refOf(parent) } } : {}),
      ...this.#embed(did, said.attachment),
    };
    const { uri } = this.#store.put(did, POST, this.#store.nextTid(at), { ...value }, at);
    return { id: uri, thread: value.reply?.root.uri ?? uri };
  }

  #known(uri: string): Post {
    const post = this.#store.post(uri);
    if (!post) throw new Error(`There is no post ${uri}`);
    return post;
  }

  /** The app marks the names of people whom the network knows. */
  #mentions(text: string): NonNullable<PostValue['facets']>[number][] {
    return [...text.matchAll(/(?<=^|[\s(])@([a-z0-9.-]+[a-z0-9])/gi)].flatMap((match) => {
      const account = this.#store.account(match[1] ?? '');
      if (!account) return [];
      const byteStart = Buffer.byteLength(text.slice(0, match.index));
      const index = { byteStart, byteEnd: byteStart + Buffer.byteLength(match[0]) };
      return [{ index, features: [{ $type: 'app.bsky.richtext.facet#mention', did: account.did }] }];
    });
  }

  #embed(did: string, attachment: Said['attachment']): { embed?: Record<string, unknown> } {
    if (!attachment) return {};
    const { name, mimeType, bytes } = attachment;
    const blob = keepBlob(this.#store, did, bytes, mimeType);
    if (mimeType.startsWith('image/'))
      return { embed: { $type: 'app.bsky.embed.images', images: [{ alt: name, image: blob }] } };
    if (mimeType.startsWith('video/')) return { embed: { $type: 'app.bsky.embed.video', video: blob, alt: name } };
    throw new Error('Bluesky carries pictures and videos');
  }
}

export const refOf = ({ uri, cid }: StrongRef): StrongRef => ({ uri, cid });

function networkHandle(handle: string): string {
  const plain = handle
    .toLowerCase()
    .replace(/^@/, '')
    .replaceAll(/[^a-z0-9.-]/g, '-');
  return plain.includes('.') ? plain : `${plain}.bsky.social`;
}
