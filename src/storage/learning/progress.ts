import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import { EVERY, LEAST_CORRECTIONS } from '../../core/learning/learn.ts';
import type { Head } from '../../core/learning/own.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

export type LearningMode = 'auto' | 'held' | 'off';

/** How far a head is. */
export interface Progress {
  readonly head: Head;
  readonly mode: LearningMode;
  readonly corrections: number;
  readonly fittedCorrections: number;
  readonly fittedAt: Date | null;
  readonly outcome: { readonly kind: string } | null;
  /** The version in use; null: the shipped model alone. */
  readonly version: number | null;
}

const COLUMNS = sql`head, mode, corrections, fitted_corrections as "fittedCorrections", fitted_at as "fittedAt", outcome, version`;

export async function readProgress(db: Reader, workspaceId: WorkspaceId): Promise<readonly Progress[]> {
  const { rows } = await sql<Progress>`select ${COLUMNS} from own_learning where workspace_id = ${workspaceId}`.execute(
    db,
  );
  return rows;
}

/** Held until the transaction ends. */
export async function lockProgress(tx: Tx, workspaceId: WorkspaceId, head: Head): Promise<Progress | null> {
  const { rows } = await sql<Progress>`
    select ${COLUMNS} from own_learning where workspace_id = ${workspaceId} and head = ${head} for update`.execute(tx);
  return rows[0] ?? null;
}

/** Heads that have enough new corrections to be learned anew. */
export async function dueHeads(db: Reader, workspaceId: WorkspaceId): Promise<readonly Progress[]> {
  const { rows } = await sql<Progress>`
    select ${COLUMNS} from own_learning where workspace_id = ${workspaceId} and mode = 'auto'
      and corrections >= ${LEAST_CORRECTIONS} and corrections - fitted_corrections >= ${EVERY}`.execute(db);
  return rows;
}

export async function writeMode(
  tx: Tx,
  workspaceId: WorkspaceId,
  head: Head,
  mode: LearningMode,
  version: number | null,
): Promise<void> {
  await sql`update own_learning set mode = ${mode}, version = ${version}
    where workspace_id = ${workspaceId} and head = ${head}`.execute(tx);
}

/** @returns false when another process fitted it meanwhile, or people chose otherwise */
export async function writeFitted(
  tx: Tx,
  workspaceId: WorkspaceId,
  before: Progress,
  outcome: object,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update own_learning set fitted_corrections = ${before.corrections}, fitted_at = ${now}, outcome = ${storableJson(outcome)}::jsonb
    where workspace_id = ${workspaceId} and head = ${before.head} and mode = 'auto'
      and fitted_corrections = ${before.fittedCorrections}
    returning 1`.execute(tx);
  return rows.length > 0;
}

export async function putInUse(tx: Tx, workspaceId: WorkspaceId, head: Head, version: number): Promise<void> {
  await sql`update own_learning set version = ${version} where workspace_id = ${workspaceId} and head = ${head}`.execute(
    tx,
  );
}
