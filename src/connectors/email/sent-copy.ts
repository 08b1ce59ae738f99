import type { Reply } from './compose.ts';
import type { EmailCredentials } from './credentials.ts';
import { sentFolderOf, serverKeepsSent } from './folders.ts';
import { messageIdOf } from './ids.ts';
import { withImap } from './imap.ts';

/** Puts a copy into the Sent folder, once. False when that failed: the mail is sent all the same. */
export async function keepSentCopy(
  mail: Buffer,
  act: Reply,
  credentials: EmailCredentials,
  timeoutMs: number,
): Promise<boolean> {
  if (credentials.sentCopy === 'server') return true;
  try {
    return await withImap(credentials, timeoutMs, async (client) => {
      if (serverKeepsSent(client, credentials)) return true;
      const folder =
        (await sentFolderOf(client, credentials)) ??
        (await client.mailboxCreate(credentials.sentFolder || 'Sent')).path;
      await client.mailboxOpen(folder);
      const found = await client.search(
        { header: { 'message-id': messageIdOf(act.id, credentials.address) } },
        { uid: true },
      );
      if (found && found.length > 0) return true;
      return (await client.append(folder, mail, ['\\Seen'])) !== false;
    });
  } catch {
    return false;
  }
}
