import { sql } from 'kysely';
import type { Reach } from '../../core/channel/event.ts';
import type { Delta } from '../../core/filing/delta.ts';
import type { ContactId, ConversationId, IdentityId, InboxId, ThreadId, WorkspaceId } from '../../core/ids.ts';
import type { Gist } from '../../core/triage/gist.ts';
import type { Triaged } from '../../core/triage/triage.ts';
import { BLOCKED } from '../../core/work/blocked.ts';
import type { Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

export interface NewConversation {
  readonly id: ConversationId;
  readonly inboxId: InboxId;
  readonly threadId: ThreadId;
  readonly channel: string;
  readonly reach: Reach;
  readonly contactId: ContactId;
  readonly identityId: IdentityId;
  readonly subject: string | null;
  /** Who opens it, where nobody knew of them before. */
  readonly newcomer: Newcomer | null;
}

/** Somebody of whom nothing is known but what the network says. */
export interface Newcomer {
  readonly followers: number | null;
  /** As the network gave them. */
  readonly name: string | null;
  readonly handle: string | null;
}

/** What is decided of a conversation while it is filed. */
export interface DecidedFiled extends Triaged {
  /** Up to when rules of work have seen what the person said; null: none is on. */
  readonly ruledInboundAt: Date | null;
}

/** Marks attention that came out of imported history and was never looked at by a person. */
const IMPORTED = 'imported';

export interface Held {
  readonly isAssigned: boolean;
  /** Of what waits already; null: nothing does, what comes now begins anew. */
  readonly gist: Gist | null;
}

/** Locks these until the transaction ends, always in the same order. */
export async function holdConversations(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly ConversationId[],
): Promise<ReadonlyMap<ConversationId, Held>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Gist & { id: ConversationId; isAssigned: boolean; waits: boolean }>`
    select id, assignee_id is not null as "isAssigned", coalesce(attention = 'needs_answer', false) as waits, sentiment, kind, urgency, topic, signs
    from conversations where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[]) order by id for update`.execute(
    tx,
  );
  return new Map(rows.map(({ id, isAssigned, waits, ...gist }) => [id, { isAssigned, gist: waits ? gist : null }]));
}

