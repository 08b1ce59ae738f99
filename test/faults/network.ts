import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Dials of the simulated network: shares of 0..1 of the calls that say something. */
export interface Weather {
  readonly failAfterAccept: number;
  readonly hangAfterAccept: number;
  readonly failBefore: number;
  readonly hangBefore: number;
  readonly rateLimit: number;
}

export type HttpNetwork = Awaited<ReturnType<typeof openHttpNetwork>>;

/** A network in a process of its own, with its own record of what it took: the judge over what was sent. */
export async function openHttpNetwork(weather: Weather, seed = 1) {
  /** Everything it ever took, in order; nothing is taken together because it looks alike. */
  const taken: { readonly name: string; readonly id: string; readonly thread: string; readonly text: string }[] = [];
  const draw = randomOf(seed);
  let calls = 0;
  let calm = false;
  let watched: { readonly count: number; readonly act: () => void } | null = null;

  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('error', () => undefined);
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const said = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { id: string; thread: string; text: string };
      const answer = (status: number, body: object) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(body));
      };
      if (request.url === '/find') {
        const found = taken.filter(({ id }) => id === said.id);
        return answer(200, { names: found.map(({ name }) => name) });
      }
      calls += 1;
      const share = calm ? 1 : draw();
      const { failBefore, hangBefore, rateLimit, failAfterAccept, hangAfterAccept } = weather;
      if (share < rateLimit) return answer(429, {});
      if (share < rateLimit + failBefore) return answer(500, {});
      if (share < rateLimit + failBefore + hangBefore) return undefined;
      const name = `n${taken.length}`;
      taken.push({ name, ...said });
      if (watched && taken.length >= watched.count) {
        const { act } = watched;
        watched = null;
        act();
        return undefined;
      }
      const rest = share - rateLimit - failBefore - hangBefore;
      if (rest < failAfterAccept) return answer(500, {});
      if (rest < failAfterAccept + hangAfterAccept) return undefined;
      return answer(200, { name });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    calls: () => calls,
    /** Once it has taken so many: acts before anybody hears of the last one, who never will. */
    whenTaken: (count: number, act: () => void) => {
      watched = { count, act };
    },
    /** From now on it does what it is asked and says so. */
    calmDown: () => {
      calm = true;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Mulberry32: the same weather in every run. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
