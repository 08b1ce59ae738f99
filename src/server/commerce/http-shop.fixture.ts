import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A shop of one's own, and all that it was asked with. */
export async function openHttpShop(id = 'kettle') {
  const asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  /** `isDown`: answers 503. `held`: answers when it ends. */
  const state: { isDown: boolean; held: Promise<void> | null } = { isDown: false, held: null };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://shop.test').pathname;
    asked.push({ path, headers: request.headers });
    await state.held;
    response.statusCode = state.isDown ? 503 : 200;
    const about = { id, name: id, currency: 'EUR' };
    response.end(JSON.stringify(path.endsWith('/shop') ? about : { orders: [], cursor: null }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    asked,
    state,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/earshot`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type HttpShop = Awaited<ReturnType<typeof openHttpShop>>;
export const SHOP_SECRET = 'a-secret-that-is-long-enough-for-both-sides';
