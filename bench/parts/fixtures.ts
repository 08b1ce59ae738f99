import { readdirSync, readFileSync } from 'node:fs';
import type { ExternalAccountId, Json } from '../../src/core/ids.ts';
import type { Fixture } from '../../test/contract/try-payloads.ts';

const RECEIVED_AT = new Date('2026-11-22T09:00:00Z');

/** Whose the recorded events of a channel are, and where each was read. */
interface Recorded {
  readonly account: string;
  readonly settings?: Json;
  /** `webhook` where nothing is said. */
  readonly source?: (name: string) => string;
  readonly headers?: Readonly<Record<string, string>>;
}

const RECORDED: Readonly<Record<string, Recorded>> = {
  facebook: { account: '104477880011223', source: (name) => (name.startsWith('listed') ? 'feed' : 'webhook') },
  messenger: {
    account: '104477880011223',
    source: (name) => (name.startsWith('listed') ? 'conversations' : 'webhook'),
  },
  instagram: { account: '17841499000112233', source: (name) => (name.includes('listed') ? 'comments' : 'webhook') },
  email: {
    account: 'care@kettle.example',
    source: (name) => (name.startsWith('sent-') ? 'Sent' : 'INBOX'),
    headers: {
      folder: 'INBOX',
      uid: '7',
      uidvalidity: '1',
      internaldate: '2026-11-20T09:30:00.000Z',
      isHistory: 'false',
    },
  },
  bluesky: { account: 'did:plc:ikyjnkvgvvdnl3uu7cs4p3q6', source: () => 'notifications' },
  mastodon: { account: 'https://kettle.example/@care', source: () => 'notifications' },
  telegram: { account: '123456789' },
  chat: { account: 'www.example.com', source: () => 'widget' },
  phone: { account: '+4681234567', source: () => 'desk' },
  api: { account: 'sms', settings: { canAnswer: true } },
  viber: { account: 'pa:5501122334455667' },
  whatsapp: { account: '660055443322110' },
  reddit: {
    account: 't2_1kettleco',
    settings: { username: 'kettleco', subreddits: ['kettlehelp'] },
    source: () => 'reddit',
  },
  youtube: { account: 'UCkettle0001', source: () => 'comments' },
  google_reviews: { account: '12000000000000000001', source: () => 'reviews' },
  app_store: { account: '1234567890', source: () => 'reviews' },
  google_play: { account: 'test.lindqvist.trails', source: () => 'reviews' },
  x: {
    account: '700000000000000001',
    source: (name) => (name.includes('activity') ? 'webhook' : name.includes('direct') ? 'messages' : 'mentions'),
  },
  line: { account: 'U0f1e2d3c4b5a69788796a5b4c3d2e1f0' },
  linkedin: { account: '5001' },
  tiktok: { account: 'act.lindqvist', source: (name) => (name.startsWith('webhook') ? 'webhook' : 'comments') },
};

/** Every recorded event of a channel, as the ledger holds it. */
export function fixturesOf(channel: string): readonly Fixture[] {
  const { account, settings = {}, source = () => 'webhook', headers = {} } = recordedOf(channel);
  const folder = new URL(`../../src/connectors/${channel}/fixtures/`, import.meta.url);
  return readdirSync(folder).map((file) => {
    const name = file.replace(/\.[a-z]+$/, '');
    return {
      name,
      entry: { source: source(name), headers, body: new Uint8Array(readFileSync(new URL(file, folder))) },
      context: { account: account as ExternalAccountId, settings, receivedAt: RECEIVED_AT },
    };
  });
}

export function recordedOf(channel: string): Recorded {
  const recorded = RECORDED[channel];
  if (!recorded) throw new Error(`Whose the fixtures of ${channel} are is not known: bench/parts/fixtures.ts`);
  return recorded;
}
