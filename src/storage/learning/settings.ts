import { sql } from 'kysely';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { Own, OwnTopic } from '../../core/learning/own.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

/** Words and topics of the workspace's own. */
export interface OwnWords {
  readonly triggers: Own['triggers'];
  readonly topics: readonly OwnTopic[];
}
export interface UnderstandingSettings extends OwnWords {
  /** Moves with every save; 0: nobody saved yet. */
  readonly version: number;
  readonly changedAt: Date | null;
}

const AS_SHIPPED: UnderstandingSettings = {
  version: 0,
  triggers: { added: {}, off: {} },
  topics: [],
  changedAt: null,
};

export async function readUnderstandingSettings(db: Reader, workspaceId: WorkspaceId): Promise<UnderstandingSettings> {
  const row = await db
    .selectFrom('understanding_settings')
    .select(['version', 'triggers', 'topics', 'changed_at'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  if (!row) return AS_SHIPPED;
  return {
    version: row.version,
    triggers: row.triggers as unknown as Own['triggers'],
    topics: row.topics as unknown as readonly OwnTopic[],
    changedAt: row.changed_at,
  };
}

/** @returns false when somebody else saved meanwhile */
export async function writeUnderstandingSettings(
  tx: Tx,
  workspaceId: WorkspaceId,
  version: number,
  { triggers, topics }: OwnWords,
  by: AgentId | null,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into understanding_settings as s (workspace_id, version, stamp, triggers, topics, changed_by, changed_at)
    select ${workspaceId}, 1, 1, ${storableJson(triggers)}::jsonb, ${storableJson(topics)}::jsonb, ${by}, ${now}
    where ${version}::integer = 0 or exists (select 1 from understanding_settings where workspace_id = ${workspaceId})
    on conflict (workspace_id) do update set version = s.version + 1, stamp = s.stamp + 1, triggers = excluded.triggers,
      topics = excluded.topics, changed_by = excluded.changed_by, changed_at = excluded.changed_at
      where s.version = ${version}
    returning 1`.execute(tx);
  return rows.length > 0;
}

/** Messages are read in another way from now on. */
export async function moveStamp(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await sql`insert into understanding_settings as s (workspace_id, stamp) values (${workspaceId}, 1)
    on conflict (workspace_id) do update set stamp = s.stamp + 1`.execute(tx);
}

/** 0: as shipped. */
export async function readStamp(db: Reader, workspaceId: WorkspaceId): Promise<number> {
  const row = await db
    .selectFrom('understanding_settings')
    .select('stamp')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row?.stamp ?? 0;
}
