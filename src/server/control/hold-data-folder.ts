import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, link, mkdir, rm, stat } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { CareError } from '../../core/errors.ts';
import { askHolder } from './ask-holder.ts';
import { socketPath } from './socket-path.ts';
import { Ask, type Chores, type Holder, type Told } from './talk.ts';

/** Somebody else works with this data folder: two processes on one embedded database would destroy it. */
export class DataFolderInUse extends Error {
  readonly holder: Holder;
  constructor(dataFolder: string, holder: Holder) {
    super(
      `The data folder ${dataFolder} is in use by ${holder.what} (process ${holder.pid}). Stop it first, or give this one another folder with EARSHOT_DATA.`,
    );
    this.name = 'DataFolderInUse';
    this.holder = holder;
  }
}

export interface Hold {
  /** From now on the command line can have these done. */
  offer(chores: Chores): void;
  release(): Promise<void>;
}

/**
 * Takes a data folder for this process, until it is released or the process ends in whatever way. Before the database
 * is opened. Throws `DataFolderInUse`.
 * @param what holds it, in words: `the server`, `earshot export`
 */
export async function holdDataFolder(dataFolder: string, what: string): Promise<Hold> {
  await mkdir(dataFolder, { recursive: true });
  let chores: Chores | null = null;
  const talking = new Set<Socket>();
  const server = createServer((socket) => {
    talking.add(socket);
    socket.on('close', () => talking.delete(socket));
    socket.on('error', () => socket.destroy());
    void answer(
      socket,
      () => ({ pid: process.pid, what, isReady: chores !== null }),
      () => chores,
    );
  });
  const path = socketPath(dataFolder);
  const isListening = path !== null && (await takeSocket(server, path, dataFolder));
  return {
    offer: (given) => {
      chores = given;
    },
    release: async () => {
      if (!isListening) return;
      // The name first: once nobody listens, somebody else may take it.
      await rm(path, { force: true });
      for (const socket of talking) socket.destroy();
      server.close();
    },
  };
}

/** False where the file system knows no sockets (some mounted folders): then nobody watches over the folder. */
async function takeSocket(server: Server, path: string, dataFolder: string): Promise<boolean> {
  const own = `${path.slice(0, -'sock'.length)}${randomBytes(2).toString('hex')}`;
  server.listen({ path: own });
  try {
    await once(server, 'listening');
  } catch (error) {
    if (['ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return false;
    throw error;
  }
  server.unref();
  try {
    await chmod(own, 0o600);
    await takeName(own, path, dataFolder);
    return true;
  } catch (error) {
    server.close();
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** A link is made or refused as one step, so of several that start at once one gets the name. */
async function takeName(own: string, path: string, dataFolder: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await link(own, path);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 20) throw error;
    }
    const before = await stat(path).catch(() => null);
    const holder = await askHolder(dataFolder);
    if (holder) throw new DataFolderInUse(dataFolder, holder);
    // Left behind by a process that was killed. Only that very one is removed: another may have taken its place.
    const after = await stat(path).catch(() => null);
    if (before && after && before.ino === after.ino) await rm(path, { force: true });
  }
}

async function answer(socket: Socket, who: () => Holder, offered: () => Chores | null): Promise<void> {
  const tell = async (told: Told) => {
    if (!socket.write(`${JSON.stringify(told)}\n`)) await once(socket, 'drain');
  };
  try {
    const ask = await readAsk(socket);
    if (ask.ask === 'who') await tell({ told: 'item', item: who() });
    else {
      const chore = offered()?.[ask.chore];
      if (!chore) throw new CareError('unavailable', 'not_ready', `${who().what} cannot do this just now.`);
      for await (const item of chore(ask.input)) {
        if (socket.destroyed) return;
        await tell({ told: 'item', item });
      }
    }
    await tell({ told: 'end' });
  } catch (error) {
    if (socket.destroyed) return;
    const code = error instanceof CareError ? error.code : 'failed';
    await tell({ told: 'failed', code, message: error instanceof Error ? error.message : String(error) });
  } finally {
    socket.end();
  }
}

async function readAsk(socket: Socket): Promise<Ask> {
  const lines = createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    const [line] = (await once(lines, 'line', { signal: AbortSignal.timeout(5000) })) as [string];
    return Ask.parse(JSON.parse(line));
  } finally {
    lines.close();
  }
}
