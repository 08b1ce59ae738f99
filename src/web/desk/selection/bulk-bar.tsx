import {
  AlarmClock,
  CalendarCheck,
  Check,
  CircleSlash,
  CornerUpLeft,
  Flag,
  type LucideIcon,
  Tag,
  UserPlus,
  Users,
  X,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ConversationList } from '../../../wire/conversations.ts';
import { inWords } from '../../api/call.ts';
import { readList } from '../../api/queries.ts';
import { useMay, useMe } from '../../frame/use-me.ts';
import { openPalette, type StepName } from '../../palette/state.ts';
import { IconButton } from '../../parts/button.tsx';
import { say } from '../../parts/toasts.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { type TextKey, t } from '../../text/t.ts';
import { useDesk } from '../use-desk.ts';
import { useProgress } from './progress.ts';
import { clearSelection, MOST_SELECTED, selectAll, useSelection } from './selection.ts';
import { useBulk } from './use-bulk.ts';

const MARKS = [
  ['e', 'answered', CornerUpLeft],
  ['c', 'acknowledged', Check],
] as const;
const STEPS: readonly (readonly [string, StepName, TextKey, LucideIcon])[] = [
  ['n', 'noReply', 'bulk.noReply', CircleSlash],
  ['a', 'assign', 'bulk.assign', UserPlus],
  ['t', 'team', 'bulk.team', Users],
  ['l', 'label', 'bulk.label', Tag],
  ['s', 'snooze', 'bulk.snooze', AlarmClock],
  ['p', 'promise', 'bulk.promise', CalendarCheck],
  ['v', 'resolve', 'bulk.resolve', Flag],
];
const PAGE = 100;

/** What can be done with everything that is chosen; while long work goes, how far it is. */
export function BulkBar() {
  const chosen = useSelection();
  const progress = useProgress();
  const { list, rows } = useDesk();
  const me = useMe().agent;
  const mayWork = useMay()('conversations.work');
  const bulk = useBulk();
  const [isReading, setReading] = useState(false);
  // Another list, another choice: the list is made anew for each.
  useEffect(() => clearSelection, []);
  const ids = [...chosen];
  const mark = (attention: 'answered' | 'acknowledged') =>
    void bulk(ids, { do: 'attention', attention }, t(`attention.${attention}`));
  useKeys(
    {
      Escape: clearSelection,
      e: () => mark('answered'),
      c: () => mark('acknowledged'),
      i: () => me && void bulk(ids, { do: 'assign', agentId: me.id }, t('bulk.toMe')),
      ...Object.fromEntries(STEPS.map(([key, step]) => [key, () => openPalette(step)])),
    },
    chosen.size > 0 && mayWork,
    1,
  );
  async function takeAll() {
    setReading(true);
    try {
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page: ConversationList = await readList(list, cursor, PAGE);
        found.push(...page.items.map(({ id }) => id));
        cursor = page.cursor;
      } while (cursor !== null && found.length < MOST_SELECTED);
      selectAll(found);
      if (cursor !== null) say({ title: t('bulk.most', { count: MOST_SELECTED }) });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
    setReading(false);
  }
  if (progress)
    return (
      <div role="status" className="flex-none border-t border-line bg-raised px-4 py-3 shadow-lift">
        <p className="mb-2 flex justify-between gap-2">
          <span>{progress.words}</span>
          <span className="num text-ink-2">{t('bulk.progress', { done: progress.done, all: progress.all })}</span>
        </p>
        <progress
          value={progress.done}
          max={progress.all}
          aria-label={progress.words}
          className="block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
        />
      </div>
    );
  if (chosen.size === 0) return null;
  const areAllChosen = rows().every(({ id }) => chosen.has(id));
  return (
    <div
      role="toolbar"
      aria-label={t('bulk.label.bar')}
      className="flex-none border-t border-line bg-raised px-3 py-2 shadow-lift"
    >
      <div className="flex items-center gap-2">
        <p role="status" className="num font-semibold">
          {t('bulk.chosen', { count: chosen.size })}
        </p>
        <button
          type="button"
          disabled={isReading}
          onClick={() => (areAllChosen ? void takeAll() : selectAll(rows().map(({ id }) => id)))}
          className="rounded-small px-1 text-accent hover:underline disabled:opacity-55 max-phone:py-2.5"
        >
          {isReading ? t('bulk.reading') : t(areAllChosen ? 'bulk.allMatching' : 'bulk.allLoaded')}
        </button>
        <IconButton label={t('bulk.clear')} shortcut="Esc" onClick={clearSelection} className="ms-auto">
          <X size={15} aria-hidden />
        </IconButton>
      </div>
      {mayWork && (
        <div className="-ms-1.5 flex flex-wrap items-center">
          {MARKS.map(([key, attention, Icon]) => (
            <IconButton key={key} label={t(`attention.${attention}`)} shortcut={key} onClick={() => mark(attention)}>
              <Icon size={16} aria-hidden />
            </IconButton>
          ))}
          {STEPS.map(([key, step, name, Icon]) => (
            <IconButton key={step} label={t(name)} shortcut={key} onClick={() => openPalette(step)}>
              <Icon size={16} aria-hidden />
            </IconButton>
          ))}
        </div>
      )}
    </div>
  );
}
