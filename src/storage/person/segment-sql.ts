import { type RawBuilder, sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { SegmentCondition, SegmentFilter } from '../../core/person/segment.ts';
import { stageSql } from './stage-sql.ts';

/** Whether a person `p` belongs to a segment. Without a condition everybody does. */
export function inSegment(
  workspaceId: WorkspaceId,
  { match, conditions }: SegmentFilter,
  now: Date,
): RawBuilder<boolean> {
  if (conditions.length === 0) return sql`true`;
  const all = conditions.map((condition) => sql`coalesce(${holds(workspaceId, condition, now)}, false)`);
  return sql`(${sql.join(all, match === 'all' ? sql` and ` : sql` or `)})`;
}

function holds(workspaceId: WorkspaceId, condition: SegmentCondition, now: Date): RawBuilder<unknown> {
  switch (condition.on) {
    case 'field':
      return field(condition);
    case 'language':
      return sql`exists (select 1 from conversations l where l.workspace_id = ${workspaceId} and l.contact_id = p.id
        and coalesce(p.language, split_part(l.language, '-', 1)) = any(${[...condition.any]}::text[]))`;
    case 'channel':
      return sql`exists (select 1 from identities h where h.workspace_id = ${workspaceId} and h.contact_id = p.id
        and h.channel = any(${[...condition.any]}::text[]))`;
    case 'stage':
      return sql`${stageSql(workspaceId)} = any(${[...condition.any]}::text[])`;
    case 'company':
      return sql`p.company_id = any(${[...condition.any]}::uuid[])`;
    case 'vip':
      return sql`(p.vip_at is not null) = ${condition.is}::boolean`;
    case 'blocked':
      return sql`(p.blocked_at is not null) = ${condition.is}::boolean`;
    case 'orders':
      return sql`coalesce(p.orders_count, 0) >= ${condition.least}::integer`;
    case 'spent':
      return sql`coalesce(p.orders_value, 0) >= ${condition.least}::numeric`;
    case 'bought':
      return sql`p.last_order_at >= ${new Date(now.getTime() - condition.withinDays * 86_400_000)}::timestamptz`;
  }
}

function field(condition: Extract<SegmentCondition, { on: 'field' }>): RawBuilder<unknown> {
  const value = sql`(p.fields ->> ${condition.fieldId}::text)`;
  switch (condition.is) {
    case 'set':
      return sql`${value} is not null`;
    case 'unset':
      return sql`${value} is null`;
    case 'is':
      return sql`lower(${value}) = lower(${String(condition.value)}::text)`;
    case 'contains':
      return sql`position(lower(${String(condition.value)}::text) in lower(${value})) > 0`;
  }
}
