import { type RawBuilder, sql } from 'kysely';
import type { AboutValue } from '../../core/conversation/filter.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { SENTIMENTS, type Sentiment } from '../../core/understanding/understood.ts';
import { asUuids } from '../uuids.ts';

export type Sql = RawBuilder<unknown>;

/** For each thing that has one of many values, that it has one of these. */
export const VALUES: Readonly<Record<AboutValue, (values: readonly string[], workspaceId: WorkspaceId) => Sql>> = {
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
  sentiment: (values) => numbersOrNone(sql`c.sentiment`, values, moodOf, -1),
  kind: (values) => orNone(sql`c.kind`, values, 'text'),
  topic: (values) => orNone(sql`c.topic`, values, 'text'),
  urgency: (values) =>
    numbersOrNone(sql`c.urgency`, values, (level) => (/^[012]$/.test(level) ? Number(level) : -1), 0),
  // As a list of inboxes, which is short: so an index of theirs can be used.
  purpose: (values, workspaceId) => sql`c.inbox_id = any(array(select x.id from inboxes x
    where x.workspace_id = ${workspaceId} and x.purpose = any(${[...values]}::text[])))`,
};

const moodOf = (word: string) => ((at) => (at < 0 ? -2 : at - 1))(SENTIMENTS.indexOf(word as Sentiment));

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

/** Words of ours for small numbers. What is no such word stands for nothing. @param least the smallest number there is */
function numbersOrNone(
  column: Sql,
  values: readonly string[],
  numberOf: (value: string) => number,
  least: number,
): Sql {
  const known = values.filter((value) => value !== 'none').map(numberOf);
  const numbers = known.filter((number) => number >= least);
  const among = sql`coalesce(${column} = any(${numbers}::smallint[]), false)`;
  return values.includes('none') ? sql`(${column} is null or ${among})` : among;
}
