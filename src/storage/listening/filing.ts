import { sql } from 'kysely';
import type { ConversationId, InboxId, Json, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Heard } from '../../core/listening/hear.ts';
import { foldForSearch } from '../../core/text/fold.ts';
import type { Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';
import type { HitsTable } from '../tables/listening.ts';

/** A post as all accounts of a network name it. */
export interface PostKey {
  readonly channel: string;
  /** `worldId` where the network has such, else the id. */
  readonly key: string;
}
export const postKey = ({ channel, key }: PostKey): string => `${channel}\n${key}`;

export interface KnownHit {
  readonly id: string;
  readonly channel: string;
  readonly key: string;
  readonly inboxId: InboxId;
  readonly state: HitsTable['state'];
  readonly because: readonly Heard[];
  /** What it became, and in which inbox; null: nothing, or that is gone. */
  readonly messageId: MessageId | null;
  readonly conversationId: ConversationId | null;
  readonly messageInboxId: InboxId | null;
}

/** In which of these networks anything was overheard. */
export async function channelsWithHits(
  tx: Tx,
  workspaceId: WorkspaceId,
  channels: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ channel: string }>`select r.channel from unnest(${[...channels]}::text[]) as r (channel)
    where exists (select from hits h where h.workspace_id = ${workspaceId} and h.channel = r.channel)`.execute(tx);
  return rows.map(({ channel }) => channel);
}

/** Which of these posts are hits, by `postKey`; held until the transaction ends, in one order. */
export async function lockHits(
  tx: Tx,
  workspaceId: WorkspaceId,
  keys: readonly PostKey[],
): Promise<Map<string, KnownHit>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<KnownHit>`
    select h.id, h.channel, h.external_id as key, h.inbox_id as "inboxId", h.state, h.because, m.id as "messageId",
      coalesce(m.conversation_id, h.conversation_id) as "conversationId", m.inbox_id as "messageInboxId"
    from json_to_recordset(${jsonRows(keys)}) as r (channel text, key text)
    join hits h on h.workspace_id = ${workspaceId} and h.channel = r.channel and h.external_id = r.key
    left join messages m on m.workspace_id = ${workspaceId} and m.id = h.message_id
    order by h.id for update of h`.execute(tx);
  return new Map(rows.map((row) => [postKey(row), row]));
}

export interface LookedFor extends PostKey {
  readonly inboxId: InboxId;
  readonly localId: string;
  readonly isWorldwide: boolean;
}
export interface SaidAlready {
  readonly id: MessageId;
  readonly conversationId: ConversationId | null;
}

/** Which of these posts are messages already, whichever account of the channel brought them, by `postKey`. */
export async function findInChannel(
  tx: Tx,
  workspaceId: WorkspaceId,
  posts: readonly LookedFor[],
): Promise<ReadonlyMap<string, SaidAlready>> {
  if (posts.length === 0) return new Map();
  const { rows } = await sql<SaidAlready & PostKey>`
    with r as (select * from json_to_recordset(${jsonRows(posts)}) as r (channel text, key text, "inboxId" uuid, "localId" text, "isWorldwide" boolean))
    select r.channel, r.key, m.id, m.conversation_id as "conversationId" from r
      join inboxes i on i.workspace_id = ${workspaceId} and i.channel = r.channel
      join messages m on m.workspace_id = ${workspaceId} and m.inbox_id = i.id and m.external_id = r.key
      where not r."isWorldwide"
    union all select r.channel, r.key, m.id, m.conversation_id from r
      join messages m on m.workspace_id = ${workspaceId} and m.world_id = r.key where r."isWorldwide"
    union all select r.channel, r.key, m.id, m.conversation_id from r
      join messages m on m.workspace_id = ${workspaceId} and m.inbox_id = r."inboxId" and m.external_id = r."localId" where r."isWorldwide"`.execute(
    tx,
  );
  // Of several the one in a conversation.
  const found = new Map<string, SaidAlready>();
  for (const row of rows) if (row.conversationId || !found.has(postKey(row))) found.set(postKey(row), row);
  return found;
}

export interface PersonKey {
  readonly channel: string;
  readonly scope: string;
  readonly id: string;
}
export const blockedKey = ({ channel, scope, id }: PersonKey): string => `${channel}\n${scope}\n${id}`;

/** Which of these people somebody blocked, by `blockedKey`. */
export async function findBlocked(
  tx: Tx,
  workspaceId: WorkspaceId,
  people: readonly PersonKey[],
): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set();
  const { rows } = await sql<PersonKey>`
    select i.channel, i.scope, i.external_id as id from json_to_recordset(${jsonRows(people)}) as r (channel text, scope text, id text)
    join identities i on i.workspace_id = ${workspaceId} and i.channel = r.channel and i.scope = r.scope and i.external_id = r.id
    join contacts k on k.workspace_id = ${workspaceId} and k.id = i.contact_id and k.blocked_at is not null`.execute(
    tx,
  );
  return new Set(rows.map(blockedKey));
}

