import { sql } from 'kysely';
import { RULE_EVENT } from '../../core/hooks/events.ts';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { newId } from '../new-id.ts';
import { storableJson } from '../rows.ts';

/** Writes down for one address what a rule tells it. @returns its name; null: it is off, or not there any more */
export async function tellOneHook(
  tx: Tx,
  workspaceId: WorkspaceId,
  told: {
    readonly hookId: string;
    readonly conversationId: ConversationId;
    readonly rule: { readonly id: string; readonly name: string };
  },
  now: Date,
): Promise<string | null> {
  const about = storableJson({ kind: 'rule_told', actorKind: 'rule', actorId: null, detail: { rule: told.rule } });
  const { rows } = await sql<{ name: string }>`
    with hook as (select id, name from hooks where workspace_id = ${workspaceId} and id = ${told.hookId} and is_on),
    told as (
      insert into hook_deliveries (workspace_id, id, hook_id, event, at, conversation_id, about, due_at)
      select ${workspaceId}, ${newId()}::uuid, hook.id, ${RULE_EVENT}, ${now}, ${told.conversationId}, ${about}::jsonb, ${now} from hook
    ) select name from hook`.execute(tx);
  return rows[0]?.name ?? null;
}
