import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  readonly url: string;
  /** However often it is called. */
  close(): Promise<void>;
}

/**
 * A network's server on loopback.
 *
 * @param port 0: any free one
 * @param first is closed before it: what still delivers webhooks
 */
export async function listen(
  server: Server,
  port = 0,
  first: { close(): Promise<void> } = { close: async () => {} },
): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  let closing: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      closing ??= (async () => {
        await first.close();
        await new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        });
      })();
      return closing;
    },
  };
}
