import { keepOrders } from '../../actions/commerce/keep-orders.ts';
import { Trouble } from '../../core/channel/connector.ts';
import { learnShapes } from '../../core/commerce/number-shape.ts';
import { recordChanges } from '../../storage/changes.ts';
import {
  claimShop,
  newestNumbers,
  noteRead,
  noteTrouble,
  readLater,
  writeShapes,
} from '../../storage/commerce/shops.ts';
import { WrongKey } from '../../storage/seal.ts';
import type { ShopKeeperOptions } from './shop-keeper.ts';
import type { ShopTurn } from './shop-turns.ts';

const DAY_MS = 86_400_000;
/** How far back is read when a shop is connected. What is older comes in when somebody asks for it. */
const HISTORY_MS = 90 * DAY_MS;
/** Webhooks may get lost: what changed is compared this often. */
const AGAIN_MS = 5 * 60_000;
const LEASE_MS = 120_000;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 30 * 60_000;
const NEEDS_LOGIN_MS = 60 * 60_000;
/** Then others have their turn. */
const PAGES_AT_ONCE = 20;

/** Reads on where it stopped, page by page; each page and the place where it ends are kept together. */
export async function readShop(options: ShopKeeperOptions, turn: ShopTurn): Promise<void> {
  const { db, shops, seal, now, log } = options;
  const { workspaceId, shopId, signal, inTime } = turn;
  const at = now();
  const lease = { shopId, now: at, until: new Date(at.getTime() + LEASE_MS) };
  const row = await db.alone((tx) => claimShop(tx, workspaceId, 'read_at', lease));
  const shop = row && shops.get(row.kind);
  if (!shop) return;
  const inMs = (ms: number) => new Date(now().getTime() + ms);
  try {
    const credentials = seal.open(workspaceId, `shop/${row.id}`, row.sealed);
    const since = new Date(row.createdAt.getTime() - HISTORY_MS);
    let { cursor } = row;
    for (let page = 0; page < PAGES_AT_ONCE; page += 1) {
      const read = await inTime(shop.changed(cursor, since, credentials));
      cursor = read.cursor;
      const isLast = !read.more || read.restMs > 0 || page === PAGES_AT_ONCE - 1 || signal.aborted;
      const note = {
        cursor,
        isDone: !read.more,
        readAt: inMs(read.more ? read.restMs + (isLast ? 0 : LEASE_MS) : AGAIN_MS),
      };
      const also = (tx: Parameters<typeof noteRead>[0]) => noteRead(tx, workspaceId, row.id, note, now());
      await keepOrders(db, workspaceId, { shopId: row.id, orders: read.orders, also }, now());
      if (isLast) break;
    }
    const shapes = learnShapes(await newestNumbers(db.read, workspaceId, row.id));
    await db.alone((tx) => writeShapes(tx, workspaceId, row.id, shapes));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (error instanceof Trouble && error.kind === 'limited') {
      await db.alone((tx) => readLater(tx, workspaceId, row.id, inMs(error.afterMs ?? FIRST_WAIT_MS)));
      return;
    }
    if (!(error instanceof Trouble) && !(error instanceof WrongKey))
      log.error({ err: error, shopId: row.id }, 'A shop could not be read.');
    const isOurs = !(error instanceof Trouble) && !(error instanceof WrongKey);
    const needsLogin = error instanceof WrongKey || (error instanceof Trouble && error.kind !== 'unavailable');
    const wait = needsLogin
      ? NEEDS_LOGIN_MS
      : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(10, row.failures));
    await db.transaction(async (tx) => {
      const detail = isOurs ? 'Its orders could not be kept. The log says more.' : words;
      await noteTrouble(
        tx,
        workspaceId,
        row.id,
        { state: needsLogin ? 'needs_login' : 'trouble', detail, readAt: inMs(wait) },
        now(),
      );
      if (row.failures === 0) await recordChanges(tx, workspaceId, [{ kind: 'shop', conversationId: null }], now());
    });
  }
}
