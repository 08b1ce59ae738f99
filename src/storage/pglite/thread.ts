import { parentPort, workerData } from 'node:worker_threads';
import { openEngine } from './engine.ts';

/** The embedded database in a thread of its own, so that a long statement never holds up an HTTP answer. */
const port = parentPort;
if (!port) throw new Error('This file runs as a worker thread only.');
const engine = await openEngine((workerData as { folder: string | null }).folder);
port.on('message', (bytes: Uint8Array | null) => {
  if (bytes === null) void engine.close().then(() => port.postMessage(null));
  else {
    // A copy where the engine hands out a view of its own memory: what is handed over is gone here.
    const answer = engine.execProtocolRawSync(bytes);
    const whole = answer.byteLength === answer.buffer.byteLength ? answer : answer.slice();
    port.postMessage(whole, [whole.buffer as ArrayBuffer]);
  }
});
port.postMessage(null);
