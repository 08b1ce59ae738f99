import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Move } from '../../../wire/priority.ts';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { t } from '../../text/t.ts';
import { count } from '../../time/words.ts';

/** One conversation: from which place to which, who, and what they said. Opens beside, so that what is tried here stays. */
export function MoveLine({ move }: { readonly move: Move }) {
  const { id, name, channel, preview, placeBefore, placeAfter, scoreBefore, scoreAfter } = move;
  const by = placeBefore - placeAfter;
  const places =
    by === 0
      ? t('dryRun.stays', { after: count(placeAfter) })
      : t('dryRun.places', { before: count(placeBefore), after: count(placeAfter) });
  return (
    <li>
      <Link
        to="/desk/$id"
        params={{ id }}
        target="_blank"
        className="grid grid-cols-[76px_minmax(0,1fr)_auto] items-center gap-3 px-4 py-2 outline-offset-[-2px] hover:bg-sunken"
      >
        <span className="num leading-4" title={places}>
          <span className="sr-only">{places}</span>
          <span aria-hidden className="flex items-center gap-1 font-semibold">
            {count(placeAfter)}
            {by !== 0 && (
              <span className={`flex items-center gap-0.5 text-s font-normal ${by > 0 ? 'text-accent' : 'text-warn'}`}>
                {by > 0 ? <ArrowUp size={12} /> : <ArrowDown size={12} />}
                {count(Math.abs(by))}
              </span>
            )}
          </span>
        </span>
        <span className="min-w-0">
          <span className="flex items-center gap-2">
            <NetworkMark channel={channel} />
            <span className="truncate font-medium" dir="auto">
              {name || t('person.nameless')}
            </span>
          </span>
          <span className="block truncate text-s text-ink-2" dir="auto">
            {preview || t('row.noText')}
          </span>
        </span>
        <span className="num text-end text-s text-ink-2">
          <span className="sr-only">{t('dryRun.scores', { before: scoreBefore, after: scoreAfter })}</span>
          <span aria-hidden>
            {scoreBefore !== scoreAfter && <span className="me-1 text-ink-3 line-through">{scoreBefore}</span>}
            <span className="font-semibold text-ink">{scoreAfter}</span>
          </span>
        </span>
      </Link>
    </li>
  );
}
