import { Trouble } from '../../core/channel/connector.ts';
import type { Shop, ShopCheck, Subscribed } from '../../core/commerce/shop.ts';
import { CareError } from '../../core/errors.ts';
import type { Json } from '../../core/ids.ts';
import { addAudit } from '../../storage/audit.ts';
import { recordChanges } from '../../storage/changes.ts';
import {
  addShop,
  findShop,
  readSealedShops,
  removeShop,
  updateShop,
  writeCurrency,
} from '../../storage/commerce/shops.ts';
import type { Database } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';
import type { Seal } from '../../storage/seal.ts';
import { tellWorkers } from '../../storage/tell-workers.ts';
import { askedAnew, keepSecrets } from '../kept-secrets.ts';
import type { Principal, Who } from '../who.ts';

export interface ShopDeps {
  readonly db: Database;
  readonly seal: Seal;
}
type Given = Readonly<Record<string, unknown>>;
interface CheckedShop {
  readonly credentials: unknown;
  readonly check: ShopCheck;
}
export interface ConnectedShop {
  readonly id: string;
  /** What was set up at the shop, in words. */
  readonly detail: string;
}

/** Orders are everybody's who buys, wherever they write: only whoever sees all inboxes decides about shops. */
export function requireAllInboxes({ inboxes = null }: Who): void {
  if (inboxes !== null)
    throw new CareError(
      'forbidden',
      'not_allowed_here',
      'A shop concerns the people of every inbox. Only somebody who works in all of them can see and change shops.',
    );
}
export const noSuchShop = () => new CareError('not_found', 'no_such_shop', 'There is no such shop (any more).');

/** Reads the form, then asks the shop. Whatever is wrong comes back in words, with the field where there is one. */
export async function checkShop(shop: Shop, given: Given): Promise<CheckedShop> {
  const form = shop.credentials.parse(given);
  if (form.ok) return { credentials: form.value, check: await shop.check(form.value) };
  const [first] = form.errors;
  const problem = form.errors.map(({ message }) => message).join('\n');
  return {
    credentials: null,
    check: {
      ok: false,
      problem,
      todo: 'Correct the form and test again.',
      ...(first ? { field: first.field, fields: form.errors } : {}),
    },
  };
}

/** Checks, keeps sealed, then asks the shop to tell us. Its orders are read soon after. */
export async function connectShop(
  { db, seal }: ShopDeps,
  who: Principal,
  shop: Shop,
  wish: { readonly credentials: Given; readonly name?: string | undefined },
  callbackOf: (id: string) => string,
  now: Date,
): Promise<ConnectedShop> {
  requireAllInboxes(who);
  const { credentials, check } = await checkShop(shop, wish.credentials);
  if (!check.ok) throw refusalOf(check);
  const { shop: account, warnings } = check;
  const known = await findShop(db.read, who.workspaceId, shop.kind, account.id);
  const taken = () =>
    new CareError(
      'conflict',
      'already_connected',
      `${account.name} is connected already${known ? ` as “${known.name}”` : ''}.`,
    );
  if (known && !known.isRemoved) throw taken();
  const id = known?.id ?? newId<string>(now.getTime());
  const name = wish.name?.trim() || account.name;
  await db.transaction(async (tx) => {
    const row = {
      id,
      kind: shop.kind,
      externalId: account.id,
      name,
      url: account.url,
      currency: account.currency,
      sealed: seal.close(who.workspaceId, `shop/${id}`, credentials),
      warnings,
    };
    if (!(await addShop(tx, who.workspaceId, row, now))) throw taken();
    await writeCurrency(tx, who.workspaceId, account.currency, 'first');
    await addAudit(
      tx,
      who,
      { act: 'shop.connected', target: id, detail: { name, kind: shop.kind, account: account.id } },
      now,
    );
    await tellWorkers(tx, who.workspaceId);
    await recordChanges(tx, who.workspaceId, [{ kind: 'shop', conversationId: null }], now);
  });
  return { id, detail: (await subscribed(shop, credentials, callbackOf(id))).detail };
}

