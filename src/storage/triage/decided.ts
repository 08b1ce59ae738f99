import { sql } from 'kysely';
import type { ConversationId, Json, WorkspaceId } from '../../core/ids.ts';
import type { PriorityPart } from '../../core/priority/score.ts';
import type { Clock } from '../../core/triage/facts.ts';
import type { Reader } from '../database.ts';

/** What was decided of one conversation, and why. */
export interface DecidedOf {
  readonly parts: readonly PriorityPart[];
  readonly clocks: readonly Clock[];
  readonly routed: { readonly [key: string]: Json } | null;
}

export async function readDecided(db: Reader, workspaceId: WorkspaceId, id: ConversationId): Promise<DecidedOf> {
  const { rows } = await sql<DecidedOf>`select priority_parts as parts, clocks, routed from conversations
    where workspace_id = ${workspaceId} and id = ${id}`.execute(db);
  return rows[0] ?? { parts: [], clocks: [], routed: null };
}
