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
const OFTEN = { notificationsEvery: 3, messagesEvery: 3, postsEvery: 10, searchEvery: 15 };
const HISTORY_DAYS = 60;

export function accountsOf({ email, bluesky }: Networks): readonly Account[] {
  const page = {
    pageId: BRAND.pageId,
    pageAccessToken: KEYS.pageToken,
    appId: KEYS.appId,
    appSecret: KEYS.appSecret,
    verifyToken: KEYS.verifyToken,
    // Its past happens after the Page was connected, and is told by webhooks.
    historyDays: 0,
  };
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
        keywords: BRAND.keyword,
      },
      settings: { ...OFTEN, historyDays: HISTORY_DAYS },
    },
  ];
}
