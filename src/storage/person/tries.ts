import { type RawBuilder, sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import { NO_TRIES, TRIES_WITHIN_DAYS } from '../../core/person/tries.ts';

/** More tries than these make nobody more urgent. */
const ENOUGH = 9;

/**
 * Of a conversation `c`: in how many others the same person asked before and still waits, as `core/person/tries.ts` says
 * it. Bounded in time and number by the index of a person's conversations, however often they wrote.
 */
export const failedTries = (workspaceId: WorkspaceId): RawBuilder<number> =>
  sql`(select count(*)::int from (select from conversations o where o.workspace_id = ${workspaceId} and o.contact_id = c.contact_id
    and o.last_message_at >= c.waiting_since - make_interval(days => ${sql.lit(TRIES_WITHIN_DAYS)}) and o.id <> c.id
    and o.attention = 'needs_answer' and o.merged_into_id is null and (o.channel <> c.channel or o.reach = 'owned_private')
    and (o.kind is null or o.kind <> all (${[...NO_TRIES]}::text[]))
    and o.waiting_since < c.waiting_since and o.waiting_since >= c.waiting_since - make_interval(days => ${sql.lit(TRIES_WITHIN_DAYS)})
    limit ${sql.lit(ENOUGH)}) earlier)`;
