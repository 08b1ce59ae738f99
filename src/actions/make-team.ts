import { hasRight } from '../core/access/inbox-rights.ts';
import { CareError } from '../core/errors.ts';
import type { AgentId, TeamId } from '../core/ids.ts';
import {
  addTeam,
  grantsOfTeam,
  lockTeam,
  putMembers,
  readTeam,
  removeTeam,
  renameTeam,
  type TeamRow,
} from '../storage/access/teams.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { toldBy } from './told-by.ts';
import type { Principal } from './who.ts';

/** The same id with the same name is the same team: a second try adds nothing. */
export function makeTeam(db: Database, who: Principal, wish: TeamRow, now: Date): Promise<TeamRow> {
  return db.transaction(async (tx) => {
    if (!(await addTeam(tx, who.workspaceId, wish, now))) {
      const earlier = await readTeam(tx, who.workspaceId, wish.id);
      if (earlier?.name === wish.name) return earlier;
      throw nameTaken(wish.name);
    }
    await putKnown(tx, who, wish.id, wish.agentIds);
    const made = await loadTeam(tx, who, wish.id);
    await addAudit(tx, who, { act: 'team.made', target: made.id, detail: { after: shown(made) } }, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'access', conversationId: null }], now);
    return made;
  });
}

export function changeTeam(
  db: Database,
  who: Principal,
  input: {
    readonly id: TeamId;
    readonly name?: string | undefined;
    readonly agentIds?: readonly AgentId[] | undefined;
  },
  now: Date,
): Promise<TeamRow> {
  return db.transaction(async (tx) => {
    const team = await lockTeam(tx, who.workspaceId, input.id);
    if (!team) throw noSuchTeam();
    if (input.agentIds) {
      await refuseAbove(tx, who, team);
      await putKnown(tx, who, team.id, input.agentIds);
    }
    if (input.name !== undefined && !(await renameTeam(tx, who.workspaceId, team.id, input.name)))
      throw nameTaken(input.name);
    const changed = await loadTeam(tx, who, team.id);
    const detail = { before: shown(team), after: shown(changed) };
    await addAudit(tx, who, { act: 'team.changed', target: team.id, detail }, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'access', conversationId: null }], now);
    return changed;
  });
}

/** Its conversations are no team's then. An inbox that was for this team alone stays closed to everybody else. */
export function dissolveTeam(db: Database, who: Principal, id: TeamId, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const team = await lockTeam(tx, who.workspaceId, id);
    if (!team) throw noSuchTeam();
    const grants = await refuseAbove(tx, who, team);
    const left = await removeTeam(tx, who.workspaceId, id);
    const detail = {
      before: { ...shown(team), inboxes: grants.map((one) => ({ ...one })) },
      conversations: left.length,
    };
    await addAudit(tx, who, { act: 'team.dissolved', target: id, detail }, now);
    const told = { kind: 'team_dissolved', detail: { teamId: id, name: team.name } };
    await addTimelineEvents(
      tx,
      who.workspaceId,
      left.map((conversationId) => ({ ...toldBy(who, now), conversationId, ...told })),
    );
    const changes = left.map((conversationId) => ({ kind: 'team', conversationId }));
    await recordChanges(tx, who.workspaceId, [...changes, { kind: 'access', conversationId: null }], now);
  });
}

/** Who is in a team says who may work in its inboxes: that is not for somebody who may not work there themselves. */
async function refuseAbove(tx: Tx, who: Principal, team: TeamRow) {
  const grants = await grantsOfTeam(tx, who.workspaceId, team.id);
  if (!grants.every(({ inboxId, right }) => hasRight(who.inboxes ?? null, inboxId, right)))
    throw new CareError(
      'forbidden',
      'team_above_own',
      `${team.name} may do more in an inbox than you. An owner or an admin can change who is in it.`,
    );
  return grants;
}

async function putKnown(tx: Tx, who: Principal, id: TeamId, agentIds: readonly AgentId[]): Promise<void> {
  const unknown = await putMembers(tx, who.workspaceId, id, agentIds);
  if (unknown.length > 0)
    throw new CareError('not_found', 'no_such_agent', 'Somebody of this team is not here. Reload the page.', {
      agentIds: unknown,
    });
}

async function loadTeam(tx: Tx, who: Principal, id: TeamId): Promise<TeamRow> {
  const team = await readTeam(tx, who.workspaceId, id);
  if (!team) throw noSuchTeam();
  return team;
}

const shown = ({ name, agentIds }: TeamRow) => ({ name, agentIds });
const noSuchTeam = () => new CareError('not_found', 'no_such_team', 'There is no such team (any more).');
const nameTaken = (name: string) =>
  new CareError('conflict', 'name_taken', `There is a team called “${name}” already.`, { field: 'name' });
