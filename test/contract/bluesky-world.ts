import { readFileSync } from 'node:fs';
import type { ParseContext } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import type { Persona } from '../../src/simulators/network.ts';

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
