import { createTelegram } from '../../src/connectors/telegram/index.ts';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing } from '../../src/core/channel/outgoing.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import type { Persona } from '../../src/simulators/network.ts';
import { startTelegram } from '../../src/simulators/telegram/index.ts';
import { pullsOf } from './bluesky-pulls.ts';
import { type Arrived, fixturesOf, ida, openDoor, oskar, steppingClock } from './lab.ts';
import type { ContractWorld } from './world.ts';

export const TOKEN = '123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';
export const BOT = '123456789' as ExternalAccountId;

const KINDS: Readonly<Record<string, readonly string[]>> = {
  answer_with_quote: ['message'],
  animation: ['message'],
  audio: ['message'],
  blocked: ['notice'],
  business_connected: ['notice'],
  business_disconnected: ['notice'],
  business_message: ['message'],
  business_message_by_owner: ['message'],
  business_message_edited: ['edit'],
  business_messages_deleted: ['deletion', 'deletion'],
  button_of_old_message: ['message'],
  button_tapped: ['message'],
  by_a_channel: ['message'],
  by_another_bot: ['message'],
  channel_comment: ['message'],
  channel_post_in_its_group: ['post'],
  channel_post_in_its_group_edited: ['post'],
  contact: ['message'],
  dice: ['message'],
  document: ['message'],
  edited: ['edit'],
  group_answer_to_bot: ['message'],
  group_grown: ['notice'],
  group_mention: ['message'],
  group_topic: ['message'],
  hidden_link: ['message'],
  location: ['message'],
  made_administrator: ['ignored'],
  photo_of_album: ['message'],
  poll: ['message'],
  reaction: ['reaction'],
  reaction_changed: ['reaction', 'reaction'],
  reaction_of_a_picture: ['ignored'],
  round_video: ['message'],
  somebody_joined: ['ignored'],
  start_with_reference: ['message'],
  sticker: ['message'],
  story: ['message'],
  taken_into_group: ['notice'],
  text: ['message'],
  unblocked: ['notice'],
  unknown: ['ignored'],
  unknown_chat_member: ['ignored'],
  unknown_message_of_nobody: ['ignored'],
  venue: ['message'],
  video: ['message'],
  video_too_big: ['message'],
  voice: ['message'],
};

/** A bot that is connected, by the road that the inbox chooses. */
export async function openTelegram(receive: 'webhook' | 'poll' = 'webhook') {
  const clock = steppingClock();
  const simulator = await startTelegram({
    seed: 7,
    now: clock.now,
    token: TOKEN,
    name: 'Kettle Care',
    username: 'kettlecarebot',
    business: { name: 'Kettle & Co.', username: 'kettleco' },
    groupTitle: 'Kettle owners',
  });
  const connector = createTelegram({ baseUrl: simulator.url, now: clock.now, timeoutMs: 5_000 });
  const parsed = connector.credentials.parse({ botToken: TOKEN, receive });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const credentials = parsed.value;
  const settings = { receive };
  const door = await openDoor(connector, credentials, { account: BOT, settings });
  const connected = await connector.connect?.(credentials, BOT, door.url);
  if (!connected?.ok) throw new Error(JSON.stringify(connected));
  const pulls = pullsOf(connector, credentials, BOT);

  const arrived = async (): Promise<Arrived[]> => {
    if (receive === 'poll')
      return (await pulls.arrived()).map((entry) => ({
        entry,
        context: { account: BOT, settings, receivedAt: clock.now() },
      }));
    await simulator.network.settled();
    return door.take();
  };
  const events = async (): Promise<ChannelEvent[]> => {
    const all: ChannelEvent[] = [];
    for (const { entry, context } of await arrived()) all.push(...(await connector.parse(entry, context)));
    return all;
  };
  const hear = async (place: string, text: string, who: Persona = ida): Promise<MessageEvent> => {
    await simulator.network.say(who, { place, text });
    const event = (await events()).find((one) => one.kind === 'message' && one.content.text === text);
    if (event?.kind !== 'message') throw new Error(`"${text}" never arrived`);
    return event;
  };
  return {
    clock,
    simulator,
    network: simulator.network,
    connector,
    credentials,
    door,
    pulls,
    arrived,
    events,
    hear,
    send: (act: Outgoing) => connector.send(act, credentials, BOT),
    seen: (who: Persona = ida) => simulator.network.view(who).flatMap(({ messages }) => messages),
    async close() {
      await pulls.close();
      await simulator.close();
      await door.close();
    },
  };
}
export type TelegramLab = Awaited<ReturnType<typeof openTelegram>>;

export async function telegramWorld(receive: 'webhook' | 'poll'): Promise<ContractWorld> {
  const { connector, credentials, network, arrived, close } = await openTelegram(receive);
  return {
    connector: connector as ContractWorld['connector'],
    credentials,
    refusedCredentials: { ...credentials, botToken: '123456789:AAHsomebodyElsesTokenOrARevokedOne12' },
    account: BOT,
    network,
    personas: [ida, oskar],
    arrived,
    fixtures: fixturesOf('telegram', KINDS, { account: BOT }),
    close,
  };
}