export interface NewHit extends PostKey {
  readonly id: string;
  readonly inboxId: InboxId;
  readonly localId: string;
  readonly ledgerId: number;
  readonly event: Json;
  readonly authorId: string | null;
  readonly author: Json;
  readonly text: string;
  readonly permalink: string | null;
  readonly saidAt: Date;
  readonly language: string | null;
  readonly sentiment: string | null;
  readonly urgency: number | null;
  readonly understood: Json;
  readonly because: readonly Heard[];
  readonly alikeId: string;
  readonly state: 'waiting' | 'taken_up';
  readonly messageId: MessageId | null;
  readonly conversationId: ConversationId | null;
}

/** The unique key decides. @returns the ids of those that were new */
export async function insertHits(
  tx: Tx,
  workspaceId: WorkspaceId,
  hits: readonly NewHit[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (hits.length === 0) return new Set();
  const rows = hits.map((hit) => ({ ...hit, search: foldForSearch(hit.text) }));
  const { rows: added } = await sql<{ id: string }>`
    insert into hits (workspace_id, id, channel, external_id, inbox_id, local_id, ledger_id, event, author_id, author, text, search, permalink, said_at,
      found_at, language, sentiment, urgency, understood, because, alike_id, state, message_id, conversation_id, changed_at)
    select ${workspaceId}, r.id, r.channel, r.key, r."inboxId", r."localId", r."ledgerId", r.event, r."authorId", r.author, r.text, r.search, r.permalink,
      r."saidAt", ${now}, r.language, r.sentiment, r.urgency, r.understood, r.because, r."alikeId", r.state, r."messageId", r."conversationId", ${now}
    from json_to_recordset(${jsonRows(rows)}) as r (id uuid, channel text, key text, "inboxId" uuid, "localId" text, "ledgerId" bigint, event jsonb,
      "authorId" text, author jsonb, text text, search text, permalink text, "saidAt" timestamptz, language text, sentiment text, urgency smallint,
      understood jsonb, because jsonb, "alikeId" uuid, state text, "messageId" uuid, "conversationId" uuid)
    on conflict do nothing returning id`.execute(tx);
  return new Set(added.map(({ id }) => id));
}

/** Puts hits on the boards of the rules that heard them, as their state says. @returns on which they were not yet */
export async function putOnBoards(
  tx: Tx,
  workspaceId: WorkspaceId,
  hitIds: readonly string[],
): Promise<readonly { readonly boardId: string; readonly hitId: string }[]> {
  if (hitIds.length === 0) return [];
  const { rows } = await sql<{ boardId: string; hitId: string }>`
    insert into board_hits (workspace_id, board_id, hit_id, said_at, is_waiting)
    select distinct ${workspaceId}::integer, (x ->> 'boardId')::uuid, h.id, h.said_at, h.state = 'waiting'
    from hits h cross join lateral jsonb_array_elements(h.because) x
    where h.workspace_id = ${workspaceId} and h.id = any(${[...hitIds]}::uuid[])
    on conflict do nothing returning board_id as "boardId", hit_id as "hitId"`.execute(tx);
  return rows;
}

/** Other rules hear what `lockHits` holds. */
export async function widenHits(
  tx: Tx,
  workspaceId: WorkspaceId,
  hits: readonly { readonly id: string; readonly because: readonly Heard[] }[],
  now: Date,
): Promise<void> {
  if (hits.length === 0) return;
  await sql`update hits h set because = r.because, changed_at = ${now}
    from json_to_recordset(${jsonRows(hits)}) as r (id uuid, because jsonb) where h.workspace_id = ${workspaceId} and h.id = r.id`.execute(
    tx,
  );
}

export interface TakenUp {
  readonly id: string;
  readonly messageId: MessageId;
  readonly conversationId: ConversationId | null;
}

/** What `lockHits` holds is work from now on, and waits on no board any more. */
export async function markTakenUp(
  tx: Tx,
  workspaceId: WorkspaceId,
  taken: readonly TakenUp[],
  now: Date,
): Promise<void> {
  if (taken.length === 0) return;
  await sql`
    with r as (select * from json_to_recordset(${jsonRows(taken)}) as r (id uuid, "messageId" uuid, "conversationId" uuid)),
    off as (update board_hits x set is_waiting = false from r where x.workspace_id = ${workspaceId} and x.hit_id = r.id and x.is_waiting)
    update hits h set state = 'taken_up', message_id = r."messageId", conversation_id = r."conversationId", changed_at = ${now}
    from r where h.workspace_id = ${workspaceId} and h.id = r.id`.execute(tx);
}

/** The newest hits found since then, the oldest of them first. */
export async function readTexts(
  tx: Tx,
  workspaceId: WorkspaceId,
  since: Date | null,
  most: number,
): Promise<
  readonly { readonly id: string; readonly alikeId: string; readonly text: string; readonly foundAt: Date }[]
> {
  const { rows } = await sql<{ id: string; alikeId: string; text: string; foundAt: Date }>`
    select id, alike_id as "alikeId", text, found_at as "foundAt" from hits
    where workspace_id = ${workspaceId} and found_at >= ${since ?? new Date(0)} order by found_at desc, id desc limit ${most}`.execute(
    tx,
  );
  return rows.toReversed();
}

/** What nobody took up. Who spoke how much in those hours is forgotten by itself, when nobody reads it any more. */
export async function pruneHits(tx: Tx, workspaceId: WorkspaceId, before: Date): Promise<void> {
  await sql`delete from hits where workspace_id = ${workspaceId} and found_at < ${before} and state <> 'taken_up'`.execute(
    tx,
  );
}
