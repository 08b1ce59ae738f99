import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Call } from '../../src/simulators/bluesky/call.ts';
import { Chat } from '../../src/simulators/bluesky/chat.ts';
import { chatting } from '../../src/simulators/bluesky/chatting.ts';
import { Refusal } from '../../src/simulators/bluesky/refusal.ts';
import { type Account, Store } from '../../src/simulators/bluesky/store.ts';
import { Views } from '../../src/simulators/bluesky/views.ts';
import { createLag } from '../../src/simulators/lag.ts';
import { noFaults } from '../../src/simulators/network.ts';

export interface ChatService {
  /** For the header `atproto-proxy`. */
  readonly proxy: string;
  readonly chat: Chat;
  know(account: Account): void;
  close(): Promise<void>;
}

/**
 * The network's direct messages are the one part that nobody but its makers can run. This stands in for it behind the
 * real server, which finds it by its DID document, checks the app password's right and signs each call for it.
 */
export async function startChatService(): Promise<ChatService> {
  const store = new Store();
  const views = new Views(store, () => '');
  const chat = new Chat(store, views);
  const now = () => new Date();
  const endpoints = chatting(
    store,
    chat,
    createLag(noFaults(), () => 1, now),
    now,
  );
  let did = '';
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/did.json') {
      const serviceEndpoint = `http://localhost:${(server.address() as AddressInfo).port}`;
      send(200, {
        '@context': ['https://www.w3.org/ns/did/v1'],
        id: did,
        service: [{ id: '#bsky_chat', type: 'BskyChatService', serviceEndpoint }],
      });
      return;
    }
    const nsid = url.pathname.replace('/xrpc/', '');
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    const call: Call = {
      method: request.method ?? 'GET',
      nsid,
      query: url.searchParams,
      headers: { 'atproto-proxy': `${did}#bsky_chat` },
      bytes,
      body: bytes.length > 0 ? JSON.parse(bytes.toString()) : {},
      bearer: () => ({ did: callerOf(request.headers.authorization, did, nsid), isPrivileged: true }),
    };
    try {
      const endpoint = endpoints[nsid];
      if (!endpoint) throw new Refusal(501, 'MethodNotImplemented', 'Method Not Implemented');
      send(200, endpoint(call));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(error.status, { error: error.error, message: error.message });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  did = `did:web:localhost%3A${(server.address() as AddressInfo).port}`;
  return {
    proxy: `${did}#bsky_chat`,
    chat,
    know: (account) => void store.accounts.set(account.did, account),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Whom the account's server speaks for, by the token that it made for this one call. */
function callerOf(header: string | undefined, audience: string, nsid: string): string {
  const claims: unknown = JSON.parse(Buffer.from(header?.split('.')[1] ?? '', 'base64url').toString() || '{}');
  const { iss, aud, lxm } = claims as { iss?: string; aud?: string; lxm?: string };
  if (!iss || lxm !== nsid || !aud?.startsWith(audience)) throw new Refusal(401, 'BadJwt', `Not meant for ${nsid}`);
  return iss.split('#')[0] ?? iss;
}
