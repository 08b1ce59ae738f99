import type { Persona, Place, Remembered, Said, SeenMessage, SeenThread } from '../network.ts';
import { type AccountRecord, fullname, type Said as Record, type Store } from './store.ts';

export const WALL = 'wall';
export const ELSEWHERE = 'elsewhere';
const POST_PREFIX = 'post:';
const PLACES_SHOWN = 5;

interface Parts {
  readonly store: Store;
  readonly brand: AccountRecord;
  /** The brand's own subreddit, and one of other people. */
  readonly subreddit: string;
  readonly foreign: string;
  readonly pictures: Map<string, { readonly bytes: Uint8Array; readonly mimeType: string }>;
  readonly now: () => Date;
}

/** The hand and the eyes of a customer in the network's own app. */
export class People {
  readonly #parts: Parts;
  /** Personas by the name of their account. */
  readonly known = new Map<string, Persona>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  accountOf(persona: Persona): AccountRecord {
    const account = this.#parts.store.account(persona.handle.replace(/^@/, '').replaceAll(/[^\w-]/g, '_'));
    this.known.set(account.name, persona);
    return account;
  }

  places(): Place[] {
    const { store, brand, subreddit, foreign } = this.#parts;
    const own = [...store.said.values()].filter((one) => one.kind === 't3' && one.author === brand.name);
    return [
      ...own
        .slice(-PLACES_SHOWN)
        .reverse()
        .map((post): Place => {
          const title = post.kind === 't3' ? post.title : '';
          const words = title.length > 40 ? `${title.slice(0, 39)}…` : title;
          return { id: `${POST_PREFIX}${fullname(post)}`, kind: 'post', isPublic: true, label: `Comment on: ${words}` };
        }),
      { id: WALL, kind: 'wall', isPublic: true, label: `A post in r/${subreddit}` },
      {
        id: ELSEWHERE,
        kind: 'elsewhere',
        isPublic: true,
        label: `A comment in r/${foreign} that names u/${brand.name}`,
      },
    ];
  }

  say(persona: Persona, said: Said): { id: string; thread: string } {
    const { store, subreddit, foreign, brand, now } = this.#parts;
    const { name } = this.accountOf(persona);
    const at = said.at ?? now();
    if (said.place === WALL && said.inReplyTo === undefined) {
      const [title = '', ...rest] = said.text.split('\n');
      const post = store.post(
        name,
        subreddit,
        said.subject ?? title,
        (said.subject ? said.text : rest.join('\n')).trim(),
        at,
      );
      return { id: fullname(post), thread: fullname(post) };
    }
    const isElsewhere = said.place === ELSEWHERE && said.inReplyTo === undefined;
    const parent =
      said.inReplyTo ??
      (isElsewhere
        ? fullname(store.post('a_stranger', foreign, 'What do you use?', '', at))
        : said.place.slice(POST_PREFIX.length));
    const mention = `u/${brand.name}`;
    const text = isElsewhere && !said.text.includes(mention) ? `${mention} ${said.text}` : said.text;
    const picture = this.#pictureOf(said.attachment);
    const comment = store.comment(name, parent, text, at, picture ? { picture } : {});
    return { id: fullname(comment), thread: `t3_${comment.postId}` };
  }

  edit(persona: Persona, id: string, text: string): void {
    const said = this.#own(persona, id);
    said.text = text;
    said.editedAt = this.#parts.now();
  }
  remove(persona: Persona, id: string): void {
    this.#own(persona, id).author = null;
  }
  vote(id: string): void {
    const said = this.#parts.store.said.get(id);
    if (said) said.score += 1;
  }

  /** Whom something of the company's reaches: the author above it, and the post's. */
  reachedBy(said: Record): Persona[] {
    if (said.kind === 't3') return [];
    const above = [said.parent, `t3_${said.postId}`].map((name) => this.#parts.store.said.get(name)?.author ?? '');
    return [...new Set(above)].flatMap((name) => this.known.get(name) ?? []);
  }

  view(persona: Persona): SeenThread[] {
    const { name } = this.accountOf(persona);
    const all = [...this.#parts.store.said.values()];
    const postOf = (one: Record) => (one.kind === 't3' ? one.id : one.postId);
    const posts = new Set(all.filter(({ author }) => author === name).map(postOf));
    const threads = [...posts].map((id): SeenThread => {
      const post = this.#parts.store.said.get(`t3_${id}`);
      const title = post?.kind === 't3' ? post.title : 'A post';
      const place: Place = { id: `${POST_PREFIX}t3_${id}`, kind: 'post', isPublic: true, label: title };
      const messages = all.filter((one) => postOf(one) === id).map((one) => this.seen(one, name));
      return { id: `t3_${id}`, place, title, messages };
    });
    const newest = ({ messages }: SeenThread) => Math.max(...messages.map(({ at }) => at.getTime()));
    return threads.toSorted((one, other) => newest(other) - newest(one));
  }

  seen(said: Record, me: string): SeenMessage {
    const { author, at, removedBy, score } = said;
    const text = said.kind === 't3' ? [said.title, said.text].filter(Boolean).join('\n\n') : said.text;
    return {
      id: fullname(said),
      by: author === me ? 'me' : author === this.#parts.brand.name ? 'company' : 'other',
      name: author ?? '[deleted]',
      text: author === null ? '' : text,
      at,
      ...(said.kind === 't1' ? { inReplyTo: said.parent } : {}),
      ...(author === null ? { isDeleted: true } : {}),
      ...(removedBy === null ? {} : { isHidden: true }),
      likes: score - 1,
      ...(said.kind === 't1' && said.picture ? { files: [said.picture.key] } : {}),
    };
  }

  /** What was said in an earlier run, under its old names. */
  remember(said: readonly Remembered[]): void {
    const { store, brand, subreddit } = this.#parts;
    store.isQuiet = true;
    for (const { id, thread, by, persona, text, at, inReplyTo } of said) {
      const author = by === 'person' && persona ? this.accountOf(persona).name : brand.name;
      if (id === thread) {
        const [title = '', ...rest] = text.split('\n');
        store.post(author, subreddit, title, rest.join('\n').trim(), at, id.slice(3));
        continue;
      }
      if (!store.said.has(thread)) store.post(brand.name, subreddit, 'An earlier post', '', at, thread.slice(3));
      const parent = inReplyTo !== undefined && store.said.has(inReplyTo) ? inReplyTo : thread;
      store.comment(author, parent, text, at, { id: id.slice(3) });
    }
    store.isQuiet = false;
  }

  #pictureOf(attachment: Said['attachment']) {
    if (!attachment) return undefined;
    const { bytes, mimeType } = attachment;
    if (!mimeType.startsWith('image/')) throw new Error('Comments on Reddit carry pictures only');
    const key = `p${this.#parts.store.nextId()}`;
    this.#parts.pictures.set(key, { bytes, mimeType });
    return { key, mimeType };
  }
  #own(persona: Persona, id: string): Record {
    const said = this.#parts.store.said.get(id);
    if (said?.author !== this.accountOf(persona).name) throw new Error('Only what one wrote oneself can be changed');
    return said;
  }
}
