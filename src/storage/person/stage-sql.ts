import { type RawBuilder, sql } from 'kysely';
import type { WorkspaceId } from '../../core/ids.ts';

/** Of a person `p`: whether they ever asked to buy. */
export const wantedToBuy = (workspaceId: WorkspaceId): RawBuilder<boolean> =>
  sql`exists (select 1 from conversations b where b.workspace_id = ${workspaceId} and b.contact_id = p.id
    and (b.kind = 'purchase' or b.signs ? 'purchaseIntent'))`;

/** Of a person `p`: the stage, as `core/person/lifecycle.ts` says it. */
export const stageSql = (workspaceId: WorkspaceId): RawBuilder<string> =>
  sql`case when p.lifecycle is not null then p.lifecycle when coalesce(p.orders_count, 0) >= 2 then 'returning'
    when p.orders_count = 1 then 'customer' when ${wantedToBuy(workspaceId)} then 'lead' else 'first_contact' end`;
