import { mailAlerts, mailDigest } from '../../actions/write-house-mail.ts';
import { nextTelling } from '../../core/hooks/pace.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { ownerMail } from '../../core/notifications/house-mail.ts';
import { addMail, claimMails, type DueMail, nameMail, settleMail } from '../../storage/mail/mails.ts';
import { claimOwners, noteOwnerDead, noteOwnerTaken, reviveOwners } from '../../storage/mail/owners.ts';
import { agentsWithAlerts, agentsWithDigest } from '../../storage/mail/to-mail.ts';
import { newId } from '../../storage/new-id.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import { houseMailId, sendHouseMail } from '../mail/send-house-mail.ts';
import { type MailSender, type SenderDeps, senderOf } from '../mail/sender-of.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { startSweep } from './sweep.ts';

const LEASE_MS = 3 * 60_000;
const AT_ONCE = 5;

export interface MailerOptions
  extends Pick<WorkerDeps, 'db' | 'now' | 'signal' | 'log'>,
    Pick<SenderDeps, 'connectors' | 'config' | 'credentialsOf'> {
  readonly lookEveryMs?: number;
  readonly timeoutMs?: number;
}

/** Writes and sends the house's own mails, where there is somebody to send them. */
export function startMailer(options: MailerOptions): Promise<Running> {
  return startSweep({ ...options, everyMs: options.lookEveryMs ?? 5_000, name: 'mail', restMs: null }, async () => {
    for (const { id } of await listWorkspaces(options.db.read)) {
      if (options.signal.aborted) return;
      const sender = await senderOf(options, id);
      if (!sender) continue;
      await writeMails(options, id);
      await sendMails(options, id, sender);
    }
  });
}

/** What is due becomes rows; who is quicker writes them, and nobody twice. */
export async function writeMails(
  { db, now, config, connectors }: Pick<MailerOptions, 'db' | 'now' | 'config' | 'connectors'>,
  workspaceId: WorkspaceId,
): Promise<void> {
  for (const reader of await agentsWithAlerts(db.read, workspaceId, now()))
    await mailAlerts(db, workspaceId, reader, config.url, now());
  for (const reader of await agentsWithDigest(db.read, workspaceId))
    await mailDigest(db, workspaceId, reader, config.url, now());
  await db.transaction(async (tx) => {
    await reviveOwners(tx, workspaceId, now());
    for (const { inboxId, address, channel, name, handle, account } of await claimOwners(tx, workspaceId, now())) {
      const shown = handle ? `@${handle.replace(/^@/, '')}` : name || account;
      const mail = ownerMail(shown, connectors.get(channel)?.name ?? channel, config.url);
      const id = newId<string>(now().getTime());
      await addMail(tx, workspaceId, { ...mail, id, kind: 'owner', agentId: null, inboxId, address }, now());
    }
  });
}

async function sendMails(options: MailerOptions, workspaceId: WorkspaceId, sender: MailSender): Promise<void> {
  const { db, now, signal } = options;
  let claimed: readonly DueMail[];
  do {
    if (signal.aborted) return;
    const until = new Date(now().getTime() + LEASE_MS);
    claimed = await db.alone((tx) => claimMails(tx, workspaceId, { now: now(), until, limit: AT_ONCE }));
    await Promise.all(claimed.map((mail) => sendOne(options, workspaceId, sender, mail)));
  } while (claimed.length === AT_ONCE);
}

async function sendOne(
  { db, now, log, config, timeoutMs }: MailerOptions,
  workspaceId: WorkspaceId,
  { credentials }: MailSender,
  mail: DueMail,
): Promise<void> {
  await db.alone((tx) => nameMail(tx, workspaceId, mail.id, houseMailId(mail.id, credentials)));
  const outcome = await sendHouseMail(mail, credentials, { url: config.url, ...(timeoutMs ? { timeoutMs } : {}) });
  const again =
    outcome.kind === 'later' ? nextTelling({ attempts: mail.attempts + 2, firstTriedAt: mail.createdAt }, now()) : null;
  const state = outcome.kind === 'taken' ? 'sent' : again ? 'waiting' : 'failed';
  const detail = outcome.kind === 'taken' ? null : outcome.detail;
  if (detail) log.warn({ mail: mail.id, kind: mail.kind }, `A mail was not taken: ${detail}`);
  await db.transaction(async (tx) => {
    await settleMail(tx, workspaceId, mail.id, { state, dueAt: again ?? now(), detail }, now());
    if (mail.kind !== 'owner' || !mail.inboxId) return;
    const owner = { inboxId: mail.inboxId, address: mail.address };
    if (outcome.kind === 'taken') await noteOwnerTaken(tx, workspaceId, owner, now());
    else if (outcome.kind === 'refused' && outcome.isDead) await noteOwnerDead(tx, workspaceId, owner, now());
  });
}
