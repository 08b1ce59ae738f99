import { cidFor, createClock } from './ids.ts';

export interface Account {
  readonly did: string;
  readonly handle: string;
  readonly displayName: string;
  readonly followers: number;
  readonly createdAt: Date;
}

export interface StrongRef {
  readonly uri: string;
  readonly cid: string;
}
export interface PostValue {
  readonly $type: string;
  readonly text: string;
  readonly createdAt: string;
  /** As the author's app claims them. */
  readonly langs?: readonly string[];
  readonly facets?: readonly {
    readonly index: { byteStart: number; byteEnd: number };
    readonly features: readonly Record<string, string>[];
  }[];
  readonly reply?: { readonly root: StrongRef; readonly parent: StrongRef };
  readonly embed?: Record<string, unknown>;
}
export interface StoredRecord<Value = Readonly<Record<string, unknown>>> {
  readonly uri: string;
  readonly cid: string;
  readonly did: string;
  readonly collection: string;
  readonly rkey: string;
  readonly value: Value;
  readonly indexedAt: Date;
}
export type Post = StoredRecord<PostValue>;

export interface Notice {
  readonly to: string;
  readonly reason: string;
  readonly reasonSubject: string | undefined;
  readonly record: StoredRecord;
}

export const POST = 'app.bsky.feed.post';
export const LIKE = 'app.bsky.feed.like';
export const REPOST = 'app.bsky.feed.repost';

/** Everything the network holds in public, with the indexes that its reading half keeps. */
export class Store {
  readonly accounts = new Map<string, Account>();
  readonly records = new Map<string, StoredRecord>();
  /** Oldest first. */
  readonly posts: Post[] = [];
  readonly notices: Notice[] = [];
  readonly blobs = new Map<string, { readonly bytes: Uint8Array; readonly mimeType: string; readonly did: string }>();
  /** Posts whose authors do not let them be quoted. */
  readonly closedToQuotes = new Set<string>();
  /** What the search service chokes on, for as long as it stands here. */
  readonly oddSearches = new Set<string>();
  /** What points at a post: `like`, `repost`, `reply`, `quote` and the post's address, to the addresses that do. */
  readonly #pointing = new Map<string, Set<string>>();
  readonly nextTid = createClock(7);
  readonly #listeners = new Set<(record: StoredRecord) => void>();

  account(actor: string): Account | undefined {
    const known = this.accounts.get(actor);
    if (known || actor.startsWith('did:')) return known;
    return [...this.accounts.values()].find(({ handle }) => handle === actor.toLowerCase());
  }

  post(uri: string): Post | undefined {
    const record = this.records.get(uri);
    return record?.collection === POST ? (record as unknown as Post) : undefined;
  }

  pointingAt(uri: string, how: 'like' | 'repost' | 'reply' | 'quote'): readonly string[] {
    return [...(this.#pointing.get(`${how} ${uri}`) ?? [])];
  }
  countOf(uri: string, how: 'like' | 'repost' | 'reply' | 'quote'): number {
    return this.#pointing.get(`${how} ${uri}`)?.size ?? 0;
  }

  onWrite(listener: (record: StoredRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Writes a record, or leaves it as it is when the same stands there already. */
  put(
    did: string,
    collection: string,
    rkey: string,
    value: Readonly<Record<string, unknown>>,
    indexedAt: Date,
  ): StoredRecord {
    const uri = `at://${did}/${collection}/${rkey}`;
    const cid = cidFor(value);
    const old = this.records.get(uri);
    if (old?.cid === cid) return old;
    if (old) this.remove(uri);
    const record: StoredRecord = { uri, cid, did, collection, rkey, value, indexedAt: old?.indexedAt ?? indexedAt };
    this.records.set(uri, record);
    if (collection === POST) insertSorted(this.posts, record as unknown as Post, ({ indexedAt: at }) => at.getTime());
    for (const pointer of pointersOf(record)) {
      const set = this.#pointing.get(pointer) ?? new Set();
      this.#pointing.set(pointer, set.add(uri));
    }
    for (const notice of noticesOf(record, this))
      insertSorted(this.notices, notice, ({ record: { indexedAt: at } }) => at.getTime());
    for (const listener of this.#listeners) listener(record);
    return record;
  }

  /** False when there was nothing. */
  remove(uri: string): boolean {
    const record = this.records.get(uri);
    if (!record) return false;
    this.records.delete(uri);
    for (const pointer of pointersOf(record)) this.#pointing.get(pointer)?.delete(uri);
    drop(this.posts, (post) => post.uri === uri);
    drop(this.notices, (notice) => notice.record.uri === uri);
    return true;
  }
}

function insertSorted<Item>(items: Item[], item: Item, time: (item: Item) => number): void {
  let at = items.length;
  while (at > 0 && time(items[at - 1]!) > time(item)) at -= 1;
  items.splice(at, 0, item);
}

function drop<Item>(items: Item[], isIt: (item: Item) => boolean): void {
  for (let at = items.length - 1; at >= 0; at -= 1) if (isIt(items[at]!)) items.splice(at, 1);
}

export function quotedBy(value: PostValue): string | undefined {
  const embed = value.embed;
  if (embed?.$type === 'app.bsky.embed.record') return (embed.record as StrongRef).uri;
  if (embed?.$type === 'app.bsky.embed.recordWithMedia') return (embed.record as { record: StrongRef }).record.uri;
  return undefined;
}

const subjectOf = (record: StoredRecord): string => (record.value.subject as StrongRef).uri;

function pointersOf(record: StoredRecord): string[] {
  if (record.collection === LIKE) return [`like ${subjectOf(record)}`];
  if (record.collection === REPOST) return [`repost ${subjectOf(record)}`];
  if (record.collection !== POST) return [];
  const value = record.value as unknown as PostValue;
  const quoted = quotedBy(value);
  return [...(value.reply ? [`reply ${value.reply.parent.uri}`] : []), ...(quoted ? [`quote ${quoted}`] : [])];
}

const ownerOf = (uri: string): string => uri.split('/')[2] ?? '';

/** Who is told of a record, and why. One is told once of one post, by the closest reason. */
function noticesOf(record: StoredRecord, store: Store): Notice[] {
  const told = new Map<string, Notice>();
  const tell = (to: string, reason: string, reasonSubject: string | undefined) => {
    if (to !== record.did && !told.has(to) && store.accounts.has(to))
      told.set(to, { to, reason, reasonSubject, record });
  };
  if (record.collection === LIKE) tell(ownerOf(subjectOf(record)), 'like', subjectOf(record));
  if (record.collection === REPOST) tell(ownerOf(subjectOf(record)), 'repost', subjectOf(record));
  if (record.collection === 'app.bsky.graph.follow') tell(String(record.value.subject), 'follow', undefined);
  if (record.collection !== POST) return [...told.values()];
  const value = record.value as unknown as PostValue;
  if (value.reply) tell(ownerOf(value.reply.parent.uri), 'reply', value.reply.parent.uri);
  for (const { features } of value.facets ?? [])
    for (const { did } of features) if (did) tell(did, 'mention', undefined);
  const quoted = quotedBy(value);
  if (quoted) tell(ownerOf(quoted), 'quote', quoted);
  if (value.reply) tell(ownerOf(value.reply.root.uri), 'reply', value.reply.root.uri);
  return [...told.values()];
}
