import { request, WebSocket } from 'undici';
import { commentBody } from '../workspace.ts';
import { type BenchServer, signed } from './server.ts';

/** How often somebody comments while the desk is at work, a second. */
export const COMMENTS_A_SECOND = 10;
/** A desk asks for its counts when something has changed, so long after or up to twice as long, in milliseconds. */
const COUNTS_EVERY_MS = 1_000;

export interface AtWork {
  stop(): Promise<void>;
}

/** Every agent has the desk open: hears each change, asks for the counts when they are due, while comments arrive. */
export async function putToWork(server: BenchServer): Promise<AtWork> {
  const due = new Set<string>();
  let isOver = false;
  const sockets = await Promise.all(
    server.cookies.map(async (cookie) => {
      const headers = { cookie, 'sec-fetch-site': 'same-origin' };
      const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/changes`, { headers });
      await new Promise<void>((resolve, reject) => {
        socket.addEventListener('open', () => resolve(), { once: true });
        socket.addEventListener('error', () => reject(new Error('A socket was refused.')), { once: true });
      });
      socket.addEventListener('message', () => due.add(cookie));
      return socket;
    }),
  );
  const countFor = async (cookie: string) => {
    const answer = await request(`${server.url}/api/conversations/counts`, { headers: { cookie } });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`Counts answered ${answer.statusCode}.`);
  };
  const asking = server.cookies.map(async (cookie) => {
    while (!isOver) {
      if (due.delete(cookie)) await countFor(cookie);
      await pause(COUNTS_EVERY_MS * (1 + Math.random()));
    }
  });
  const writing = (async () => {
    for (let nth = 0; !isOver; nth += 1) {
      const { body, headers } = signed(commentBody(nth, 5_000));
      const answer = await request(`${server.url}/webhooks/${server.workspace}/meta`, {
        method: 'POST',
        body,
        headers,
      });
      await answer.body.dump();
      await pause(1000 / COMMENTS_A_SECOND);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await Promise.all([...asking, writing]);
      for (const socket of sockets) socket.close();
    },
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
