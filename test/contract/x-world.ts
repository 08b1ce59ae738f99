import { createX } from '../../src/connectors/x/index.ts';
import type { Timers } from '../../src/connectors/x/timers.ts';
import type { Cursor, Pulled, SourceSession } from '../../src/core/channel/connector.ts';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { ExternalAccountId, Json } from '../../src/core/ids.ts';
import type { Persona } from '../../src/simulators/network.ts';
import { startX, type XNetwork, type XOptions } from '../../src/simulators/x/index.ts';
import { fixturesOf, ida, oskar } from './lab.ts';
import type { ContractWorld } from './world.ts';

export const BRAND = { id: '700000000000000001', username: 'KettleCo', name: 'Kettle Co' };

/** What each fixture becomes. Written after the sheet and the OpenAPI description; see the connector's README. */
const FIXTURES: Readonly<Record<string, readonly string[]>> = {
  mention: ['message'],
  reply: ['message'],
  comment: ['message'],
  'comment-deep': ['message'],
  'mention-with-video': ['message'],
  'mention-long': ['message'],
  'mention-edited': ['message', 'edit'],
  'mention-without-user': ['message'],
  quote: ['message'],
  'quote-new-names': ['message'],
  keyword: ['message'],
  repost: ['reaction'],
  'own-post': ['post'],
  'own-reply': ['message'],
  'direct-message': ['message'],
  'own-direct-message': ['message'],
  'direct-message-with-picture': ['message'],
  'direct-message-with-post': ['message'],
  'direct-message-in-group': ['message'],
  'unknown-repost': ['ignored'],
  'unknown-direct-join': ['ignored'],
  'unknown-post-without-time': ['ignored'],
  unknown: ['ignored'],
  'account-activity-comment': ['message'],
  'account-activity-direct-message': ['message'],
  'account-activity-direct-message-with-picture': ['message'],
  'account-activity-mention': ['message'],
  'account-activity-mention-long': ['message'],
  'account-activity-mention-with-video': ['message'],
  'account-activity-own-direct-message': ['message'],
  'account-activity-own-post': ['post'],
  'account-activity-own-reply': ['message'],
  'account-activity-post-deleted': ['deletion'],
  'account-activity-quote': ['message'],
  'account-activity-read': ['delivery'],
  'account-activity-reply': ['message'],
  'account-activity-several': ['message', 'ignored', 'ignored'],
  'activity-comment': ['message'],
  'activity-direct-message': ['message'],
  'activity-direct-message-read': ['delivery'],
  'activity-direct-message-with-picture': ['message'],
  'activity-encrypted-message': ['message'],
  'activity-mention': ['message'],
  'activity-mention-cut': ['message'],
  'activity-mention-edited': ['message', 'edit'],
  'activity-mention-long': ['message'],
  'activity-own-direct-message': ['message'],
  'activity-own-encrypted-message': ['message'],
  'activity-own-post': ['post'],
  'activity-own-reply': ['message'],
  'activity-post-deleted': ['deletion'],
  'activity-quote': ['message'],
  'activity-quote-new-names': ['message'],
  'activity-reply': ['message'],
  'unknown-account-activity-answer': ['ignored'],
  'unknown-account-activity-empty': ['ignored'],
  'unknown-account-activity-like': ['ignored'],
  'unknown-account-activity-own-reading': ['ignored'],
  'unknown-account-activity-repost': ['ignored'],
  'unknown-account-activity-revoke': ['ignored'],
  'unknown-account-activity-typing': ['ignored'],
  'unknown-activity-answer-without-conversation': ['ignored'],
  'unknown-activity-follow': ['ignored'],
  'unknown-activity-join': ['ignored'],
  'unknown-activity-like': ['ignored'],
  'unknown-activity-news': ['ignored'],
  'unknown-activity-of-nobody': ['ignored'],
  'unknown-activity-profile': ['ignored'],
  'unknown-activity-repost': ['ignored'],
  'unknown-activity-revoke': ['ignored'],
  'unknown-activity-typing': ['ignored'],
};
export const fixtures = fixturesOf('x', FIXTURES, {
  account: BRAND.id as ExternalAccountId,
  settings: {},
  source: (name) => (name.includes('activity') ? 'webhook' : name.includes('direct') ? 'messages' : 'mentions'),
});

