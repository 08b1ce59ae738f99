import { createServer, type Server, type Socket } from 'node:net';
import { ImapSession, type ImapWeather } from './imap-session.ts';
import type { MailStore } from './mail-store.ts';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** A small IMAP server on loopback, in the clear: good enough for a mail program, for one process, for tests. */
export async function listenImap(store: MailStore, weather: ImapWeather, port: number): Promise<Listening> {
  const sessions = new Map<Socket, ImapSession>();
  const server = createServer((socket) => {
    sessions.set(socket, new ImapSession(socket, store, weather));
    socket.on('close', () => sessions.delete(socket));
  });
  const stop = store.onAppend((folder) => {
    for (const session of sessions.values()) session.tell(folder);
  });
  await listening(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        stop();
        for (const socket of sessions.keys()) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
