import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing } from '../../src/core/channel/outgoing.ts';
import type { Persona, SeenMessage } from '../../src/simulators/network.ts';
import type { ContractWorld } from './world.ts';

/** What the questions of the contract are asked with: a customer who writes, and us who hear, send and look. */
export type ContractLab = ReturnType<typeof contractLab>;

export function contractLab(name: string, getWorld: () => ContractWorld) {
  let counter = 0;
  async function arrivals(): Promise<ChannelEvent[]> {
    const events: ChannelEvent[] = [];
    for (const { entry, context } of await getWorld().arrived())
      events.push(...(await getWorld().connector.parse(entry, context)));
    return events;
  }
  const isSaid = (event: ChannelEvent, text: string): event is MessageEvent =>
    event.kind === 'message' &&
    // Whoever writes down what was said says first what it was.
    (getWorld().connector.home === 'desk' ? event.content.text.endsWith(text) : event.content.text.trim() === text);
  const canReply = () => getWorld().connector.capabilities.acts.reply !== undefined;

  function placeFor(persona: Persona) {
    const places = getWorld().network.places(persona);
    const place = places.find(({ kind }) => kind === 'post' || kind === 'direct' || kind === 'mail') ?? places[0];
    if (!place) throw new Error(`${name}: there is nowhere to write`);
    return place;
  }
  /** A customer writes, and what reached us of it. */
  async function hear(persona: Persona, text: string): Promise<MessageEvent> {
    await getWorld().network.say(persona, { place: placeFor(persona).id, text });
    const event = (await arrivals()).find((one) => isSaid(one, text));
    if (!event) throw new Error(`${name}: "${text}" never arrived`);
    return event as MessageEvent;
  }
  const unique = (text: string) => `${text} (${++counter})`;
  const send = (act: Outgoing) => getWorld().connector.send(act, getWorld().credentials, getWorld().account);
  const find = (act: Outgoing) => getWorld().connector.find?.(act, getWorld().credentials, getWorld().account);
  const seen = (persona: Persona, text: string): SeenMessage[] =>
    getWorld()
      .network.view(persona)
      .flatMap(({ messages }) => messages)
      .filter((one) => one.text.includes(text));

  const ida = () => getWorld().personas[0];
  const hearIda = (text: string) => hear(ida(), text);
  const seenByIda = (text: string) => seen(ida(), text);

  return { name, getWorld, arrivals, isSaid, canReply, placeFor, hear, hearIda, unique, send, find, seen, seenByIda };
}
