import { parentPort, workerData } from 'node:worker_threads';
import { type Ask, answer, openEngine } from './engine.ts';

/** The embedded database in a thread of its own, so that a long statement never holds up an HTTP answer. */
const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread only.');
const engine = await openEngine((workerData as { folder: string | null }).folder);
port.on('message', (ask: Ask) => void answer(engine, ask, (told) => port.postMessage(told)));
port.postMessage({ kind: 'ready' });
