import { type RawBuilder, sql } from 'kysely';
import type { ConversationId } from '../../core/ids.ts';

/** Where a page ended: the sort keys of its last row, as JSON keeps them. */
export interface Place {
  readonly stretch: number;
  readonly keys: readonly (string | number)[];
  readonly id: ConversationId;
}

/** How rows of a stretch are ordered, and which part of it lies after a place. Each follows one index. */
export interface Order {
  readonly by: RawBuilder<unknown>;
  /** The values of `by` without the id, and what they are in JSON. */
  readonly keys: RawBuilder<unknown>;
  readonly keyTypes: readonly ('number' | 'string')[];
  /** The rest after a place, as parts that follow each other; each is read from its index without a sort. */
  readonly after: (place: Place) => readonly RawBuilder<unknown>[];
}

export const BY_URGENCY: Order = {
  by: sql`c.priority desc, c.waiting_since, c.id`,
  keys: sql`json_build_array(c.priority, c.waiting_since)`,
  keyTypes: ['number', 'string'],
  // Mixed directions cannot be one row comparison, and an "or" would read all of the same priority again.
  after: ({ keys: [priority, since], id }) => [
    sql`c.priority = ${priority}::integer and (c.waiting_since, c.id) > (${since}::timestamptz, ${id}::uuid)`,
    sql`c.priority < ${priority}::integer`,
  ],
};

export const BY_NEWS: Order = {
  by: sql`c.last_message_at desc, c.id desc`,
  keys: sql`json_build_array(c.last_message_at)`,
  keyTypes: ['string'],
  after: ({ keys: [at], id }) => [sql`(c.last_message_at, c.id) < (${at}::timestamptz, ${id}::uuid)`],
};

export const earliestFirst = (
  column: 'opened_at' | 'snoozed_until' | 'promised_for' | 'waiting_since' | 'last_message_at',
): Order => ({
  by: sql`c.${sql.ref(column)}, c.id`,
  keys: sql`json_build_array(c.${sql.ref(column)})`,
  keyTypes: ['string'],
  after: ({ keys: [at], id }) => [sql`(c.${sql.ref(column)}, c.id) > (${at}::timestamptz, ${id}::uuid)`],
});