/** Another name, or other credentials, which must open the same shop. */
export async function changeShop(
  deps: ShopDeps,
  who: Principal,
  shop: Shop,
  input: {
    readonly row: { readonly id: string; readonly name: string; readonly externalId: string };
    readonly name?: string | undefined;
    readonly credentials?: Given | undefined;
    readonly callbackUrl: string;
  },
  now: Date,
): Promise<{ readonly detail: string }> {
  requireAllInboxes(who);
  const { row, name } = input;
  const checked = input.credentials && (await checkKeptShop(deps, who, shop, row.id, input.credentials));
  if (checked && !checked.check.ok) throw refusalOf(checked.check);
  if (checked?.check.ok && checked.check.shop.id !== row.externalId)
    throw new CareError(
      'conflict',
      'another_shop',
      `These open another shop: ${checked.check.shop.name}. Connect that one by itself.`,
    );
  const account = checked?.check.ok ? checked.check : null;
  await deps.db.transaction(async (tx) => {
    const change = {
      name,
      ...(account
        ? {
            url: account.shop.url,
            currency: account.shop.currency,
            warnings: account.warnings,
            sealed: deps.seal.close(who.workspaceId, `shop/${row.id}`, checked?.credentials),
          }
        : {}),
    };
    if (!(await updateShop(tx, who.workspaceId, row.id, change, now))) throw noSuchShop();
    const detail: Record<string, Json> = { before: { name: row.name }, after: { name: name ?? row.name } };
    await addAudit(
      tx,
      who,
      { act: 'shop.changed', target: row.id, detail: { ...detail, credentials: account !== null } },
      now,
    );
    await tellWorkers(tx, who.workspaceId);
    await recordChanges(tx, who.workspaceId, [{ kind: 'shop', conversationId: null }], now);
  });
  return { detail: account ? (await subscribed(shop, checked?.credentials, input.callbackUrl)).detail : '' };
}

/** What a shop was connected with, for whoever may change it. Throws `no_such_shop`. */
export async function openKeptShop(
  { db, seal }: Pick<ShopDeps, 'db' | 'seal'>,
  who: Who,
  id: string,
): Promise<unknown> {
  requireAllInboxes(who);
  const [row] = await readSealedShops(db.read, who.workspaceId, id);
  if (!row) throw noSuchShop();
  return seal.open(who.workspaceId, `shop/${id}`, row.sealed);
}

/** What was left empty means what is kept, and what is null is to be forgotten. */
export async function checkKeptShop(
  deps: ShopDeps,
  who: Who,
  shop: Shop,
  id: string,
  given: Given,
): Promise<CheckedShop> {
  const kept = await openKeptShop(deps, who, id);
  const { fields } = shop.credentials;
  const missing = askedAnew(fields, kept, given);
  if (missing) return { credentials: null, check: missing };
  return checkShop(shop, keepSecrets(fields, kept, given));
}

export async function disconnectShop(
  { db, seal }: ShopDeps,
  who: Principal,
  shop: Shop | undefined,
  row: { readonly id: string; readonly name: string },
  callbackUrl: string,
  now: Date,
): Promise<void> {
  requireAllInboxes(who);
  const [sealed] = await readSealedShops(db.read, who.workspaceId, row.id);
  await db.transaction(async (tx) => {
    if (!(await removeShop(tx, who.workspaceId, row.id, now))) throw noSuchShop();
    await addAudit(tx, who, { act: 'shop.disconnected', target: row.id, detail: { name: row.name } }, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'shop', conversationId: null }], now);
  });
  try {
    if (sealed && shop?.unsubscribe)
      await shop.unsubscribe(seal.open(who.workspaceId, `shop/${row.id}`, sealed.sealed), callbackUrl);
  } catch {
    // It is gone here all the same; what the shop still sends is refused, and it gives up.
  }
}

async function subscribed(shop: Shop, credentials: unknown, callbackUrl: string): Promise<Subscribed> {
  try {
    if (shop.subscribe) return await shop.subscribe(credentials, callbackUrl);
    return {
      isTold: false,
      detail: `Let the shop send its changes to ${callbackUrl}; they are also looked for every few minutes.`,
    };
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return {
      isTold: false,
      detail: `The shop could not be asked to tell us of changes: ${error.message} It is tried again within the hour.`,
    };
  }
}

function refusalOf({ problem, todo, field, fields }: Extract<ShopCheck, { ok: false }>): CareError {
  const at = { ...(field ? { field } : {}), ...(fields ? { fields } : {}) };
  return new CareError('invalid', 'shop_refused', `${problem} ${todo}`, { problem, todo, ...at });
}
