import type { Persona, Place, Remembered, Said, SeenMessage, SeenThread } from '../network.ts';
import { type ChannelRecord, type CommentRecord, channelIdFor, type Store } from './store.ts';

const POST_PREFIX = 'post:';
const PLACES_SHOWN = 5;

/** The hand and the eyes of a customer in the network's own app. */
export class People {
  readonly #store: Store;
  readonly #brand: ChannelRecord;
  readonly #now: () => Date;
  /** Personas by their channel. */
  readonly known = new Map<string, Persona>();

  constructor(store: Store, brand: ChannelRecord, now: () => Date) {
    this.#store = store;
    this.#brand = brand;
    this.#now = now;
  }

  channelOf(persona: Persona): ChannelRecord {
    const id = channelIdFor(`persona ${persona.id}`);
    this.known.set(id, persona);
    const { name: title, handle, followers: subscribers = 0 } = persona;
    const channel = this.#store.channels.get(id) ?? { id, title, handle: handle.replace(/^@/, ''), subscribers };
    this.#store.channels.set(id, channel);
    return channel;
  }

  places(): Place[] {
    const videos = [...this.#store.videos.values()].filter(({ channelId }) => channelId === this.#brand.id);
    return videos
      .slice(-PLACES_SHOWN)
      .reverse()
      .map(({ id, title }) => ({
        id: `${POST_PREFIX}${id}`,
        kind: 'post',
        isPublic: true,
        label: `Comment on: ${title.length > 40 ? `${title.slice(0, 39)}…` : title}`,
      }));
  }

  say(persona: Persona, said: Said): { id: string; thread: string } {
    if (said.attachment) throw new Error('Comments on YouTube carry no files');
    const { id: authorId } = this.channelOf(persona);
    const answered = said.inReplyTo === undefined ? undefined : this.#known(said.inReplyTo);
    const videoId = answered?.videoId ?? said.place.slice(POST_PREFIX.length);
    if (!this.#store.videos.has(videoId)) throw new Error(`There is no video ${videoId}`);
    const parentId = answered ? (answered.parentId ?? answered.id) : null;
    const at = said.at ?? this.#now();
    const { id } = this.#store.write({ videoId, parentId, authorId, text: said.text, at });
    return { id, thread: videoId };
  }

  edit(persona: Persona, id: string, text: string): void {
    const comment = this.#own(persona, id);
    comment.text = text;
    comment.editedAt = this.#now();
  }
  remove(persona: Persona, id: string): void {
    this.#store.remove(this.#own(persona, id).id);
  }
  like(id: string): void {
    this.#known(id).likes += 1;
  }

  /** Whom a comment of the company's reaches: those who write below the same comment. */
  reachedBy(comment: CommentRecord): Persona[] {
    const top = comment.parentId;
    const authors = [...this.#store.comments.values()].filter(({ id, parentId }) => id === top || parentId === top);
    const ids = new Set(top === null ? [] : authors.map(({ authorId }) => authorId ?? ''));
    return [...ids].flatMap((id) => this.known.get(id) ?? []);
  }

  view(persona: Persona): SeenThread[] {
    const { id: me } = this.channelOf(persona);
    const all = [...this.#store.comments.values()];
    const tops = new Set(all.filter(({ authorId }) => authorId === me).map(({ id, parentId }) => parentId ?? id));
    const threads = [...tops].flatMap((top) => {
      const comments = all.filter(({ id, parentId }) => id === top || parentId === top);
      const video = this.#store.videos.get(comments[0]?.videoId ?? '');
      if (!video) return [];
      const place: Place = {
        id: `${POST_PREFIX}${video.id}`,
        kind: 'post',
        isPublic: true,
        label: `Comment on: ${video.title}`,
      };
      const messages = comments.map((comment) => this.seen(comment, me));
      return [{ id: top, place, title: video.title, messages }];
    });
    const newest = ({ messages }: SeenThread) => Math.max(...messages.map(({ at }) => at.getTime()));
    return threads.toSorted((one, other) => newest(other) - newest(one));
  }

  seen(comment: CommentRecord, me: string): SeenMessage {
    const { id, authorId, text, at, parentId, state, likes } = comment;
    return {
      id,
      by: authorId === me ? 'me' : authorId === this.#brand.id ? 'company' : 'other',
      name: this.#store.channels.get(authorId ?? '')?.title ?? '',
      text,
      at,
      ...(parentId === null ? {} : { inReplyTo: parentId }),
      ...(state === 'published' ? {} : { isHidden: true }),
      likes,
    };
  }

  /** Comments of an earlier run, under their old ids. */
  remember(said: readonly Remembered[]): void {
    for (const { id, thread, by, persona, text, at, inReplyTo } of said) {
      const author = by === 'person' && persona ? this.channelOf(persona) : this.#brand;
      if (!this.#store.videos.has(thread)) {
        const video = { id: thread, channelId: this.#brand.id, title: 'An earlier video', description: '', at };
        this.#store.videos.set(thread, { ...video, likes: 0, hasComments: true });
      }
      const parentId = inReplyTo === undefined ? null : (inReplyTo.split('.')[0] ?? inReplyTo);
      const facts = { id, videoId: thread, parentId, authorId: author.id, text, at, editedAt: at };
      this.#store.comments.set(id, { ...facts, state: 'published', likes: 0 });
    }
  }

  #known(id: string): CommentRecord {
    const comment = this.#store.comments.get(id);
    if (!comment) throw new Error(`There is no comment ${id}`);
    return comment;
  }
  #own(persona: Persona, id: string): CommentRecord {
    const comment = this.#known(id);
    if (comment.authorId !== this.channelOf(persona).id) throw new Error('Only what one wrote oneself can be changed');
    return comment;
  }
}
