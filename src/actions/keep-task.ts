import { hasRight } from '../core/access/inbox-rights.ts';
import { CareError } from '../core/errors.ts';
import type { AgentId, ConversationId, InboxId, TaskId } from '../core/ids.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { addNotifications } from '../storage/notifications/add.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { rightsOfAgents } from '../storage/work/rights-of-agents.ts';
import { deleteTask, insertTask, lockTask, type TaskRow, updateTask } from '../storage/work/tasks.ts';
import { loadConversation } from './load-conversation.ts';
import { requireRight } from './require-right.ts';
import { toldBy } from './told-by.ts';
import type { Who } from './who.ts';

/** One line of what is to be done. The id comes from the browser: a second try changes nothing. Throws `no_such_agent`, `id_taken`. */
export function addTask(
  db: Database,
  who: Who,
  input: {
    readonly id: string;
    readonly conversationId: ConversationId;
    readonly text: string;
    readonly assigneeId: string | null;
    readonly dueAt: Date | null;
  },
  now: Date,
): Promise<TaskRow> {
  return db.transaction(async (tx) => {
    const conversation = await loadConversation(tx, who.workspaceId, input.conversationId);
    const task: TaskRow = {
      ...input,
      id: input.id as TaskId,
      assigneeId: input.assigneeId as AgentId | null,
      doneAt: null,
      doneBy: null,
      createdBy: who.agentId,
      createdAt: now,
    };
    await requireAgent(tx, who, task.assigneeId, conversation.inbox_id);
    if (!(await insertTask(tx, who.workspaceId, task))) {
      const earlier = await lockTask(tx, who.workspaceId, task.id);
      if (earlier?.conversationId === conversation.id && earlier.createdBy === who.agentId) return earlier;
      throw new CareError('conflict', 'id_taken', 'This id belongs to another task. Use a new one.');
    }
    await tell(tx, who, task, 'task_added', now);
    return task;
  });
}

/** Changes it, or ticks it off. Throws `no_such_task`, `no_such_agent`, and what the right on its inbox refuses. */
export function changeTask(
  db: Database,
  who: Who,
  id: TaskId,
  patch: {
    readonly text?: string | undefined;
    readonly assigneeId?: string | null | undefined;
    readonly dueAt?: Date | null | undefined;
    readonly isDone?: boolean | undefined;
  },
  now: Date,
): Promise<TaskRow> {
  return db.transaction(async (tx) => {
    const before = await loadTask(tx, who, id);
    const isDone = patch.isDone ?? before.doneAt !== null;
    const after: TaskRow = {
      ...before,
      text: patch.text ?? before.text,
      assigneeId: patch.assigneeId === undefined ? before.assigneeId : (patch.assigneeId as AgentId | null),
      dueAt: patch.dueAt === undefined ? before.dueAt : patch.dueAt,
      doneAt: isDone ? (before.doneAt ?? now) : null,
      doneBy: isDone ? (before.doneAt ? before.doneBy : who.agentId) : null,
    };
    if (after.assigneeId !== before.assigneeId) {
      const conversation = await loadConversation(tx, who.workspaceId, before.conversationId);
      await requireAgent(tx, who, after.assigneeId, conversation.inbox_id);
    }
    const isTicked = (before.doneAt === null) !== (after.doneAt === null);
    const isSame =
      !isTicked &&
      after.text === before.text &&
      after.assigneeId === before.assigneeId &&
      after.dueAt?.getTime() === before.dueAt?.getTime();
    if (isSame) return before;
    await updateTask(tx, who.workspaceId, after);
    const kind = !isTicked ? 'task_changed' : after.doneAt ? 'task_done' : 'task_reopened';
    await tell(tx, who, after, kind, now, after.assigneeId !== before.assigneeId);
    return after;
  });
}

/** Throws `no_such_task`, and what the right on its inbox refuses. */
export function removeTask(db: Database, who: Who, id: TaskId, now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    const task = await loadTask(tx, who, id);
    await deleteTask(tx, who.workspaceId, id);
    await tell(tx, who, task, 'task_removed', now, false);
  });
}

/** A task lies where its conversation lies: who does not see that one knows of no task. */
async function loadTask(tx: Tx, who: Who, id: TaskId): Promise<TaskRow> {
  const task = await lockTask(tx, who.workspaceId, id);
  if (!task) throw noSuchTask();
  await requireRight(tx, who, 'conversation', [task.conversationId], 'answer').catch((error: unknown) => {
    throw error instanceof CareError && error.fault === 'not_found' ? noSuchTask() : error;
  });
  return task;
}

const noSuchTask = () => new CareError('not_found', 'no_such_task', 'There is no such task (any more).');

async function requireAgent(tx: Tx, who: Who, agentId: AgentId | null, inboxId: InboxId): Promise<void> {
  if (!agentId) return;
  const rights = (await rightsOfAgents(tx, who.workspaceId, [agentId])).get(agentId);
  if (rights === undefined)
    throw new CareError('invalid', 'no_such_agent', 'There is no such agent, or they do not work here any more.');
  if (!hasRight(rights, inboxId, 'see'))
    throw new CareError('invalid', 'cannot_see', 'They may not see this inbox, so they would not see the task.');
}

async function tell(tx: Tx, who: Who, task: TaskRow, kind: string, now: Date, calls = true): Promise<void> {
  const { conversationId } = task;
  await addTimelineEvents(tx, who.workspaceId, [
    {
      ...toldBy(who, now),
      conversationId,
      kind,
      detail: {
        taskId: task.id,
        text: task.text,
        assigneeId: task.assigneeId,
        dueAt: task.dueAt?.toISOString() ?? null,
      },
    },
  ]);
  if (calls && task.assigneeId && !task.doneAt)
    await addNotifications(
      tx,
      who.workspaceId,
      [
        {
          agentId: task.assigneeId,
          kind: 'task',
          conversationId,
          actorId: who.agentId,
          text: task.text,
          about: `task:${task.id}`,
        },
      ],
      now,
    );
  await recordChanges(tx, who.workspaceId, [{ kind: 'task', conversationId }], now);
}
