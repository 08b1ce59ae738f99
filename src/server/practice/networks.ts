import { startBluesky } from '../../simulators/bluesky/index.ts';
import { startEmail } from '../../simulators/email/index.ts';
import { startMeta } from '../../simulators/meta/index.ts';
import type { SimulatedNetwork } from '../../simulators/network.ts';
import { BRAND } from '../../simulators/personas/brand.ts';

export interface Ports {
  readonly meta: number;
  readonly bluesky: number;
}

/** Everything outside of the desk: the networks, each with its protocol on a port of its own. */
export interface Networks {
  readonly meta: Awaited<ReturnType<typeof startMeta>>;
  readonly email: Awaited<ReturnType<typeof startEmail>>;
  readonly bluesky: Awaited<ReturnType<typeof startBluesky>>;
  readonly all: readonly SimulatedNetwork[];
  of(channel: string): SimulatedNetwork | undefined;
  /** Where they answer; a fresh start uses the same, since the connectors know them. */
  readonly ports: Ports;
  close(): Promise<void>;
}

/** They are made up and open nothing: everything they unlock listens on loopback and forgets itself. */
export const KEYS = {
  appId: '918273645501234',
  appSecret: 'practice-app-secret',
  verifyToken: 'practice-verify-token',
  pageToken: 'practice-page-token',
  mailPassword: 'practice-mail-password',
  appPassword: 'prac-tice-pass-word',
} as const;

export async function openNetworks(seed: number, now: () => Date, ports: Partial<Ports> = {}): Promise<Networks> {
  const meta = await startMeta({
    seed,
    now,
    ...(ports.meta ? { port: ports.meta } : {}),
    appId: KEYS.appId,
    appSecret: KEYS.appSecret,
    verifyToken: KEYS.verifyToken,
    pages: [{ id: BRAND.pageId, name: BRAND.name, token: KEYS.pageToken, handle: BRAND.pageHandle }],
  });
  // It does not keep the mails of an earlier run, and says so as a mail server does.
  const uidValidity = Math.floor(now().getTime() / 1000);
  const mailboxes = [{ address: BRAND.address, password: KEYS.mailPassword }];
  const email = await startEmail({ seed: seed + 1, now, uidValidity, mailboxes });
  const bluesky = await startBluesky({
    seed: seed + 2,
    now,
    ...(ports.bluesky ? { port: ports.bluesky } : {}),
    brand: { handle: BRAND.blueskyHandle, name: BRAND.name, password: KEYS.appPassword },
    limit: 100_000,
  });
  const all = [meta.facebook, meta.messenger, email, bluesky];
  const portOf = (url: string) => Number(new URL(url).port);
  return {
    meta,
    email,
    bluesky,
    all,
    of: (channel) => all.find((network) => network.channel === channel),
    ports: { meta: portOf(meta.url), bluesky: portOf(bluesky.url) },
    close: async () => {
      await Promise.all([meta.close(), email.close(), bluesky.close()]);
    },
  };
}
