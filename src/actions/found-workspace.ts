import type { AgentId, WorkspaceId } from '../core/ids.ts';
import { addAgent, listAgents } from '../storage/agents.ts';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import { addWorkspace, listWorkspaces, lockFounding } from '../storage/workspaces.ts';
import { LINK_LASTS_MS, makeSignInLink, type SignInLink, theHouse } from './make-sign-in-link.ts';

/**
 * Makes the first workspace with its owner where there is none yet. Until that owner has a password or a second factor,
 * each start gives a new link: a link that was lost before it was used would otherwise lock everybody out.
 */
export async function foundWorkspace(
  db: Database,
  input: { readonly slug: string; readonly name: string; readonly ownerEmail: string; readonly ownerName: string },
  now: Date,
): Promise<{ readonly workspaceId: WorkspaceId; readonly link: SignInLink | null }> {
  return db.transaction(async (tx) => {
    await lockFounding(tx);
    const [first] = (await listWorkspaces(tx)).filter(({ isPractice }) => !isPractice);
    const workspaceId = first?.id ?? (await addWorkspace(tx, { ...input, isPractice: false }));
    const agents = await listAgents(tx, workspaceId);
    const lastsMs = LINK_LASTS_MS.atTheMachine;
    if (agents.length > 0) {
      const [only] = agents;
      const isUnclaimed = agents.length === 1 && only && only.passwordHash === null && !only.hasSecondFactor;
      return {
        workspaceId,
        link: isUnclaimed
          ? await makeSignInLink(tx, theHouse(workspaceId), { agentId: only.id, lastsMs, kind: 'machine' }, now)
          : null,
      };
    }
    const id = newId<AgentId>(now.getTime());
    await addAgent(tx, workspaceId, { id, email: input.ownerEmail, name: input.ownerName, role: 'owner' }, now);
    return {
      workspaceId,
      link: await makeSignInLink(tx, theHouse(workspaceId), { agentId: id, lastsMs, kind: 'machine' }, now),
    };
  });
}
