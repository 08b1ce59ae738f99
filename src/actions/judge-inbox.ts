import { hasRight } from '../core/access/inbox-rights.ts';
import type { Finding } from '../core/health/findings.ts';
import type { HookEvent } from '../core/hooks/events.ts';
import type { InboxId, WorkspaceId } from '../core/ids.ts';
import { readInboxRights } from '../storage/access/inbox-rights.ts';
import { listAgents } from '../storage/agents.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { type AlertNews, type AlertRow, putAlerts } from '../storage/health/alerts.ts';
import { tellHooks } from '../storage/hooks/tell.ts';
import { addNotifications } from '../storage/notifications/add.ts';

/**
 * Makes what is found the open alerts of an inbox. What is new calls those who manage it, once; what is over ends by
 * itself and calls nobody.
 */
export function judgeInbox(
  db: Database,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  findings: readonly Finding[],
  now: Date,
): Promise<AlertNews> {
  return db.transaction(async (tx) => {
    const news = await putAlerts(tx, workspaceId, inboxId, findings, now);
    if (news.raised.length === 0 && news.ended.length === 0) return news;
    await callManagers(tx, workspaceId, inboxId, news.raised, now);
    await tellHooks(tx, workspaceId, [
      ...news.raised.map((alert) => told('inbox.alert_raised', alert, now)),
      ...news.ended.map((alert) => told('inbox.alert_ended', alert, now)),
    ]);
    await recordChanges(tx, workspaceId, [{ kind: 'inbox', conversationId: null }], now);
    return news;
  });
}

const told = (event: HookEvent, { id, kind, detail, todo, since, inboxId }: AlertRow, now: Date) => ({
  event,
  at: now,
  about: { alert: { id, kind, detail, todo, since: since.toISOString(), inboxId } },
});

async function callManagers(
  tx: Tx,
  workspaceId: WorkspaceId,
  inboxId: InboxId,
  raised: readonly AlertRow[],
  now: Date,
): Promise<void> {
  if (raised.length === 0) return;
  for (const agent of await listAgents(tx, workspaceId)) {
    if (!agent.isActive || !agent.acts.includes('inboxes.manage')) continue;
    if (!hasRight(await readInboxRights(tx, workspaceId, agent.id), inboxId, 'manage')) continue;
    await addNotifications(
      tx,
      workspaceId,
      raised.map(({ id, detail }) => ({
        agentId: agent.id,
        kind: 'inbox_alert' as const,
        conversationId: null,
        inboxId,
        actorId: null,
        text: detail,
        about: `inbox_alert:${id}`,
      })),
      now,
    );
  }
}
