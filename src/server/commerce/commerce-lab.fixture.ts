import { sql } from 'kysely';
import { freePort } from '../../../test/free-port.ts';
import { followPeople } from '../../actions/commerce/keep-orders.ts';
import { createShops } from '../../commerce/registry.ts';
import type { ContactId, ConversationId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { startShopify } from '../../simulators/shopify/index.ts';
import type { Database } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';
import { openDesk } from '../test/desk.fixture.ts';
import { addInboxRow, addTalk, asker } from '../work/talk.fixture.ts';
import { shopCallbacks } from './shop-callback.ts';
import { beginTurns, type ShopKeeperOptions } from './shop-keeper.ts';
import { createShopTurns } from './shop-turns.ts';

export const FORM = { domain: 'kettle', clientId: 'client', clientSecret: 'secret' };
/** Of an older app of the same shop. */
export const TOKEN = 'shpat_static';

/** A desk beside a simulated shop, with people who write. */
export async function openCommerceLab(db: Database, slug: string) {
  // Shopify tells times in seconds.
  const time = { at: new Date(Math.floor(Date.now() / 1_000) * 1_000) };
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const now = () => time.at;
  const network = await startShopify({ now, staticToken: TOKEN });
  const desk = await openDesk(db, {
    now,
    config: { url },
    callsPerMinute: 1_000_000,
    shops: createShops({ urls: { shopify: network.url }, now }),
  });
  await desk.http.listen({ host: '127.0.0.1', port });
  const workspaceId = await desk.makeWorkspace(slug);
  const owner = (await desk.signIn(workspaceId, 'owner')).headers;
  const ask = asker(desk, owner);
  const inboxId = await addInboxRow(db, workspaceId);
  const keeper: ShopKeeperOptions = {
    ...desk.deps,
    signal: new AbortController().signal,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    shopCallback: shopCallbacks(desk.deps),
  };
  return {
    network,
    desk,
    keeper,
    workspaceId,
    inboxId,
    owner,
    ask,
    now,
    later(ms: number) {
      time.at = new Date(time.at.getTime() + ms);
    },
    connect: () => ask('POST', '/api/shops', { kind: 'shopify', credentials: FORM }),
    /** What the worker does when it looks once. */
    async keep() {
      const turns = createShopTurns(keeper.signal);
      await beginTurns(keeper, turns, workspaceId);
      await turns.settled();
      await followPeople(db, workspaceId, now());
    },
    /** Somebody writes, known by this address or number. */
    async writes(
      name: string,
      names: { readonly email?: string; readonly phone?: string; readonly whatsapp?: string },
      text = 'Help!',
      inbox: InboxId = inboxId,
    ) {
      const talk = await addTalk(db, workspaceId, inbox, name, now());
      await db.transaction(async (tx) => {
        for (const [channel, externalId] of Object.entries(names))
          await addName(tx, workspaceId, talk.contactId, channel, externalId);
        await sql`update messages set text = ${text} where workspace_id = ${workspaceId} and id = ${talk.messageId}`.execute(
          tx,
        );
      });
      return talk;
    },
    sums: async (id: ContactId) =>
      (
        await sql<{
          count: number | null;
          value: string | null;
          last: Date | null;
        }>`select orders_count as count, orders_value as value,
          last_order_at as last from contacts where workspace_id = ${workspaceId} and id = ${id}`.execute(db.read)
      ).rows[0],
    isDue: async (id: ConversationId) =>
      (
        await sql`select 1 from conversations where workspace_id = ${workspaceId} and id = ${id} and triage_at = '-infinity'`.execute(
          db.read,
        )
      ).rows.length === 1,
    beside: async (id: ConversationId, headers = owner) =>
      (await ask('GET', `/api/conversations/${id}/orders`, undefined, headers)).body,
    async close() {
      await network.close();
      await desk.close();
    },
  };
}
export type CommerceLab = Awaited<ReturnType<typeof openCommerceLab>>;

async function addName(
  tx: Parameters<Parameters<Database['transaction']>[0]>[0],
  workspaceId: WorkspaceId,
  contactId: ContactId,
  channel: string,
  externalId: string,
): Promise<void> {
  await sql`insert into identities (workspace_id, id, contact_id, channel, scope, external_id, created_at)
    values (${workspaceId}, ${newId<string>()}, ${contactId}, ${channel}, '', ${externalId}, now())`.execute(tx);
}
