import { afterEach } from 'vitest';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing } from '../../src/core/channel/outgoing.ts';
import type { LineSimulatorOptions } from '../../src/simulators/line/index.ts';
import { ida } from './lab.ts';
import { account, credentials, type LineWorld, openLineWorld, place } from './line-world.ts';

/** A LINE of one test at a time, and what its tests do with it. Closes itself after each. */
export function lineLab() {
  let world: LineWorld;
  const open = async (options: Partial<LineSimulatorOptions> = {}) => {
    world = await openLineWorld(options);
  };
  afterEach(() => world.close());

  const send = (act: Outgoing) => world.connector.send(act, credentials, account);
  const check = (callbackUrl?: string) => world.connector.check(credentials, callbackUrl);
  const media = (id: string) => world.connector.media?.(id, credentials, account);
  async function events(): Promise<ChannelEvent[]> {
    const arrived = await world.arrived();
    return (await Promise.all(arrived.map(({ entry, context }) => world.connector.parse(entry, context)))).flat();
  }
  const messages = async () => (await events()).filter((one): one is MessageEvent => one.kind === 'message');
  async function hear(text: string, persona = ida, where = place): Promise<MessageEvent> {
    await world.network.say(persona, { place: where, text });
    const found = (await messages()).find((one) => one.content.text === text);
    if (!found) throw new Error(`"${text}" never arrived`);
    return found;
  }
  const shown = (persona = ida) => world.network.view(persona)[0]?.messages ?? [];
  const counted = (call: string) => world.calls.filter((one) => one === call).length;

  return {
    get world() {
      return world;
    },
    open,
    send,
    check,
    media,
    events,
    messages,
    hear,
    shown,
    counted,
  };
}
