import { CareError } from '../core/errors.ts';
import type { InboxId } from '../core/ids.ts';
import { testMail } from '../core/notifications/house-mail.ts';
import { readAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database } from '../storage/database.ts';
import { readInbox } from '../storage/inboxes.ts';
import { addMail, readMailInbox, writeMailInbox } from '../storage/mail/mails.ts';
import { newId } from '../storage/new-id.ts';
import type { Principal } from './who.ts';

/** The inbox that the house's own mails are sent from; null: none is sent. Throws `no_mail_inbox`. */
export function changeMailInbox(db: Database, who: Principal, inboxId: InboxId | null, now: Date): Promise<void> {
  requireEveryInbox(who);
  return db.transaction(async (tx) => {
    const inbox = inboxId && (await readInbox(tx, who.workspaceId, inboxId));
    if (inboxId && inbox?.channel !== 'email')
      throw new CareError('invalid', 'no_mail_inbox', 'There is no such e-mail inbox.', { field: 'inboxId' });
    const before = await readMailInbox(tx, who.workspaceId);
    await writeMailInbox(tx, who.workspaceId, inboxId);
    await addAudit(tx, who, { act: 'mail.sender_changed', detail: { before, after: inboxId } }, now);
  });
}

/** Goes the way of all mails of the house. @returns where to */
export function sendTestMail(db: Database, who: Principal, url: string, now: Date): Promise<string> {
  requireEveryInbox(who);
  return db.transaction(async (tx) => {
    const agent = who.agentId ? await readAgent(tx, who.workspaceId, who.agentId) : null;
    if (!agent) throw new CareError('forbidden', 'needs_a_human', 'An API token has no mailbox.');
    const id = newId<string>(now.getTime());
    const mail = { ...testMail(url), id, kind: 'test' as const, inboxId: null };
    await addMail(tx, who.workspaceId, { ...mail, agentId: agent.id, address: agent.email }, now);
    return agent.email;
  });
}

export function requireEveryInbox({ inboxes }: Principal): void {
  if (inboxes)
    throw new CareError(
      'forbidden',
      'not_allowed_here',
      'This is for every inbox. Only somebody who works in all of them can see and change it.',
    );
}
