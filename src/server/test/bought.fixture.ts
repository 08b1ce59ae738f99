import { sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';
import { newId } from '../../storage/new-id.ts';
import type { Deps } from '../deps.ts';

/** A shop that answers nobody, and an order of somebody's in it. */
export async function addBought({ db, seal }: Deps, workspaceId: WorkspaceId, contactId: string, now: Date) {
  const [shops, orders] = [newId<string>(), newId<string>()];
  const sealed = seal.close(workspaceId, `shop/${shops}`, { url: 'https://127.0.0.1:9', secret: 'x'.repeat(24) });
  await db.transaction(async (tx) => {
    await sql`insert into shops (workspace_id, id, kind, external_id, name, currency, credentials, state_since, created_at)
      values (${workspaceId}, ${shops}, 'http', ${shops}, 'Shop', 'EUR', ${sealed}, ${now}, ${now})`.execute(tx);
    await sql`insert into orders (workspace_id, id, shop_id, external_id, number, number_key, placed_at, changed_at, payment, delivery,
        currency, total, contact_id, matched_by, created_at)
      values (${workspaceId}, ${orders}, ${shops}, '1', '1044', '1044', ${now}, ${now}, 'paid', 'sent', 'EUR', '10.00',
        ${contactId}, 'email', ${now})`.execute(tx);
  });
  return { shops, orders };
}
