import { type RawBuilder, sql } from 'kysely';
import type { InboxId } from '../../core/ids.ts';

/** Of a table or its alias, only what lies in these inboxes. Null: in any of them. */
export function inInboxes(inboxIds: readonly InboxId[] | null, table = 'c'): RawBuilder<unknown> {
  if (inboxIds === null) return sql`true`;
  const [only, ...more] = inboxIds;
  if (only === undefined) return sql`false`;
  const inboxId = sql.ref(`${table}.inbox_id`);
  return more.length === 0 ? sql`${inboxId} = ${only}::uuid` : sql`${inboxId} = any(${[...inboxIds]}::uuid[])`;
}
