import { sql } from 'kysely';
import type { Content } from '../../core/channel/content.ts';
import { previewOf } from '../../core/filing/preview.ts';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Columns } from '../../core/work/act.ts';
import type { Tx } from '../database.ts';

/** What a conversation's row says of its messages, read from the messages themselves. Empty: it has none. */
export async function readTalk(tx: Tx, workspaceId: WorkspaceId, conversationId: ConversationId): Promise<Columns> {
  const { rows } = await sql<{ talk: Columns; text: string | null; content: Partial<Content> | null }>`
    select json_build_object(
        'message_count', count(*), 'last_message_at', max(m.sent_at),
        'last_inbound_at', max(m.sent_at) filter (where m.direction = 'inbound'),
        'last_outbound_at', max(m.sent_at) filter (where m.direction = 'outbound'),
        'answered_elsewhere_at', max(m.sent_at) filter (where m.direction = 'outbound' and not m.is_history and m.agent_id is null
          and not exists (select from outbox o where o.workspace_id = ${workspaceId} and o.id = m.id)),
        'language', (array_agg(m.language order by m.sent_at desc, m.id desc) filter (where m.direction = 'inbound' and m.language is not null))[1]
      ) as talk,
      (array_agg(m.text order by m.sent_at desc, m.id desc))[1] as text,
      (array_agg(m.content - 'html' order by m.sent_at desc, m.id desc))[1] as content
    from messages m where m.workspace_id = ${workspaceId} and m.conversation_id = ${conversationId} and m.direction <> 'note'`.execute(
    tx,
  );
  const [row] = rows;
  if (!row?.talk.last_message_at) return {};
  return { ...row.talk, preview: previewOf({ attachments: [], ...row.content, text: row.text ?? '' }) };
}

/** When what people ask in some messages was asked first, as the database writes it in JSON. Null: nothing is asked. */
export async function firstAsked(
  tx: Tx,
  workspaceId: WorkspaceId,
  among: { readonly messages: readonly string[] } | { readonly conversationId: ConversationId },
  { from = null, but = [] }: { readonly from?: string | null; readonly but?: readonly string[] } = {},
): Promise<string | null> {
  const which =
    'messages' in among ? sql`m.id in ${idsIn(among.messages)}` : sql`m.conversation_id = ${among.conversationId}`;
  const { rows } = await sql<{ at: string | null }>`
    select to_json(min(m.sent_at)) #>> '{}' as at from messages m
    where m.workspace_id = ${workspaceId} and ${which} and ${ASKS}
      and (${from}::timestamptz is null or m.sent_at >= ${from}::timestamptz) and m.id not in ${idsIn(but)}`.execute(
    tx,
  );
  return rows[0]?.at ?? null;
}

/** All that people asked in a conversation. */
export async function askedIn(
  tx: Tx,
  workspaceId: WorkspaceId,
  conversationId: ConversationId,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select m.id from messages m
    where m.workspace_id = ${workspaceId} and m.conversation_id = ${conversationId} and ${ASKS}`.execute(tx);
  return rows.map(({ id }) => id);
}

const ASKS = sql`m.direction = 'inbound' and m.automatic is null`;
const idsIn = (ids: readonly string[]) =>
  sql`(select r.id::uuid from json_array_elements_text(${JSON.stringify(ids)}::json) r (id))`;