export async function insertConversations(
  tx: Tx,
  workspaceId: WorkspaceId,
  rows: readonly (NewConversation & {
    readonly delta: Delta;
    readonly gist: Gist;
    readonly changedSeq: number;
    /** Null: the triager is to decide. */
    readonly decided: DecidedFiled | null;
  })[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const flat = rows.map(({ delta: { said: _, ...delta }, gist, newcomer: __, decided, ...row }) => ({
    ...row,
    ...decisionOf(decided, now),
    ruledInboundAt: decided?.ruledInboundAt ?? null,
    ...delta,
    ...gist,
    attention: delta.asks || delta.historyAsks ? 'needs_answer' : delta.blockedBy ? 'no_reply' : null,
    attention_reason: delta.asks ? null : delta.historyAsks ? IMPORTED : delta.blockedBy ? BLOCKED : null,
    attention_by: delta.blockedBy,
    attention_at: delta.blockedBy ? now : null,
    waiting_since: delta.askedAt ?? delta.blockedSince,
  }));
  await sql`
    insert into conversations (workspace_id, id, inbox_id, thread_id, channel, reach, contact_id, identity_id, subject, preview, language,
      attention, attention_reason, attention_by, attention_at, sentiment, kind, urgency, topic, signs, priority, priority_parts, clocks, due_at, triage_at, ruled_inbound_at, waiting_since, answered_elsewhere_at, last_inbound_at, last_outbound_at,
      last_message_at, message_count, created_at, changed_seq, team_id)
    select ${workspaceId}, r.id, r."inboxId", r."threadId", r.channel, r.reach, r."contactId", r."identityId", r.subject, r.preview, r.language,
      r.attention, r.attention_reason, r.attention_by, r.attention_at, r.sentiment, r.kind, r.urgency, r.topic, r.signs, coalesce(r.priority, 0), coalesce(r.parts, '[]'), coalesce(r.clocks, '[]'), r."dueAt", r."triageAt", r."ruledInboundAt", r.waiting_since, r."answeredElsewhereAt", r."lastInboundAt", r."lastOutboundAt",
      r."lastMessageAt", r.count, least(r."firstMessageAt", ${now}), r."changedSeq",
      (select i.team_id from inboxes i where i.workspace_id = ${workspaceId} and i.id = r."inboxId")
    from json_to_recordset(${jsonRows(flat)}) as r (id uuid, "inboxId" uuid, "threadId" uuid, channel text, reach text, "contactId" uuid,
      "identityId" uuid, subject text, preview text, language text, attention text, attention_reason text, attention_by uuid, attention_at timestamptz, sentiment smallint, kind text, urgency smallint, topic text, signs jsonb,
      priority integer, parts jsonb, clocks jsonb, "dueAt" timestamptz, "triageAt" timestamptz, "ruledInboundAt" timestamptz,
      waiting_since timestamptz, "answeredElsewhereAt" timestamptz, "lastInboundAt" timestamptz, "lastOutboundAt" timestamptz,
      "firstMessageAt" timestamptz, "lastMessageAt" timestamptz, count integer, "changedSeq" bigint)`.execute(tx);
}

/** Where nothing is decided yet, all stays as it is and is due now. */
const decisionOf = (decided: Triaged | null, now: Date) => ({
  priority: decided?.priority,
  parts: decided?.parts,
  clocks: decided?.clocks,
  dueAt: decided?.dueAt,
  triageAt: decided ? decided.nextAt : now,
});

/**
 * Lays what arrived over what the conversation is by now: a human act that came between is kept, and no branch
 * here leads to any attention but `needs_answer` (or back to none, for history that nobody has looked at), or, in the
 * name of whoever blocked the author, to `no_reply`; that one keeps since when it would wait.
 */
export async function updateConversations(
  tx: Tx,
  workspaceId: WorkspaceId,
  rows: readonly (Delta & {
    readonly id: ConversationId;
    readonly gist: Gist;
    readonly changedSeq: number;
    readonly decided: Triaged | null;
  })[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return;
  const settles = sql`coalesce(c.attention_reason = ${IMPORTED} and not r.asks and not r."historyAsks" and r."lastOutboundAt" >= c.last_inbound_at, false)`;
  const turns = sql`((r.asks and c.attention is distinct from 'needs_answer')
    or (r."historyAsks" and c.attention is null and (c.last_outbound_at is null or r."askedAt" > c.last_outbound_at)))`;
  const shuts = sql`(r."blockedBy" is not null and c.attention is distinct from 'needs_answer')`;
  const asks = sql`(r.asks or r."historyAsks")`;
  const flat = rows.map(({ said: _, gist, decided, ...row }) => ({
    ...row,
    ...gist,
    ...decisionOf(decided, now),
  }));
  await sql`
    update conversations c set
      attention = case when ${turns} then 'needs_answer' when ${settles} then null when ${shuts} then 'no_reply' else c.attention end,
      attention_by = case when ${turns} or ${settles} then null when ${shuts} then r."blockedBy" else c.attention_by end,
      attention_at = case when ${turns} or (${shuts} and not ${settles}) then ${now}::timestamptz else c.attention_at end,
      attention_reason = case when r.asks then null when ${turns} then ${IMPORTED} when ${settles} then null when ${shuts} then ${BLOCKED} else c.attention_reason end,
      waiting_since = case when ${turns} then r."askedAt" when ${settles} then null
        when ${shuts} then coalesce(case when c.attention_reason = ${BLOCKED} then c.waiting_since end, r."blockedSince") else c.waiting_since end,
      opened_at = case when ${turns} then null else c.opened_at end,
      opened_by = case when ${turns} then null else c.opened_by end,
      snoozed_until = case when r.asks then null else c.snoozed_until end,
      resolution = case when r.asks then 'open' else c.resolution end,
      resolution_at = case when r.asks then null else c.resolution_at end,
      resolution_by = case when r.asks then null else c.resolution_by end,
      sentiment = case when ${asks} then r.sentiment else c.sentiment end,
      kind = case when ${asks} then r.kind else c.kind end,
      urgency = case when ${asks} then r.urgency else c.urgency end,
      topic = case when ${asks} then r.topic else c.topic end,
      signs = case when ${asks} then r.signs else c.signs end,
      priority = coalesce(r.priority, c.priority), priority_parts = coalesce(r.parts, c.priority_parts),
      clocks = coalesce(r.clocks, c.clocks), due_at = case when r.priority is null then c.due_at else r."dueAt" end,
      triage_at = r."triageAt",
      answered_elsewhere_at = greatest(c.answered_elsewhere_at, r."answeredElsewhereAt"),
      last_inbound_at = greatest(c.last_inbound_at, r."lastInboundAt"),
      last_outbound_at = greatest(c.last_outbound_at, r."lastOutboundAt"),
      preview = case when r."lastMessageAt" >= c.last_message_at then r.preview else c.preview end,
      last_message_at = greatest(c.last_message_at, r."lastMessageAt"),
      language = coalesce(r.language, c.language),
      message_count = c.message_count + r.count,
      changed_seq = greatest(c.changed_seq, r."changedSeq")
    from json_to_recordset(${jsonRows(flat)}) as r (id uuid, count integer, asks boolean, "historyAsks" boolean, "askedAt" timestamptz,
      "blockedBy" uuid, "blockedSince" timestamptz, "lastInboundAt" timestamptz, "lastOutboundAt" timestamptz, "lastMessageAt" timestamptz, "answeredElsewhereAt" timestamptz,
      preview text, language text, sentiment smallint, kind text, urgency smallint, topic text, signs jsonb, "changedSeq" bigint,
      priority integer, parts jsonb, clocks jsonb, "dueAt" timestamptz, "triageAt" timestamptz)
    where c.workspace_id = ${workspaceId} and c.id = r.id`.execute(tx);
}
