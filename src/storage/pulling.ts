import { sql } from 'kysely';
import type { AtOnce } from '../core/channel/at-once.ts';
import type { Cursor } from '../core/channel/connector.ts';
import type { ExternalAccountId, InboxId, Json, WorkspaceId } from '../core/ids.ts';
import { LISTEN_SETTING } from '../core/listening/search.ts';
import { searchesOf } from '../core/listening/searches-of.ts';
import type { Reader, Tx } from './database.ts';
import { readUnderstandingSettings } from './learning/settings.ts';
import { readRulesThatAreOn } from './listening/listening-rules.ts';
import { storableJson, storableText } from './rows.ts';

/** An inbox that is read by us because nothing is sent to us. */
export interface PulledInbox {
  readonly id: InboxId;
  readonly channel: string;
  readonly account: ExternalAccountId;
  readonly settings: Json;
  readonly credentials: Uint8Array;
  /** When a person last tested or saved it. */
  readonly askedAt: Date | null;
}

/**
 * The inboxes of these channels that `puller` reads until `until`: its own, and those that nobody reads any more.
 * One that is paused or waits for a login is read by nobody.
 */
export async function claimInboxes(
  tx: Tx,
  workspaceId: WorkspaceId,
  claim: {
    readonly puller: string;
    readonly channels: readonly string[];
    /** Those of them whose accounts can look for words in everybody's posts. */
    readonly listeners: readonly string[];
    readonly now: Date;
    readonly until: Date;
    /** What is ours for longer than this is left as it is, so that resting inboxes are not written to all the time. */
    readonly renewBefore: Date;
  },
): Promise<readonly PulledInbox[]> {
  const readable = sql`workspace_id = ${workspaceId} and channel = any(${[...claim.channels]}::text[])
    and removed_at is null and state not in ('paused', 'needs_login')`;
  await sql`update inboxes set puller = ${claim.puller}, puller_until = ${claim.until}
    where ${readable} and (puller is null or puller_until < ${claim.now} or (puller = ${claim.puller} and puller_until < ${claim.renewBefore}))`.execute(
    tx,
  );
  const { rows } = await sql<PulledInbox & { handle: string | null }>`
    select id, channel, external_id as account, settings, credentials, asked_at as "askedAt", handle from inboxes
    where ${readable} and puller = ${claim.puller} and puller_until >= ${claim.now} order by id`.execute(tx);
  return withSearches(tx, workspaceId, rows, claim.listeners);
}

/** Each with what listening rules ask of it beside its own settings, so that another search is another setting. */
async function withSearches(
  tx: Tx,
  workspaceId: WorkspaceId,
  inboxes: readonly (PulledInbox & { readonly handle: string | null })[],
  listeners: readonly string[],
): Promise<readonly PulledInbox[]> {
  if (!inboxes.some(({ channel }) => listeners.includes(channel))) return inboxes;
  const rules = await readRulesThatAreOn(tx, workspaceId);
  const own = rules.some(({ care }) => care === 'words')
    ? (await readUnderstandingSettings(tx, workspaceId)).triggers
    : null;
  return inboxes.map(({ handle, ...inbox }) => {
    if (!listeners.includes(inbox.channel)) return inbox;
    const { [LISTEN_SETTING]: _, ...settings } = inbox.settings as { readonly [key: string]: Json };
    const searches = searchesOf(rules, inbox.id, handle, own);
    return {
      ...inbox,
      settings: searches.length === 0 ? settings : { ...settings, [LISTEN_SETTING]: { searches } as unknown as Json },
    };
  });
}

/** Somebody else may read it at once. `id` null: all that this one read. */
export async function releaseInbox(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: InboxId | null,
  puller: string,
): Promise<void> {
  await sql`update inboxes set puller = null, puller_until = null
    where workspace_id = ${workspaceId} and puller = ${puller} and (${id}::uuid is null or id = ${id}::uuid)`.execute(
    tx,
  );
}

/** A person tested or saved it. */
export async function noteAsked(tx: Tx, workspaceId: WorkspaceId, id: InboxId, now: Date): Promise<void> {
  await sql`update inboxes set asked_at = ${now} where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

/** How far a stream was read; null: never. */
export async function readCursor(
  db: Reader,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  stream: string,
): Promise<Cursor | null> {
  const row = await db
    .selectFrom('inbox_cursors')
    .select('cursor')
    .where('workspace_id', '=', workspaceId)
    .where('inbox_id', '=', inboxId)
    .where('stream', '=', stream)
    .executeTakeFirst();
  return row?.cursor ?? null;
}

const jsonOrNull = (value: Json) => (value === null ? null : storableJson(value));

/** The network answered. @returns true when that is news: there was trouble before */
export async function noteWorking(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: InboxId,
  seen: { readonly count: Json; readonly quota: Json },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ was: string }>`
    with before as (select state from inboxes where workspace_id = ${workspaceId} and id = ${id} for update)
    update inboxes i set last_call_at = ${now},
      last_count = coalesce(${jsonOrNull(seen.count)}::jsonb, i.last_count),
      quota = coalesce(${jsonOrNull(seen.quota)}::jsonb, i.quota),
      state = case when i.state = 'trouble' then 'connected' else i.state end,
      state_detail = case when i.state = 'trouble' then null else i.state_detail end,
      state_since = case when i.state = 'trouble' then ${now} else i.state_since end
    from before where i.workspace_id = ${workspaceId} and i.id = ${id} returning before.state as was`.execute(tx);
  return rows[0]?.was === 'trouble';
}

/** How it stands with the line by which what is said comes at once. @returns true when that is news */
export async function noteAtOnce(tx: Tx, workspaceId: WorkspaceId, id: InboxId, line: AtOnce): Promise<boolean> {
  const stored = storableJson(line);
  const { numAffectedRows } = await sql`update inboxes set at_once = ${stored}::jsonb
    where workspace_id = ${workspaceId} and id = ${id} and at_once is distinct from ${stored}::jsonb`.execute(tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/**
 * The network did not answer as it should. `state` null: noted, but not yet worth a person's look.
 * @returns true when the state is news
 */
export async function noteTrouble(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: InboxId,
  trouble: { readonly state: 'trouble' | 'needs_login' | null; readonly detail: string },
  now: Date,
): Promise<boolean> {
  const detail = storableText(trouble.detail).slice(0, 1_000);
  await sql`update inboxes set last_error = ${detail}, last_error_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  if (!trouble.state) return false;
  const { numAffectedRows } =
    await sql`update inboxes set state = ${trouble.state}, state_detail = ${detail}, state_since = ${now}
    where workspace_id = ${workspaceId} and id = ${id} and state not in ('paused', 'needs_login', ${trouble.state})`.execute(
      tx,
    );
  return (numAffectedRows ?? 0n) > 0n;
}
