import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Connector, ParseContext, RawEntry, RawWebhook } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { type MetaNetworks, type MetaOptions, startMeta } from '../../src/simulators/meta/index.ts';
import type { Persona } from '../../src/simulators/network.ts';
import type { ContractWorld } from './world.ts';

export const PAGE_ID = '104477880011223';
export const credentials = {
  pageId: PAGE_ID,
  pageAccessToken: 'EAApageTokenA',
  appId: '918273645501234',
  appSecret: 'harbor-test-secret',
  verifyToken: 'harbor-verify',
};
export const ida: Persona = {
  id: 'ida',
  name: 'Ida Norberg',
  handle: 'ida',
  email: 'ida@customers.test',
  language: 'sv',
};
export const oskar: Persona = {
  id: 'oskar',
  name: 'Oskar Lund',
  handle: 'oskar',
  email: 'oskar@customers.test',
  language: 'sv',
};

export type Arrived = { readonly entry: RawEntry; readonly context: ParseContext };

/** What the product's door does: takes what is signed, answers 200, keeps the bytes. */
export async function openDoor(connector: Connector<typeof credentials>) {
  const entries: Arrived[] = [];
  const door = { status: 200 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://door.test');
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const raw: RawWebhook = { headers, query: Object.fromEntries(url.searchParams), body: Buffer.concat(chunks) };
      if (request.method === 'GET') {
        const answer = connector.webhook?.challenge?.(raw.query, credentials);
        response.writeHead(answer ? 200 : 403).end(answer ?? '');
        return;
      }
      const isAuthentic = connector.webhook?.isAuthentic(raw, credentials) === true;
      if (isAuthentic && door.status === 200) {
        entries.push({
          entry: { source: 'webhook', headers, body: raw.body },
          context: { account: null, settings: null, receivedAt: new Date() },
        });
      }
      response.writeHead(isAuthentic ? door.status : 401).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/meta`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, door, take: () => entries.splice(0), close };
}

/** Every reading of the clock is a moment later, as between people who type. */
export function steppingClock(start = '2026-11-18T12:00:00Z') {
  let at = Date.parse(start);
  return {
    now: () => {
      at += 1_300;
      return new Date(at);
    },
    pass: (ms: number) => {
      at += ms;
    },
  };
}

export type Meta = Awaited<ReturnType<typeof openMeta>>;

export async function openMeta(
  make: (options: { graphUrl: string; now: () => Date; timeoutMs: number }) => Connector<typeof credentials>,
  options: Partial<MetaOptions> = {},
) {
  const clock = steppingClock();
  const { appId, appSecret, verifyToken, pageId, pageAccessToken } = credentials;
  const networks: MetaNetworks = await startMeta({
    seed: 7,
    now: clock.now,
    appId,
    appSecret,
    verifyToken,
    pages: [
      { id: pageId, name: 'Lindqvist Outdoor', token: pageAccessToken },
      { id: '104477880099887', name: 'Lindqvist Ski', token: 'EAApageTokenB' },
    ],
    ...options,
  });
  const connector = make({ graphUrl: networks.graphUrl, now: clock.now, timeoutMs: 1_500 });
  const door = await openDoor(connector);
  networks.subscribe(door.url);
  const arrived = async (): Promise<Arrived[]> => {
    await networks.facebook.settled();
    return door.take();
  };
  const close = async () => {
    await networks.close();
    await door.close();
  };
  return { clock, networks, connector, door, arrived, close };
}

export function fixturesOf(
  channel: string,
  kinds: Readonly<Record<string, readonly string[]>>,
): ContractWorld['fixtures'] {
  const folder = new URL(`../../src/connectors/${channel}/fixtures/`, import.meta.url);
  return readdirSync(folder).map((file) => {
    const name = file.replace(/\.json$/, '');
    return {
      name,
      entry: { source: 'webhook', headers: {}, body: readFileSync(new URL(file, folder)) },
      context: { account: null, settings: null, receivedAt: new Date('2026-11-18T12:00:00Z') },
      kinds: kinds[name] ?? ['(not in the table)'],
    };
  });
}

export function contractWorld(
  meta: Meta,
  channel: 'facebook' | 'messenger',
  kinds: Readonly<Record<string, readonly string[]>>,
): ContractWorld {
  return {
    connector: meta.connector as Connector<unknown>,
    credentials,
    refusedCredentials: { ...credentials, pageAccessToken: 'EAAofSomebodyElse' },
    account: PAGE_ID as ExternalAccountId,
    network: meta.networks[channel],
    personas: [ida, oskar],
    arrived: meta.arrived,
    fixtures: fixturesOf(channel, kinds),
    close: meta.close,
  };
}
