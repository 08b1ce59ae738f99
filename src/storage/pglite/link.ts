import { Worker } from 'node:worker_threads';
import type { Ask, FailedQuery, Told } from './engine.ts';

type Unsent<One> = One extends { readonly id: number } ? Omit<One, 'id'> : never;
export interface Rows {
  readonly rows: readonly unknown[];
  readonly affected: number | undefined;
}

/** A line to the embedded database, wherever it runs. Answers come in the order of the asking. */
export interface Link {
  query(text: string, parameters: readonly unknown[]): Promise<Rows>;
  script(text: string): Promise<void>;
  listen(topic: string, heard: (payload: string) => void): Promise<() => void>;
  close(): Promise<void>;
}

/** @param runsIn `thread` keeps the event loop free; `process` starts faster and suits tests. */
export async function openLink(folder: string | null, runsIn: 'thread' | 'process', dump?: Blob): Promise<Link> {
  const asked = new Map<number, { resolve: (rows: Rows) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, Set<(payload: string) => void>>();
  let lastId = 0;

  const told = (message: Told) => {
    if (message.kind === 'ready') return;
    if (message.kind === 'heard') {
      for (const heard of listeners.get(message.topic) ?? []) heard(message.payload);
      return;
    }
    const waiting = asked.get(message.id);
    asked.delete(message.id);
    if (message.kind === 'rows') waiting?.resolve(message);
    else waiting?.reject(toError(message.error));
  };

  const line = runsIn === 'thread' ? await openThread(folder, told) : await openHere(folder, told, dump);
  const ask = (what: Unsent<Ask>) =>
    new Promise<Rows>((resolve, reject) => {
      lastId += 1;
      asked.set(lastId, { resolve, reject });
      line.send({ ...what, id: lastId } as Ask);
    });

  return {
    query: (text, parameters) => ask({ kind: 'query', text, parameters }),
    script: async (text) => void (await ask({ kind: 'script', text })),
    listen: async (topic, heard) => {
      const already = listeners.get(topic);
      if (already) already.add(heard);
      else {
        listeners.set(topic, new Set([heard]));
        await ask({ kind: 'listen', topic });
      }
      return () => void listeners.get(topic)?.delete(heard);
    },
    close: async () => {
      await ask({ kind: 'close' });
      await line.end();
    },
  };
}

interface Line {
  send(ask: Ask): void;
  end(): Promise<unknown>;
}

async function openHere(folder: string | null, told: (message: Told) => void, dump?: Blob): Promise<Line> {
  const { answer, openEngine } = await import('./engine.ts');
  const engine = await openEngine(folder, dump);
  return { send: (ask) => void answer(engine, ask, told), end: async () => undefined };
}

async function openThread(folder: string | null, told: (message: Told) => void): Promise<Line> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { folder } });
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => resolve());
  });
  worker.on('message', told);
  return { send: (ask) => worker.postMessage(ask), end: () => worker.terminate() };
}

function toError(failed: FailedQuery): Error {
  return Object.assign(new Error(failed.message), {
    code: failed.code,
    constraint: failed.constraint,
    detail: failed.detail,
  });
}
