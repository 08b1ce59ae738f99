import { createApi } from '../../src/connectors/api/index.ts';
import type { Connector } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { startApi } from '../../src/simulators/api/index.ts';
import { openDoor, steppingClock } from './lab.ts';

export const SECRET = 'whispering-harbor-2026-test';
export const ACCOUNT = 'sms' as ExternalAccountId;

/** A source of one's own and the door that it sends to. */
export async function openApi() {
  const clock = steppingClock(new Date().toISOString());
  const simulated = await startApi({ seed: 11, now: clock.now, secret: SECRET, source: ACCOUNT });
  const connector = createApi({ baseUrl: simulated.url, timeoutMs: 5_000, now: clock.now });
  const credentials = { source: ACCOUNT, title: 'Text messages', secret: SECRET, url: simulated.url };
  const door = await openDoor(connector, credentials, { account: ACCOUNT, settings: { canAnswer: true } });
  simulated.subscribe(door.url);
  return {
    clock,
    simulated,
    credentials,
    connector: connector as Connector<unknown>,
    door,
    async arrived() {
      await simulated.network.settled();
      return door.take();
    },
    async close() {
      await simulated.close();
      await door.close();
    },
  };
}
