import { createLag } from '../lag.ts';
import { type Answer, type Faults, noFaults, type SimulatedNetwork } from '../network.ts';
import { createRandom } from '../random.ts';
import { type Client, OAuth } from './oauth.ts';
import { People } from './people.ts';
import { reading } from './reading.ts';
import { listen } from './server.ts';
import { fullname, type Said, Store } from './store.ts';
import { Views } from './views.ts';
import { type Karma, writing } from './writing.ts';

export interface RedditNetworkOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly seed?: number;
  readonly now?: () => Date;
  /** `subreddit`: the one the brand runs. */
  readonly brand: { readonly name: string; readonly subreddit: string };
  readonly client?: Client;
  /** Titles of the brand's posts that stand there from the beginning, oldest first. */
  readonly posts?: readonly string[];
}

export interface RedditNetwork extends SimulatedNetwork {
  /** What stands for Reddit's two hosts. */
  readonly url: string;
  /** `id`: the fullname of the account. */
  readonly brand: { readonly id: string; readonly name: string; readonly subreddit: string };
  /** A subreddit of other people. */
  readonly foreign: string;
  readonly client: Client;
  readonly oauth: OAuth;
  readonly karma: Karma;
  /** Calls in ten minutes. */
  readonly limit: { count: number };
  readonly store: Store;
  /** From now on, searches of which this holds are refused. */
  refuseSearch(isOdd: (query: string) => boolean): void;
  /** Somebody posts, in any subreddit. */
  post(author: string, subreddit: string, title: string, text?: string, at?: Date): { readonly id: string };
  /** Somebody comments; the brand as well, in the network's own app. */
  comment(author: string, parent: string, text: string): { readonly id: string };
  /** Moderators or machines take something away, or bring it back. */
  moderate(id: string, removedBy: Said['removedBy']): void;
  lock(postId: string): void;
  /** What is left of private messages. */
  write(author: string, subject: string, text: string): { readonly id: string };
}

const USUAL: Client = { id: 'simulated-client', secret: 'simulated-secret', refreshToken: '1000-simulated' };
const FOREIGN = 'tea';

export async function startReddit(options: RedditNetworkOptions): Promise<RedditNetwork> {
  const { seed = 1, now = () => new Date(), client = USUAL, brand: wanted, port = 0 } = options;
  const faults: Faults = noFaults();
  const random = createRandom(seed);
  const store = new Store(seed);
  const viewer = store.account(wanted.name);
  store.subreddit(wanted.subreddit, [wanted.name]);
  store.subreddit(FOREIGN);
  for (const title of options.posts ?? []) store.post(viewer.name, wanted.subreddit, title, '', now());
  const pictures = new Map<string, { bytes: Uint8Array; mimeType: string }>();
  let url = '';
  const views = new Views(store, viewer, () => url);
  const oauth = new OAuth(client, faults, now);
  const karma: Karma = { waitSeconds: 0 };
  const limit = { count: 1_000 };
  let odd = (_query: string): boolean => false;
  const lag = createLag(faults, random, now);
  const people = new People({ store, brand: viewer, subreddit: wanted.subreddit, foreign: FOREIGN, pictures, now });
  const routes = [
    ...reading({ store, views, viewer, lag, now, isOdd: (query) => odd(query) }),
    ...writing(store, views, viewer, karma, now),
  ];
  const started = await listen(port, { routes, oauth, faults, lag, random, now, limit, pictures });
  url = started.url;

  const listeners = new Set<(answer: Answer) => void>();
  store.onSaid((said) => {
    if (said.author !== viewer.name || said.kind !== 't1') return;
    for (const persona of people.reachedBy(said)) {
      const message = people.seen(said, '');
      const answer = { persona: persona.id, thread: `t3_${said.postId}`, message, isPublic: true };
      for (const listener of listeners) listener(answer);
    }
  });

  return {
    channel: 'reddit',
    name: 'Reddit',
    faults,
    url,
    brand: { id: `t2_${viewer.id}`, name: viewer.name, subreddit: wanted.subreddit },
    foreign: FOREIGN,
    client,
    oauth,
    karma,
    limit,
    store,
    refuseSearch(isOdd) {
      odd = isOdd;
    },
    post: (author, subreddit, title, text = '', at = now()) => {
      store.subreddit(subreddit);
      return { id: fullname(store.post(store.account(author).name, subreddit, title, text, at)) };
    },
    comment: (author, parent, text) => ({
      id: fullname(store.comment(store.account(author).name, parent, text, now())),
    }),
    moderate(id, removedBy) {
      const said = store.said.get(id);
      if (said) said.removedBy = removedBy;
    },
    lock(postId) {
      const post = store.said.get(postId);
      if (post?.kind === 't3') post.isLocked = true;
    },
    write(author, subject, text) {
      const id = store.nextId();
      store.messages.push({
        kind: 't4',
        id,
        author: store.account(author).name,
        to: viewer.name,
        subject,
        text,
        at: now(),
      });
      return { id: `t4_${id}` };
    },
    places: () => people.places(),
    say: async (persona, said) => people.say(persona, said),
    edit: async (persona, id, text) => people.edit(persona, id, text),
    remove: async (persona, id) => people.remove(persona, id),
    react: async (_persona, id) => people.vote(id),
    view: (persona) => people.view(persona),
    remember: (said) => people.remember(said),
    onAnswer(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async settled() {}, // everything is polled: what was said is ready to be read at once
    async close() {
      started.server.closeAllConnections();
      await new Promise<void>((resolve) => started.server.close(() => resolve()));
    },
  };
}
