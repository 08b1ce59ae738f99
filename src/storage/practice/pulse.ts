import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

export interface Pulse {
  /** Conversations that wait for an answer. */
  readonly waiting: number;
  /** When somebody who is signed in, or a script of theirs, was last heard of. */
  readonly lastSeenAt: Date | null;
}

/** Whether anybody practises, and how much is left to do for them. */
export async function readPulse(db: Reader, workspaceId: WorkspaceId): Promise<Pulse> {
  const { rows } = await sql<Pulse>`select
    (select count(*)::int from conversations where workspace_id = ${workspaceId} and attention = 'needs_answer') as waiting,
    greatest((select max(last_seen_at) from sessions where workspace_id = ${workspaceId}),
      (select max(last_used_at) from api_tokens where workspace_id = ${workspaceId})) as "lastSeenAt"`.execute(db);
  return rows[0] ?? { waiting: 0, lastSeenAt: null };
}

/** What is kept of practice itself in the settings of its workspace. */
export interface PracticeNote {
  /** The history was written to its end. */
  readonly isFurnished: boolean;
  /** ISO 8601: what happened later is somebody's doing, and no history. */
  readonly since?: string;
}

export async function readNote(db: Reader, workspaceId: WorkspaceId): Promise<PracticeNote> {
  const { rows } = await sql<{ note: PracticeNote | null }>`select settings -> 'practice' as note from workspaces
    where id = ${workspaceId}`.execute(db);
  return rows[0]?.note ?? { isFurnished: false };
}

export async function writeNote(tx: Tx, workspaceId: WorkspaceId, note: PracticeNote): Promise<void> {
  await sql`update workspaces set settings = settings || ${storableJson({ practice: note })}::jsonb
    where id = ${workspaceId}`.execute(tx);
}
