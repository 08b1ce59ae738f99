import { CalendarClock, Plus, UserRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useAgentName } from '../api/use-agent-name.ts';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';
import { DueMenu, WhoMenu } from './task-menus.tsx';

/** One line and Enter; who and by when can be said before. */
export function NewTask({
  onAdd,
}: {
  readonly onAdd: (text: string, assigneeId: string | null, dueAt: string | null) => Promise<boolean>;
}) {
  const now = useNow();
  const nameOf = useAgentName();
  const [text, setText] = useState('');
  const [who, setWho] = useState<string | null>(null);
  const [due, setDue] = useState<string | null>(null);
  async function add(event: FormEvent) {
    event.preventDefault();
    const wanted = text.trim();
    if (wanted === '') return;
    setText('');
    const isAdded = await onAdd(wanted, who, due);
    if (isAdded) {
      setWho(null);
      setDue(null);
    }
    // Before what was typed meanwhile.
    else setText((now) => [wanted, now].filter(Boolean).join(' '));
  }
  const small =
    'inline-flex h-6 max-w-[130px] items-center gap-1 rounded-small px-1.5 text-s text-ink-2 hover:bg-raised data-popup-open:bg-raised max-phone:h-10';
  return (
    <form onSubmit={(event) => void add(event)}>
      <label className="-mx-1.5 flex items-center gap-2 rounded-small border border-transparent px-1.5 py-1 focus-within:border-edge focus-within:bg-raised hover:bg-raised">
        <Plus size={14} aria-hidden className="mx-[2px] flex-none text-ink-3" />
        <input
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={300}
          placeholder={t('task.new')}
          aria-label={t('task.new')}
          className="min-w-0 flex-1 bg-transparent outline-none max-phone:min-h-10 max-phone:text-[16px]"
        />
      </label>
      {text.trim() !== '' && (
        <div className="mt-1 flex flex-wrap items-center gap-1">
          <WhoMenu chosen={who} onChoose={setWho} label={t('task.who')} className={small}>
            <UserRound size={13} aria-hidden className="flex-none" />
            <span className="truncate">{(who && nameOf(who)) ?? t('task.nobody')}</span>
          </WhoMenu>
          <DueMenu isSet={due !== null} onChoose={setDue} label={t('task.when')} className={small}>
            <CalendarClock size={13} aria-hidden className="flex-none" />
            <span className="truncate">{due ? momentWords(due, now) : t('task.whenNone')}</span>
          </DueMenu>
          <kbd className="ms-auto text-ink-3">Enter</kbd>
        </div>
      )}
    </form>
  );
}
