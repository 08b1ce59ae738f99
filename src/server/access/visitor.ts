import type { FastifyRequest } from 'fastify';
import type { InboxRights } from '../../core/access/inbox-rights.ts';
import type { Act } from '../../core/access/role.ts';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';

/** Whoever asks, after they showed a session or an API token. Fits wherever an action wants a `Who`. */
export interface Visitor {
  readonly workspaceId: WorkspaceId;
  /** Null for an API token: nothing it does counts as done by a person. */
  readonly agentId: AgentId | null;
  readonly acts: readonly Act[];
  /** Which inboxes are there for them. */
  readonly inboxes: InboxRights;
  /** The workspace wants a second factor of everybody, and they have none yet: they may add one, and nothing else. */
  readonly mustAddSecondFactor: boolean;
  /** Where the request came from, for the audit log. */
  readonly address: string;
  readonly via:
    | { readonly kind: 'session'; readonly tokenHash: Uint8Array }
    | { readonly kind: 'token'; readonly id: string; readonly name: string };
}

const visitors = new WeakMap<FastifyRequest, Visitor>();

export function admit(request: FastifyRequest, visitor: Visitor): void {
  visitors.set(request, visitor);
}

/** Null on a public route, where nobody is asked. */
export function visitorOf(request: FastifyRequest): Visitor | null {
  return visitors.get(request) ?? null;
}

/** The session they are in; of an API token none that there is. */
export const sessionOf = ({ via }: Visitor): Uint8Array => (via.kind === 'session' ? via.tokenHash : NO_SESSION);
const NO_SESSION = new Uint8Array();

/** The same for one visitor from request to request, and not a secret. */
export function visitorKey({ workspaceId, via }: Visitor): string {
  return `${workspaceId}/${via.kind === 'token' ? via.id : Buffer.from(via.tokenHash).toString('base64url')}`;
}
