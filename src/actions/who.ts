import type { AgentId, WorkspaceId } from '../core/ids.ts';

/** On whose behalf an action runs: a person at the desk, or the house itself. Permission was decided before. */
export interface Who {
  readonly workspaceId: WorkspaceId;
  /** Null: the system, a rule or an API token; such an act never counts as a human one. */
  readonly agentId: AgentId | null;
}
