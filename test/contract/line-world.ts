import { createLine } from '../../src/connectors/line/index.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { type LineSimulatorOptions, startLine } from '../../src/simulators/line/index.ts';
import { openDoor, steppingClock } from './lab.ts';

export const ACCOUNT = {
  channelId: '1650000001',
  channelSecret: '8c570fa6dd201bb328f1c1eac23a96d8',
  userId: 'U0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  basicId: '@123abcde',
  name: 'Kettle Co',
};
export const account = ACCOUNT.userId as ExternalAccountId;
export const credentials = { channelId: ACCOUNT.channelId, channelSecret: ACCOUNT.channelSecret };
export const place = `direct:${ACCOUNT.userId}`;

export type LineWorld = Awaited<ReturnType<typeof openLineWorld>>;

export async function openLineWorld(options: Partial<LineSimulatorOptions> = {}) {
  const clock = steppingClock();
  const simulator = await startLine({ seed: 7, now: clock.now, account: ACCOUNT, ...options });
  /** `POST /v2/bot/message/push`, as they went out. */
  const calls: string[] = [];
  const counting: typeof fetch = (url, init) => {
    calls.push(`${init?.method} ${new URL(String(url)).pathname}`);
    return fetch(url, init);
  };
  const connector = createLine({ baseUrl: simulator.url, now: clock.now, timeoutMs: 3_000, fetch: counting });
  const door = await openDoor(connector, credentials);
  const connected = await connector.connect?.(credentials, account, door.url);
  const arrived = async () => {
    await simulator.network.settled();
    return door.take();
  };
  const close = async () => {
    await simulator.close();
    await door.close();
  };
  return { clock, simulator, network: simulator.network, connector, door, connected, calls, arrived, close };
}
