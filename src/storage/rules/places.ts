import { sql } from 'kysely';
import type { Facts } from '../../core/conversation/matches.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import type { HandAct } from '../../core/rules/by-hand.ts';
import { MOST_LETTERS, MOST_MESSAGES, type RuledPlace } from '../../core/rules/place.ts';
import type { RuleBoost } from '../../core/rules/rule.ts';
import type { Reader } from '../database.ts';
import { readHandActs } from './hand-acts.ts';

type Row = Omit<Facts, Instant> & { readonly [Column in Instant]: Date | null } & {
  readonly contactId: string;
  readonly preview: string;
  readonly lastInboundAt: Date | null;
  readonly ruledInboundAt: Date | null;
  readonly isNews: boolean;
  readonly changedSeq: number;
  readonly isAssignedByHand: boolean;
  readonly isTeamByHand: boolean;
  readonly boosts: readonly RuleBoost[];
};
type Instant =
  | 'waitingSince'
  | 'openedAt'
  | 'snoozedUntil'
  | 'promisedFor'
  | 'lastMessageAt'
  | 'createdAt'
  | 'answeredElsewhereAt'
  | 'dueAt';

/**
 * Conversations as rules look at them.
 * @param withWords everything said in them, too; only where a rule asks for words
 */
export async function readPlaces(
  db: Reader,
  workspaceId: WorkspaceId,
  ids: readonly string[],
  withWords: boolean,
): Promise<ReadonlyMap<string, RuledPlace>> {
  if (ids.length === 0) return new Map();
  const byHand = await readHandActs(db, workspaceId, ids);
  const said = withWords
    ? sql`coalesce((select json_agg(n.words) from (select left(m.search, ${sql.lit(MOST_LETTERS)}) as words from messages m
        where m.workspace_id = ${workspaceId} and m.conversation_id = c.id order by m.sent_at desc, m.id desc limit ${sql.lit(MOST_MESSAGES)}) n), '[]')`
    : sql`'[]'::json`;
  const { rows } = await sql<Row>`
    select c.id, c.inbox_id as "inboxId", c.attention, c.resolution, c.assignee_id as "assigneeId", c.priority,
      c.waiting_since as "waitingSince", c.opened_at as "openedAt", c.snoozed_until as "snoozedUntil", c.promised_for as "promisedFor",
      c.merged_into_id as "mergedIntoId", c.last_message_at as "lastMessageAt", c.channel, c.reach, c.language,
      c.label_ids as "labelIds", c.team_id as "teamId", c.opened_by as "openedBy", i.followers, c.message_count as "messageCount",
      c.created_at as "createdAt", c.answered_elsewhere_at as "answeredElsewhereAt", c.due_at as "dueAt", p.blocked_at is not null as "isBlocked",
      p.muted_at is not null as "isMuted", p.vip_at is not null as "isVip", c.signs ? 'problem' as "isKnownProblem",
      c.sentiment, c.kind, c.topic, c.urgency, x.purpose,
      exists (select from tasks k where k.workspace_id = ${workspaceId} and k.conversation_id = c.id and k.done_at is null) as "hasOpenTask",
      c.fields, array_prepend(p.name, array(select h.handle from identities h
        where h.workspace_id = ${workspaceId} and h.contact_id = c.contact_id and h.handle is not null)) as names,
      ${said} as said, c.contact_id as "contactId", coalesce(c.preview, '') as preview, c.last_inbound_at as "lastInboundAt", c.ruled_inbound_at as "ruledInboundAt",
      coalesce(c.triage_at = '-infinity', false) as "isNews", c.changed_seq::float8 as "changedSeq",
      c.assigned_by_hand as "isAssignedByHand", c.team_by_hand as "isTeamByHand", c.rule_boosts as boosts
    from conversations c
    join contacts p on p.workspace_id = ${workspaceId} and p.id = c.contact_id
    join inboxes x on x.workspace_id = ${workspaceId} and x.id = c.inbox_id
    left join identities i on i.workspace_id = ${workspaceId} and i.id = c.identity_id
    where c.workspace_id = ${workspaceId} and c.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, placeOf(row, byHand.get(row.id) ?? [])]));
}

const iso = (at: Date | null) => at?.toISOString() ?? null;

function placeOf(row: Row, byHand: readonly HandAct[]): RuledPlace {
  const {
    contactId,
    preview,
    lastInboundAt,
    ruledInboundAt,
    isNews,
    changedSeq,
    isAssignedByHand,
    isTeamByHand,
    boosts,
    ...facts
  } = row;
  const isArrival = lastInboundAt !== null && (ruledInboundAt === null || lastInboundAt > ruledInboundAt);
  return {
    facts: {
      ...facts,
      waitingSince: iso(facts.waitingSince),
      openedAt: iso(facts.openedAt),
      snoozedUntil: iso(facts.snoozedUntil),
      promisedFor: iso(facts.promisedFor),
      lastMessageAt: iso(facts.lastMessageAt) ?? '',
      createdAt: iso(facts.createdAt) ?? '',
      answeredElsewhereAt: iso(facts.answeredElsewhereAt),
      dueAt: iso(facts.dueAt),
    },
    contactId,
    preview,
    arrivedAt: isArrival ? lastInboundAt.toISOString() : null,
    lastInboundAt: iso(lastInboundAt),
    isNews: isNews || isArrival,
    changedSeq,
    isAssignedByHand,
    isTeamByHand,
    byHand,
    boosts,
    fieldValues: facts.fields as RuledPlace['fieldValues'],
  };
}
