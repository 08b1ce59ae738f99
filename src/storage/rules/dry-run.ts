import { sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { RuleBody } from '../../core/rules/rule.ts';
import { inInboxes } from '../access/in-inboxes.ts';
import { filterSql } from '../conversations/filter-sql.ts';
import type { Reader } from '../database.ts';

export interface DryRunRow {
  readonly id: string;
  readonly contactName: string;
  readonly channel: string;
  readonly preview: string;
  readonly lastMessageAt: Date;
}

/**
 * What of the conversations that spoke since `from` a rule would touch as they are now: how many of how many, and the newest.
 * @param visible the inboxes that whoever asks may see; null: all
 */
export async function findForRule(
  db: Reader,
  workspaceId: WorkspaceId,
  { filter, when, waitMinutes }: Pick<RuleBody, 'filter' | 'when' | 'waitMinutes'>,
  setting: { readonly from: Date; readonly visible: readonly InboxId[] | null; readonly newest: number },
  now: Date,
): Promise<{ readonly looked: number; readonly found: number; readonly newest: readonly DryRunRow[] }> {
  const waited = new Date(now.getTime() - waitMinutes * 60_000);
  const isTime = when === 'waits' ? sql`c.attention = 'needs_answer' and c.waiting_since <= ${waited}` : sql`true`;
  const among = sql`from conversations c
    join contacts p on p.workspace_id = ${workspaceId} and p.id = c.contact_id
    where c.workspace_id = ${workspaceId} and c.last_message_at >= ${setting.from} and c.merged_into_id is null
      and p.blocked_at is null and ${inInboxes(setting.visible, 'c')}`;
  const fits = sql`(${isTime}) and ${filterSql(filter, workspaceId, now)}`;
  const counted = await sql<{ looked: number; found: number }>`
    select count(*)::integer as looked, count(*) filter (where ${fits})::integer as found ${among}`.execute(db);
  const { rows } = await sql<DryRunRow>`
    select c.id, p.name as "contactName", c.channel, coalesce(c.preview, '') as preview, c.last_message_at as "lastMessageAt"
    ${among} and ${fits} order by c.last_message_at desc, c.id desc limit ${setting.newest}`.execute(db);
  const { looked = 0, found = 0 } = counted.rows[0] ?? {};
  return { looked, found, newest: rows };
}
