import { z } from 'zod';
import type { Cursor, Pulled } from '../../core/channel/connector.ts';
import { type ListedLine, pullConversations as pullFrom } from '../meta/pull-conversations.ts';
import { id, lenient, text } from '../shared/shapes.ts';
import { isGone } from './errors.ts';
import { ListedMessage, MESSAGE_FIELDS } from './listed-message.ts';
import { unreadable } from './pulled.ts';
import type { Road } from './road.ts';

const Messages = z.object({
  messages: lenient(z.object({ data: z.array(z.unknown()) })),
  participants: lenient(z.object({ data: z.array(z.object({ id, username: lenient(text) })) })),
});

/** @param pause between two conversations: Meta allows two calls a second here */
export function pullConversations(
  road: Road,
  cursor: Cursor | null,
  now: Date,
  pause: () => Promise<void>,
): Promise<Pulled> {
  // Our own name: whether the list knows us by the id that webhooks use is not said anywhere.
  let me: Promise<string | null> | undefined;
  const list = {
    graph: road.graph,
    as: road.as,
    owner: road.sender,
    platform: 'instagram',
    network: 'Instagram',
    historyMs: null,
    async messagesOf(conversationId: string) {
      me ??= ownName(road);
      return messagesOf(road, conversationId, await me);
    },
    unreadable,
    pause,
  } as const;
  return pullFrom(list, cursor, now);
}

async function ownName({ graph, as, accountId }: Road): Promise<string | null> {
  const answer = await graph({ method: 'GET', path: accountId, query: { fields: 'username' } }, as);
  const read = answer.kind === 'ok' ? z.object({ username: text }).safeParse(answer.body).data : undefined;
  return read?.username ?? null;
}

/** Newest first, as Instagram lists them. */
async function messagesOf(road: Road, conversationId: string, me: string | null): Promise<readonly ListedLine[]> {
  const isOther = (one: { readonly id: string; readonly username?: string | undefined }) =>
    one.id !== road.accountId && (me === null || one.username !== me);
  const answer = await road.graph(
    {
      method: 'GET',
      path: encodeURIComponent(conversationId),
      query: { fields: `participants,messages{${MESSAGE_FIELDS}}` },
    },
    road.as,
  );
  if (answer.kind !== 'ok') {
    if (isGone(answer)) return [];
    throw unreadable(answer);
  }
  const found = Messages.safeParse(answer.body).data;
  const other = found?.participants?.data.find(isOther);
  return (found?.messages?.data ?? []).flatMap((raw) => {
    const message = ListedMessage.safeParse(raw).data;
    if (!message) return [];
    const people = [message.from, ...(message.to?.data ?? [])];
    const participant = other ?? people.find((one) => one !== undefined && isOther(one));
    return participant ? [{ at: message.created_time, entry: { kind: 'message', participant, message: raw } }] : [];
  });
}
