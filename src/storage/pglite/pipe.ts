import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';

/** The embedded database, wherever it runs: bytes of PostgreSQL's protocol in, bytes out, in the order of the asking. */
interface Line {
  send(bytes: Uint8Array): void;
  /** Flushes to disk and ends the engine. */
  end(): Promise<void>;
}
interface Ears {
  heard(bytes: Uint8Array): void;
  broke(error: Error): void;
}

/** What a PostgreSQL client takes for the socket of a server. */
export interface Pipe {
  readonly stream: Duplex;
  close(): Promise<void>;
}

/** @param runsIn `thread` keeps the event loop free; `process` starts faster and suits tests. */
export async function openPipe(folder: string | null, runsIn: 'thread' | 'process', dump?: Blob): Promise<Pipe> {
  const ears: Ears = {
    heard: (bytes) => void stream.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    broke: (error) => void stream.destroy(error),
  };
  const line = await (runsIn === 'thread' ? openThread(folder, ears) : openHere(folder, ears, dump));
  const stream = socketTo(line);
  return { stream, close: () => line.end() };
}

function socketTo(line: Line): Duplex {
  const stream = new Duplex({
    read: () => undefined,
    // A client corks what belongs together: one statement is one message, and one way there and back.
    writev: (chunks, done) => {
      line.send(joined(chunks.map(({ chunk }) => chunk)));
      done();
    },
    final: (done) => {
      stream.push(null);
      done();
    },
  });
  const always = () => stream;
  return Object.assign(stream, {
    connect: () => process.nextTick(() => stream.emit('connect')),
    setNoDelay: always,
    setKeepAlive: always,
    ref: always,
    unref: always,
  });
}

/** With memory of its own, which can be handed to another thread. */
function joined(chunks: readonly Buffer[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

async function openHere(folder: string | null, { heard }: Ears, dump?: Blob): Promise<Line> {
  const { openEngine } = await import('./engine.ts');
  const engine = await openEngine(folder, dump);
  return {
    // As from a server: never before the client has done what it does after asking.
    send: (bytes) => queueMicrotask(() => heard(engine.execProtocolRawSync(bytes))),
    end: () => engine.close(),
  };
}

async function openThread(folder: string | null, { heard, broke }: Ears): Promise<Line> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { folder } });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => {
      worker.off('error', reject);
      resolve();
    });
  });
  worker.on('message', (bytes: Uint8Array | null) => {
    if (bytes) heard(bytes);
  });
  worker.on('error', broke);
  worker.on('exit', () => broke(new Error('The embedded database has stopped.')));
  return {
    send: (bytes) => worker.postMessage(bytes, [bytes.buffer as ArrayBuffer]),
    end: async () => {
      worker.removeAllListeners('exit');
      const ended = new Promise<void>((resolve) => {
        worker.on('message', (bytes) => bytes === null && resolve());
        worker.once('exit', () => resolve());
      });
      worker.postMessage(null);
      await ended;
      await worker.terminate();
    },
  };
}
