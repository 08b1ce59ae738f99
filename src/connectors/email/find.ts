import type { ImapFlow } from 'imapflow';
import type { Finding, Outgoing } from '../../core/channel/outgoing.ts';
import type { EmailCredentials } from './credentials.ts';
import { sentFolderOf, serverKeepsSent } from './folders.ts';
import { messageIdOf } from './ids.ts';
import { troubleOf, withImap } from './imap.ts';
import { INBOX } from './parse.ts';

/**
 * Looks for an answer whose sending was never confirmed: in Sent, and in INBOX for mails that answer or report it.
 * Absent is certain only where the server itself files what it took.
 */
export async function findMail(act: Outgoing, credentials: EmailCredentials, timeoutMs: number): Promise<Finding> {
  const id = messageIdOf(act.id, credentials.address);
  try {
    return await withImap(credentials, timeoutMs, async (client) => {
      const sent = await sentFolderOf(client, credentials);
      if (sent !== null && (await has(client, sent, { 'message-id': id }))) return { kind: 'accepted', id };
      if ((await has(client, INBOX, { references: id })) || (await has(client, INBOX, { 'in-reply-to': id })))
        return { kind: 'accepted', id };
      if (sent !== null && serverKeepsSent(client, credentials)) return { kind: 'absent' };
      return {
        kind: 'unclear',
        detail:
          'It is not in the Sent folder, but this mail server does not file there what it takes. Ask the customer, or look into the log of the mail server.',
      };
    });
  } catch (error) {
    return { kind: 'unclear', detail: troubleOf(error).message };
  }
}

async function has(client: ImapFlow, folder: string, header: Record<string, string>): Promise<boolean> {
  await client.mailboxOpen(folder, { readOnly: true });
  const found = await client.search({ header }, { uid: true });
  if (!found) throw new Error('The mail server did not answer the search.');
  return found.length > 0;
}
