import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Reader } from '../database.ts';

/** One thing that was said, as the desk remembers it. */
export interface SaidBefore {
  readonly channel: string;
  readonly account: string;
  readonly thread: string;
  readonly threadKind: string;
  readonly reach: string;
  readonly id: string;
  readonly isOurs: boolean;
  /** Who said it, by their id on the network; of our own words in private, to whom. */
  readonly person: string | null;
  readonly personName: string | null;
  readonly text: string;
  readonly subject: string | null;
  readonly at: Date;
  readonly parent: string | null;
  readonly stars: number | null;
  readonly isPositive: boolean | null;
  readonly isHidden: boolean;
}

/** What the simulated networks are reminded of after a restart: everything but what was deleted there, oldest first. */
export async function readSaidBefore(
  db: Reader,
  workspaceId: WorkspaceId,
  { since, most }: { readonly since: Date; readonly most: number },
): Promise<readonly SaidBefore[]> {
  const { rows } = await sql<SaidBefore>`select * from (
      select i.channel, i.external_id as account, t.external_id as thread, t.kind as "threadKind", t.reach,
        m.external_id as id, m.direction = 'outbound' as "isOurs", coalesce(p.external_id, c.external_id) as person, coalesce(p.name, c.name) as "personName",
        m.text, coalesce(m.content ->> 'subject', t.title) as subject, m.sent_at as at, m.parent_external_id as parent,
        (m.content -> 'rating' ->> 'stars')::int as stars,
        (m.content -> 'rating' ->> 'positive')::boolean as "isPositive", m.hidden_at is not null as "isHidden"
      from messages m
      join threads t on t.workspace_id = m.workspace_id and t.id = m.thread_id
      join inboxes i on i.workspace_id = m.workspace_id and i.id = m.inbox_id
      left join identities p on p.workspace_id = m.workspace_id and p.id = m.identity_id
      left join identities c on c.workspace_id = t.workspace_id and c.id = t.counterpart_id
      where m.workspace_id = ${workspaceId} and m.external_id is not null and m.direction <> 'note' and m.deleted_at is null
        and m.sent_at > ${since}
      union all
      select i.channel, i.external_id, t.external_id, t.kind, t.reach, t.external_id, true, null, null,
        p.content ->> 'text', null, p.posted_at, null, null, null, false
      from posts p
      join threads t on t.workspace_id = p.workspace_id and t.id = p.thread_id
      join inboxes i on i.workspace_id = t.workspace_id and i.id = t.inbox_id
      where p.workspace_id = ${workspaceId} and p.is_ours and p.deleted_at is null and p.posted_at > ${since}
      union all
      select h.channel, i.external_id, coalesce(h.event #>> '{thread,id}', h.local_id), 'post', 'earned', h.local_id, false,
        h.event #>> '{author,person,id}', h.author ->> 'name', h.text, null, h.said_at, h.event ->> 'parent', null, null, false
      from hits h join inboxes i on i.workspace_id = h.workspace_id and i.id = h.inbox_id
      where h.workspace_id = ${workspaceId} and h.message_id is null and h.state <> 'gone' and h.said_at > ${since}
    ) said order by at desc, id desc limit ${most}`.execute(db);
  return rows.toReversed();
}
