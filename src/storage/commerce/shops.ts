import { sql } from 'kysely';
import type { NumberShape } from '../../core/commerce/number-shape.ts';
import type { Json, WorkspaceId } from '../../core/ids.ts';
import type { Reader, Tx } from '../database.ts';
import { storableJson } from '../rows.ts';

export interface ShopRow {
  readonly id: string;
  readonly kind: string;
  readonly externalId: string;
  readonly name: string;
  readonly url: string | null;
  readonly currency: string | null;
  readonly state: 'connected' | 'needs_login' | 'trouble';
  readonly stateDetail: string | null;
  readonly stateSince: Date;
  readonly warnings: readonly string[];
  readonly shapes: readonly NumberShape[];
  readonly syncedAt: Date | null;
  readonly heardAt: Date | null;
  /** It is still read for the first time. */
  readonly isReading: boolean;
  readonly orders: number;
  readonly unmatched: number;
  readonly createdAt: Date;
}

const COLUMNS = sql`s.id, s.kind, s.external_id as "externalId", s.name, s.url, s.currency, s.state, s.state_detail as "stateDetail",
  s.state_since as "stateSince", s.warnings, s.shapes, s.synced_at as "syncedAt", s.heard_at as "heardAt", s.synced_at is null as "isReading",
  (select count(*)::int from orders o where o.workspace_id = s.workspace_id and o.shop_id = s.id) as orders,
  (select count(*)::int from orders o where o.workspace_id = s.workspace_id and o.shop_id = s.id and o.contact_id is null) as unmatched,
  s.created_at as "createdAt"`;

export async function listShops(db: Reader, workspaceId: WorkspaceId): Promise<readonly ShopRow[]> {
  const { rows } = await sql<ShopRow>`select ${COLUMNS} from shops s
    where s.workspace_id = ${workspaceId} and s.removed_at is null order by s.created_at, s.id`.execute(db);
  return rows;
}

/** The little that stands beside every conversation. */
export type ShopLine = Pick<ShopRow, 'id' | 'kind' | 'name' | 'state' | 'shapes' | 'isReading'>;
export async function listShopLines(db: Reader, workspaceId: WorkspaceId): Promise<readonly ShopLine[]> {
  const { rows } = await sql<ShopLine>`select id, kind, name, state, shapes, synced_at is null as "isReading" from shops
    where workspace_id = ${workspaceId} and removed_at is null order by created_at, id`.execute(db);
  return rows;
}

export async function readShop(db: Reader, workspaceId: WorkspaceId, id: string): Promise<ShopRow | null> {
  const { rows } = await sql<ShopRow>`select ${COLUMNS} from shops s
    where s.workspace_id = ${workspaceId} and s.id = ${id} and s.removed_at is null`.execute(db);
  return rows[0] ?? null;
}

export interface SealedShop {
  readonly id: string;
  readonly kind: string;
  readonly sealed: Uint8Array;
}
/** With their sealed credentials, for whoever holds the key. */
export async function readSealedShops(
  db: Reader,
  workspaceId: WorkspaceId,
  id: string | null = null,
): Promise<readonly SealedShop[]> {
  const { rows } = await sql<SealedShop>`select id, kind, credentials as sealed from shops
    where workspace_id = ${workspaceId} and removed_at is null and (${id}::uuid is null or id = ${id}::uuid)
    order by created_at, id`.execute(db);
  return rows;
}

/** The row of this shop, a removed one included: connecting it again goes on where it stopped. */
export async function findShop(
  db: Reader,
  workspaceId: WorkspaceId,
  kind: string,
  externalId: string,
): Promise<{ readonly id: string; readonly name: string; readonly isRemoved: boolean } | null> {
  const { rows } = await sql<{
    id: string;
    name: string;
    isRemoved: boolean;
  }>`select id, name, removed_at is not null as "isRemoved"
    from shops where workspace_id = ${workspaceId} and kind = ${kind} and external_id = ${externalId}`.execute(db);
  return rows[0] ?? null;
}

