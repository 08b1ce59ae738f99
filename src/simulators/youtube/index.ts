import { createLag } from '../lag.ts';
import { type Answer, type Faults, noFaults, type SimulatedNetwork } from '../network.ts';
import { createRandom } from '../random.ts';
import { type Client, OAuth } from './oauth.ts';
import { People } from './people.ts';
import { Quota } from './quota.ts';
import { type Manners, reading } from './reading.ts';
import { listen } from './server.ts';
import { type ChannelRecord, channelIdFor, type State, Store } from './store.ts';
import { Views } from './views.ts';
import { writing } from './writing.ts';

export interface YouTubeNetworkOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly seed?: number;
  readonly now?: () => Date;
  readonly brand: { readonly title: string; readonly handle: string };
  readonly client?: Client;
  /** Titles of videos that stand there from the beginning, oldest first. */
  readonly videos?: readonly string[];
  /** Units in a day; 10,000 on the real network. */
  readonly quota?: number;
}

export interface YouTubeNetwork extends SimulatedNetwork {
  /** What stands for Google's hosts: `/token` and `/youtube/v3`. */
  readonly url: string;
  readonly brand: ChannelRecord;
  readonly client: Client;
  readonly oauth: OAuth;
  readonly quota: Quota;
  readonly manners: Manners;
  upload(title: string, at?: Date): { readonly id: string };
  /** The company writes in the network's own app. */
  comment(videoId: string, text: string, inReplyTo?: string): { readonly id: string };
  /** What YouTube itself, or somebody in YouTube Studio, makes of a comment. */
  moderate(commentId: string, state: State): void;
  /** The author's account goes, the comment stays. */
  forgetAuthor(commentId: string): void;
  closeComments(videoId: string): void;
}

const USUAL: Client = {
  id: '123456789-simulated.apps.googleusercontent.com',
  secret: 'GOCSPX-simulated',
  refreshToken: '1//0g-simulated',
};

export async function startYouTube(options: YouTubeNetworkOptions): Promise<YouTubeNetwork> {
  const { seed = 1, now = () => new Date(), client = USUAL, brand: wanted, port = 0 } = options;
  const faults: Faults = noFaults();
  const random = createRandom(seed);
  const store = new Store(seed);
  const brand = { id: channelIdFor(`brand ${wanted.handle}`), ...wanted, subscribers: 8_400 };
  store.channels.set(brand.id, brand);
  for (const title of options.videos ?? []) store.addVideo(brand.id, title, now());
  const oauth = new OAuth(client, faults, now);
  const quota = new Quota(options.quota ?? 10_000, now);
  const views = new Views(store, brand.id);
  const people = new People(store, brand, now);
  const manners: Manners = { missesLoudly: false, refusesClosed: false };
  const lag = createLag(faults, random, now);
  const endpoints = { ...reading(store, views, brand.id, lag, manners), ...writing(store, views, brand.id, now) };
  const { server, url } = await listen(port, { endpoints, oauth, quota, faults, lag, random });

  const listeners = new Set<(answer: Answer) => void>();
  store.onComment((comment) => {
    if (comment.authorId !== brand.id) return;
    for (const persona of people.reachedBy(comment)) {
      const message = people.seen(comment, '');
      const answer = { persona: persona.id, thread: comment.parentId ?? comment.id, message, isPublic: true };
      for (const listener of listeners) listener(answer);
    }
  });
  const known = (id: string) => {
    const comment = store.comments.get(id);
    if (!comment) throw new Error(`There is no comment ${id}`);
    return comment;
  };

  return {
    channel: 'youtube',
    name: 'YouTube',
    faults,
    url,
    brand,
    client,
    oauth,
    quota,
    manners,
    upload: (title, at = now()) => store.addVideo(brand.id, title, at),
    comment(videoId, text, inReplyTo) {
      const parent = inReplyTo === undefined ? undefined : known(inReplyTo);
      const parentId = parent ? (parent.parentId ?? parent.id) : null;
      return store.write({ videoId, parentId, authorId: brand.id, text, at: now() });
    },
    moderate(id, state) {
      known(id).state = state;
    },
    forgetAuthor(id) {
      known(id).authorId = null;
    },
    closeComments(videoId) {
      const video = store.videos.get(videoId);
      if (video) video.hasComments = false;
    },
    places: () => people.places(),
    say: async (persona, said) => people.say(persona, said),
    edit: async (persona, id, text) => people.edit(persona, id, text),
    remove: async (persona, id) => people.remove(persona, id),
    react: async (_persona, id) => people.like(id),
    view: (persona) => people.view(persona),
    remember: (said) => people.remember(said),
    onAnswer(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async settled() {}, // everything is polled: what was said is ready to be read at once
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
