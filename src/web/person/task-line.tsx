import { Checkbox } from '@base-ui/react/checkbox';
import { CalendarClock, Check, UserRound, X } from 'lucide-react';
import type { Task } from '../../wire/work.ts';
import { useAgentName } from '../api/use-agent-name.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { fullWords, momentWords } from '../time/words.ts';
import { DueMenu, WhoMenu } from './task-menus.tsx';

export function TaskLine({
  task,
  mayWork,
  onDone,
  onWho,
  onDue,
  onDelete,
}: {
  readonly task: Task;
  readonly mayWork: boolean;
  readonly onDone: (isDone: boolean) => void;
  readonly onWho: (assigneeId: string | null) => void;
  readonly onDue: (dueAt: string | null) => void;
  readonly onDelete: () => void;
}) {
  const now = useNow();
  const nameOf = useAgentName();
  const isDone = task.doneAt !== null;
  const isOverdue = !isDone && task.dueAt !== null && Date.parse(task.dueAt) < now;
  const who = task.assigneeId === null ? null : nameOf(task.assigneeId);
  return (
    <li className="group/task relative grid grid-cols-[18px_minmax(0,1fr)] items-start [@media(hover:none)]:grid-cols-[18px_minmax(0,1fr)_auto] gap-x-2 py-1">
      <Checkbox.Root
        checked={isDone}
        disabled={!mayWork}
        onCheckedChange={(next) => onDone(next)}
        aria-label={t(isDone ? 'task.done' : 'task.open', { text: task.text })}
        className="relative mt-px grid size-[18px] place-items-center rounded-small border border-edge bg-raised after:absolute after:-inset-[11px] data-checked:border-accent data-checked:bg-accent data-checked:text-on-accent data-disabled:opacity-60"
      >
        <Checkbox.Indicator>
          <Check size={13} aria-hidden />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <div className="min-w-0">
        <p className={`[overflow-wrap:anywhere] ${isDone ? 'text-ink-3 line-through' : ''}`} dir="auto">
          {task.text}
        </p>
        {(who || task.dueAt) && (
          <p className={`num text-s ${isOverdue ? 'font-medium text-alarm' : 'text-ink-3'}`}>
            {[who, task.dueAt && t(isOverdue ? 'task.overdue' : 'task.dueAt', { at: momentWords(task.dueAt, now) })]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
      </div>
      {mayWork && (
        <span className="absolute -end-1.5 top-0.5 flex items-center rounded-small bg-paper opacity-0 group-focus-within/task:opacity-100 group-hover/task:opacity-100 has-data-popup-open:opacity-100 [@media(hover:none)]:static [@media(hover:none)]:opacity-100">
          {!isDone && (
            <>
              <WhoMenu chosen={task.assigneeId} onChoose={onWho} label={`${t('task.who')} ${task.text}`}>
                <UserRound size={13} aria-hidden />
              </WhoMenu>
              <DueMenu
                isSet={task.dueAt !== null}
                onChoose={onDue}
                label={[t('task.when'), task.text, task.dueAt && fullWords(task.dueAt)].filter(Boolean).join(' ')}
              >
                <CalendarClock size={13} aria-hidden />
              </DueMenu>
            </>
          )}
          <button
            type="button"
            aria-label={t('task.delete', { text: task.text })}
            title={t('task.delete', { text: task.text })}
            onClick={onDelete}
            className="grid size-6 place-items-center rounded-small text-ink-3 hover:bg-raised hover:text-ink max-phone:size-10"
          >
            <X size={13} aria-hidden />
          </button>
        </span>
      )}
    </li>
  );
}
