import type { Json } from '../../core/ids.ts';
import { BRAND } from '../../simulators/personas/brand.ts';
import { KEYS, type Networks } from './networks.ts';

/** What an admin of the brand would fill in to connect it. */
export interface Account {
  readonly channel: string;
  /** Its id on the network. */
  readonly id: string;
  readonly name: string;
  readonly credentials: Readonly<Record<string, unknown>>;
  readonly settings: Json;
}

/** More often than on a real network, so that one need not wait: nobody else calls here. Seconds. */
const OFTEN = { notificationsEvery: 3, messagesEvery: 3, postsEvery: 10, searchEvery: 15, listenEvery: 6 };
const OFTEN_ON_X = { messagesEvery: 5, mentionsEvery: 5, postsEvery: 20, quotesEvery: 30, searchEvery: 15 };
const HISTORY_DAYS = 60;
/** The network keeps a month at most, and of a search a week. */
const ON_X = { ...OFTEN_ON_X, historyDays: 30, searchHistoryDays: 6 };

export function accountsOf({ email, bluesky, x }: Networks): readonly Account[] {
  const app = { appId: KEYS.appId, appSecret: KEYS.appSecret, verifyToken: KEYS.verifyToken };
  // Its past happens after the Page was connected, and is told by webhooks.
  const page = { pageId: BRAND.pageId, pageAccessToken: KEYS.pageToken, ...app, historyDays: 0 };
  const here = '127.0.0.1';
  return [
    { channel: 'facebook', id: BRAND.pageId, name: BRAND.name, credentials: page, settings: {} },
    { channel: 'messenger', id: BRAND.pageId, name: `${BRAND.name} in Messenger`, credentials: page, settings: {} },
    {
      channel: 'email',
      id: BRAND.address,
      name: BRAND.address,
      credentials: {
        address: BRAND.address,
        fromName: BRAND.name,
        imapHost: here,
        imapPort: email.imapPort,
        imapSecure: false,
        imapPassword: KEYS.mailPassword,
        smtpHost: here,
        smtpPort: email.smtpPort,
        smtpSecure: false,
        sentCopy: 'server',
        historyDays: HISTORY_DAYS,
      },
      settings: {},
    },
    {
      channel: 'bluesky',
      id: bluesky.brand.did,
      name: '@lindqvist',
      credentials: {
        service: bluesky.url,
        identifier: BRAND.blueskyHandle,
        appPassword: KEYS.appPassword,
      },
      settings: { ...OFTEN, historyDays: HISTORY_DAYS },
    },
    {
      channel: 'instagram',
      id: BRAND.instagramId,
      name: `@${BRAND.instagramHandle}`,
      credentials: {
        login: 'facebook',
        accountId: BRAND.instagramId,
        accessToken: KEYS.pageToken,
        pageId: BRAND.pageId,
        ...app,
      },
      settings: {},
    },
    {
      channel: 'whatsapp',
      id: BRAND.phoneId,
      name: BRAND.phone,
      credentials: { phoneNumberId: BRAND.phoneId, wabaId: BRAND.wabaId, accessToken: KEYS.whatsAppToken, ...app },
      settings: {},
    },
    {
      channel: 'x',
      id: BRAND.xId,
      name: `@${BRAND.xHandle}`,
      credentials: {
        apiKey: x.keys.apiKey,
        apiSecret: x.keys.apiSecret,
        accessToken: x.keys.accessToken,
        accessSecret: x.keys.accessSecret,
        plan: 'pay_per_use',
        ownsApp: true,
        keywords: `"${BRAND.keyword}"`,
        dailyCeiling: 20,
      },
      settings: ON_X,
    },
    {
      channel: 'viber',
      id: BRAND.viberId,
      name: `${BRAND.name} on Viber`,
      credentials: { authToken: KEYS.viberToken, senderName: BRAND.name, welcome: 'Hello! Write to us here.' },
      settings: {},
    },
    {
      channel: 'google_reviews',
      id: BRAND.googleLocation,
      name: `${BRAND.name}, Stockholm`,
      credentials: { ...KEYS.google, accountId: BRAND.googleAccount, locationId: BRAND.googleLocation },
      settings: { reviewsEvery: 5 },
    },
  ];
}
