import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import type { Persona } from '../network.ts';
import { type MetaNetworks, startMeta } from './index.ts';

export const PAGE = '104477880011223';
export const SECRET = 'harbor-test-secret';
export const ida: Persona = {
  id: 'ida',
  name: 'Ida Norberg',
  handle: 'ida',
  email: 'ida@customers.test',
  language: 'sv',
};
export const oskar: Persona = { ...ida, id: 'oskar', name: 'Oskar Lund' };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

export async function start(more: Partial<Parameters<typeof startMeta>[0]> = {}): Promise<MetaNetworks> {
  let at = Date.parse('2026-11-18T12:00:00Z');
  const now = () => {
    at += 5;
    return new Date(at);
  };
  const pages = [
    { id: PAGE, name: 'Lindqvist Outdoor', token: 'EAApageTokenA' },
    { id: '104477880099887', name: 'Lindqvist Ski', token: 'EAApageTokenB' },
  ];
  const meta = await startMeta({
    seed: 1,
    now,
    appId: '918273645501234',
    appSecret: SECRET,
    verifyToken: 'harbor-verify',
    pages,
    ...more,
  });
  closers.push(meta.close);
  return meta;
}

export interface Got {
  readonly body: string;
  readonly signature: string;
}
export async function listen() {
  const got: Got[] = [];
  const door: { status: number; attempts: number; onPost: () => void } = { status: 200, attempts: 0, onPost: () => {} };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      door.attempts += 1;
      const status = door.status;
      if (status === 200) got.push({ body, signature: String(request.headers['x-hub-signature-256']) });
      response.writeHead(status).end();
      door.onPost();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got, door };
}
export const texts = (got: readonly Got[]): string[] =>
  got.flatMap(({ body }) => [...body.matchAll(/"(?:message|text)":"([^"]*)"/g)].map((match) => match[1] ?? ''));
