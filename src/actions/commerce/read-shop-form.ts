import { setInUse } from '../../core/channel/credential-sets.ts';
import type { Shop } from '../../core/commerce/shop.ts';
import type { Who } from '../who.ts';
import { openKeptShop, type ShopDeps } from './connect-shop.ts';

export interface KeptShopForm {
  /** What is no secret. */
  readonly values: Readonly<Record<string, string>>;
  /** Names of the secrets that are kept. */
  readonly secrets: readonly string[];
  /** By which way it is let in; null: there is only one. */
  readonly set: string | null;
}

/** What a shop was connected with, as its form may show it: of the secrets, which there are. */
export async function readShopForm(
  deps: Pick<ShopDeps, 'db' | 'seal'>,
  who: Who,
  shop: Shop,
  id: string,
): Promise<KeptShopForm> {
  const kept = Object(await openKeptShop(deps, who, id)) as Readonly<Record<string, unknown>>;
  const { fields, sets = [] } = shop.credentials;
  const given = fields.flatMap(({ name, kind }) => {
    const value = kept[name];
    return typeof value === 'string' && value !== '' ? [{ name, kind, value }] : [];
  });
  return {
    values: Object.fromEntries(given.filter(({ kind }) => kind !== 'secret').map(({ name, value }) => [name, value])),
    secrets: given.filter(({ kind }) => kind === 'secret').map(({ name }) => name),
    set: setInUse(sets, kept)?.key ?? null,
  };
}
