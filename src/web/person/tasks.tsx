import { useState } from 'react';
import type { ConversationDetail } from '../../wire/conversations.ts';
import type { Task } from '../../wire/work.ts';
import { newId } from '../api/new-id.ts';
import { offerUndo } from '../api/offer-undo.ts';
import { addTask, deleteTask, patchTask } from '../api/work-acts.ts';
import { useMe } from '../frame/use-me.ts';
import { t } from '../text/t.ts';
import { NewTask } from './new-task.tsx';
import { TaskLine } from './task-line.tsx';
import { useChange } from './use-change.ts';

/** What is left to do for this person: one line each. What is done steps back. */
export function Tasks({ detail, mayWork }: { readonly detail: ConversationDetail; readonly mayWork: boolean }) {
  const { id } = detail.conversation;
  const me = useMe().agent?.id ?? null;
  const change = useChange(id);
  const [isAll, setAll] = useState(false);
  const open = detail.tasks.filter(({ doneAt }) => doneAt === null);
  const done = detail.tasks.filter(({ doneAt }) => doneAt !== null);
  const put = (next: (tasks: readonly Task[]) => Task[]) => (old: ConversationDetail) => ({
    ...old,
    tasks: next(old.tasks),
  });

  function add(text: string, assigneeId: string | null, dueAt: string | null) {
    const task = { id: newId(), text, assigneeId, dueAt };
    const shown: Task = {
      ...task,
      conversationId: id,
      doneAt: null,
      doneBy: null,
      createdBy: me,
      createdAt: new Date().toISOString(),
    };
    return change(
      put((tasks) => [...tasks, shown]),
      () => addTask(id, task),
    );
  }
  function alter(task: Task, next: Task, send: Parameters<typeof patchTask>[1]) {
    void change(
      put((tasks) => tasks.map((one) => (one.id === task.id ? next : one))),
      () => patchTask(task.id, send),
    );
  }
  async function remove(task: Task) {
    const isGone = await change(
      put((tasks) => tasks.filter((one) => one.id !== task.id)),
      () => deleteTask(task.id),
    );
    if (!isGone) return;
    const { text, assigneeId, dueAt } = task;
    offerUndo(t('task.deleted', { text }), () => addTask(id, { id: newId(), text, assigneeId, dueAt }));
  }

  const line = (task: Task) => (
    <TaskLine
      key={task.id}
      task={task}
      mayWork={mayWork}
      onDone={(isDone) =>
        alter(
          task,
          { ...task, doneAt: isDone ? new Date().toISOString() : null, doneBy: isDone ? me : null },
          { isDone },
        )
      }
      onWho={(assigneeId) => alter(task, { ...task, assigneeId }, { assigneeId })}
      onDue={(dueAt) => alter(task, { ...task, dueAt }, { dueAt })}
      onDelete={() => void remove(task)}
    />
  );
  return (
    <div className="grid gap-1">
      {open.length > 0 ? <ul>{open.map(line)}</ul> : !mayWork && <p className="text-ink-3">{t('task.none')}</p>}
      {mayWork && <NewTask onAdd={add} />}
      {done.length > 0 && (
        <>
          <button
            type="button"
            aria-expanded={isAll}
            onClick={() => setAll(!isAll)}
            className="justify-self-start rounded-small text-s text-ink-3 hover:text-ink max-phone:min-h-10"
          >
            {t('task.finished', { count: done.length })}
          </button>
          {isAll && <ul>{done.map(line)}</ul>}
        </>
      )}
    </div>
  );
}
