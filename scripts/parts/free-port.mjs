import { createServer } from 'node:net';

const FIRST = 12_000;
const LAST = 32_000;

export async function freePort() {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    if (await isFree(port)) return port;
  }
}

function isFree(port) {
  return new Promise((tell) => {
    const probe = createServer()
      .once('error', () => tell(false))
      .once('listening', () => probe.close(() => tell(true)));
    probe.listen(port, '127.0.0.1');
  });
}
