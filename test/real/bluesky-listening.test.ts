import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBluesky } from '../../src/connectors/bluesky/index.ts';
import type { ChannelEvent } from '../../src/core/channel/event.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { startChatService } from '../atproto/chat-service.ts';
import { meetPeople, type RealPeople } from '../atproto/people.ts';
import { type Atproto, startAtproto } from '../atproto/start.mjs';
import { DORA } from '../contract/bluesky-world.ts';
import { type Listener, listenerOf, messagesIn, said, searchFor } from '../contract/listener.ts';
import { until } from '../product/until.ts';

const started = await startAtproto();
if ('reason' in started) console.warn(`The real AT Protocol network is left out: ${started.reason}`);

describe.skipIf('reason' in started)('listening on a real AT Protocol network', () => {
  const network = started as Atproto;
  let people: RealPeople;
  let listener: Listener;
  let closeChat = async () => {};
  const events: ChannelEvent[] = [];

  beforeAll(async () => {
    const chat = await startChatService();
    closeChat = () => chat.close();
    people = await meetPeople(network, chat, 'kettle-works.test', 'Kettle Works');
    const { brand } = people;
    const form = { service: network.url, identifier: brand.handle, appPassword: await brand.appPassword(false) };
    const connector = createBluesky();
    const filled = connector.credentials.parse(form);
    if (!filled.ok) throw new Error(JSON.stringify(filled.errors));
    listener = listenerOf(connector, filled.value, brand.did as ExternalAccountId) as Listener;
    // its search knows no quotes: a phrase finds nothing there, and must not disturb
    await listener.ask(searchFor(['samovarworks', 'samovar works']));
  });
  afterAll(async () => {
    await listener?.close();
    await closeChat();
    await network.stop();
  });

  it('finds who speaks of us, once, and tells it from who speaks to us', async () => {
    await listener.hear();
    const overheard = await people.say(DORA, { place: 'elsewhere', text: 'the lid of my samovarworks pot broke' });
    const mention = await people.say(DORA, { place: 'wall', text: 'samovarworks, are you there?' });
    await until('both posts', async () => {
      events.push(...(await listener.hear()));
      return messagesIn(events).length >= 2;
    });
    expect(await listener.hear()).toEqual([]);
    const found = messagesIn(events).map(({ id, isOverheard = false }) => [id, isOverheard]);
    expect(Object.fromEntries(found)).toEqual({ [overheard.id]: true, [mention.id]: false });
    expect(said(await listener.sample(searchFor(['samovarworks']), 1))).toEqual([
      '@kettle-works.test samovarworks, are you there?',
    ]);
  });
});
