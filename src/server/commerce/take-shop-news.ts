import { forgetCustomer } from '../../actions/commerce/forget-customer.ts';
import { keepOrders } from '../../actions/commerce/keep-orders.ts';
import { Trouble } from '../../core/channel/connector.ts';
import type { ShopOrder } from '../../core/commerce/order.ts';
import type { Shop } from '../../core/commerce/shop.ts';
import {
  endShopEvents,
  putOffShopEvents,
  takeShopEvents,
  type WaitingEvent,
} from '../../storage/commerce/shop-events.ts';
import { noteTrouble, readSealedShops } from '../../storage/commerce/shops.ts';
import type { Tx } from '../../storage/database.ts';
import type { ShopKeeperOptions } from './shop-keeper.ts';
import type { ShopTurn } from './shop-turns.ts';

const AT_ONCE = 50;
const LEASE_MS = 120_000;
/** Then it is left to the next comparison, which reads all that changed. */
const TRIES = 8;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 900_000;

/** Reads what shops told us, the oldest first. What cannot be read just now waits; what never can says why. */
export async function takeShopNews(options: ShopKeeperOptions, turn: ShopTurn): Promise<void> {
  const { db, now } = options;
  const { workspaceId, shopId } = turn;
  for (;;) {
    if (turn.signal.aborted) return;
    const at = now();
    const lease = { shopId, now: at, until: new Date(at.getTime() + LEASE_MS), limit: AT_ONCE };
    const events = await db.alone((tx) => takeShopEvents(tx, workspaceId, lease));
    if (events.length > 0) await takeSome(options, turn, events);
    if (events.length < AT_ONCE) return;
  }
}

async function takeSome(options: ShopKeeperOptions, turn: ShopTurn, events: readonly WaitingEvent[]): Promise<void> {
  const { db, seal, shops, now, log } = options;
  const { workspaceId, shopId } = turn;
  const end = (some: readonly WaitingEvent[], state: 'ignored' | 'failed', reason: string) =>
    db.alone((tx) =>
      endShopEvents(
        tx,
        workspaceId,
        { shopId, deliveries: some.map(({ delivery }) => delivery), state, reason },
        now(),
      ),
    );
  const [row] = await readSealedShops(db.read, workspaceId, shopId);
  const shop = row && shops.get(row.kind);
  if (!shop) {
    await end(events, 'ignored', 'The shop was disconnected.');
    return;
  }
  try {
    const credentials = seal.open(workspaceId, `shop/${shopId}`, row.sealed);
    await keepNews(options, turn, { shop, credentials, events });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (!(error instanceof Trouble)) log.error({ err: error, shopId }, 'What a shop told could not be kept.');
    const tired = events.filter(({ attempts }) => attempts >= TRIES);
    if (tired.length > 0) await end(tired, 'failed', words);
    const others = events.filter(({ attempts }) => attempts < TRIES).map(({ delivery }) => delivery);
    const attempts = Math.max(1, ...events.map((event) => event.attempts));
    const asked = error instanceof Trouble ? (error.afterMs ?? 0) : 0;
    const wait = Math.max(asked, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1)));
    const later = { dueAt: new Date(now().getTime() + wait), reason: words };
    await db.alone((tx) => putOffShopEvents(tx, workspaceId, shopId, others, later));
  }
}

interface Told {
  readonly shop: Shop;
  readonly credentials: unknown;
  readonly events: readonly WaitingEvent[];
}
async function keepNews(
  { db, now }: ShopKeeperOptions,
  { workspaceId, shopId, signal, inTime }: ShopTurn,
  { shop, credentials, events }: Told,
): Promise<void> {
  let orders: ShopOrder[] = [];
  const reread = new Map<string, string[]>();
  let done: string[] = [];
  for (const event of events) {
    const news = shop.webhook.read(event);
    if (news.kind === 'ignored') {
      const end = { shopId, deliveries: [event.delivery], state: 'ignored', reason: news.why } as const;
      await db.alone((tx) => endShopEvents(tx, workspaceId, end, now()));
      continue;
    }
    if (news.kind === 'orders') orders.push(...news.orders);
    if (news.kind === 'reread') {
      reread.set(news.id, [...(reread.get(news.id) ?? []), event.delivery]);
      continue;
    }
    if (news.kind === 'redact') {
      await forgetCustomer(db, workspaceId, { webhook: shop.webhook, event, news }, now());
      // What came before was written with it.
      orders = [];
      done = [];
      for (const id of reread.keys()) reread.set(id, []);
      continue;
    }
    if (news.kind === 'gone') {
      const trouble = {
        state: 'needs_login',
        detail: news.why,
        readAt: new Date(now().getTime() + 3_600_000),
      } as const;
      const end = { shopId, deliveries: [event.delivery], state: 'done', reason: null } as const;
      await db.transaction(async (tx) => {
        await noteTrouble(tx, workspaceId, shopId, trouble, now());
        await endShopEvents(tx, workspaceId, end, now());
      });
      continue;
    }
    done.push(event.delivery);
  }
  // Ten changes of one order are read once.
  for (const [id, deliveries] of reread) {
    if (signal.aborted) break;
    orders.push(...(await inTime(shop.find({ by: 'id', id }, credentials))));
    done.push(...deliveries);
    reread.delete(id);
  }
  const also = async (tx: Tx) => {
    const end = { shopId, deliveries: done, state: 'done', reason: null } as const;
    if (!(await endShopEvents(tx, workspaceId, end, now())))
      throw new Trouble('unavailable', 'Somebody else took these up meanwhile.');
  };
  if (done.length > 0 || orders.length > 0) await keepOrders(db, workspaceId, { shopId, orders, also }, now());
  const left = [...reread.values()].flat();
  const later = { dueAt: now(), reason: 'The shop answers slowly; this is read in its next turn.' };
  if (left.length > 0) await db.alone((tx) => putOffShopEvents(tx, workspaceId, shopId, left, later));
}
