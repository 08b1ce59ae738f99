import type { Act } from '../../core/access/role.ts';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';

/** Whoever asks, after they showed a session or an API token. Fits wherever an action wants a `Who`. */
export interface Visitor {
  readonly workspaceId: WorkspaceId;
  /** Null for an API token: nothing it does counts as done by a person. */
  readonly agentId: AgentId | null;
  readonly acts: readonly Act[];
  /** Where the request came from, for the audit log. */
  readonly address: string;
  readonly via:
    | { readonly kind: 'session'; readonly tokenHash: Uint8Array }
    | { readonly kind: 'token'; readonly id: string; readonly name: string };
}
