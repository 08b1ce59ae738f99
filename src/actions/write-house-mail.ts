import { type InboxRights, visibleInboxes } from '../core/access/inbox-rights.ts';
import type { NotificationId, WorkspaceId } from '../core/ids.ts';
import { periodOf } from '../core/notifications/digest.ts';
import { alertMail, digestMail, type HouseMail, type MailLine } from '../core/notifications/house-mail.ts';
import { zoneOf } from '../core/notifications/preferences.ts';
import { isQuiet } from '../core/notifications/quiet.ts';
import { noticeInWords, placeOf } from '../core/notifications/words.ts';
import type { Database, Tx } from '../storage/database.ts';
import { addMail, type MailKind } from '../storage/mail/mails.ts';
import { type MailReader, takeAlerts, takeDigestTurn, takeOver, takeUnseen } from '../storage/mail/to-mail.ts';
import { newId } from '../storage/new-id.ts';
import { readNotification } from '../storage/notifications/read.ts';
import { rightsOfAgents } from '../storage/work/rights-of-agents.ts';

/** Older than this is no news, e.g. when mail was set up only now. */
const NEWS_MS = 24 * 3_600_000;
/** What a summary goes back to. */
const UNSEEN_MS = 7 * NEWS_MS;

/** What is wrong, at once; in quiet hours it waits. What is taken and the mail are one transaction: one mail, whoever is quicker. */
export function mailAlerts(
  db: Database,
  workspaceId: WorkspaceId,
  reader: MailReader,
  url: string,
  now: Date,
): Promise<boolean> {
  const { preferences } = reader;
  if (isQuiet(preferences.quietHours, zoneOf(preferences), now)) return Promise.resolve(false);
  return db.transaction(async (tx) => {
    const rights = (await rightsOfAgents(tx, workspaceId, [reader.id])).get(reader.id);
    const isWanted = preferences.mail !== 'off' && rights !== undefined;
    const since = new Date(now.getTime() - NEWS_MS);
    const ids = await takeAlerts(tx, workspaceId, reader.id, { isWanted, since, now });
    const lines = await linesOf(tx, workspaceId, reader, rights ?? null, ids, url);
    if (lines.length === 0) return false;
    const over = await takeOver(tx, workspaceId, reader.id, now);
    await write(tx, workspaceId, reader, 'alert', alertMail(lines, over, url), now);
    return true;
  });
}

/** What they have not seen, once for each period; nothing when there is nothing. In quiet hours it waits. */
export async function mailDigest(
  db: Database,
  workspaceId: WorkspaceId,
  reader: MailReader,
  url: string,
  now: Date,
): Promise<boolean> {
  const { preferences } = reader;
  const zone = zoneOf(preferences);
  const period = periodOf(preferences, zone, now);
  if (!period || isQuiet(preferences.quietHours, zone, now)) return false;
  return db.transaction(async (tx) => {
    if (!(await takeDigestTurn(tx, workspaceId, reader.id, period))) return false;
    const rights = (await rightsOfAgents(tx, workspaceId, [reader.id])).get(reader.id);
    if (rights === undefined) return false;
    const over = await takeOver(tx, workspaceId, reader.id, now);
    const ids = await takeUnseen(tx, workspaceId, reader.id, new Date(now.getTime() - UNSEEN_MS), now);
    const lines = await linesOf(tx, workspaceId, reader, rights, ids, url);
    if (lines.length === 0 && over.length === 0) return false;
    await write(tx, workspaceId, reader, 'digest', digestMail(lines, over, url), now);
    return true;
  });
}

async function linesOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  { id: agentId, preferences }: MailReader,
  rights: InboxRights,
  ids: readonly NotificationId[],
  url: string,
): Promise<readonly MailLine[]> {
  const whose = { workspaceId, agentId, inboxIds: visibleInboxes(rights) };
  const lines: MailLine[] = [];
  for (const id of ids) {
    const notice = await readNotification(tx, whose, id);
    if (!notice) continue;
    const { title, text } = noticeInWords(notice, preferences.pushText);
    lines.push({ title, text, href: url + placeOf(notice) });
  }
  return lines;
}

const write = (tx: Tx, workspaceId: WorkspaceId, reader: MailReader, kind: MailKind, mail: HouseMail, now: Date) =>
  addMail(
    tx,
    workspaceId,
    { ...mail, id: newId(now.getTime()), kind, agentId: reader.id, inboxId: null, address: reader.email },
    now,
  );
