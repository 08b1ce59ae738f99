import { CareError } from '../../core/errors.ts';
import { addAudit } from '../../storage/audit.ts';
import { allBuyers } from '../../storage/commerce/match.ts';
import { holdOrders } from '../../storage/commerce/orders.ts';
import { knownCurrencies, readCurrency, writeCurrency } from '../../storage/commerce/shops.ts';
import type { Database } from '../../storage/database.ts';
import type { Principal } from '../who.ts';
import { requireAllInboxes } from './connect-shop.ts';
import { addUp } from './keep-orders.ts';

/** In which money orders are added up. All sums are made anew; what was paid in another money is not added to them. */
export function chooseCurrency(db: Database, who: Principal, currency: string, now: Date): Promise<void> {
  requireAllInboxes(who);
  return db.transaction(async (tx) => {
    await holdOrders(tx, who.workspaceId);
    const before = await readCurrency(tx, who.workspaceId);
    if (before === currency) return;
    if (!(await knownCurrencies(tx, who.workspaceId)).includes(currency))
      throw new CareError('invalid', 'unknown_currency', `Nobody bought anything here in ${currency}.`, {
        field: 'currency',
      });
    await writeCurrency(tx, who.workspaceId, currency, 'anew');
    await addAudit(tx, who, { act: 'shops.currency', detail: { before, after: currency } }, now);
    await addUp(tx, who.workspaceId, await allBuyers(tx, who.workspaceId), now);
  });
}
