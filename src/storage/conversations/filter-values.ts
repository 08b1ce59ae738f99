import { type RawBuilder, sql } from 'kysely';
import type { AboutValue } from '../../core/conversation/filter.ts';
import { asUuids } from '../uuids.ts';

export type Sql = RawBuilder<unknown>;

/** For each thing that has one of many values, that it has one of these. */
export const VALUES: Readonly<Record<AboutValue, (values: readonly string[]) => Sql>> = {
  inbox: (values) => among(sql`c.inbox_id`, asUuids(values), 'uuid'),
  channel: (values) => among(sql`c.channel`, values, 'text'),
  reach: (values) => among(sql`c.reach`, values, 'text'),
  attention: (values) => orNone(sql`c.attention`, values, 'text'),
  resolution: (values) => among(sql`c.resolution`, values, 'text'),
  language: (values) => orNone(sql`c.language`, values, 'text'),
  label: (values) => {
    const ids = asUuids(values);
    const has = sql`(c.label_ids <> '{}' and c.label_ids && ${ids}::uuid[])`;
    return values.includes('none') ? sql`(c.label_ids = '{}' or ${has})` : ids.length > 0 ? has : sql`false`;
  },
  team: (values) => orNone(sql`c.team_id`, values, 'uuid'),
  assignee: (values) => orNone(sql`c.assignee_id`, values, 'uuid'),
  opened_by: (values) => orNone(sql`c.opened_by`, values, 'uuid'),
};

/** One value is written out alone: so it is seen to be what an index is about. */
function among(column: Sql, values: readonly string[], type: 'uuid' | 'text'): Sql {
  if (values.length === 0) return sql`false`;
  if (values.length === 1) return sql`${column} = ${values[0]}::${sql.raw(type)}`;
  return sql`${column} = any(${[...values]}::${sql.raw(type)}[])`;
}

function orNone(column: Sql, values: readonly string[], type: 'uuid' | 'text'): Sql {
  const named = type === 'uuid' ? asUuids(values) : values.filter((value) => value !== 'none');
  if (!values.includes('none')) return among(column, named, type);
  return named.length > 0 ? sql`(${column} is null or ${among(column, named, type)})` : sql`${column} is null`;
}
