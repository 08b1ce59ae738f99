import { sql } from 'kysely';
import type { ConversationId, InboxId, Json, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { storableJson, storableText } from '../rows.ts';

interface Target {
  readonly inboxId: InboxId;
  readonly externalId: string;
}
export interface Mirrored {
  readonly messageId: MessageId;
  readonly conversationId: ConversationId | null;
}

/** The network's edit of a message. Null: nothing changed, or the message is gone. The old words stay as a version. */
export async function mirrorEdit(
  tx: Tx,
  workspaceId: WorkspaceId,
  edit: Target & {
    readonly text: string;
    readonly search: string;
    readonly content: object;
    readonly at: Date;
    readonly ledgerId: number | null;
  },
): Promise<Mirrored | null> {
  const { rows } = await sql<{ id: MessageId; conversation_id: ConversationId | null }>`
    with old as (
      select id, text, ledger_id, edited_at, sent_at from messages
      where workspace_id = ${workspaceId} and inbox_id = ${edit.inboxId} and external_id = ${edit.externalId}
        and deleted_at is null and (edited_at is null or edited_at < ${edit.at})
        -- A review may change its stars and keep its words.
        and (text <> ${storableText(edit.text)} or (content -> 'rating') is distinct from coalesce(${storableJson(edit.content)}::jsonb -> 'rating', content -> 'rating'))
      for update
    ), kept as (
      insert into message_versions (workspace_id, message_id, replaced_at, text, ledger_id)
      select ${workspaceId}, id, ${edit.at}, text, coalesce(${edit.ledgerId}::bigint, ledger_id) from old
      on conflict do nothing
    )
    update messages m set text = ${storableText(edit.text)}, search = ${edit.search}, edited_at = ${edit.at},
      content = m.content || ${storableJson(edit.content)}::jsonb
    from old where m.workspace_id = ${workspaceId} and m.id = old.id
    returning m.id, m.conversation_id`.execute(tx);
  return toMirrored(rows);
}

/**
 * The network's deletion: words, versions, media and the stored raw entries go, the tombstone stays.
 * Null: not there, or deleted before.
 */
export async function mirrorDeletion(
  tx: Tx,
  workspaceId: WorkspaceId,
  deletion: Target & { readonly at: Date },
  now: Date,
): Promise<Mirrored | null> {
  const { rows } = await sql<{ id: MessageId; conversation_id: ConversationId | null }>`
    update messages set text = '', search = '', content = '{}', deleted_at = ${deletion.at}
    where workspace_id = ${workspaceId} and inbox_id = ${deletion.inboxId} and external_id = ${deletion.externalId} and deleted_at is null
    returning id, conversation_id`.execute(tx);
  const gone = toMirrored(rows);
  if (!gone) return null;
  await sql`
    with versions as (
      delete from message_versions where workspace_id = ${workspaceId} and message_id = ${gone.messageId} returning ledger_id
    ), unwanted as (
      update media set state = 'deleted', url = null, name = null, not_before = ${now}
      where workspace_id = ${workspaceId} and message_id = ${gone.messageId}
    )
    update ledger set body = ''::bytea, redacted_at = ${now}
    where workspace_id = ${workspaceId} and state <> 'waiting' and id in (
      select ledger_id from versions where ledger_id is not null
      union select ledger_id from messages where workspace_id = ${workspaceId} and id = ${gone.messageId} and ledger_id is not null)`.execute(
    tx,
  );
  if (gone.conversationId)
    await sql`update conversations c set preview = ''
      where c.workspace_id = ${workspaceId} and c.id = ${gone.conversationId} and not exists (
        select from messages m where m.workspace_id = ${workspaceId} and m.conversation_id = c.id and m.deleted_at is null
          and m.direction <> 'note' and m.sent_at >= c.last_message_at)`.execute(tx);
  return gone;
}

export async function mirrorVisibility(
  tx: Tx,
  workspaceId: WorkspaceId,
  change: Target & { readonly isHidden: boolean; readonly at: Date },
): Promise<Mirrored | null> {
  const hiddenAt = change.isHidden ? change.at : null;
  const { rows } = await sql<{ id: MessageId; conversation_id: ConversationId | null }>`
    update messages set hidden_at = ${hiddenAt}
    where workspace_id = ${workspaceId} and inbox_id = ${change.inboxId} and external_id = ${change.externalId}
      and (hidden_at is null) = ${change.isHidden}
    returning id, conversation_id`.execute(tx);
  return toMirrored(rows);
}

/** Keeps a change whose message has not come yet. False: kept already. */
export async function keepEarly(
  tx: Tx,
  workspaceId: WorkspaceId,
  early: Target & {
    readonly kind: EarlyKind;
    readonly change: Json;
    readonly at: Date;
    readonly ledgerId: number;
  },
): Promise<boolean> {
  const result = await sql`
    insert into early_changes (workspace_id, inbox_id, external_id, kind, change, at, ledger_id)
    values (${workspaceId}, ${early.inboxId}, ${early.externalId}, ${early.kind}, ${storableJson(early.change)}::jsonb, ${early.at}, ${early.ledgerId})
    on conflict (workspace_id, inbox_id, external_id, kind) do update set change = excluded.change, at = excluded.at, ledger_id = excluded.ledger_id
      where early_changes.at < excluded.at`.execute(tx);
  return (result.numAffectedRows ?? 0n) > 0n;
}

type EarlyKind = 'edit' | 'deletion' | 'visibility' | 'delivery';
export interface EarlyChange {
  readonly inbox_id: InboxId;
  readonly external_id: string;
  readonly kind: EarlyKind;
  readonly change: Json;
  readonly at: Date;
  readonly ledger_id: number | null;
}

/** Takes the changes that waited for these messages. */
export async function takeEarly(
  tx: Tx,
  workspaceId: WorkspaceId,
  keys: readonly { readonly inboxId: string; readonly externalId: string }[],
): Promise<readonly EarlyChange[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<EarlyChange>`
    delete from early_changes e using json_to_recordset(${storableJson(keys)}::json) as r ("inboxId" uuid, "externalId" text)
    where e.workspace_id = ${workspaceId} and e.inbox_id = r."inboxId" and e.external_id = r."externalId"
    returning e.inbox_id, e.external_id, e.kind, e.change, e.at, e.ledger_id`.execute(tx);
  return rows;
}

function toMirrored(rows: readonly { id: MessageId; conversation_id: ConversationId | null }[]): Mirrored | null {
  const [row] = rows;
  return row ? { messageId: row.id, conversationId: row.conversation_id } : null;
}
