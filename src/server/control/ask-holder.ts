import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { socketPath } from './socket-path.ts';
import { type Ask, ChoreFailed, Holder, Told } from './talk.ts';

/** Who holds this data folder just now; null when nobody does. */
export async function askHolder(dataFolder: string): Promise<Holder | null> {
  for await (const item of converse(dataFolder, { ask: 'who' })) return Holder.parse(item);
  return null;
}

/** Has the holder of the data folder do something. Throws `ChoreFailed` with its reason. */
export function askToDo(dataFolder: string, chore: string, input: unknown): AsyncGenerator<unknown> {
  return converse(dataFolder, { ask: 'do', chore, input });
}

async function* converse(dataFolder: string, ask: Ask): AsyncGenerator<unknown> {
  const socket = await reach(dataFolder);
  if (!socket) return;
  try {
    socket.write(`${JSON.stringify(ask)}\n`);
    for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
      const told = Told.parse(JSON.parse(line));
      if (told.told === 'end') return;
      if (told.told === 'failed') throw new ChoreFailed(told.code, told.message);
      yield told.item;
    }
    throw new ChoreFailed('cut_off', 'The running Earshot went away before it had finished.');
  } finally {
    socket.destroy();
  }
}

/** Null when nobody listens: there is no socket, or one that a killed process left behind. */
function reach(dataFolder: string): Promise<Socket | null> {
  const path = socketPath(dataFolder);
  if (!path) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.off('error', refused);
      socket.on('error', () => socket.destroy());
      resolve(socket);
    });
    const refused = (error: NodeJS.ErrnoException) =>
      ['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'ENOTDIR'].includes(error.code ?? '') ? resolve(null) : reject(error);
    socket.once('error', refused);
  });
}
