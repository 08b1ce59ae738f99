import { sql } from 'kysely';
import type { ConversationId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { jsonRows } from '../rows.ts';

export interface FiledReaction {
  readonly inboxId: InboxId;
  readonly target: string;
  /** The person's external id, or `business`. */
  readonly by: string;
  readonly reaction: string;
  readonly isRemoved: boolean;
  readonly at: Date;
}
export const reactionKey = (one: Pick<FiledReaction, 'inboxId' | 'target' | 'by' | 'reaction'>): string =>
  [one.inboxId, one.target, one.by, one.reaction].join('\n');

/**
 * Sets each to its newest state; an older event than the one known changes nothing. At most one row per key.
 * `reaction` empty with `isRemoved`: the network did not say which, all of that person's go.
 * @returns keys of what changed, and the conversations where it shows
 */
export async function fileReactions(
  tx: Tx,
  workspaceId: WorkspaceId,
  reactions: readonly FiledReaction[],
): Promise<{ readonly changed: ReadonlySet<string>; readonly conversations: readonly ConversationId[] }> {
  if (reactions.length === 0) return { changed: new Set(), conversations: [] };
  const { rows } = await sql<{ inbox_id: InboxId; target: string; by: string; reaction: string }>`
    with input as (
      select * from json_to_recordset(${jsonRows(reactions)}) as r
        ("inboxId" uuid, target text, by text, reaction text, "isRemoved" boolean, at timestamptz)
    ), emptied as (
      update reactions k set removed_at = i.at from input i
      where i.reaction = '' and i."isRemoved" and k.workspace_id = ${workspaceId} and k.inbox_id = i."inboxId"
        and k.target_external_id = i.target and k.by_external_id = i.by and k.removed_at is null and k.at <= i.at
      returning i."inboxId" as inbox_id, i.target, i.by, i.reaction
    ), written as (
      insert into reactions as k (workspace_id, inbox_id, target_external_id, by_external_id, reaction, at, removed_at)
      select ${workspaceId}, "inboxId", target, by, reaction, at, case when "isRemoved" then at end from input where reaction <> ''
      on conflict (workspace_id, inbox_id, target_external_id, by_external_id, reaction) do update
        set at = excluded.at, removed_at = excluded.removed_at
        where k.at <= excluded.at and (k.removed_at is null) <> (excluded.removed_at is null)
      returning k.inbox_id, k.target_external_id as target, k.by_external_id as by, k.reaction
    )
    select * from written union all select * from emptied`.execute(tx);
  const changed = new Set(
    rows.map((row) => reactionKey({ inboxId: row.inbox_id, target: row.target, by: row.by, reaction: row.reaction })),
  );
  if (rows.length === 0) return { changed, conversations: [] };
  const shown = await sql<{ conversation_id: ConversationId }>`
    select distinct m.conversation_id from json_to_recordset(${jsonRows(rows)}) as r (inbox_id uuid, target text)
    join messages m on m.workspace_id = ${workspaceId} and m.inbox_id = r.inbox_id and m.external_id = r.target
    where m.conversation_id is not null`.execute(tx);
  return { changed, conversations: shown.rows.map((row) => row.conversation_id) };
}
