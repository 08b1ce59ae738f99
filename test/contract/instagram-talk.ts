import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing } from '../../src/core/channel/outgoing.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../src/core/ids.ts';
import { targetOf, threadOf } from './acts.ts';
import { ACCOUNT, type Instagram } from './instagram-world.ts';
import { ida } from './lab.ts';

export const account = ACCOUNT as ExternalAccountId;
export const DIRECT = `direct:${ACCOUNT}`;
export const HOUR_MS = 3_600_000;
export const nothing = { id: '' as ExternalMessageId, text: '', at: new Date(0), remote: null };
export const isMessage = (event: ChannelEvent): event is MessageEvent => event.kind === 'message';

export type Talk = ReturnType<typeof talkOver>;

/** What a desk does with one account: hears, looks what can be done, answers. */
export function talkOver({ instagram, connector, credentials, arrived }: Instagram) {
  async function events(): Promise<ChannelEvent[]> {
    const all = await arrived();
    return (await Promise.all(all.map(({ entry, context }) => connector.parse(entry, context)))).flat();
  }
  return {
    events,
    send: (act: Outgoing) => connector.send(act, credentials, account),
    find: (act: Outgoing) => connector.find?.(act, credentials, account),
    allows: (kind: Outgoing['kind'], event: MessageEvent) =>
      connector.allows?.({ kind, target: targetOf(event), thread: threadOf(event), settings: {} }),
    async hear(place: string, text: string, persona = ida): Promise<MessageEvent> {
      await instagram.network.say(persona, { place, text });
      const event = (await events()).filter(isMessage).find((one) => one.content.text === text);
      if (!event) throw new Error(`"${text}" never arrived`);
      return event;
    },
  };
}
