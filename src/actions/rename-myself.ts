import { CareError } from '../core/errors.ts';
import { type AgentRow, readAgent, updateAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { requirePerson } from './require-person.ts';
import type { Principal } from './who.ts';

/** What colleagues see; customers are never told it. */
export async function renameMyself(db: Database, who: Principal, name: string, now: Date): Promise<AgentRow> {
  const { workspaceId, agentId } = requirePerson(who);
  return db.transaction(async (tx) => {
    const was = await readAgent(tx, workspaceId, agentId);
    const agent = await updateAgent(tx, workspaceId, agentId, { name });
    if (!was || !agent) throw new CareError('not_found', 'no_such_agent', 'There is no such agent.');
    await addAudit(
      tx,
      who,
      { act: 'agent.changed', target: agentId, detail: { before: { name: was.name }, after: { name } } },
      now,
    );
    await recordChanges(tx, workspaceId, [{ kind: 'access', conversationId: null }], now);
    return agent;
  });
}
