import { z } from 'zod';
import type { Cursor, Pulled } from '../../core/channel/connector.ts';
import { id, moment } from '../shared/shapes.ts';
import type { Bearer, Graph, GraphAnswer } from './graph.ts';
import { walk } from './pages.ts';
import { asJson, connectionAt, type Entries, entryOf, OVERLAP_MS } from './pulled.ts';

/** Only so many of the newest messages of a conversation can be read. Source: Meta, "Conversations API"; read 2026-11. */
export const READABLE = 20;
const LIST_PAGES = 20;
const AT_ONCE = 10;

const Conversation = z.object({ id, updated_time: moment });
const Kept = z.object({
  connectedAt: z.number(),
  /** Everything said until then was read; 0 in the first round. */
  since: z.number(),
  /** A round that is under way. */
  round: z.object({ startedAt: z.number(), todo: z.array(z.string()) }).nullable(),
  /** It follows at once on one that took several pulls. */
  isSecond: z.boolean().optional(),
});
type Kept = z.infer<typeof Kept>;

/** One message as it stands on the list of its conversation. */
export interface ListedLine {
  readonly at: Date;
  readonly entry: Readonly<Record<string, unknown>>;
}

export interface ConversationList {
  readonly graph: Graph;
  readonly as: Bearer;
  /** Under which `conversations` stands. */
  readonly owner: string;
  readonly platform: 'instagram' | 'messenger';
  /** On screen. */
  readonly network: string;
  /** How far back the first round goes, in milliseconds; null: as far as Meta lists. */
  readonly historyMs: number | null;
  /** Newest first, as Meta lists them. */
  messagesOf(conversationId: string): Promise<readonly ListedLine[]>;
  unreadable(answer: Exclude<GraphAnswer, { kind: 'ok' }>): Error;
  /** Between two conversations: Meta allows two calls a second here. */
  pause(): Promise<void>;
}

/** Walks the conversations in which something was said since the last round, the newest first. */
export async function pullConversations(list: ConversationList, cursor: Cursor | null, now: Date): Promise<Pulled> {
  const kept: Kept = Kept.safeParse(cursor).data ?? { connectedAt: connectionAt(now), since: 0, round: null };
  const floor = Math.max(kept.since - OVERLAP_MS, list.historyMs === null ? 0 : kept.connectedAt - list.historyMs);
  const round = kept.round ?? (await beginRound(list, floor, now));
  const [these, later] = [round.todo.slice(0, AT_ONCE), round.todo.slice(AT_ONCE)];
  const entries: Entries = [];
  let gap: Pulled['gap'];
  for (const conversationId of these) {
    await list.pause();
    const said = await list.messagesOf(conversationId);
    for (const { at, entry } of said.filter((one) => one.at.getTime() >= floor).toReversed())
      entries.push(entryOf({ ...entry, isHistory: at.getTime() < kept.connectedAt, seenAt: now.getTime() }));
    const oldest = said.at(-1);
    // Twenty newer ones than the last look: what stood between cannot be read any more.
    if (kept.since > 0 && said.length >= READABLE && oldest && oldest.at.getTime() > kept.since)
      gap = {
        from: new Date(kept.since),
        to: gap && gap.to > oldest.at ? gap.to : oldest.at,
        why: `${list.network} shows only the ${READABLE} newest messages of a conversation, and more were written meanwhile.`,
      };
  }
  const isDone = later.length === 0;
  // What was said while a round took several pulls, or was cut in two by an end of the program, is not left for later.
  const isFollowed = isDone && kept.round !== null && kept.isSecond !== true;
  return {
    entries,
    cursor: asJson({
      connectedAt: kept.connectedAt,
      since: isDone ? round.startedAt : kept.since,
      round: isDone ? null : { ...round, todo: later },
      isSecond: isDone ? isFollowed : kept.isSecond === true,
    }),
    more: !isDone || isFollowed,
    ...(gap ? { gap } : {}),
  };
}

async function beginRound(list: ConversationList, floor: number, now: Date): Promise<NonNullable<Kept['round']>> {
  const found = await walk(list.graph, list.as, {
    path: `${list.owner}/conversations`,
    query: { platform: list.platform, fields: 'id,updated_time', limit: '50' },
    item: Conversation,
    // Newest first, and no `since`: everything from there on was read before.
    until: (one) => one.updated_time.getTime() < floor,
    maxPages: LIST_PAGES,
  });
  if (found.kind === 'failed') throw list.unreadable(found.answer);
  return { startedAt: now.getTime(), todo: found.items.map((one) => one.id) };
}
