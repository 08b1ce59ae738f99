import type { InboxRights } from '../core/access/inbox-rights.ts';
import type { Act } from '../core/access/role.ts';
import type { AgentId, WorkspaceId } from '../core/ids.ts';
import type { Actor } from '../storage/audit.ts';

/** On whose behalf an action runs: a person at the desk, or the house itself. Permission was decided before. */
export interface Who {
  readonly workspaceId: WorkspaceId;
  /** Null: the system, a rule or an API token; such an act never counts as a human one. */
  readonly agentId: AgentId | null;
  /** What they may do, and in which inboxes. The house itself leaves both out: it may everything. */
  readonly acts?: readonly Act[];
  readonly inboxes?: InboxRights;
  /** The rule in whose name the house acts. */
  readonly rule?: { readonly id: string; readonly name: string };
  /** How they signed in; two API tokens are two. */
  readonly via?: Actor['via'];
}

/** For what is audited, and for what one may pass on only as far as one has it oneself. */
export interface Principal extends Who, Actor {
  readonly acts: readonly Act[];
}
