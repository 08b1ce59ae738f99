import { readFileSync } from 'node:fs';
import { createBluesky } from '../../src/connectors/bluesky/index.ts';
import type { ParseContext } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId, Json } from '../../src/core/ids.ts';
import { type BlueskyNetwork, startBluesky } from '../../src/simulators/bluesky/index.ts';
import type { Persona } from '../../src/simulators/network.ts';
import { pullsOf } from './bluesky-pulls.ts';
import { describeContract } from './suite.ts';
import type { ContractWorld } from './world.ts';

const BRAND = {
  handle: 'kettleco.test',
  name: 'Kettle & Co.',
  password: 'mqk3-vnte-b5ez-bbcl',
  posts: ['The Kettle 3 is here ☕'],
};
export const IDA: Persona = {
  id: 'ida',
  name: 'Ida Laine',
  handle: 'ida.test',
  email: 'ida@mail.test',
  language: 'fi',
  followers: 120,
};
export const DORA: Persona = { id: 'dora', name: 'Δώρα', handle: 'dora.test', email: 'dora@mail.test', language: 'el' };

/** What each fixture becomes. The public ones were recorded from the reference network; see the connector's README. */
const FIXTURES: Readonly<Record<string, readonly string[]>> = {
  mention: ['message'],
  'mention-with-picture': ['message'],
  'mention-without-view': ['message'],
  'mention-with-video': ['message'],
  'mention-with-gif': ['message'],
  'mention-by-bot': ['message'],
  reply: ['message'],
  quote: ['message'],
  like: ['reaction'],
  repost: ['reaction'],
  keyword: ['message'],
  'own-post': ['post'],
  'own-reply': ['message'],
  'deleted-post': ['deletion'],
  'direct-message': ['message'],
  'direct-message-request': ['message'],
  'direct-message-with-post': ['message'],
  'own-direct-message': ['message'],
  'direct-message-deleted': ['deletion'],
  'direct-message-reaction': ['reaction'],
  'direct-message-reaction-removed': ['reaction'],
  'unknown-follow': ['ignored'],
  'unknown-log-line': ['ignored'],
  unknown: ['ignored'],
};

const FIXTURE_CONTEXT: ParseContext = {
  account: 'did:plc:ikyjnkvgvvdnl3uu7cs4p3q6' as ExternalAccountId,
  settings: {},
  receivedAt: new Date('2026-11-22T09:00:00Z'),
};

export const fixtures = Object.entries(FIXTURES).map(([name, kinds]) => ({
  name,
  entry: {
    source: 'notifications',
    headers: {},
    body: readFileSync(new URL(`../../src/connectors/bluesky/fixtures/${name}.json`, import.meta.url)),
  },
  context: FIXTURE_CONTEXT,
  kinds,
}));

async function makeWorld(): Promise<ContractWorld> {
  const network: BlueskyNetwork = await startBluesky({ seed: 7, brand: BRAND });
  const connector = createBluesky({ timeoutMs: 2_000 });
  const account = network.brand.did as ExternalAccountId;
  const form = { service: network.url, identifier: BRAND.handle, appPassword: BRAND.password, keywords: 'kettle 3' };
  const parsed = connector.credentials.parse(form);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const pulls = pullsOf(connector, parsed.value, account);
  await pulls.arrived();
  const settings: Json = {};
  return {
    connector: connector as ContractWorld['connector'],
    credentials: parsed.value,
    refusedCredentials: { ...parsed.value, appPassword: 'not-the-password' },
    account,
    network,
    personas: [IDA, DORA],
    async arrived() {
      const entries = await pulls.arrived();
      return entries.map((entry) => ({ entry, context: { account, settings, receivedAt: new Date() } }));
    },
    fixtures,
    async close() {
      await pulls.close();
      await network.close();
    },
  };
}

describeContract('bluesky', makeWorld);
