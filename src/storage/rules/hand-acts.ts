import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { HandAct } from '../../core/rules/by-hand.ts';
import type { Reader } from '../database.ts';

/**
 * What people did last about each label, field and snooze of conversations that rules acted on, by conversation; as the
 * timeline tells it.
 */
export async function readHandActs(
  db: Reader,
  workspaceId: WorkspaceId,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly HandAct[]>> {
  const { rows } = await sql<HandAct & { readonly conversationId: string }>`
    with acted as (
      select conversation_id, min(at) as since from rule_runs where workspace_id = ${workspaceId} and outcome = 'acted'
        and conversation_id = any(${[...conversationIds]}::uuid[]) group by conversation_id),
    said as (
      select e.conversation_id, e.at, e.id as place, e.kind, e.detail from acted
      join timeline_events e on e.workspace_id = ${workspaceId} and e.conversation_id = acted.conversation_id and e.at > acted.since
      where e.actor_kind = 'agent' and e.kind in ('labelled', 'snoozed', 'unsnoozed', 'fields_filled')),
    done as (
      select conversation_id, at, place, 'label' as about, one ->> 'id' as thing, 'labelled' as did
        from said, jsonb_array_elements(detail -> 'added') one where kind = 'labelled'
      union all
      select conversation_id, at, place, 'label', one ->> 'id', 'unlabelled'
        from said, jsonb_array_elements(detail -> 'removed') one where kind = 'labelled'
      union all
      select conversation_id, at, place, 'field', one ->> 'id', 'filled'
        from said, jsonb_array_elements(detail -> 'fields') one where kind = 'fields_filled' and one ? 'id'
      union all
      select conversation_id, at, place, 'snooze', '', kind from said where kind in ('snoozed', 'unsnoozed'))
    select distinct on (conversation_id, about, thing) conversation_id as "conversationId", did, thing as id, at from done
    where thing is not null
    order by conversation_id, about, thing, at desc, place desc`.execute(db);
  return Map.groupBy(rows, ({ conversationId }) => conversationId);
}
