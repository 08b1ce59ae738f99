import { whoIsCalled } from '../../actions/clocks/who-is-called.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Tx } from '../../storage/database.ts';
import { addNotifications } from '../../storage/notifications/add.ts';
import { addTimelineEvents } from '../../storage/timeline.ts';
import { chasePromises } from '../../storage/work/promises.ts';
import { takeDueTasks } from '../../storage/work/tasks.ts';
import type { WorkerDeps } from './deps.ts';

const BATCH = 200;

/** Promises and tasks that fell due: whoever has them is called, and what was promised waits for us again. */
export async function chaseDue({ db, now, signal }: WorkerDeps, workspaceId: WorkspaceId): Promise<void> {
  for (const chase of [chaseSomePromises, callForSomeTasks])
    while (!signal.aborted && (await db.transaction((tx) => chase(tx, workspaceId, now()))) === BATCH);
}

async function chaseSomePromises(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<number> {
  const due = await chasePromises(tx, workspaceId, now, BATCH);
  await addTimelineEvents(
    tx,
    workspaceId,
    due.map(({ id, promisedFor, promise }) => ({
      conversationId: id,
      at: now,
      actorKind: 'system' as const,
      actorId: null,
      kind: 'promise_due',
      detail: { for: promisedFor.toISOString(), words: promise },
    })),
  );
  const called = await whoIsCalled(
    tx,
    workspaceId,
    due.map(({ assigneeId, teamId, inboxId }) => ({ assigneeId, teamId, inboxId, what: 'breached', also: null })),
  );
  await addNotifications(
    tx,
    workspaceId,
    due.flatMap(({ id, promise, preview, promisedFor }, index) =>
      (called[index] ?? []).map((agentId) => ({
        agentId,
        kind: 'promise_due' as const,
        conversationId: id,
        actorId: null,
        text: promise ?? preview,
        about: `promise:${id}:${promisedFor.getTime()}`,
      })),
    ),
    now,
  );
  const changes = due.map(({ id }) => ({ kind: 'attention', conversationId: id }));
  if (changes.length > 0) await recordChanges(tx, workspaceId, changes, now);
  return due.length;
}

async function callForSomeTasks(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<number> {
  const due = await takeDueTasks(tx, workspaceId, now, BATCH);
  await addNotifications(
    tx,
    workspaceId,
    due.flatMap(({ id, conversationId, assigneeId, createdBy, text }) => {
      const agentId = assigneeId ?? createdBy;
      return agentId
        ? [{ agentId, kind: 'task' as const, conversationId, actorId: null, text, about: `task:${id}` }]
        : [];
    }),
    now,
  );
  return due.length;
}
