import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export interface Heard {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Somebody's program that hears of us. `hear` says what it answers; null: nothing, for as long as it likes. */
export const createProgram = (hear: (asked: Heard, response: ServerResponse) => number | null): Server =>
  createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() };
      const status = hear(asked, response);
      if (status === null) return;
      const headers = status === 503 ? { 'retry-after': '60' } : {};
      response.writeHead(status, headers).end(`said ${status} ${'x'.repeat(900)}`);
    });
  });
