import { sql } from 'kysely';
import type { AgentId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { HouseMail } from '../../core/notifications/house-mail.ts';
import type { Reader, Tx } from '../database.ts';
import { storableText } from '../rows.ts';

export type MailKind = 'alert' | 'digest' | 'owner' | 'test';

export async function addMail(
  tx: Tx,
  workspaceId: WorkspaceId,
  mail: HouseMail & {
    readonly id: string;
    readonly kind: MailKind;
    readonly agentId: AgentId | null;
    readonly inboxId: InboxId | null;
    readonly address: string;
  },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('mails')
    .values({
      workspace_id: workspaceId,
      id: mail.id,
      kind: mail.kind,
      agent_id: mail.agentId,
      inbox_id: mail.inboxId,
      address: mail.address,
      subject: storableText(mail.subject),
      text: storableText(mail.text),
      html: storableText(mail.html),
      due_at: now,
      created_at: now,
      sent_at: null,
      message_id: null,
      detail: null,
    })
    .execute();
}

export interface DueMail extends HouseMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly inboxId: InboxId | null;
  readonly address: string;
  readonly attempts: number;
  readonly createdAt: Date;
}

/** Takes what is due; another process takes it again when this one has died by `until`. */
export async function claimMails(
  tx: Tx,
  workspaceId: WorkspaceId,
  { now, until, limit }: { readonly now: Date; readonly until: Date; readonly limit: number },
): Promise<readonly DueMail[]> {
  const { rows } = await sql<DueMail>`
    with due as (select id from mails where workspace_id = ${workspaceId} and state = 'waiting' and due_at <= ${now}
      order by due_at limit ${limit} for update skip locked)
    update mails m set due_at = ${until}, attempts = m.attempts + 1 from due
    where m.workspace_id = ${workspaceId} and m.id = due.id
    returning m.id, m.kind, m.inbox_id as "inboxId", m.address, m.subject, m.text, m.html, m.attempts, m.created_at as "createdAt"`.execute(
    tx,
  );
  return rows;
}

/** Known before the mail leaves: what comes back is looked for by it. */
export async function nameMail(tx: Tx, workspaceId: WorkspaceId, id: string, messageId: string): Promise<void> {
  await sql`update mails set message_id = ${messageId} where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function settleMail(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  end: { readonly state: 'waiting' | 'sent' | 'failed'; readonly dueAt: Date; readonly detail: string | null },
  now: Date,
): Promise<void> {
  await sql`update mails set state = ${end.state}, due_at = ${end.dueAt}, detail = ${end.detail && storableText(end.detail)}::text,
      sent_at = case when ${end.state} = 'sent' then ${now}::timestamptz end
    where workspace_id = ${workspaceId} and id = ${id} and state = 'waiting'`.execute(tx);
}

export interface MailRow {
  readonly id: string;
  readonly kind: MailKind;
  readonly address: string;
  readonly subject: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly createdAt: Date;
  readonly detail: string | null;
}

/** The last ones, without what they say. */
export async function listMails(db: Reader, workspaceId: WorkspaceId, limit: number): Promise<readonly MailRow[]> {
  const { rows } = await sql<MailRow>`select id, kind, address, subject, state, created_at as "createdAt", detail
    from mails where workspace_id = ${workspaceId} order by created_at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

export async function pruneMails(tx: Tx, workspaceId: WorkspaceId, before: Date): Promise<void> {
  await sql`delete from mails where workspace_id = ${workspaceId} and created_at < ${before}`.execute(tx);
}

/** The inbox that an admin chose to send from. */
export async function readMailInbox(db: Reader, workspaceId: WorkspaceId): Promise<InboxId | null> {
  const row = await db
    .selectFrom('workspaces')
    .select('mail_inbox_id')
    .where('id', '=', workspaceId)
    .executeTakeFirst();
  return row?.mail_inbox_id ?? null;
}

export async function writeMailInbox(tx: Tx, workspaceId: WorkspaceId, inboxId: InboxId | null): Promise<void> {
  await tx.updateTable('workspaces').set({ mail_inbox_id: inboxId }).where('id', '=', workspaceId).execute();
}

/** Whether there is one to send from, without opening its credentials. */
export async function hasMailInbox(db: Reader, workspaceId: WorkspaceId): Promise<boolean> {
  const { rows } = await sql`select from workspaces w
    join inboxes i on i.workspace_id = ${workspaceId} and i.id = w.mail_inbox_id and i.removed_at is null and i.channel = 'email'
    where w.id = ${workspaceId}`.execute(db);
  return rows.length > 0;
}
