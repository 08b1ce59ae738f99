import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Act } from '../../core/access/role.ts';
import { ChangesQuery } from '../../wire/realtime.ts';
import { identify } from '../access/identify.ts';
import type { Deps } from '../deps.ts';
import { type ChangeFeed, createChangeFeed } from './change-feed.ts';

/** What we use of a WebSocket of the package `ws`. */
export interface Socket {
  readonly bufferedAmount: number;
  send(text: string): void;
  ping(): void;
  close(code: number, reason: string): void;
  terminate(): void;
  on(event: 'pong' | 'close' | 'error', heard: () => void): void;
}

/** A browser that takes in less than it is told is let go; it comes back and says where it was. In bytes. */
export const MOST_WAITING_BYTES = 4 * 1024 * 1024;
/** How often a browser must show that it lives, and that it may still read, in milliseconds. */
const HEARTBEAT_MS = 25_000;
const ACT: Act = 'conversations.read';

/** `/api/changes?since=SEQ`: what changed in the workspace, as it is committed. */
export const changesRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const feed = createChangeFeed(deps.db, (error) => app.log.error({ err: error }, 'changes could not be read'));
  app.addHook('onClose', () => feed.close());

  app.get(
    '/api/changes',
    {
      websocket: true,
      config: { rule: { act: ACT } },
      schema: { tags: ['conversations'], querystring: ChangesQuery, description: 'A WebSocket. See `Heard`.' },
    },
    async (socket: Socket, request) => follow(feed, socket, request, request.query.since ?? null, deps),
  );
};

async function follow(
  feed: ChangeFeed,
  socket: Socket,
  request: FastifyRequest,
  since: number | null,
  { db, now }: Pick<Deps, 'db' | 'now'>,
): Promise<void> {
  let isOpen = true;
  let isAlive = true;
  let leave: (() => void) | undefined;

  const heartbeat = setInterval(async () => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
    // Whoever was signed out, or lost the right to read, hears nothing more.
    const visitor = await identify(db, request, now()).catch(() => undefined);
    if (visitor === null || visitor?.acts.includes(ACT) === false) socket.close(4401, 'sign in again');
  }, HEARTBEAT_MS);
  const end = () => {
    isOpen = false;
    clearInterval(heartbeat);
    leave?.();
  };
  socket.on('close', end);
  socket.on('error', () => socket.terminate());
  socket.on('pong', () => {
    isAlive = true;
  });

  const member = {
    tell: (text: string) => {
      if (!isOpen) return;
      if (socket.bufferedAmount > MOST_WAITING_BYTES) socket.terminate();
      else socket.send(text);
    },
  };
  try {
    leave = await feed.join(request.who.workspaceId, member, since);
    if (!isOpen) leave();
  } catch (error) {
    request.log.error({ err: error }, 'the change feed could not be joined');
    socket.close(1011, 'try again');
  }
}
