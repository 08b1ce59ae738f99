import { startBluesky } from '../../simulators/bluesky/index.ts';
import { startEmail } from '../../simulators/email/index.ts';
import { startGoogleReviews } from '../../simulators/google_reviews/index.ts';
import { startInstagram } from '../../simulators/instagram/index.ts';
import { startMeta } from '../../simulators/meta/index.ts';
import type { SimulatedNetwork } from '../../simulators/network.ts';
import { BRAND } from '../../simulators/personas/brand.ts';
import { type SimulatedShop, startShopify } from '../../simulators/shopify/index.ts';
import { startViber } from '../../simulators/viber/index.ts';
import { startWhatsApp } from '../../simulators/whatsapp/index.ts';
import { startX } from '../../simulators/x/index.ts';
import { heardByShop } from './shop-hears.ts';

/** Everything outside of the desk: the networks, each with its protocol on a port of its own. */
export interface Networks {
  readonly meta: Awaited<ReturnType<typeof startMeta>>;
  readonly email: Awaited<ReturnType<typeof startEmail>>;
  readonly bluesky: Awaited<ReturnType<typeof startBluesky>>;
  readonly instagram: Awaited<ReturnType<typeof startInstagram>>;
  readonly whatsapp: Awaited<ReturnType<typeof startWhatsApp>>;
  readonly x: Awaited<ReturnType<typeof startX>>['network'];
  readonly viber: Awaited<ReturnType<typeof startViber>>;
  readonly google: Awaited<ReturnType<typeof startGoogleReviews>>;
  readonly shop: SimulatedShop;
  readonly all: readonly SimulatedNetwork[];
  of(channel: string): SimulatedNetwork | undefined;
  /** Where each answers that has an address, by its name here. */
  readonly urls: Urls;
  close(): Promise<void>;
}
export type Urls = Readonly<
  Record<'meta' | 'bluesky' | 'instagram' | 'whatsapp' | 'x' | 'viber' | 'google' | 'shopify', string>
>;

/** Channels that tell the desk by webhook, and only from when it listens on. */
export const TOLD = ['facebook', 'messenger', 'instagram', 'whatsapp', 'viber'];
/** Channels that the desk reads by itself. */
export const READ = ['email', 'bluesky', 'x', 'google_reviews'];

/** They are made up and open nothing: everything they unlock listens on loopback and forgets itself. */
export const KEYS = {
  appId: '918273645501234',
  appSecret: 'practice-app-secret',
  verifyToken: 'practice-verify-token',
  pageToken: 'practice-page-token',
  mailPassword: 'practice-mail-password',
  appPassword: 'prac-tice-pass-word',
  whatsAppToken: 'practice-whatsapp-token',
  viberToken: 'practice-viber-token',
  shop: { domain: 'lindqvist.myshopify.com', clientId: 'practice-shop-app', clientSecret: 'practice-shop-secret' },
  google: {
    clientId: 'practice.apps.googleusercontent.com',
    clientSecret: 'practice-google-secret',
    refreshToken: 'practice-refresh-token',
  },
} as const;

/** @param before where the networks of an earlier start answered: these answer there too, since the connectors know it */
export async function openNetworks(seed: number, now: () => Date, before?: Urls): Promise<Networks> {
  const run = (name: keyof Urls, nth: number) => ({
    seed: seed + nth,
    now,
    ...(before ? { port: Number(new URL(before[name]).port) } : {}),
  });
  const app = { appId: KEYS.appId, appSecret: KEYS.appSecret, verifyToken: KEYS.verifyToken };
  // It does not keep the mails of an earlier run, and says so as a mail server does.
  const uidValidity = Math.floor(now().getTime() / 1000);
  const mailboxes = [{ address: BRAND.address, password: KEYS.mailPassword }];
  const [meta, email, bluesky, instagram, whatsapp, { network: x }, viber, google, shop] = await Promise.all([
    startMeta({
      ...run('meta', 0),
      ...app,
      pages: [{ id: BRAND.pageId, name: BRAND.name, token: KEYS.pageToken, handle: BRAND.pageHandle }],
    }),
    startEmail({ seed: seed + 1, now, uidValidity, mailboxes }),
    startBluesky({
      ...run('bluesky', 2),
      brand: { handle: BRAND.blueskyHandle, name: BRAND.name, password: KEYS.appPassword },
      limit: 100_000,
    }),
    startInstagram({
      ...run('instagram', 3),
      ...app,
      instagramAppId: KEYS.appId,
      instagramSecret: KEYS.appSecret,
      accounts: [
        {
          id: BRAND.instagramId,
          username: BRAND.instagramHandle,
          name: BRAND.name,
          pageId: BRAND.pageId,
          pageToken: KEYS.pageToken,
          token: KEYS.pageToken,
        },
      ],
    }),
    startWhatsApp({
      ...run('whatsapp', 4),
      ...app,
      wabaId: BRAND.wabaId,
      token: KEYS.whatsAppToken,
      // The team also answers on the phone of the shop.
      numbers: [{ id: BRAND.phoneId, display: BRAND.phone, name: BRAND.name, isInApp: true }],
    }),
    // The quarters of an hour in which X counts calls are longer than anybody practises.
    startX({ ...run('x', 5), brand: { id: BRAND.xId, username: BRAND.xHandle, name: BRAND.name }, isLimited: false }),
    startViber({
      ...run('viber', 6),
      bot: { id: BRAND.viberId, name: BRAND.name, uri: BRAND.viberUri, token: KEYS.viberToken },
    }),
    startGoogleReviews({
      ...run('google', 7),
      client: KEYS.google,
      accountId: BRAND.googleAccount,
      locationId: BRAND.googleLocation,
      title: BRAND.name,
    }),
    startShopify({
      ...run('shopify', 8),
      ...KEYS.shop,
      shop: { domain: KEYS.shop.domain, name: BRAND.name, currency: 'EUR', url: 'https://lindqvist.example' },
    }),
  ]);
  const all = [
    meta.facebook,
    meta.messenger,
    email,
    bluesky,
    instagram.network,
    whatsapp.network,
    x,
    viber.network,
    google.network,
  ].map((network) => heardByShop(network, shop, now));
  const parts = { meta, email, bluesky, instagram, whatsapp, x, viber, google, shop };
  return {
    ...parts,
    all,
    of: (channel) => all.find((network) => network.channel === channel),
    urls: {
      meta: meta.url,
      bluesky: bluesky.url,
      instagram: instagram.url,
      whatsapp: whatsapp.url,
      x: x.url,
      viber: viber.url,
      google: google.url,
      shopify: shop.url,
    },
    close: async () => {
      await Promise.all(Object.values(parts).map((one) => one.close()));
    },
  };
}
