import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Tx } from '../database.ts';
import { labelIn } from '../packed-understood.ts';

/** Of each agent, their latest answers of the last thirty days are looked at. */
const ANSWERS = 100;
const DAYS = 30;

/**
 * What the latest answers of some agents come to: how long customers had waited for each, and how what they wrote next
 * sounded. Those counted longest ago come first, a few at a time: nobody waits for it. @returns how many were counted
 */
export async function countFigures(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  older: Date,
  agents = 20,
): Promise<number> {
  const { rows } = await sql`
    with wanted as (
      select a.id from agents a left join agent_desks d on d.workspace_id = ${workspaceId} and d.agent_id = a.id
      where a.workspace_id = ${workspaceId} and a.deactivated_at is null and (d.figures_at is null or d.figures_at < ${older})
      order by d.figures_at nulls first, a.id limit ${agents}
    ), counted as (
      select w.id, count(m.waited)::int as answers, coalesce(sum(m.waited), 0)::bigint as seconds,
        (count(*) filter (where m.mood = 'positive'))::int as pleased, (count(*) filter (where m.mood = 'negative'))::int as displeased
      from wanted w left join lateral (
        select extract(epoch from a.sent_at - asked.since) as waited, next.mood from (
          select m.conversation_id, m.sent_at, m.id from messages m
          where m.workspace_id = ${workspaceId} and m.agent_id = w.id and m.direction = 'outbound' and m.automatic is null
            and m.conversation_id is not null and m.sent_at > ${now}::timestamptz - ${DAYS} * interval '1 day'
          order by m.sent_at desc limit ${ANSWERS}) a
        left join lateral (
          select min(q.sent_at) as since from messages q where q.workspace_id = ${workspaceId} and q.conversation_id = a.conversation_id
            and q.direction = 'inbound' and q.sent_at < a.sent_at and q.sent_at > coalesce((
              select max(o.sent_at) from messages o where o.workspace_id = ${workspaceId} and o.conversation_id = a.conversation_id
                and o.direction = 'outbound' and o.sent_at < a.sent_at), '-infinity')) asked on true
        left join lateral (
          select case when n.direction = 'inbound' then ${labelIn('n', 'sentiment')} end as mood from messages n
          where n.workspace_id = ${workspaceId} and n.conversation_id = a.conversation_id and n.direction <> 'note' and n.sent_at > a.sent_at
          order by n.sent_at, n.id limit 1) next on true
      ) m on true group by w.id
    )
    insert into agent_desks (workspace_id, agent_id, answers, answer_seconds, pleased, displeased, figures_at)
    select ${workspaceId}, id, answers, seconds, pleased, displeased, ${now} from counted
    on conflict (workspace_id, agent_id) do update set answers = excluded.answers, answer_seconds = excluded.answer_seconds,
      pleased = excluded.pleased, displeased = excluded.displeased, figures_at = excluded.figures_at
    returning agent_id`.execute(tx);
  return rows.length;
}
