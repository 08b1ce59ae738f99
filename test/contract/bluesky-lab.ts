import { afterEach, beforeEach } from 'vitest';
import type { BlueskyCredentials } from '../../src/connectors/bluesky/credentials.ts';
import { createBluesky } from '../../src/connectors/bluesky/index.ts';
import type { Connector } from '../../src/core/channel/connector.ts';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing, OutgoingAttachment, SendOutcome } from '../../src/core/channel/outgoing.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { type BlueskyBrand, type BlueskyNetwork, startBluesky } from '../../src/simulators/bluesky/index.ts';
import type { Persona } from '../../src/simulators/network.ts';
import { type Pulls, pullsOf } from './bluesky-pulls.ts';
import { IDA } from './bluesky-world.ts';

const BRAND: BlueskyBrand = {
  handle: 'kettleco.test',
  name: 'Kettle & Co.',
  password: 'mqk3-vnte-b5ez-bbcl',
  posts: ['Autumn is here'],
};

export interface Lab {
  network: BlueskyNetwork;
  account: ExternalAccountId;
  credentials: BlueskyCredentials;
  pulls: Pulls;
  connector: Connector<BlueskyCredentials>;
  /** Names of the calls that went out. */
  calls: string[];
  /** Another network of another brand, from here on. */
  restart(brand: Partial<BlueskyBrand>): Promise<void>;
  /** Credentials as the form makes them, with these fields changed. */
  formed(change?: object): BlueskyCredentials;
  /** From here on with other credentials. */
  use(change?: object): void;
  arrived(): Promise<ChannelEvent[]>;
  /** Somebody says something, and it arrives. */
  hear(place: string, text: string, who?: Persona): Promise<MessageEvent>;
  send(act: Outgoing): Promise<SendOutcome>;
  /** Everything that stands in this person's threads. */
  texts(who?: Persona): string[];
}

export const messages = (events: readonly ChannelEvent[]) =>
  events.filter((event): event is MessageEvent => event.kind === 'message');

/** 800 by 600, as far as its head says. */
export const picture = (rest: Partial<OutgoingAttachment>): OutgoingAttachment => {
  const bytes = Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d494844520000032000000258080600', 'hex'));
  return { name: 'lid.png', mimeType: 'image/png', sizeBytes: bytes.length, read: async () => bytes, ...rest };
};

/** A simulated network and a connected account, new for each test. */
export function openLab(): Lab {
  const lab = {
    async restart(brand) {
      await lab.network.close();
      lab.network = await startBluesky({ seed: 3, brand: { ...BRAND, ...brand } });
      lab.use();
    },
    formed(change = {}) {
      const { url } = lab.network;
      const form = { service: url, identifier: BRAND.handle, appPassword: BRAND.password, keywords: 'teapot' };
      const result = lab.connector.credentials.parse({ ...form, ...change });
      if (!result.ok) throw new Error(JSON.stringify(result.errors));
      return result.value;
    },
    use(change) {
      lab.account = lab.network.brand.did as ExternalAccountId;
      lab.credentials = lab.formed(change);
      lab.pulls = pullsOf(lab.connector, lab.credentials, lab.account);
    },
    async arrived() {
      const events: ChannelEvent[] = [];
      const context = { account: lab.account, settings: {}, receivedAt: new Date() };
      for (const entry of await lab.pulls.arrived()) events.push(...(await lab.connector.parse(entry, context)));
      return events;
    },
    async hear(place, text, who = IDA) {
      const { id } = await lab.network.say(who, { place, text });
      const event = messages(await lab.arrived()).find((one) => one.id === id);
      if (!event) throw new Error(`${text} did not arrive`);
      return event;
    },
    send: (act) => lab.connector.send(act, lab.credentials, lab.account),
    texts: (who = IDA) => lab.network.view(who).flatMap(({ messages: all }) => all.map(({ text }) => text)),
  } as Lab;

  beforeEach(async () => {
    lab.calls = [];
    const counting = (url: string, init: RequestInit) => {
      lab.calls.push(new URL(url).pathname.replace('/xrpc/', ''));
      return fetch(url, init);
    };
    lab.connector = createBluesky({ fetch: counting, timeoutMs: 2_000 });
    lab.network = await startBluesky({ seed: 3, brand: BRAND });
    lab.use();
  });
  afterEach(async () => {
    await lab.pulls.close();
    await lab.network.close();
  });
  return lab;
}
