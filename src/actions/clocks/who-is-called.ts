import { hasRight } from '../../core/access/inbox-rights.ts';
import type { OnBreach } from '../../core/clocks/policy.ts';
import { whoHears } from '../../core/clocks/who-hears.ts';
import type { AgentId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { readCrew } from '../../storage/clocks/crew.ts';
import type { Tx } from '../../storage/database.ts';
import { rightsOfAgents } from '../../storage/work/rights-of-agents.ts';

export interface Calling {
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly inboxId: string;
  readonly what: 'warned' | 'breached';
  readonly also: OnBreach | null;
}

/** Whom to call of each: whoever has it, else its team, else the leads; nobody of what they may not see. */
export async function whoIsCalled(
  tx: Tx,
  workspaceId: WorkspaceId,
  calls: readonly Calling[],
): Promise<readonly (readonly AgentId[])[]> {
  if (calls.length === 0) return [];
  const crew = await readCrew(tx, workspaceId);
  const rights = await rightsOfAgents(
    tx,
    workspaceId,
    crew.map(({ id }) => id),
  );
  return calls.map((one) => {
    const seeing = crew.filter(({ id }) => {
      const given = rights.get(id);
      return given !== undefined && hasRight(given, one.inboxId as InboxId, 'see');
    });
    return whoHears(one, one.what, one.also, seeing).map(({ id }) => id);
  });
}
