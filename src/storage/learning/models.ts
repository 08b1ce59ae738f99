import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Judged } from '../../core/learning/learn.ts';
import type { Head, OwnHead } from '../../core/learning/own.ts';
import { packWeights, unpackWeights } from '../../core/learning/pack.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

/** So many versions of a head are kept to go back to. */
const KEPT = 3;

export interface AboutModel extends Judged {
  /** The shipped model that it lies over. */
  readonly over: string;
}
export interface ModelVersion {
  readonly head: Head;
  readonly version: number;
  readonly madeAt: Date;
  readonly about: AboutModel;
}

/** @returns its version; the oldest beyond three are let go, never the one in use */
export async function insertModel(
  tx: Tx,
  workspaceId: WorkspaceId,
  head: Head,
  { labels, weights, bias }: OwnHead,
  about: AboutModel,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into own_models (workspace_id, head, version, labels, bias, weights, about, made_at)
    select ${workspaceId}, ${head}, coalesce(max(version), 0) + 1, ${storableJson(labels)}::jsonb, ${storableJson([...bias])}::jsonb,
      ${Buffer.from(packWeights(weights, labels.length))}, ${storableJson(about)}::jsonb, ${now}
    from own_models where workspace_id = ${workspaceId} and head = ${head}
    returning version`.execute(tx);
  const version = rows[0]?.version;
  if (version === undefined) throw new Error('The model that was just kept is not there.');
  await sql`delete from own_models m where m.workspace_id = ${workspaceId} and m.head = ${head}
    and m.version not in (select version from own_models where workspace_id = ${workspaceId} and head = ${head}
      order by version desc limit ${KEPT})
    and m.version is distinct from (select l.version from own_learning l where l.workspace_id = ${workspaceId} and l.head = ${head})`.execute(
    tx,
  );
  return version;
}

export async function listModels(db: Reader, workspaceId: WorkspaceId): Promise<readonly ModelVersion[]> {
  const { rows } = await sql<ModelVersion>`
    select head, version, made_at as "madeAt", about from own_models where workspace_id = ${workspaceId}
    order by head, version desc`.execute(db);
  return rows;
}

/** The versions that are in use, whole. */
export async function readModelsInUse(
  db: Reader,
  workspaceId: WorkspaceId,
): Promise<readonly { readonly head: Head; readonly version: number; readonly model: OwnHead }[]> {
  const { rows } = await sql<{
    head: Head;
    version: number;
    labels: readonly string[];
    bias: readonly number[];
    weights: Uint8Array;
  }>`
    select m.head, m.version, m.labels, m.bias, m.weights
    from own_learning l
    join own_models m on m.workspace_id = ${workspaceId} and m.head = l.head and m.version = l.version
    where l.workspace_id = ${workspaceId} and l.mode <> 'off' order by m.head`.execute(db);
  return rows.map(({ head, version, labels, bias, weights }) => ({
    head,
    version,
    model: { labels, bias: Float32Array.from(bias), weights: unpackWeights(weights, labels.length) },
  }));
}
