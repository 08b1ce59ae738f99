import { afterEach, beforeEach } from 'vitest';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { Finding, Outgoing, SendOutcome } from '../../src/core/channel/outgoing.ts';
import type { Persona } from '../../src/simulators/network.ts';
import { type Pulls, pullsOf } from './bluesky-pulls.ts';
import { ida } from './lab.ts';
import { openYouTubeWorld } from './youtube-world.ts';

type World = Awaited<ReturnType<typeof openYouTubeWorld>>;
interface SaidRest {
  readonly inReplyTo?: string;
  readonly at?: Date;
}

export const messages = (events: readonly ChannelEvent[]) =>
  events.filter((event): event is MessageEvent => event.kind === 'message');

/** A simulated network and a connected channel, new for each test. */
export function openYouTubeLab() {
  const lab = {} as { world: World; pulls: Pulls };
  /** Another network, from here on. */
  async function use(options: Parameters<typeof openYouTubeWorld>[0] = {}) {
    await lab.world?.network.close();
    lab.world = await openYouTubeWorld(options);
    lab.pulls = pullsOf(lab.world.connector, lab.world.credentials, lab.world.account);
  }
  beforeEach(() => use());
  afterEach(async () => {
    await lab.pulls.close();
    await lab.world.network.close();
  });

  async function everything(): Promise<ChannelEvent[]> {
    const { account, connector } = lab.world;
    const context = { account, settings: {}, receivedAt: new Date() };
    const events: ChannelEvent[] = [];
    for (const entry of await lab.pulls.arrived()) events.push(...(await connector.parse(entry, context)));
    return events;
  }
  const arrived = async () => (await everything()).filter(({ kind }) => kind !== 'post');
  const posts = async () => (await everything()).filter(({ kind }) => kind === 'post');
  const place = () => lab.world.network.places(ida)[0]?.id ?? '';
  const say = (text: string, rest: SaidRest = {}, who: Persona = ida) =>
    lab.world.network.say(who, { place: place(), text, ...rest });
  async function hear(text: string): Promise<MessageEvent> {
    const { id } = await say(text);
    const event = messages(await arrived()).find((one) => one.id === id);
    if (!event) throw new Error(`${text} did not arrive`);
    return event;
  }
  const send = (act: Outgoing): Promise<SendOutcome> =>
    lab.world.connector.send(act, lab.world.credentials, lab.world.account);
  const find = async (act: Outgoing): Promise<Finding | undefined> =>
    lab.world.connector.find?.(act, lab.world.credentials, lab.world.account);
  const texts = () => lab.world.network.view(ida).flatMap(({ messages: all }) => all.map(({ text }) => text));
  return Object.assign(lab, { use, arrived, posts, say, hear, send, find, texts });
}
