import { sql } from 'kysely';
import type { InboxState } from '../core/conversation/states.ts';
import type { ExternalAccountId, InboxId, Json, TeamId, WorkspaceId } from '../core/ids.ts';
import { ARRIVED, OUTGOING, recordChanges } from './changes.ts';
import type { Reader, Tx } from './database.ts';
import { storableJson } from './rows.ts';

/** The topic that says that an inbox was connected, changed or removed. Payload: the workspace's id. */
export const INBOXES = 'earshot_inboxes';

/** An inbox without its credentials. */
export interface InboxRow {
  readonly id: InboxId;
  readonly channel: string;
  readonly account: ExternalAccountId;
  readonly name: string;
  readonly handle: string | null;
  readonly avatarUrl: string | null;
  readonly purpose: string;
  readonly brand: string | null;
  readonly language: string | null;
  readonly teamId: TeamId | null;
  readonly hours: Json;
  /** Where the network writes when something is wrong with the account. */
  readonly ownerEmail: string | null;
  readonly settings: Json;
  readonly state: InboxState;
  readonly stateDetail: string | null;
  readonly stateSince: Date;
  readonly tokenExpiresAt: Date | null;
  readonly lastEventAt: Date | null;
  readonly lastCallAt: Date | null;
  readonly lastErrorAt: Date | null;
  readonly lastError: string | null;
  readonly lastCount: Json;
  readonly quota: Json;
  readonly restsUntil: Date | null;
  readonly restsBecause: string | null;
  /** What the network was had to send by itself, in words; null: nobody knows. */
  readonly sendsDue: readonly string[] | null;
  /** What of it comes, as last seen. */
  readonly sends: readonly string[] | null;
  /** How it stands with the line by which what is said comes at once; null: there is none. */
  readonly atOnce: Json;
  readonly createdAt: Date;
}

const COLUMNS = [
  'id',
  'channel',
  'external_id as account',
  'name',
  'handle',
  'avatar_url as avatarUrl',
  'purpose',
  'brand',
  'language',
  'team_id as teamId',
  'hours',
  'owner_email as ownerEmail',
  'settings',
  'state',
  'state_detail as stateDetail',
  'state_since as stateSince',
  'token_expires_at as tokenExpiresAt',
  'last_event_at as lastEventAt',
  'last_call_at as lastCallAt',
  'last_error_at as lastErrorAt',
  'last_error as lastError',
  'last_count as lastCount',
  'quota',
  'rests_until as restsUntil',
  'rests_because as restsBecause',
  'sends_due as sendsDue',
  'sends',
  'at_once as atOnce',
  'created_at as createdAt',
] as const;

const inboxesOf = (db: Reader, workspaceId: WorkspaceId) =>
  db.selectFrom('inboxes').where('workspace_id', '=', workspaceId).where('removed_at', 'is', null);

export async function listInboxes(db: Reader, workspaceId: WorkspaceId): Promise<readonly InboxRow[]> {
  const rows = await inboxesOf(db, workspaceId).select(COLUMNS).orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => ({ ...row, account: row.account as ExternalAccountId }));
}

export async function readInbox(db: Reader, workspaceId: WorkspaceId, id: InboxId): Promise<InboxRow | null> {
  const row = await inboxesOf(db, workspaceId).select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ? { ...row, account: row.account as ExternalAccountId } : null;
}

export interface SealedInbox {
  readonly id: InboxId;
  readonly channel: string;
  readonly account: ExternalAccountId;
  readonly settings: Json;
  readonly sealed: Uint8Array;
}

/** With their sealed credentials, for whoever holds the key. */
export async function readSealed(
  db: Reader,
  workspaceId: WorkspaceId,
  which: { readonly id: InboxId } | { readonly channels: readonly string[] },
): Promise<readonly SealedInbox[]> {
  const asked = inboxesOf(db, workspaceId).select([
    'id',
    'channel',
    'external_id as account',
    'settings',
    'credentials as sealed',
  ]);
  const rows = await ('id' in which
    ? asked.where('id', '=', which.id)
    : asked.where('channel', 'in', which.channels.length > 0 ? which.channels : [''])
  ).execute();
  return rows.map((row) => ({ ...row, account: row.account as ExternalAccountId }));
}

