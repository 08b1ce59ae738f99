import { sql } from 'kysely';
import type { AgentId, ConversationId, InboxId, MediaId, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson, storableText } from '../rows.ts';

export type DraftKind = 'reply' | 'note';

/** Whose draft, and where. */
export interface DraftPlace {
  readonly workspaceId: WorkspaceId;
  readonly agentId: AgentId;
  readonly conversationId: ConversationId;
}

export interface DraftWords {
  readonly kind: DraftKind;
  readonly way: string | null;
  readonly subject: string | null;
  readonly text: string;
  readonly attachments: readonly MediaId[];
  /** What a picture shows, by its id. */
  readonly alts: Readonly<Record<string, string>>;
}

export interface DraftRow extends Omit<DraftWords, 'attachments' | 'alts'> {
  readonly conversationId: ConversationId;
  readonly attachments: readonly {
    readonly id: MediaId;
    readonly name: string;
    readonly mimeType: string;
    readonly sizeBytes: number;
    readonly alt?: string;
  }[];
  readonly version: number;
  readonly savedAt: Date;
}

const COLUMNS = sql`d.conversation_id as "conversationId", d.kind, d.way, d.subject, d.text, d.version, d.saved_at as "savedAt",
  coalesce((
    select json_agg(json_build_object('id', m.id, 'name', coalesce(m.name, 'file'),
      'mimeType', coalesce(m.mime_type, 'application/octet-stream'), 'sizeBytes', coalesce(m.size_bytes, 0), 'alt', coalesce(d.alts ->> f.id::text, '')) order by f.position)
    from unnest(d.attachments) with ordinality as f (id, position)
    join media m on m.workspace_id = d.workspace_id and m.id = f.id and m.state = 'stored' and m.message_id is null
  ), '[]'::json) as attachments`;

/** Both drafts of a conversation as they are, emptied ones too: their version counts. */
export async function readDrafts(
  db: Reader,
  { workspaceId, agentId, conversationId }: DraftPlace,
): Promise<readonly DraftRow[]> {
  const { rows } = await sql<DraftRow>`select ${COLUMNS} from drafts d
    where d.workspace_id = ${workspaceId} and d.agent_id = ${agentId} and d.conversation_id = ${conversationId}
    order by d.kind desc`.execute(db);
  return rows;
}

/** What somebody has begun and not sent, newest first. @param inboxes those that are there for them; null: all */
export async function listDrafts(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  inboxes: readonly InboxId[] | null,
  limit: number,
): Promise<readonly DraftRow[]> {
  const { rows } = await sql<DraftRow>`select ${COLUMNS} from drafts d
    join conversations c on c.workspace_id = d.workspace_id and c.id = d.conversation_id
    where d.workspace_id = ${workspaceId} and d.agent_id = ${agentId} and (d.text <> '' or d.attachments <> '{}')
      and (${inboxes}::uuid[] is null or c.inbox_id = any(${inboxes}::uuid[]))
    order by d.saved_at desc limit ${limit}`.execute(db);
  return rows;
}

/**
 * Saves it if nobody saved another one since the version that it was written on.
 * @returns its new version; null: it moved on elsewhere
 */
export async function writeDraft(
  tx: Tx,
  { workspaceId, agentId, conversationId }: DraftPlace,
  words: DraftWords,
  onVersion: number,
  now: Date,
): Promise<number | null> {
  const text = storableText(words.text);
  const subject = words.subject === null ? null : storableText(words.subject);
  const { rows } = await sql<{ version: number }>`
    insert into drafts as d (workspace_id, agent_id, conversation_id, kind, way, subject, text, attachments, alts, version, saved_at)
    select ${workspaceId}, ${agentId}, ${conversationId}, ${words.kind}, ${words.way}::text, ${subject}::text, ${text},
      ${[...words.attachments]}::uuid[], ${storableJson(words.alts)}::jsonb, 1, ${now}::timestamptz
    where ${onVersion}::integer = 0 or exists (
      select from drafts old where old.workspace_id = ${workspaceId} and old.agent_id = ${agentId}
        and old.conversation_id = ${conversationId} and old.kind = ${words.kind})
    on conflict (workspace_id, agent_id, conversation_id, kind) do update set way = excluded.way, subject = excluded.subject,
      text = excluded.text, attachments = excluded.attachments, alts = excluded.alts, version = d.version + 1, saved_at = excluded.saved_at
      -- Saved again after an answer that got lost: the same words are no quarrel.
      where d.version = ${onVersion} or (d.text = excluded.text and d.attachments = excluded.attachments and d.alts = excluded.alts)
    returning d.version`.execute(tx);
  return rows[0]?.version ?? null;
}

/** Leaves nothing of it but its version. @returns the new one; null: there was nothing */
export async function emptyDraft(
  tx: Tx,
  { workspaceId, agentId, conversationId }: DraftPlace,
  kind: DraftKind,
  now: Date,
): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    update drafts set text = '', subject = null, way = null, attachments = '{}', alts = '{}', version = version + 1, saved_at = ${now}
    where workspace_id = ${workspaceId} and agent_id = ${agentId} and conversation_id = ${conversationId} and kind = ${kind}
      and (text <> '' or attachments <> '{}')
    returning version`.execute(tx);
  return rows[0]?.version ?? null;
}

/** Gives words back to whoever wrote them. What was begun meanwhile stays, below them. */
export async function giveBackDraft(
  tx: Tx,
  { workspaceId, agentId, conversationId }: DraftPlace,
  words: DraftWords,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into drafts as d (workspace_id, agent_id, conversation_id, kind, way, subject, text, attachments, alts, version, saved_at)
    values (${workspaceId}, ${agentId}, ${conversationId}, ${words.kind}, ${words.way}, ${words.subject}, ${words.text},
      ${[...words.attachments]}::uuid[], ${storableJson(words.alts)}::jsonb, 1, ${now})
    on conflict (workspace_id, agent_id, conversation_id, kind) do update set way = excluded.way, subject = excluded.subject,
      text = case when d.text = '' or d.text = excluded.text then excluded.text else excluded.text || E'\\n\\n' || d.text end,
      attachments = excluded.attachments || d.attachments, alts = d.alts || excluded.alts, version = d.version + 1, saved_at = excluded.saved_at
    returning version`.execute(tx);
  return rows[0]?.version ?? 1;
}
