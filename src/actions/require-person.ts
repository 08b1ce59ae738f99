import { CareError } from '../core/errors.ts';
import type { AgentId, WorkspaceId } from '../core/ids.ts';
import type { Who } from './who.ts';

/** For what only a person has: a password, a passkey, a name. An API token has none of them. */
export function requirePerson({ workspaceId, agentId }: Who): {
  readonly workspaceId: WorkspaceId;
  readonly agentId: AgentId;
} {
  if (!agentId)
    throw new CareError('forbidden', 'agents_only', 'Only a person who is signed in can do this, not an API token.');
  return { workspaceId, agentId };
}
