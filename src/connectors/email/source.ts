import type { ImapFlow } from 'imapflow';
import { type PulledSource, type SourceSession, Trouble } from '../../core/channel/connector.ts';
import type { EmailCredentials } from './credentials.ts';
import { readCursor } from './cursor.ts';
import { sentFolderOf } from './folders.ts';
import { connectImap, leave, troubleOf } from './imap.ts';
import { INBOX, SENT } from './parse.ts';
import { pullFolder } from './pull-folder.ts';

const MINUTE_MS = 60_000;

/** The mailbox's INBOX and Sent folders, read over one connection that waits in INBOX with IDLE. */
export function createSource(now: () => Date, timeoutMs: number): PulledSource<EmailCredentials> {
  return {
    streams: () => [
      { name: INBOX, everyMs: MINUTE_MS },
      { name: SENT, everyMs: MINUTE_MS },
    ],
    async open(credentials) {
      try {
        return await openSession(await connectImap(credentials, timeoutMs), credentials, now);
      } catch (error) {
        throw troubleOf(error);
      }
    },
  };
}

async function openSession(client: ImapFlow, credentials: EmailCredentials, now: () => Date): Promise<SourceSession> {
  const sent = await sentFolderOf(client, credentials).catch((error: unknown) => {
    client.close();
    throw error;
  });
  let wake: ((stream: string) => void) | null = null;
  /** Of INBOX, when it was last selected: while another folder is, nothing tells of new mail. */
  let inboxUidNext = 0;
  let turn: Promise<unknown> = Promise.resolve();

  client.on('exists', ({ path, count, prevCount }) => {
    if (count > prevCount) wake?.(path === sent ? SENT : INBOX);
  });

  /** One command at a time: two pulls at once would select folders under each other. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act).catch((error: unknown) => {
      throw troubleOf(error);
    });
    turn = mine.catch(() => {});
    return mine;
  };

  /** Read-only, so that no mail is marked as read. Selected anew each time: not every server tells all news of a selected folder. */
  const select = async (path: string) => {
    if (client.mailbox && client.mailbox.path === path && client.mailbox.path === INBOX) await client.noop();
    else await client.mailboxOpen(path, { readOnly: true });
  };
  const backToInbox = async () => {
    if (!wake) return;
    const mailbox = await client.mailboxOpen(INBOX, { readOnly: true });
    if (inboxUidNext > 0 && mailbox.uidNext > inboxUidNext) wake(INBOX);
    inboxUidNext = mailbox.uidNext;
  };

  return {
    pull: (stream, cursor) =>
      inTurn(async () => {
        if (!client.usable) throw new Trouble('unavailable', 'The connection to the mail server was lost.');
        const path = stream === INBOX ? INBOX : stream === SENT ? sent : null;
        // A mailbox without a Sent folder gets one with the first answer; the next session finds it.
        if (path === null) return { entries: [], cursor, more: false };
        await select(path);
        const pulled = await pullFolder(client, readCursor(cursor), {
          historyDays: credentials.historyDays,
          now: now(),
        });
        if (path === INBOX) inboxUidNext = client.mailbox ? client.mailbox.uidNext : 0;
        else await backToInbox();
        return pulled;
      }),
    watch(listener) {
      wake = listener;
      inTurn(backToInbox).catch(() => {});
      // A lost connection wakes too: the pull that follows then tells the trouble.
      client.on('close', () => wake?.(INBOX));
    },
    async close() {
      wake = null;
      await leave(client);
    },
  };
}
