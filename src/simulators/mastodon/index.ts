import type { AddressInfo } from 'node:net';
import { noFaults, type Persona, type SimulatedNetwork } from '../network.ts';
import { seeded } from '../personas/random.ts';
import { createMinter } from './ids.ts';
import { openPeople } from './people.ts';
import { createMastodonServer } from './server.ts';
import type { Account, Limits, State } from './state.ts';
import { accountView } from './views.ts';
import { type Written, write } from './writing.ts';

export interface MastodonSimulatorOptions {
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly seed: number;
  readonly now: () => Date;
  readonly token: string;
  readonly username: string;
  readonly name: string;
  /** Posts that stand there from the beginning, oldest first. */
  readonly posts?: readonly string[];
  /** Calls in five minutes; 300 on a real server. */
  readonly limit?: number;
}

export interface MastodonNetwork {
  readonly network: SimulatedNetwork;
  readonly url: string;
  /** The account's address, which names it in the whole network. */
  readonly address: string;
  readonly limits: Limits;
  readonly scopes: string[];
  /** `slowMedia`: how often a file is asked for before it is done. `unsearchable`: by the id of the account. */
  readonly dials: State['dials'];
  /** The person does not want their posts to be found by their words. */
  hideFromSearch(persona: Persona): void;
  /** The brand writes something in Mastodon's own pages. Gives the post's id. */
  publish(text: string, how?: Omit<Written, 'text' | 'replyTo'> & { readonly inReplyTo?: string }): string;
  close(): Promise<void>;
}

/** One server of Mastodon on loopback, with one account that matters. */
export async function startMastodon(options: MastodonSimulatorOptions): Promise<MastodonNetwork> {
  const { token, username, name, now, seed, posts = [], limit = 300 } = options;
  const brand: Account = {
    id: '101',
    username,
    acct: username,
    name,
    url: `https://kettle.example/@${username}`,
    followers: 4_210,
  };
  const state: State = {
    url: '',
    brand,
    token,
    scopes: ['read', 'write'],
    limits: { maxCharacters: 500, maxFiles: 4, charactersPerUrl: 23, imageBytes: 16_777_216, apiVersion: 10 },
    accounts: new Map([[brand.id, brand]]),
    posts: new Map(),
    notices: [],
    media: new Map(),
    keys: new Map(),
    dials: { slowMedia: 0, hasSearch: true, unsearchable: new Set() },
    faults: noFaults(),
    now,
    random: seeded(seed),
    newId: createMinter(),
    listeners: new Set(),
    known: new Map(),
  };
  const people = openPeople(state);
  const server = createMastodonServer(state, limit);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const text of posts) write(state, brand, { text });

  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    return closing;
  };

  return {
    network: {
      channel: 'mastodon',
      name: 'Mastodon',
      faults: state.faults,
      places: () => people.places(),
      say: async (persona, said) => people.say(persona, said),
      edit: async (persona, id, text) => people.edit(persona, id, text),
      remove: async (persona, id) => people.remove(persona, id),
      react: async (persona, id, emoji) => people.react(persona, id, emoji),
      view: (persona) => people.view(persona),
      remember: (said) => people.remember(said),
      onAnswer(listener) {
        state.listeners.add(listener);
        return () => state.listeners.delete(listener);
      },
      async settled() {}, // everything is asked for: what was said is ready to be read at once
      close,
    },
    url: state.url,
    address: accountView(brand).url,
    limits: state.limits,
    scopes: state.scopes,
    dials: state.dials,
    hideFromSearch: (persona) => void state.dials.unsearchable.add(people.accountOf(persona).id),
    publish(text, { inReplyTo, ...how } = {}) {
      const replyTo = inReplyTo === undefined ? null : (state.posts.get(inReplyTo) ?? null);
      return write(state, brand, { text, replyTo, ...how }).id;
    },
    close,
  };
}
