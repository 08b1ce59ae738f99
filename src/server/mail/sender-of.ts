import { credentialForm, type EmailCredentials } from '../../connectors/email/credentials.ts';
import type { Connectors } from '../../connectors/registry.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { readSealed } from '../../storage/inboxes.ts';
import { readMailInbox } from '../../storage/mail/mails.ts';
import type { Config } from '../config.ts';
import type { MailServer } from './mail-server.ts';

export interface MailSender {
  readonly by: 'server' | 'inbox';
  readonly credentials: EmailCredentials;
}

export interface SenderDeps {
  readonly db: Database;
  readonly connectors: Connectors;
  readonly config: Pick<Config, 'url' | 'mail'>;
  readonly credentialsOf: (workspaceId: WorkspaceId, inboxId: InboxId, sealed: Uint8Array) => unknown;
}

/** Who sends the house's own mails: the server's mail server, else the inbox that an admin chose. Null: nobody. */
export async function senderOf(
  { db, config, credentialsOf }: SenderDeps,
  workspaceId: WorkspaceId,
): Promise<MailSender | null> {
  if (config.mail) return { by: 'server', credentials: asCredentials(config.mail) };
  const inboxId = await readMailInbox(db.read, workspaceId);
  const [inbox] = inboxId ? await readSealed(db.read, workspaceId, { id: inboxId }) : [];
  if (inbox?.channel !== 'email') return null;
  const parsed = credentialForm.parse(credentialsOf(workspaceId, inbox.id, inbox.sealed));
  return parsed.ok ? { by: 'inbox', credentials: parsed.value } : null;
}

/** A mail server without a mailbox: nothing is read from it. */
const asCredentials = ({ host, port, isSecure, user, password, from }: MailServer): EmailCredentials => ({
  address: from.address,
  fromName: from.name || 'Earshot',
  smtpHost: host,
  smtpPort: port,
  smtpSecure: isSecure,
  smtpUser: user,
  smtpPassword: password,
  imapHost: '',
  imapPort: 993,
  imapSecure: true,
  imapUser: '',
  imapPassword: '',
  sentFolder: '',
  sentCopy: 'server',
  historyDays: 0,
  plusAddressing: false,
});
