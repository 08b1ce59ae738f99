import type {
  Answer,
  Persona,
  Place,
  Said,
  SeenMessage,
  SeenThread,
  SimulatedNetwork,
} from '../../src/simulators/network.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { until } from '../product/until.ts';
import { type RealAccount, signUp } from './account.ts';
import type { ChatService } from './chat-service.ts';
import type { Atproto } from './start.mjs';

export interface RealPeople extends SimulatedNetwork {
  readonly brand: RealAccount;
  remove(persona: Persona, messageId: string): Promise<void>;
  react(persona: Persona, messageId: string, emoji: string): Promise<void>;
  accountOf(persona: Persona): Promise<RealAccount>;
  /** Reads everything anew, so that `view` and the listeners know what stands there. */
  refresh(): Promise<void>;
}
interface BrandPost {
  readonly uri: string;
  readonly cid: string;
  readonly text: string;
}

const POST = 'app.bsky.feed.post';
const DIRECT = 'direct';

/** People with accounts on a real network, through the same hand as those of the simulated one. */
export async function meetPeople(
  network: Atproto,
  chat: ChatService,
  brandHandle: string,
  brandName: string,
): Promise<RealPeople> {
  const faults = noFaults();
  const accounts = new Map<string, RealAccount>();
  const names = new Map<string, string>();
  const posts: BrandPost[] = [];
  const roots = new Set<string>();
  const views = new Map<string, SeenThread>();
  const listeners = new Set<(answer: Answer) => void>();
  const told = new Set<string>();

  async function join(handle: string, name: string): Promise<RealAccount> {
    const account = await signUp(network, handle, name);
    names.set(account.did, name);
    chat.know({ did: account.did, handle, displayName: name, followers: 0, createdAt: new Date() });
    return account;
  }
  async function accountOf({ id, handle, name }: Persona): Promise<RealAccount> {
    const known = accounts.get(id);
    if (known) return known;
    const account = await join(`${handle.replace(/\..*$/, '')}.test`, name);
    accounts.set(id, account);
    return account;
  }

  const brand = await join(brandHandle, brandName);
  const declaration = { $type: 'chat.bsky.actor.declaration', allowIncoming: 'all' };
  await brand.ask('com.atproto.repo.putRecord', {
    body: { repo: brand.did, collection: declaration.$type, rkey: 'self', record: declaration },
  });
  const text = 'The Kettle 3 is here ☕';
  const first = await brand.write(POST, { text });
  posts.push({ ...first, text });
  roots.add(first.uri);

  const placeOfPost = (post: BrandPost): Place => ({
    id: post.uri,
    kind: 'post',
    isPublic: true,
    label: `Answer to: ${post.text}`,
  });
  const DIRECT_PLACE: Place = {
    id: DIRECT,
    kind: 'direct',
    isPublic: false,
    label: `A direct message to ${brandName}`,
  };
  const WALL_PLACE: Place = { id: 'wall', kind: 'wall', isPublic: true, label: `A post that mentions @${brandHandle}` };

  async function refOf(uri: string): Promise<{ readonly uri: string; readonly cid: string; readonly root: unknown }> {
    // A thread may show it before it can be had by its name.
    const post = await until(`the post ${uri}`, async () => {
      const { posts: found } = (await brand.ask('app.bsky.feed.getPosts', { query: { uris: uri } })) as {
        posts: { cid: string; record: { reply?: { root: unknown } } }[];
      };
      return found[0];
    });
    return { uri, cid: post.cid, root: post.record.reply?.root ?? { uri, cid: post.cid } };
  }

  async function sayPublicly(account: RealAccount, said: Said) {
    const parentUri = said.inReplyTo ?? (said.place.startsWith('at://') ? said.place : undefined);
    const parent = parentUri === undefined ? undefined : await refOf(parentUri);
    const mention = `@${brandHandle}`;
    const words = said.place === 'wall' && !said.text.includes(mention) ? `${mention} ${said.text}` : said.text;
    const at = words.indexOf(mention);
    const byteStart = Buffer.byteLength(words.slice(0, Math.max(0, at)));
    const index = { byteStart, byteEnd: byteStart + Buffer.byteLength(mention) };
    const facets = at < 0 ? [] : [{ index, features: [{ $type: 'app.bsky.richtext.facet#mention', did: brand.did }] }];
    const reply = parent && { root: parent.root, parent: { uri: parent.uri, cid: parent.cid } };
    const embed = said.attachment && (await pictureOf(account, said.attachment));
    const { uri } = await account.write(POST, {
      text: words,
      ...(facets.length > 0 ? { facets } : {}),
      ...(reply ? { reply } : {}),
      ...(embed ? { embed } : {}),
    });
    const root = parent ? String((parent.root as { uri: string }).uri) : uri;
    roots.add(root);
    return { id: uri, thread: root };
  }

  async function sayPrivately(account: RealAccount, said: Said) {
    const { convo } = (await account.ask('chat.bsky.convo.getConvoForMembers', {
      query: { members: brand.did },
      proxy: chat.proxy,
    })) as {
      convo: { id: string };
    };
    const body = { convoId: convo.id, message: { text: said.text } };
    const { id } = await account.ask('chat.bsky.convo.sendMessage', { body, proxy: chat.proxy });
    return { id: String(id), thread: convo.id };
  }

  async function readThread(root: string): Promise<SeenThread | null> {
    const observer = [...accounts.values()][0] ?? brand;
    const answer = await observer
      .ask('app.bsky.feed.getPostThread', { query: { uri: root, depth: 10 } })
      .catch(() => null);
    if (!answer) return null;
    const messages: SeenMessage[] = [];
    collect(answer.thread as Node, messages, (did) => ({
      by: did === brand.did ? 'company' : 'other',
      name: names.get(did) ?? did,
    }));
    const isOurs = root.includes(brand.did);
    const place = isOurs ? placeOfPost({ uri: root, cid: '', text: messages[0]?.text ?? '' }) : WALL_PLACE;
    return { id: root, place, title: messages[0]?.text ?? '', messages };
  }

  async function refresh(): Promise<void> {
    for (const root of roots) {
      const thread = await readThread(root);
      if (thread) views.set(root, thread);
      else views.delete(root);
    }
    const people = [...accounts].map(([persona, { did }]) => ({ persona, did }));
    for (const thread of views.values()) {
      for (const message of thread.messages.filter(({ by }) => by === 'company')) {
        const person = people.find(({ did }) => message.inReplyTo?.includes(did));
        if (!person || told.has(message.id)) continue;
        told.add(message.id);
        for (const listener of listeners)
          listener({ persona: person.persona, thread: thread.id, message, isPublic: true });
      }
    }
  }

  function directView(did: string): SeenThread[] {
    const convos = [...chat.chat.convos.values()].filter(({ members }) => members.includes(did));
    return convos.map(({ id, messages }) => ({
      id,
      place: DIRECT_PLACE,
      title: brandName,
      messages: messages.map((one) => ({
        id: one.id,
        by: one.by === did ? 'me' : 'company',
        name: names.get(one.by) ?? one.by,
        text: one.text,
        at: one.at,
      })),
    }));
  }

  return {
    channel: 'bluesky',
    name: 'Bluesky, the real network',
    faults,
    brand,
    accountOf,
    refresh,
    places: () => [...posts.map(placeOfPost), WALL_PLACE, DIRECT_PLACE],
    async say(persona, said) {
      const account = await accountOf(persona);
      const done = said.place === DIRECT ? await sayPrivately(account, said) : await sayPublicly(account, said);
      await refresh();
      return done;
    },
    async remove(persona, id) {
      const account = await accountOf(persona);
      await account.ask('com.atproto.repo.deleteRecord', {
        body: { repo: account.did, collection: POST, rkey: id.split('/').at(-1) },
      });
      await until('the post is gone', async () => {
        const { posts: left } = await account.ask('app.bsky.feed.getPosts', { query: { uris: id } });
        return (left as unknown[]).length === 0;
      });
      await refresh();
    },
    async react(persona, id, emoji) {
      const account = await accountOf(persona);
      const { uri, cid } = await refOf(id);
      await account.write(emoji === 'repost' ? 'app.bsky.feed.repost' : 'app.bsky.feed.like', {
        subject: { uri, cid },
      });
    },
    view(persona) {
      const did = accounts.get(persona.id)?.did ?? '';
      const mine = [...views.values()].filter(({ messages }) => messages.some(({ id }) => id.includes(did)));
      return [...mine, ...directView(did)];
    },
    remember() {}, // a network that ended is gone, and the next one begins empty
    onAnswer(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async settled() {},
    async close() {},
  };
}

async function pictureOf(account: RealAccount, { name, bytes, mimeType }: NonNullable<Said['attachment']>) {
  const { blob } = await account.ask('com.atproto.repo.uploadBlob', { blob: { bytes, mimeType } });
  return { $type: 'app.bsky.embed.images', images: [{ alt: name, image: blob }] };
}

interface Node {
  readonly $type: string;
  readonly post?: {
    readonly uri: string;
    readonly author: { readonly did: string };
    readonly record: { readonly text: string; readonly reply?: { readonly parent: { readonly uri: string } } };
    readonly indexedAt: string;
    readonly likeCount: number;
  };
  readonly replies?: readonly Node[];
}

function collect(
  { post, replies }: Node,
  into: SeenMessage[],
  by: (did: string) => Pick<SeenMessage, 'by' | 'name'>,
): void {
  if (post) {
    const { uri, author, record, indexedAt, likeCount } = post;
    const inReplyTo = record.reply?.parent.uri;
    into.push({
      id: uri,
      ...by(author.did),
      text: record.text,
      at: new Date(indexedAt),
      likes: likeCount,
      ...(inReplyTo ? { inReplyTo } : {}),
    });
  }
  for (const reply of replies ?? []) collect(reply, into, by);
}
