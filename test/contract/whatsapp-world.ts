import { createWhatsApp } from '../../src/connectors/whatsapp/index.ts';
import type { Connector } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { startWhatsApp, type WhatsAppOptions } from '../../src/simulators/whatsapp/index.ts';
import { type Arrived, fixturesOf, ida, openDoor, oskar, steppingClock } from './lab.ts';
import type { ContractWorld } from './world.ts';

export const NUMBER_ID = '660055443322110';
export const account = NUMBER_ID as ExternalAccountId;
export const place = `direct:${NUMBER_ID}`;
export const credentials = {
  phoneNumberId: NUMBER_ID,
  wabaId: '330099887766554',
  accessToken: 'EAAwa',
  appId: '918273645501234',
  appSecret: 'harbor-test-secret',
  verifyToken: 'harbor-verify',
};
export type Lab = Awaited<ReturnType<typeof openWhatsApp>>;

/** Ida shows her number, Oskar has a username and hides his. */
export async function openWhatsApp(options: Partial<WhatsAppOptions> = {}) {
  const clock = steppingClock();
  const { appId, appSecret, verifyToken, wabaId, accessToken: token } = credentials;
  const whatsapp = await startWhatsApp({
    seed: 7,
    now: clock.now,
    appId,
    appSecret,
    verifyToken,
    wabaId,
    token,
    numbers: [
      { id: NUMBER_ID, display: '+46 8 700 11 22', name: 'Lindqvist Outdoor' },
      { id: '660055443322119', display: '+46 8 700 11 29', name: 'Lindqvist Ski', isInApp: true },
    ],
    hides: ({ id }) => id === oskar.id,
    ...options,
  });
  const connector = createWhatsApp({ baseUrl: whatsapp.graphUrl, now: clock.now, timeoutMs: 5_000 });
  const door = await openDoor(connector, credentials);
  whatsapp.subscribe(door.url);
  const arrived = async (): Promise<Arrived[]> => {
    await whatsapp.network.settled();
    return door.take();
  };
  const events = async () =>
    (await Promise.all((await arrived()).map(({ entry, context }) => connector.parse(entry, context)))).flat();
  const close = async () => {
    await whatsapp.close();
    await door.close();
  };
  return { clock, whatsapp, connector, door, arrived, events, close };
}

export function contractWorld(lab: Lab, kinds: Readonly<Record<string, readonly string[]>>): ContractWorld {
  return {
    connector: lab.connector as Connector<unknown>,
    credentials,
    refusedCredentials: { ...credentials, accessToken: 'EAAofSomebodyElse' },
    account,
    network: lab.whatsapp.network,
    personas: [ida, oskar],
    arrived: lab.arrived,
    fixtures: fixturesOf('whatsapp', kinds),
    close: lab.close,
  };
}
