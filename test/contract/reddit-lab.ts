import { afterEach, beforeEach } from 'vitest';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { Finding, Outgoing, SendOutcome } from '../../src/core/channel/outgoing.ts';
import { type Pulls, pullsOf } from './bluesky-pulls.ts';
import { ida } from './lab.ts';
import { openRedditWorld } from './reddit-world.ts';

const MINUTE_MS = 60_000;
type World = Awaited<ReturnType<typeof openRedditWorld>>;

export const messages = (events: readonly ChannelEvent[]) =>
  events.filter((event): event is MessageEvent => event.kind === 'message');

/** A simulated network and a connected account, new for each test. */
export function openRedditLab() {
  const lab = {} as { world: World; pulls: Pulls };
  /** Another network, from here on. */
  async function use(form: object = {}) {
    await lab.world?.network.close();
    lab.world = await openRedditWorld(form);
    lab.pulls = pullsOf(lab.world.connector, lab.world.credentials, lab.world.account);
  }
  beforeEach(() => use());
  afterEach(async () => {
    await lab.pulls.close();
    await lab.world.network.close();
  });

  /** Five minutes later, when every look comes round again. */
  async function everything(): Promise<ChannelEvent[]> {
    const { account, connector, settings, clock } = lab.world;
    clock.pass(5 * MINUTE_MS);
    const context = { account, settings, receivedAt: new Date() };
    const events: ChannelEvent[] = [];
    for (const entry of await lab.pulls.arrived()) events.push(...(await connector.parse(entry, context)));
    return events;
  }
  const arrived = async () => (await everything()).filter(({ kind }) => kind !== 'post');
  const posts = async () => (await everything()).filter(({ kind }) => kind === 'post');
  const place = () => lab.world.network.places(ida)[0]?.id ?? '';
  async function hear(text: string, where = place()): Promise<MessageEvent> {
    const { id } = await lab.world.network.say(ida, { place: where, text });
    const event = messages(await arrived()).find((one) => one.id === id);
    if (!event) throw new Error(`${text} did not arrive`);
    return event;
  }
  const send = (act: Outgoing): Promise<SendOutcome> =>
    lab.world.connector.send(act, lab.world.credentials, lab.world.account);
  const find = async (act: Outgoing): Promise<Finding | undefined> =>
    lab.world.connector.find?.(act, lab.world.credentials, lab.world.account);
  const texts = () => lab.world.network.view(ida).flatMap(({ messages: all }) => all.map(({ text }) => text));
  return Object.assign(lab, { use, arrived, posts, place, hear, send, find, texts });
}
