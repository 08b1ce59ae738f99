import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Connector, ParseContext, RawEntry, RawWebhook } from '../../src/core/channel/connector.ts';
import type { ExternalAccountId, Json } from '../../src/core/ids.ts';
import type { Persona } from '../../src/simulators/network.ts';
import type { ContractWorld } from './world.ts';

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

/** Whose webhooks come in by a door, where they do not say so themselves. */
export interface DoorInbox {
  readonly account: ExternalAccountId | null;
  readonly settings: Json;
}

/** What the product's door does: takes what is signed, answers as the channel wants it, keeps the bytes. */
export async function openDoor<Credentials>(
  connector: Connector<Credentials>,
  credentials: Credentials,
  inbox: DoorInbox = { account: null, settings: null },
) {
  const entries: Arrived[] = [];
  const door = { status: 200 };
  const { webhook } = connector;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://door.test');
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const raw: RawWebhook = { headers, query: Object.fromEntries(url.searchParams), body: Buffer.concat(chunks) };
      if (request.method === 'GET') {
        const answer = webhook?.challenge?.(raw.query, credentials) ?? null;
        const isJson = typeof answer === 'object';
        response.writeHead(answer === null ? 403 : 200, { 'content-type': isJson ? 'application/json' : 'text/plain' });
        response.end(answer === null ? '' : isJson ? JSON.stringify(answer) : answer);
        return;
      }
      const isAuthentic = webhook?.isAuthentic(raw, credentials) === true;
      if (isAuthentic && door.status === 200) {
        entries.push({
          entry: { source: 'webhook', headers, body: raw.body },
          context: webhook?.isOneAccount
            ? { ...inbox, receivedAt: new Date() }
            : { account: null, settings: null, receivedAt: new Date() },
        });
      }
      const said = isAuthentic ? (webhook?.answer?.(raw, inbox.settings) ?? null) : null;
      response.writeHead(isAuthentic ? door.status : 401, { 'content-type': 'application/json' });
      response.end(said === null ? '' : JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const family = webhook?.family ?? connector.channel;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/${family}`;
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

/** Every file of the channel's folder `fixtures`, with what the table says that it becomes. */
export function fixturesOf(
  channel: string,
  kinds: Readonly<Record<string, readonly string[]>>,
  context: Partial<ParseContext> & { readonly source?: (name: string) => string } = {},
): ContractWorld['fixtures'] {
  const { source = () => 'webhook', ...known } = context;
  const folder = new URL(`../../src/connectors/${channel}/fixtures/`, import.meta.url);
  return readdirSync(folder).map((file) => {
    const name = file.replace(/\.json$/, '');
    return {
      name,
      entry: { source: source(name), headers: {}, body: readFileSync(new URL(file, folder)) },
      context: { account: null, settings: null, receivedAt: new Date('2026-11-18T12:00:00Z'), ...known },
      kinds: kinds[name] ?? ['(not in the table)'],
    };
  });
}
