import { type RawBuilder, sql } from 'kysely';
import { LEFT_AFTER_MS, type View } from '../../core/conversation/view.ts';
import type { AgentId, ConversationId } from '../../core/ids.ts';

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

/** A view is one or two stretches of conversations, one after the other. */
export interface Stretch {
  readonly where: RawBuilder<unknown>;
  readonly order: Order;
}

const WAITS = sql`c.attention = 'needs_answer' and c.snoozed_until is null`;

const BY_URGENCY: Order = {
  by: sql`c.priority desc, c.waiting_since, c.id`,
  keys: sql`json_build_array(c.priority, c.waiting_since)`,
  keyTypes: ['number', 'string'],
  // Mixed directions cannot be one row comparison, and an "or" would read all of the same priority again.
  after: ({ keys: [priority, since], id }) => [
    sql`c.priority = ${priority}::integer and (c.waiting_since, c.id) > (${since}::timestamptz, ${id}::uuid)`,
    sql`c.priority < ${priority}::integer`,
  ],
};
const BY_NEWS: Order = {
  by: sql`c.last_message_at desc, c.id desc`,
  keys: sql`json_build_array(c.last_message_at)`,
  keyTypes: ['string'],
  after: ({ keys: [at], id }) => [sql`(c.last_message_at, c.id) < (${at}::timestamptz, ${id}::uuid)`],
};
const earliestFirst = (column: 'opened_at' | 'snoozed_until' | 'promised_for'): Order => ({
  by: sql`c.${sql.ref(column)}, c.id`,
  keys: sql`json_build_array(c.${sql.ref(column)})`,
  keyTypes: ['string'],
  after: ({ keys: [at], id }) => [sql`(c.${sql.ref(column)}, c.id) > (${at}::timestamptz, ${id}::uuid)`],
});

/** The conditions repeat the predicates of the partial indexes word for word: that is how they are found. */
export function stretchesOf(view: View, agentId: AgentId | null, now: Date): readonly Stretch[] {
  switch (view) {
    case 'needs_answer':
      return [{ where: WAITS, order: BY_URGENCY }];
    case 'unassigned':
      return [{ where: sql`${WAITS} and c.assignee_id is null`, order: BY_URGENCY }];
    case 'mine':
      if (!agentId) return [];
      return [
        { where: sql`${WAITS} and c.assignee_id = ${agentId}::uuid`, order: BY_URGENCY },
        {
          where: sql`c.assignee_id = ${agentId}::uuid and c.resolution = 'open' and c.snoozed_until is null
            and c.attention is distinct from 'needs_answer'`,
          order: BY_NEWS,
        },
      ];
    case 'opened_and_left':
      return [
        {
          where: sql`${WAITS} and c.opened_at < ${new Date(now.getTime() - LEFT_AFTER_MS)}`,
          order: earliestFirst('opened_at'),
        },
      ];
    case 'promised':
      return [{ where: sql`c.promised_for is not null`, order: earliestFirst('promised_for') }];
    case 'snoozed':
      return [{ where: sql`c.snoozed_until is not null`, order: earliestFirst('snoozed_until') }];
    case 'all':
      return [{ where: sql`true`, order: BY_NEWS }];
  }
}
