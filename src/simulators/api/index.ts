import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SimulatedNetwork } from '../network.ts';
import { noFaults } from '../network.ts';
import { seeded } from '../personas/random.ts';
import { createDelivery } from './delivery.ts';
import { createTalk, type Talk } from './talk.ts';

export interface ApiSimulatorOptions {
  readonly seed: number;
  readonly now: () => Date;
  readonly secret: string;
  readonly source: string;
  readonly port?: number;
}
export interface ApiSimulator {
  readonly network: SimulatedNetwork;
  /** Where it takes answers. */
  readonly url: string;
  /** Where its own events go. */
  subscribe(url: string): void;
  /** Sends anything at all, signed. Resolves with the status. */
  post(body: string, change?: { readonly timestamp?: number; readonly signature?: string }): Promise<number>;
  close(): Promise<void>;
}

/** A house's own program beside Earshot: a shop's chat, a bridge to text messages. */
export async function startApi(options: ApiSimulatorOptions): Promise<ApiSimulator> {
  const { seed, now, secret } = options;
  const faults = noFaults();
  const random = seeded(seed);
  const files = new Map<string, { readonly mimeType: string; readonly bytes: Uint8Array }>();
  const delivery = createDelivery({ faults, random, secret, now });
  let origin = '';
  const talk: Talk = createTalk({
    now,
    deliver: delivery.deliver,
    keepFile: (name, file) => {
      const path = `/files/${files.size + 1}/${encodeURIComponent(name)}`;
      files.set(path, file);
      return origin + path;
    },
  });

  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (request.method === 'GET')
      return file
        ? void response.writeHead(200, { 'content-type': file.mimeType }).end(file.bytes)
        : void response.writeHead(404).end();
    void readBody(request).then((body) => answer(request, response, body));
  });

  function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): unknown {
    const say = (status: number, json: object, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
    if (faults.isTokenRevoked || !isSigned(request, body, secret)) return say(401, { message: 'wrong signature' });
    if (random() < faults.rateLimit) return say(429, { message: 'slow down' }, { 'retry-after': '7' });
    if (random() < faults.failBefore) return say(500, { message: 'broken' });
    const call = JSON.parse(body.toString()) as Record<string, unknown>;
    if (call.type === 'ping') return say(200, { ok: true });
    if (call.type === 'find') {
      const id = talk.find(String(call.id));
      return say(200, id ? { found: true, id } : { found: false });
    }
    const key = request.headers['idempotency-key'];
    const problem =
      call.type !== 'reply' ? 'unknown type' : key !== call.id ? 'the key is not the id' : talk.problemOf(call);
    if (problem) return say(422, { message: problem });
    const id = talk.take(call);
    if (random() < faults.failAfterAccept) return say(500, { message: 'broken afterwards' });
    if (random() < faults.timeoutAfterAccept) return null;
    return say(201, { id });
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    network: { channel: 'api', name: 'API', faults, ...talk.side, settled: delivery.settled, close },
    url: `${origin}/earshot`,
    subscribe: delivery.subscribe,
    post: delivery.post,
    close,
  };

  async function close(): Promise<void> {
    await delivery.settled();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** By the words of the README, not by the connector's code. */
function isSigned({ headers }: IncomingMessage, body: Buffer, secret: string): boolean {
  const timestamp = String(headers['x-earshot-timestamp'] ?? '');
  const wanted = `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body.toString()}`).digest('hex')}`;
  const given = String(headers['x-earshot-signature'] ?? '');
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}