export type XLab = Awaited<ReturnType<typeof openX>>;

/** A simulated network, a connected account, and a clock that stands still until it is moved. */
export async function openX({
  form = {},
  settings = {},
  timeoutMs = 5_000,
  timers,
  ...options
}: Partial<XOptions> & {
  readonly form?: object;
  readonly settings?: Json;
  readonly timeoutMs?: number;
  readonly timers?: Timers;
} = {}) {
  const clock = { at: Date.parse('2026-11-20T09:00:00.000Z') };
  const now = () => {
    clock.at += 1_300;
    return new Date(clock.at);
  };
  const { network } = await startX({
    seed: 7,
    now,
    brand: { ...BRAND, posts: ['The Kettle 3 is here ☕'] },
    ...options,
  });
  const calls: string[] = [];
  const counting: typeof fetch = (input, init) => {
    const url = new URL(String(input));
    calls.push(`${init?.method} ${url.pathname}${url.search}`);
    return fetch(input, init);
  };
  const connector = createX({ baseUrl: network.url, timeoutMs, now, fetch: counting, ...(timers ? { timers } : {}) });
  const { apiKey, apiSecret, accessToken, accessSecret } = network.keys;
  const filled = (change: object = {}) => {
    const parsed = connector.credentials.parse({
      apiKey,
      apiSecret,
      accessToken,
      accessSecret,
      keywords: 'teapot',
      dailyCeiling: 0,
      ...form,
      ...change,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    return parsed.value;
  };
  const account = BRAND.id as ExternalAccountId;
  const cursors = new Map<string, Cursor>();
  const lab = {
    network,
    connector,
    account,
    calls,
    clock,
    cursors,
    credentials: filled(),
    filled,
    session: null as SourceSession | null,
    pass: (ms: number) => {
      clock.at += ms;
    },
    async reopen() {
      lab.session = await connector.source!.open(lab.credentials, account, settings);
    },
    /** Once, with the cursor kept. */
    async pull(stream: string): Promise<Pulled> {
      if (!lab.session) await lab.reopen();
      const pulled = await lab.session!.pull(stream, cursors.get(stream) ?? null);
      // what is stored is JSON, so a cursor must survive it
      if (pulled.cursor !== null) cursors.set(stream, JSON.parse(JSON.stringify(pulled.cursor)));
      return pulled;
    },
    async drain(stream: string): Promise<Pulled[]> {
      const all = [await lab.pull(stream)];
      while (all.at(-1)?.more && all.length < 50) all.push(await lab.pull(stream));
      return all;
    },
    async entries() {
      const names = connector.source!.streams(settings).map(({ name }) => name);
      const found = [];
      for (const source of names)
        for (const { entries } of await lab.drain(source))
          found.push(...entries.map((entry) => ({ source, ...entry })));
      return found.map((entry) => ({ entry, context: { account, settings: {}, receivedAt: new Date(clock.at) } }));
    },
    async arrived(): Promise<ChannelEvent[]> {
      const events: ChannelEvent[] = [];
      for (const { entry, context } of await lab.entries()) events.push(...(await connector.parse(entry, context)));
      return events;
    },
    async hear(place: string, text: string, who: Persona = ida): Promise<MessageEvent> {
      const { id } = await network.say(who, { place, text });
      const event = (await lab.arrived()).find((one) => one.kind === 'message' && one.id === id);
      if (event?.kind !== 'message') throw new Error(`${text} did not arrive`);
      return event;
    },
    close: () => network.close(),
  };
  return lab;
}

export async function makeWorld(plan: 'pay_per_use' | 'enterprise'): Promise<ContractWorld & { network: XNetwork }> {
  const lab = await openX({ plan: plan === 'enterprise' ? plan : 'self_serve', form: { plan }, isLimited: false });
  await lab.entries();
  return {
    connector: lab.connector as ContractWorld['connector'],
    credentials: lab.credentials,
    refusedCredentials: lab.filled({ accessSecret: 'another' }),
    account: lab.account,
    network: lab.network,
    personas: [ida, oskar],
    arrived: () => lab.entries(),
    fixtures,
    close: lab.close,
  };
}
