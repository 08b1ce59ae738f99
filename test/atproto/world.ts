import { createBluesky } from '../../src/connectors/bluesky/index.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { pullsOf } from '../contract/bluesky-pulls.ts';
import { DORA, fixtures, IDA } from '../contract/bluesky-world.ts';
import type { ContractWorld } from '../contract/world.ts';
import { startChatService } from './chat-service.ts';
import { faultyFetch } from './faulty-fetch.ts';
import { meetPeople } from './people.ts';
import type { Atproto } from './start.mjs';

const KETTLE = { handle: 'kettleco.test', name: 'Kettle & Co.' };

/** The contract suite's world, with a real network in it and the dials of the simulated one before it. */
export async function openRealWorld(network: Atproto): Promise<ContractWorld> {
  const chat = await startChatService();
  const people = await meetPeople(network, chat, KETTLE.handle, KETTLE.name);
  const connector = createBluesky({ fetch: faultyFetch(network, people) });
  const account = people.brand.did as ExternalAccountId;
  const form = {
    service: network.url,
    identifier: KETTLE.handle,
    appPassword: await people.brand.appPassword(true),
    chatProxy: chat.proxy,
  };
  const parsed = connector.credentials.parse(form);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const pulls = pullsOf(connector, parsed.value, account);
  await pulls.arrived();
  // the same two people as above have accounts already
  const again = (persona: typeof IDA) => ({ ...persona, handle: `${persona.id}-two.test` });
  return {
    connector: connector as ContractWorld['connector'],
    credentials: parsed.value,
    refusedCredentials: { ...parsed.value, appPassword: 'not-the-password' },
    account,
    network: people,
    personas: [again(IDA), again(DORA)],
    async arrived() {
      const entries = await pulls.arrived();
      return entries.map((entry) => ({ entry, context: { account, settings: {}, receivedAt: new Date() } }));
    },
    fixtures,
    async close() {
      await pulls.close();
      await chat.close();
    },
  };
}
