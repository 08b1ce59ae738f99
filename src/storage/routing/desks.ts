import { sql } from 'kysely';
import { rightsWith } from '../../core/access/inbox-rights.ts';
import { type Act, actsOf, type Role } from '../../core/access/role.ts';
import { isOpenAt, readHours } from '../../core/hours/hours.ts';
import type { AgentId, Json, TeamId, WorkspaceId } from '../../core/ids.ts';
import { type Desk, presenceOf } from '../../core/routing/desk.ts';
import { readRights, rightsOf } from '../access/inbox-rights.ts';
import type { Reader, Tx } from '../database.ts';

/** What somebody set for an agent. */
export interface DeskSettings {
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly capacity: number | null;
  /** Such as `Mon-Fri 09:00-17:00`. Empty: whenever they are here. */
  readonly hours: string;
  readonly timeZone: string;
  /** Null: as their role usually is. */
  readonly takesPart: boolean | null;
}
export interface DeskRow extends Desk, DeskSettings {
  readonly agentId: AgentId;
  readonly teamIds: readonly TeamId[];
  /** They are given some, as somebody set it or as their role usually is. */
  readonly isGiven: boolean;
  /** They may answer at all. */
  readonly mayAnswer: boolean;
}

/** More than that is not told apart: nobody is given so many. */
const LOAD_MAX = 1_000;

type Row = Omit<DeskRow, 'presence' | 'isWithinHours' | 'isAway' | 'isGiven' | 'mayAnswer' | 'rights'> & {
  readonly role: Role;
  readonly acts: Act[] | null;
  readonly given: Json;
  readonly awaySince: Date | null;
  readonly seenAt: Date | null;
};

/** Everybody who works here, with what they have now. */
export async function readDesks(db: Reader, workspaceId: WorkspaceId, now: Date): Promise<readonly DeskRow[]> {
  const { rows } = await sql<Row>`
    select a.id as "agentId", a.role, r.acts, ${rightsOf(workspaceId, 'a.id')} as given,
      array(select m.team_id::text from team_members m where m.workspace_id = ${workspaceId} and m.agent_id = a.id) as "teamIds",
      coalesce(d.skills, '{}') as skills, coalesce(d.languages, '{}') as languages, d.capacity, coalesce(d.hours, '') as hours,
      coalesce(d.time_zone, 'UTC') as "timeZone", d.takes_part as "takesPart", d.away_since as "awaySince", d.seen_at as "seenAt",
      coalesce(d.turn, 0)::float8 as turn, coalesce(d.answers, 0) as answers, coalesce(d.answer_seconds, 0)::float8 as "answerSeconds",
      coalesce(d.pleased, 0) as pleased, coalesce(d.displeased, 0) as displeased,
      (select count(*)::int from (select from conversations c where c.workspace_id = ${workspaceId} and c.assignee_id = a.id
        and c.attention = 'needs_answer' and c.snoozed_until is null and c.merged_into_id is null limit ${LOAD_MAX}) held) as load
    from agents a
    left join roles r on r.workspace_id = ${workspaceId} and r.id = a.role_id
    left join agent_desks d on d.workspace_id = ${workspaceId} and d.agent_id = a.id
    where a.workspace_id = ${workspaceId} and a.deactivated_at is null order by a.id`.execute(db);
  return rows.map(({ role, acts, given, awaySince, seenAt, ...row }) => {
    const may = acts ?? actsOf(role);
    const hours = readHours(row.hours);
    return {
      ...row,
      rights: rightsWith(may, readRights(given)),
      presence: presenceOf({ awaySince, seenAt }, now),
      isAway: awaySince !== null,
      isWithinHours: hours === null || isOpenAt(hours, row.timeZone, now),
      mayAnswer: may.includes('messages.send'),
      isGiven: may.includes('messages.send') && (row.takesPart ?? (role === 'agent' || role === 'lead')),
    };
  });
}

export async function readDeskSettings(
  db: Reader,
  workspaceId: WorkspaceId,
  agentId: AgentId,
): Promise<DeskSettings | null> {
  const { rows } = await sql<DeskSettings>`
    select coalesce(d.skills, '{}') as skills, coalesce(d.languages, '{}') as languages, d.capacity,
      coalesce(d.hours, '') as hours, coalesce(d.time_zone, 'UTC') as "timeZone", d.takes_part as "takesPart"
    from agents a left join agent_desks d on d.workspace_id = ${workspaceId} and d.agent_id = a.id
    where a.workspace_id = ${workspaceId} and a.id = ${agentId}::uuid for update of a`.execute(db);
  return rows[0] ?? null;
}

export async function putDeskSettings(
  tx: Tx,
  workspaceId: WorkspaceId,
  agentId: AgentId,
  { skills, languages, capacity, hours, timeZone, takesPart }: DeskSettings,
): Promise<void> {
  const set = {
    skills: [...skills],
    languages: [...languages],
    capacity,
    hours,
    time_zone: timeZone,
    takes_part: takesPart,
  };
  await tx
    .insertInto('agent_desks')
    .values({ workspace_id: workspaceId, agent_id: agentId, away_since: null, seen_at: null, figures_at: null, ...set })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'agent_id']).doUpdateSet(set))
    .execute();
}
