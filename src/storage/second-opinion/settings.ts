import { sql } from 'kysely';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import type { SecondOpinionChoice } from '../../core/second-opinion/settings.ts';
import { STRICTEST, type Way } from '../../core/second-opinion/way.ts';
import type { Reader, Tx } from '../database.ts';

/** What was decided, and how it goes. */
export interface SecondOpinionSettings extends SecondOpinionChoice {
  readonly version: number;
  readonly hasKey: boolean;
  /** In which the server was found to answer. */
  readonly way: Way;
  readonly day: string | null;
  readonly calls: number;
  readonly tokens: number;
  readonly failures: number;
  readonly restsUntil: Date | null;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
}

export async function readSecondOpinion(db: Reader, workspaceId: WorkspaceId): Promise<SecondOpinionSettings | null> {
  const { rows } = await sql<Omit<SecondOpinionSettings, 'way'> & Way>`
    select version, is_on as "isOn", address, model, calls_a_day as "callsADay", tokens_a_day as "tokensADay", below, heads,
      languages, with_private as "withPrivate", api_key is not null as "hasKey", shape,
      limit_name as "limit", is_coldest as "isColdest", day, calls, tokens, failures,
      rests_until as "restsUntil", last_error as "lastError", last_error_at as "lastErrorAt"
    from second_opinion_settings where workspace_id = ${workspaceId}`.execute(db);
  if (!rows[0]) return null;
  const { shape, limit, isColdest, ...rest } = rows[0];
  return { ...rest, way: { shape, limit, isColdest } };
}

/** Sealed. Null: there is none. */
export async function readSecondOpinionKey(db: Reader, workspaceId: WorkspaceId): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('second_opinion_settings')
    .select('api_key')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row?.api_key ?? null;
}

/**
 * Keeps what was decided; whatever went wrong before is forgotten. Filing asks from its next batch on, or no longer.
 * @param key undefined: it stays; null: there is none
 * @returns false when somebody else saved meanwhile
 */
export async function writeSecondOpinion(
  tx: Tx,
  workspaceId: WorkspaceId,
  version: number,
  choice: SecondOpinionChoice,
  key: Uint8Array | null | undefined,
  by: AgentId | null,
  now: Date,
): Promise<boolean> {
  // Before anything else is locked, as filing does.
  await sql`update filing_turns set asks_second_opinion = ${choice.isOn} where workspace_id = ${workspaceId}`.execute(
    tx,
  );
  const { rows } = await sql`
    insert into second_opinion_settings as s (workspace_id, is_on, address, model, api_key, calls_a_day, tokens_a_day, below,
      heads, languages, with_private, changed_by, changed_at)
    select ${workspaceId}, ${choice.isOn}, ${choice.address}, ${choice.model}, ${key ?? null}::bytea, ${choice.callsADay},
      ${choice.tokensADay}, ${choice.below}, ${[...choice.heads]}::text[], ${[...choice.languages]}::text[],
      ${choice.withPrivate}, ${by}, ${now}
    where ${version}::integer = 0 or exists (select 1 from second_opinion_settings where workspace_id = ${workspaceId})
    on conflict (workspace_id) do update set version = s.version + 1, is_on = excluded.is_on, address = excluded.address,
      model = excluded.model, api_key = case when ${key === undefined} then s.api_key else excluded.api_key end,
      calls_a_day = excluded.calls_a_day, tokens_a_day = excluded.tokens_a_day, below = excluded.below, heads = excluded.heads,
      languages = excluded.languages, with_private = excluded.with_private, changed_by = excluded.changed_by,
      changed_at = excluded.changed_at, shape = ${STRICTEST.shape}, limit_name = ${STRICTEST.limit},
      is_coldest = ${STRICTEST.isColdest}, failures = 0, rests_until = null, last_error = null, last_error_at = null
      where s.version = ${version}
    returning 1`.execute(tx);
  return rows.length > 0;
}

/** From now on it is asked in this way at once. */
export async function rememberWay(tx: Tx, workspaceId: WorkspaceId, version: number, way: Way): Promise<void> {
  await sql`update second_opinion_settings
    set shape = ${way.shape}, limit_name = ${way.limit}, is_coldest = ${way.isColdest}
    where workspace_id = ${workspaceId} and version = ${version}`.execute(tx);
}
