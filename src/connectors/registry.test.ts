import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createConnectors } from './registry.ts';

const connectors = createConnectors();
const meta = { pageId: '104477880011223', pageAccessToken: 'EAA', appId: '1', appSecret: 'secret', verifyToken: 'v' };
const pem = (kind: 'rsa' | 'P-256') =>
  (kind === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: kind })
  ).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const FILLED: Readonly<Record<string, object>> = {
  facebook: meta,
  messenger: meta,
  instagram: {
    login: 'instagram',
    accountId: '17841499000112233',
    accessToken: 'IGlong',
    appId: '733100220033445',
    appSecret: 'secret',
    verifyToken: 'v',
  },
  email: { address: 'care@example.com', imapHost: 'imap.example.com', imapPassword: 'secret' },
  phone: { number: '+46 8 123 45 67' },
  chat: { site: 'www.example.com', otherSites: 'example.com shop.example.com', hours: 'Mon-Fri 09:00-17:00' },
  api: { source: 'sms', secret: 'a secret of twenty-four letters'.replaceAll(' ', '-') },
  mastodon: { server: 'kettle.example', accessToken: 'secret', keywords: '#kettle, kettle co' },
  telegram: { botToken: '123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw', receive: 'poll' },
  bluesky: { identifier: '@kettle.example', appPassword: 'secret', keywords: 'kettle, "kettle co"' },
  viber: { authToken: '4f1e-viber-test-token', senderName: 'Kettle Co', welcome: 'Hello!' },
  whatsapp: {
    phoneNumberId: '660055443322110',
    wabaId: '330099887766554',
    accessToken: 'EAA',
    appId: '1',
    appSecret: 'secret',
    verifyToken: 'v',
  },
  x: {
    apiKey: 'key',
    apiSecret: 'secret',
    accessToken: '700000000000000001-token',
    accessSecret: 'secret',
    keywords: '"kettle co, ltd", #kettle lang:en',
  },
  reddit: {
    clientId: 'app',
    clientSecret: 'secret',
    refreshToken: '1000-a',
    username: 'u/kettleco',
    keywords: 'kettle co, lid',
  },
  youtube: { clientId: 'a.apps.googleusercontent.com', clientSecret: 'secret', refreshToken: '1//0g' },
  google_reviews: {
    clientId: 'c',
    clientSecret: 's',
    refreshToken: 'r',
    accountId: 'accounts/1',
    locationId: 'locations/2',
  },
  app_store: { issuerId: 'i', keyId: 'k', privateKey: pem('P-256'), appId: '1234567890' },
  google_play: {
    packageName: 'com.example.kettle',
    serviceAccount: JSON.stringify({ client_email: 'care@example.com', private_key: pem('rsa') }),
  },
  line: { channelId: '1650000001', channelSecret: 'secret' },
  linkedin: { organizationId: '5001', appId: '81', clientId: 'c', clientSecret: 's', accessToken: 'a' },
  tiktok: { appId: '1', appSecret: 's', refreshToken: 'r', businessId: 'b' },
};

describe.each([...connectors.keys()])('%s', (channel) => {
  const form = connectors.get(channel)?.credentials;
  const parsed = form?.parse(FILLED[channel]);

  it('takes what it has parsed before: an inbox is changed by filling up what is kept', () => {
    expect(parsed).toMatchObject({ ok: true });
    expect(parsed?.ok && form?.parse(parsed.value)).toEqual(parsed);
  });

  it('keeps each field under its name, so that its form can be shown again without the secrets', () => {
    const kept = parsed?.ok ? Object.keys(parsed.value as object) : [];
    expect(kept).toEqual(expect.arrayContaining(form?.fields.map(({ name }) => name) ?? []));
  });
});