export interface NewShopRow {
  readonly id: string;
  readonly kind: string;
  readonly externalId: string;
  readonly name: string;
  readonly url: string | null;
  readonly currency: string;
  readonly sealed: Uint8Array;
  readonly warnings: readonly string[];
}
/** False when it is connected already: the database decides between two at once. */
export async function addShop(tx: Tx, workspaceId: WorkspaceId, shop: NewShopRow, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into shops (workspace_id, id, kind, external_id, name, url, currency, credentials, state_since, warnings, read_at, look_at, created_at)
    values (${workspaceId}, ${shop.id}, ${shop.kind}, ${shop.externalId}, ${shop.name}, ${shop.url}, ${shop.currency}, ${shop.sealed},
      ${now}, ${storableJson(shop.warnings)}::jsonb, ${now}, ${now}, ${now})
    on conflict (workspace_id, kind, external_id) do update set name = excluded.name, url = excluded.url, currency = excluded.currency,
      credentials = excluded.credentials, state = 'connected', state_detail = null, state_since = excluded.state_since,
      warnings = excluded.warnings, cursor = null, read_at = excluded.read_at, look_at = excluded.look_at, failures = 0, removed_at = null
      where shops.removed_at is not null
    returning id`.execute(tx);
  return rows.length === 1;
}

export interface ShopChange {
  readonly name?: string | undefined;
  readonly url?: string | null | undefined;
  readonly currency?: string | undefined;
  readonly sealed?: Uint8Array | undefined;
  readonly warnings?: readonly string[] | undefined;
}
/** Other credentials begin without the trouble of the ones before. */
export async function updateShop(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  { name, url, currency, sealed, warnings }: ShopChange,
  now: Date,
): Promise<boolean> {
  const done = await tx
    .updateTable('shops')
    .set({
      id,
      ...(name === undefined ? {} : { name }),
      ...(url === undefined ? {} : { url }),
      ...(currency === undefined ? {} : { currency }),
      ...(warnings === undefined ? {} : { warnings: storableJson(warnings) }),
      ...(sealed === undefined
        ? {}
        : {
            credentials: sealed,
            state: 'connected' as const,
            state_detail: null,
            state_since: now,
            failures: 0,
            read_at: now,
            look_at: now,
          }),
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Forgets the credentials and what waits. The orders stay, as what was said does. */
export async function removeShop(tx: Tx, workspaceId: WorkspaceId, id: string, now: Date): Promise<boolean> {
  const { rows } =
    await sql`update shops set removed_at = ${now}, credentials = ''::bytea, read_at = null, look_at = null, cursor = null
    where workspace_id = ${workspaceId} and id = ${id} and removed_at is null returning id`.execute(tx);
  if (rows.length === 0) return false;
  await sql`update shop_events set state = 'ignored', reason = 'The shop was disconnected.', done_at = ${now}
    where workspace_id = ${workspaceId} and shop_id = ${id} and state = 'waiting'`.execute(tx);
  // Who is to be forgotten from now on, nobody tells us.
  await sql`update shop_events set body = ''::bytea where workspace_id = ${workspaceId} and shop_id = ${id} and body <> ''::bytea`.execute(
    tx,
  );
  return true;
}

export interface DueShop extends SealedShop {
  readonly cursor: Json;
  readonly createdAt: Date;
  readonly failures: number;
}
/** Shops for which something is to be done, those that wait longest first. */
export async function dueShops(
  db: Reader,
  workspaceId: WorkspaceId,
  { now, not, limit }: { readonly now: Date; readonly not: readonly string[]; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select s.id from shops s
    where s.workspace_id = ${workspaceId} and s.removed_at is null and s.id <> all(${[...not]}::uuid[])
      and (s.read_at <= ${now} or s.look_at <= ${now} or s.id in (select e.shop_id from shop_events e
        where e.workspace_id = ${workspaceId} and e.state = 'waiting' and e.due_at <= ${now}))
    order by least(s.read_at, s.look_at), s.id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Takes a shop whose time has come; whoever takes it has it until `until`, then it is due again. */
export async function claimShop(
  tx: Tx,
  workspaceId: WorkspaceId,
  what: 'read_at' | 'look_at',
  { shopId, now, until }: { readonly shopId: string; readonly now: Date; readonly until: Date },
): Promise<DueShop | null> {
  const column = sql.ref(what);
  const { rows } = await sql<DueShop>`update shops set ${column} = ${until}
    where workspace_id = ${workspaceId} and id in (select id from shops where workspace_id = ${workspaceId} and id = ${shopId}
      and removed_at is null and ${column} <= ${now} for update skip locked)
    returning id, kind, credentials as sealed, cursor, created_at as "createdAt", failures`.execute(tx);
  return rows[0] ?? null;
}

export interface ReadNote {
  readonly cursor: Json;
  readonly readAt: Date;
  /** All that there was has been read. */
  readonly isDone: boolean;
}
export async function noteRead(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  { cursor, readAt, isDone }: ReadNote,
  now: Date,
): Promise<void> {
  await sql`update shops set cursor = ${storableJson(cursor)}::jsonb, read_at = ${readAt}, failures = 0,
      synced_at = case when ${isDone} then ${now}::timestamptz else synced_at end,
      state_since = case when state = 'connected' then state_since else ${now}::timestamptz end, state = 'connected', state_detail = null
    where workspace_id = ${workspaceId} and id = ${id} and removed_at is null`.execute(tx);
}

/** @returns whether that is news */
export async function noteTrouble(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  {
    state,
    detail,
    readAt,
  }: { readonly state: 'needs_login' | 'trouble'; readonly detail: string; readonly readAt: Date },
  now: Date,
): Promise<void> {
  await sql`update shops set failures = failures + 1, read_at = ${readAt}, state_detail = ${detail},
      state_since = case when state = ${state} then state_since else ${now}::timestamptz end, state = ${state}
    where workspace_id = ${workspaceId} and id = ${id} and removed_at is null`.execute(tx);
}

/** It lets us ask no more for a moment: no trouble, only later. */
export async function readLater(tx: Tx, workspaceId: WorkspaceId, id: string, readAt: Date): Promise<void> {
  await sql`update shops set read_at = ${readAt} where workspace_id = ${workspaceId} and id = ${id} and removed_at is null`.execute(
    tx,
  );
}

export async function noteLook(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  { warnings, lookAt }: { readonly warnings: readonly string[]; readonly lookAt: Date },
): Promise<void> {
  await sql`update shops set warnings = ${storableJson(warnings)}::jsonb, look_at = ${lookAt}
    where workspace_id = ${workspaceId} and id = ${id} and removed_at is null`.execute(tx);
}

const NEWEST = 300;
/** Numbers of the newest orders, to learn how this shop writes them. */
export async function newestNumbers(db: Reader, workspaceId: WorkspaceId, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ number: string }>`select number from orders
    where workspace_id = ${workspaceId} and shop_id = ${id} order by placed_at desc limit ${NEWEST}`.execute(db);
  return rows.map(({ number }) => number);
}
export async function writeShapes(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  shapes: readonly NumberShape[],
): Promise<void> {
  await sql`update shops set shapes = ${storableJson(shapes)}::jsonb where workspace_id = ${workspaceId} and id = ${id}`.execute(
    tx,
  );
}

/** In which money orders are summed up. */
export async function readCurrency(db: Reader, workspaceId: WorkspaceId): Promise<string | null> {
  const { rows } = await sql<{
    currency: string | null;
  }>`select currency from workspaces where id = ${workspaceId}`.execute(db);
  return rows[0]?.currency ?? null;
}
/** @param how `first`: only where none is chosen yet */
export async function writeCurrency(
  tx: Tx,
  workspaceId: WorkspaceId,
  currency: string,
  how: 'first' | 'anew',
): Promise<void> {
  await sql`update workspaces set currency = case when ${how === 'first'} then coalesce(currency, ${currency}) else ${currency} end
    where id = ${workspaceId}`.execute(tx);
}
/** Everything in which somebody bought here. */
export async function knownCurrencies(db: Reader, workspaceId: WorkspaceId): Promise<readonly string[]> {
  const { rows } = await sql<{ currency: string }>`
    select currency from shops where workspace_id = ${workspaceId} and removed_at is null and currency is not null
    union select distinct currency from orders where workspace_id = ${workspaceId} order by 1`.execute(db);
  return rows.map(({ currency }) => currency);
}
