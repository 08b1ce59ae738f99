import { CareError } from '../core/errors.ts';
import type { AgentId } from '../core/ids.ts';
import { type AgentRow, readAgent } from '../storage/agents.ts';
import type { Reader } from '../storage/database.ts';
import { refuseAbove } from './refuse-above.ts';
import type { Principal } from './who.ts';

/** Nobody decides about somebody who may do more than they may. */
export async function requireBelow(db: Reader, who: Principal, agentId: AgentId): Promise<AgentRow> {
  const agent = await readAgent(db, who.workspaceId, agentId);
  if (!agent) throw new CareError('not_found', 'no_such_agent', 'There is no such agent.');
  refuseAbove(who, agent.acts);
  return agent;
}
