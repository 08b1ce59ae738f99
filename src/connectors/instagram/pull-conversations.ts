import { z } from 'zod';
import type { Cursor, Pulled } from '../../core/channel/connector.ts';
import { walk } from '../meta/pages.ts';
import { id, lenient, moment, text } from '../shared/shapes.ts';
import { isGone } from './errors.ts';
import { ListedMessage, MESSAGE_FIELDS } from './listed-message.ts';
import { asJson, entryOf, OVERLAP_MS, unreadable } from './pulled.ts';
import type { Road } from './road.ts';

/** Only so many of the newest messages of a conversation can be read. Source: Meta, "Conversations API"; read 2026-11. */
const READABLE = 20;
const LIST_PAGES = 20;
const AT_ONCE = 10;

const Conversation = z.object({
  id,
  updated_time: moment,
  participants: lenient(z.object({ data: z.array(z.object({ id, username: lenient(text) })) })),
});
const Messages = z.object({
  messages: lenient(z.object({ data: z.array(z.unknown()) })),
  participants: lenient(z.object({ data: z.array(z.object({ id, username: lenient(text) })) })),
});

const Kept = z.object({
  connectedAt: z.number(),
  since: z.number(),
  round: z
    .object({
      startedAt: z.number(),
      /** Our own name: whether the list knows us by the id that webhooks use is not said anywhere. */
      me: z.string().nullable(),
      todo: z.array(z.string()),
    })
    .nullable(),
});
type Kept = z.infer<typeof Kept>;

/** @param pause between two conversations: Meta allows two calls a second here */
export async function pullConversations(
  road: Road,
  cursor: Cursor | null,
  now: Date,
  pause: () => Promise<void>,
): Promise<Pulled> {
  const kept: Kept = Kept.safeParse(cursor).data ?? { connectedAt: now.getTime(), since: 0, round: null };
  const round = kept.round ?? (await beginRound(road, kept, now));
  const [these, later] = [round.todo.slice(0, AT_ONCE), round.todo.slice(AT_ONCE)];
  const entries: Pulled['entries'][number][] = [];
  let gap: Pulled['gap'];
  for (const conversationId of these) {
    await pause();
    const said = await messagesOf(road, conversationId, round.me);
    const isNew = (one: Listed) => one.at.getTime() >= kept.since - OVERLAP_MS;
    for (const one of said.filter(isNew).toReversed()) {
      const isHistory = one.at.getTime() < kept.connectedAt;
      entries.push(entryOf({ kind: 'message', isHistory, participant: one.participant, message: one.raw }));
    }
    const oldest = said.at(-1);
    // Twenty newer ones than the last look: what stood between cannot be read any more.
    if (kept.since > 0 && said.length >= READABLE && oldest && oldest.at.getTime() > kept.since)
      gap = {
        from: earliest(gap?.from, new Date(kept.since)),
        to: latest(gap?.to, oldest.at),
        why: 'Instagram shows only the 20 newest messages of a conversation, and more were written meanwhile.',
      };
  }
  const isDone = later.length === 0;
  return {
    entries,
    cursor: asJson({
      connectedAt: kept.connectedAt,
      since: isDone ? round.startedAt : kept.since,
      round: isDone ? null : { ...round, todo: later },
    }),
    more: !isDone,
    ...(gap ? { gap } : {}),
  };
}

const earliest = (one: Date | undefined, other: Date) => (one && one < other ? one : other);
const latest = (one: Date | undefined, other: Date) => (one && one > other ? one : other);

async function beginRound(road: Road, { since }: Kept, now: Date) {
  const found = await walk(road.graph, road.as, {
    path: `${road.sender}/conversations`,
    query: { platform: 'instagram', fields: 'id,updated_time,participants', limit: '50' },
    item: Conversation,
    // Newest first, and no `since`: everything from there on was read before.
    until: (one) => one.updated_time.getTime() < since - OVERLAP_MS,
    maxPages: LIST_PAGES,
  });
  if (found.kind === 'failed') throw unreadable(found.answer);
  const todo = found.items.map((one) => one.id);
  return { startedAt: now.getTime(), me: todo.length > 0 ? await ownName(road) : null, todo };
}

async function ownName({ graph, as, accountId }: Road): Promise<string | null> {
  const answer = await graph({ method: 'GET', path: accountId, query: { fields: 'username' } }, as);
  const read = answer.kind === 'ok' ? z.object({ username: text }).safeParse(answer.body).data : undefined;
  return read?.username ?? null;
}

interface Listed {
  readonly at: Date;
  readonly participant: { readonly id: string; readonly username?: string | undefined };
  readonly raw: unknown;
}

/** Newest first, as Instagram lists them. */
async function messagesOf(road: Road, conversationId: string, me: string | null): Promise<readonly Listed[]> {
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
    return participant ? [{ at: message.created_time, participant, raw }] : [];
  });
}
