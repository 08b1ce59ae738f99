import type { ViberCredentials } from '../../src/connectors/viber/credentials.ts';
import { settingsOf } from '../../src/connectors/viber/credentials.ts';
import { createViber } from '../../src/connectors/viber/index.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { startViber, type ViberSimulatorOptions } from '../../src/simulators/viber/index.ts';
import { openDoor, steppingClock } from './lab.ts';

export const BOT = {
  id: 'pa:5501122334455667',
  name: 'Lindqvist Outdoor',
  uri: 'lindqvistoutdoor',
  token: '4f1e-viber-test-token',
};
export const account = BOT.id as ExternalAccountId;
export const credentials: ViberCredentials = {
  authToken: BOT.token,
  senderName: 'Lindqvist Outdoor',
  welcome: 'Hello! Write to us here.',
};
export const place = `direct:${BOT.id}`;

export type ViberWorld = Awaited<ReturnType<typeof openViberWorld>>;

export async function openViberWorld(options: Partial<ViberSimulatorOptions> = {}) {
  const clock = steppingClock();
  const simulator = await startViber({ seed: 7, now: clock.now, bot: BOT, ...options });
  const connector = createViber({ baseUrl: simulator.url, now: clock.now, timeoutMs: 5_000 });
  const door = await openDoor(connector, credentials, { account, settings: settingsOf(credentials) });
  const connected = await connector.connect?.(credentials, account, door.url);
  const arrived = async () => {
    await simulator.network.settled();
    return door.take();
  };
  const close = async () => {
    await simulator.close();
    await door.close();
  };
  return { clock, simulator, network: simulator.network, connector, door, connected, arrived, close };
}
