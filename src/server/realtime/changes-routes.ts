import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Act } from '../../core/access/role.ts';
import { noteSeen } from '../../storage/routing/presence.ts';
import { ChangesQuery, type Heard } from '../../wire/realtime.ts';
import { identify } from '../access/identify.ts';
import type { Deps } from '../deps.ts';
import { type ChangeFeed, createChangeFeed } from './change-feed.ts';
import { createPersonalLine, type PersonalLine } from './personal-line.ts';
import { createPresence, type Presence } from './presence.ts';
import { sightOf } from './room.ts';
import { createTaker } from './take-words.ts';

/** What we use of a WebSocket of the package `ws`. */
export interface Socket {
  readonly bufferedAmount: number;
  send(text: string): void;
  ping(): void;
  close(code: number, reason: string): void;
  terminate(): void;
  on(event: 'pong' | 'close' | 'error', heard: () => void): void;
  on(event: 'message', heard: (said: { toString(): string }) => void): void;
}

/** A browser that takes in less than it is told is let go; it comes back and says where it was. In bytes. */
const MOST_WAITING_BYTES = 4 * 1024 * 1024;
/** How often a browser must show that it lives, and that it may still read, in milliseconds. */
const HEARTBEAT_MS = 25_000;
/** A desk that was not heard of for two minutes is closed. */
const SEEN_EVERY_MS = 45_000;
const ALIVE = JSON.stringify({ type: 'alive' } satisfies Heard);
const ACT: Act = 'conversations.read';

/** `/api/changes?since=SEQ`: what changed in the workspace, as it is committed. */
export const changesRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const feed = createChangeFeed(deps.db, (error) => app.log.error({ err: error }, 'changes could not be read'));
  const personal = createPersonalLine(deps.db, (error) => app.log.error({ err: error }, 'a notice was not told'));
  const presence = createPresence(deps.db, deps.now, (error) =>
    app.log.error({ err: error }, 'who is where was not told'),
  );
  app.addHook('onClose', async () => {
    await Promise.all([feed.close(), personal.close(), presence.close()]);
  });

  app.get(
    '/api/changes',
    {
      websocket: true,
      config: { rule: { act: ACT } },
      schema: { tags: ['conversations'], querystring: ChangesQuery, description: 'A WebSocket. See `Heard`.' },
    },
    async (socket: Socket, request) =>
      follow({ feed, personal, presence, ...deps }, socket, request, request.query.since ?? null),
  );
};

interface Lines extends Pick<Deps, 'db' | 'now'> {
  readonly feed: ChangeFeed;
  readonly personal: PersonalLine;
  readonly presence: Presence;
}

async function follow(
  { feed, personal, presence, db, now }: Lines,
  socket: Socket,
  request: FastifyRequest,
  since: number | null,
): Promise<void> {
  let who = request.who;
  let isOpen = true;
  let isAlive = true;
  let seenAt = 0;
  const leaving: (() => unknown)[] = [];

  const heartbeat = setInterval(async () => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
    member.tell(ALIVE);
    await askAgain().catch(() => undefined);
  }, HEARTBEAT_MS);
  /** Whoever was signed out, or lost the right to read, hears nothing more. */
  const askAgain = async () => {
    const visitor = await identify(db, request, now());
    if (!visitor?.acts.includes(ACT) || visitor.mustAddSecondFactor) {
      end();
      return socket.close(4401, 'sign in again');
    }
    // Where they are may be somewhere they may not look any more; they say anew where that is.
    if (sightOf(visitor.inboxes) !== sightOf(who.inboxes)) await presence.leave(member);
    who = visitor;
    await showSeen();
  };
  /** Where somebody sits is where work can be given to. */
  const showSeen = async () => {
    const { workspaceId, agentId } = who;
    const at = now();
    if (!agentId || at.getTime() - seenAt < SEEN_EVERY_MS) return;
    seenAt = at.getTime();
    await db.alone((tx) => noteSeen(tx, workspaceId, agentId, at));
  };
  const end = () => {
    isOpen = false;
    clearInterval(heartbeat);
    for (const leave of leaving.splice(0)) leave();
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
    inboxes: () => who.inboxes,
    askAgain,
  };
  try {
    const take = createTaker({ db, presence, now }, member, () => (isOpen ? who : null));
    socket.on('message', (said) => {
      take(said.toString()).catch((error) => request.log.error({ err: error }, 'who is where was not told'));
    });
    leaving.push(() => presence.leave(member).catch(() => undefined));
    if (who.agentId) leaving.push(await personal.join(who.workspaceId, who.agentId, { member, visitor: () => who }));
    leaving.push(await feed.join(who.workspaceId, member, since));
    await showSeen();
    if (!isOpen) end();
  } catch (error) {
    request.log.error({ err: error }, 'the change feed could not be joined');
    socket.close(1011, 'try again');
  }
}
