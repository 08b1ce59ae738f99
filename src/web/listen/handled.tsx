import { Link } from '@tanstack/react-router';
import { ArrowRight, CircleSlash, CornerUpLeft, RotateCcw, Trash2 } from 'lucide-react';
import type { Hit } from '../api/listening.ts';
import { Button, buttonClass } from '../parts/button.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { momentWords } from '../time/words.ts';
import { useWhyNot } from './use-can.ts';

/** Below a post that was dealt with: who did what, why, and the way back or on. */
export function Handled({ hit, onPutBack }: { readonly hit: Hit; readonly onPutBack: () => void }) {
  const now = useNow();
  const whyNot = useWhyNot(hit);
  const { state, judgedBy, judgedAt, reason, conversationId } = hit;
  if (state === 'waiting') return null;
  const Icon = state === 'gone' ? Trash2 : state === 'taken_up' ? CornerUpLeft : CircleSlash;
  const words =
    judgedBy === null && state === 'taken_up'
      ? t('hit.did.byRule')
      : t(`hit.did.${state}`, { who: judgedBy ?? t('hit.somebody') });
  return (
    <div className="mt-2 flex min-h-[30px] flex-wrap items-center gap-x-2 gap-y-1 border-t border-line pt-2">
      <p className="me-auto flex min-w-0 items-baseline gap-1.5 text-ink-2">
        <Icon size={13} aria-hidden className="flex-none translate-y-0.5 text-ink-3" />
        <span className="min-w-0">
          {words}
          {judgedAt && <span className="num text-ink-3"> · {momentWords(judgedAt, now)}</span>}
          {reason && <span className="block text-ink-3">“{reason}”</span>}
        </span>
      </p>
      {conversationId && (
        <Link to="/desk/$id" params={{ id: conversationId }} search={{ view: 'all' }} className={buttonClass()}>
          {t('hit.open')} <ArrowRight size={14} aria-hidden className="rtl:rotate-180" />
        </Link>
      )}
      {(state === 'acknowledged' || state === 'ignored') && conversationId === null && whyNot('ignore') === null && (
        <Button look="quiet" icon={<RotateCcw size={14} aria-hidden />} onClick={onPutBack}>
          {t('hit.putBack')}
        </Button>
      )}
    </div>
  );
}