/** The row of this account, removed ones included: connecting it again goes on where it stopped. */
export async function findByAccount(
  db: Reader,
  workspaceId: WorkspaceId,
  channel: string,
  account: string,
): Promise<{ readonly id: InboxId; readonly name: string; readonly isRemoved: boolean } | null> {
  const row = await db
    .selectFrom('inboxes')
    .select(['id', 'name', 'removed_at'])
    .where('workspace_id', '=', workspaceId)
    .where('channel', '=', channel)
    .where('external_id', '=', account)
    .executeTakeFirst();
  return row ? { id: row.id, name: row.name, isRemoved: row.removed_at !== null } : null;
}

export interface NewInboxRow {
  readonly id: InboxId;
  readonly channel: string;
  readonly account: string;
  readonly name: string;
  readonly handle: string | null;
  readonly avatarUrl: string | null;
  readonly purpose: string;
  readonly brand: string | null;
  readonly language: string | null;
  readonly settings: Json;
  readonly sealed: Uint8Array;
  readonly tokenExpiresAt: Date | null;
}

/** False when this account is connected already: the database decides between two at once. */
export async function addInbox(tx: Tx, workspaceId: WorkspaceId, inbox: NewInboxRow, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into inboxes (workspace_id, id, channel, external_id, name, handle, avatar_url, purpose, brand, language,
      settings, credentials, state, state_since, token_expires_at, created_at)
    values (${workspaceId}, ${inbox.id}, ${inbox.channel}, ${inbox.account}, ${inbox.name}, ${inbox.handle},
      ${inbox.avatarUrl}, ${inbox.purpose}, ${inbox.brand}, ${inbox.language}, ${storableJson(inbox.settings)}::jsonb,
      ${inbox.sealed}, 'connected', ${now}, ${inbox.tokenExpiresAt}, ${now})
    on conflict (workspace_id, channel, external_id) do update set
      name = excluded.name, handle = excluded.handle, avatar_url = excluded.avatar_url, purpose = excluded.purpose,
      brand = excluded.brand, language = excluded.language, settings = excluded.settings,
      credentials = excluded.credentials, state = 'connected', state_detail = null, state_since = excluded.state_since,
      token_expires_at = excluded.token_expires_at, last_error = null, last_error_at = null, removed_at = null
      where inboxes.removed_at is not null
    returning id`.execute(tx);
  return rows.length === 1;
}

export interface InboxChange {
  readonly name?: string | undefined;
  readonly purpose?: string | undefined;
  readonly brand?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly teamId?: TeamId | null | undefined;
  readonly hours?: Json | undefined;
  readonly ownerEmail?: string | null | undefined;
  readonly settings?: Json | undefined;
  readonly sealed?: Uint8Array | undefined;
  readonly tokenExpiresAt?: Date | null | undefined;
  readonly state?: { readonly state: InboxState; readonly detail: string | null; readonly since: Date } | undefined;
}

const keptFor = (ownerEmail: string | null, column: 'owner_mailed_at' | 'owner_taken_at' | 'owner_dead_at') =>
  sql<Date | null>`case when owner_email is not distinct from ${ownerEmail}::text then ${sql.ref(column)} end`;

/** False when it is not there. */
export async function updateInbox(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: InboxId,
  change: InboxChange,
): Promise<boolean> {
  const { name, purpose, brand, language, teamId, hours, ownerEmail, settings, sealed, tokenExpiresAt, state } = change;
  const done = await tx
    .updateTable('inboxes')
    .set({
      id,
      ...(name === undefined ? {} : { name }),
      ...(purpose === undefined ? {} : { purpose }),
      ...(brand === undefined ? {} : { brand }),
      ...(language === undefined ? {} : { language }),
      ...(teamId === undefined ? {} : { team_id: teamId }),
      ...(hours === undefined ? {} : { hours: hours === null ? null : storableJson(hours) }),
      ...(ownerEmail === undefined
        ? {}
        : {
            owner_email: ownerEmail,
            // Another mailbox has a history of its own.
            owner_mailed_at: keptFor(ownerEmail, 'owner_mailed_at'),
            owner_taken_at: keptFor(ownerEmail, 'owner_taken_at'),
            owner_dead_at: keptFor(ownerEmail, 'owner_dead_at'),
          }),
      ...(settings === undefined ? {} : { settings: storableJson(settings) }),
      // what the last look found of the old ones is looked at anew
      ...(sealed === undefined ? {} : { credentials: sealed, checked_at: null }),
      ...(tokenExpiresAt === undefined ? {} : { token_expires_at: tokenExpiresAt }),
      ...(state === undefined
        ? {}
        : { state: state.state, state_detail: state.detail, state_since: state.since, last_error: null }),
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Forgets the credentials and stops what was about to leave. What was said stays. */
export async function removeInbox(tx: Tx, workspaceId: WorkspaceId, id: InboxId, now: Date): Promise<boolean> {
  const { rows } = await sql`update inboxes set removed_at = ${now}, credentials = ''::bytea, state = 'paused',
      state_detail = 'This inbox was removed.', state_since = ${now}
    where workspace_id = ${workspaceId} and id = ${id} and removed_at is null returning id`.execute(tx);
  if (rows.length === 0) return false;
  await sql`with stopped as (
      update outbox set state = 'cancelled', detail = 'The inbox was removed.', finished_at = ${now}
      where workspace_id = ${workspaceId} and inbox_id = ${id} and state = 'queued' returning message_id
    ) update messages m set delivery = 'cancelled', delivery_detail = 'The inbox was removed.'
      from stopped s where m.workspace_id = ${workspaceId} and m.id = s.message_id`.execute(tx);
  return true;
}

/** Tells browsers, workers and whoever keeps credentials open. The last statements of a transaction. */
export async function announceInbox(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  const payload = String(workspaceId);
  await sql`select pg_notify(${INBOXES}, ${payload}), pg_notify(${ARRIVED}, ${payload}), pg_notify(${OUTGOING}, ${payload})`.execute(
    tx,
  );
  await recordChanges(tx, workspaceId, [{ kind: 'inbox', conversationId: null }], now);
}

export interface Backlog {
  /** Ledger entries not filed yet: those read for an inbox, and those of a webhook family that names none. */
  readonly waiting: ReadonlyMap<InboxId, number>;
  readonly waitingByFamily: ReadonlyMap<string, number>;
  readonly outgoing: ReadonlyMap<InboxId, number>;
}

export async function readBacklog(db: Reader, workspaceId: WorkspaceId): Promise<Backlog> {
  const waiting = await sql<{ inbox_id: InboxId | null; family: string; count: number }>`
    select inbox_id, family, count(*)::int as count from ledger
    where workspace_id = ${workspaceId} and state = 'waiting' group by inbox_id, family`.execute(db);
  const outgoing = await sql<{ inbox_id: InboxId; count: number }>`
    select inbox_id, count(*)::int as count from outbox
    where workspace_id = ${workspaceId} and state in ('queued', 'sending', 'unknown') group by inbox_id`.execute(db);
  const byInbox = new Map<InboxId, number>();
  const byFamily = new Map<string, number>();
  for (const { inbox_id, family, count } of waiting.rows)
    if (inbox_id) byInbox.set(inbox_id, (byInbox.get(inbox_id) ?? 0) + count);
    else byFamily.set(family, count);
  const left = outgoing.rows.map((row): [InboxId, number] => [row.inbox_id, row.count]);
  return { waiting: byInbox, waitingByFamily: byFamily, outgoing: new Map(left) };
}
