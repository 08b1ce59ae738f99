import { changeInbox } from '../../actions/change-inbox.ts';
import { connectInbox } from '../../actions/connect-inbox.ts';
import { LINK_LASTS_MS, makeSignInLink, theHouse } from '../../actions/make-sign-in-link.ts';
import type { Principal } from '../../actions/who.ts';
import { actsOf } from '../../core/access/role.ts';
import type { Connector } from '../../core/channel/connector.ts';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import { BRAND } from '../../simulators/personas/brand.ts';
import { addAgent, listAgents, markSignedIn } from '../../storage/agents.ts';
import type { Tx } from '../../storage/database.ts';
import { listInboxes } from '../../storage/inboxes.ts';
import { newId } from '../../storage/new-id.ts';
import { addWorkspace, listWorkspaces, lockFounding } from '../../storage/workspaces.ts';
import type { Deps } from '../deps.ts';
import { webhookPath } from '../inboxes/show-inbox.ts';
import { accountsOf } from './accounts.ts';
import type { Networks } from './networks.ts';
import { PRACTICE_SLUG, TEAM } from './team.ts';

export interface Founded {
  readonly workspaceId: WorkspaceId;
  /** In the order of `TEAM`; whoever was taken off the team counts no more. */
  readonly team: readonly AgentId[];
}

/** The practice workspace with its team; made where it is not there yet. */
export function foundPractice({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<Founded> {
  return db.transaction(async (tx) => {
    await lockFounding(tx);
    const known = (await listWorkspaces(tx)).find(({ isPractice }) => isPractice);
    const workspaceId =
      known?.id ?? (await addWorkspace(tx, { slug: PRACTICE_SLUG, name: BRAND.name, isPractice: true }));
    return { workspaceId, team: await gatherTeam(tx, workspaceId, now()) };
  });
}

async function gatherTeam(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<readonly AgentId[]> {
  for (const { name, email, role } of TEAM)
    await addAgent(tx, workspaceId, { id: newId<AgentId>(), email, name, role }, now);
  const agents = new Map((await listAgents(tx, workspaceId)).map((agent) => [agent.email, agent.id]));
  // Nobody is invited here: the team has been at work for months.
  for (const id of agents.values()) await markSignedIn(tx, workspaceId, id, now);
  return TEAM.flatMap(({ email }) => agents.get(email) ?? []);
}

/** A link that signs in the first of the team. Where she was taken off the team, whoever still owns the workspace. */
export async function linkForOwner(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { workspaceId, team }: Founded,
): Promise<string | null> {
  const owners = (await listAgents(db.read, workspaceId)).filter(({ role, isActive }) => role === 'owner' && isActive);
  const owner = owners.find(({ id }) => id === team[0]) ?? owners[0];
  if (!owner) return null;
  const wish = { agentId: owner.id, lastsMs: LINK_LASTS_MS.atTheMachine, kind: 'machine' } as const;
  return (await db.transaction((tx) => makeSignInLink(tx, theHouse(workspaceId), wish, now()))).path;
}

export const houseOf = (workspaceId: WorkspaceId): Principal => ({ ...theHouse(workspaceId), acts: actsOf('owner') });

function connectorOf({ connectors }: Deps, channel: string): Connector {
  const connector = connectors.get(channel);
  if (!connector) throw new Error(`There is no channel ${channel}.`);
  return connector;
}
const callbackOf = ({ config }: Deps, connector: Connector) =>
  config.url + (webhookPath(connector, PRACTICE_SLUG) ?? '');

/** Connects the brand's accounts on these channels, the way an admin would. */
export async function connectAccounts(
  deps: Deps,
  { workspaceId }: Founded,
  networks: Networks,
  channels: readonly string[],
): Promise<void> {
  const has = new Set(
    (await listInboxes(deps.db.read, workspaceId)).map(({ channel, account }) => `${channel} ${account}`),
  );
  for (const account of accountsOf(networks)) {
    if (!channels.includes(account.channel) || has.has(`${account.channel} ${account.id}`)) continue;
    const connector = connectorOf(deps, account.channel);
    const { name, credentials, settings } = account;
    const wish = { name, credentials, settings, purpose: 'support', brand: BRAND.name };
    await connectInbox(deps, houseOf(workspaceId), connector, wish, callbackOf(deps, connector), deps.now());
  }
}

/**
 * The networks of this run listen elsewhere and know no webhook: the inboxes that are (still) connected to them are
 * told. Whoever was disconnected by hand stays so.
 */
export async function reconnectAccounts(
  deps: Deps,
  { workspaceId }: Founded,
  networks: Networks,
  channels: readonly string[],
): Promise<void> {
  const inboxes = await listInboxes(deps.db.read, workspaceId);
  for (const { channel, id, credentials } of accountsOf(networks)) {
    const inbox = inboxes.find((one) => one.channel === channel && one.account === id);
    if (!inbox || !channels.includes(channel)) continue;
    const connector = connectorOf(deps, channel);
    const input = { id: inbox.id, patch: { credentials }, callbackUrl: callbackOf(deps, connector) };
    await changeInbox(deps, houseOf(workspaceId), connector, input, deps.now());
  }
}
