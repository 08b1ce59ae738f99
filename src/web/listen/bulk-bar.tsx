import { Check, CircleSlash, MessageSquareText, RotateCcw, X } from 'lucide-react';
import { Button, IconButton } from '../parts/button.tsx';
import { Check as CheckBox } from '../parts/check.tsx';
import { t } from '../text/t.ts';
import type { useChosen } from './chosen.ts';

/** What can be done with all that are chosen. */
export function BulkBar({
  choosing,
  withAlike,
  onWithAlike,
  onJudge,
  onIgnoreWhy,
}: {
  readonly choosing: ReturnType<typeof useChosen>;
  readonly withAlike: boolean;
  readonly onWithAlike: (isOn: boolean) => void;
  readonly onJudge: (to: 'acknowledged' | 'ignored' | 'waiting') => void;
  readonly onIgnoreWhy: () => void;
}) {
  const { chosen, chooseAll, clear } = choosing;
  const alike = chosen.reduce((sum, hit) => sum + hit.alike, 0);
  const isWaiting = chosen.some(({ state }) => state === 'waiting');
  const isJudged = chosen.some(({ state, conversationId }) => state !== 'waiting' && conversationId === null);
  return (
    <div
      role="toolbar"
      aria-label={t('bulk.label.bar')}
      className="flex flex-none flex-wrap items-center gap-x-2 gap-y-1 border-t border-line bg-raised px-6 py-2 shadow-lift max-phone:px-3"
    >
      <p role="status" className="num font-semibold">
        {t('hit.chosen', { count: chosen.length })}
      </p>
      <button
        type="button"
        onClick={chooseAll}
        className="rounded-small px-1 text-accent hover:underline max-phone:py-2.5"
      >
        {t('bulk.allLoaded')}
      </button>
      {alike > 0 && isWaiting && (
        <CheckBox label={t('hit.withAlike', { count: alike })} isOn={withAlike} onChange={onWithAlike} />
      )}
      {isWaiting && (
        <>
          <Button shortcut="e" icon={<Check size={14} aria-hidden />} onClick={() => onJudge('acknowledged')}>
            {t('hit.acknowledge')}
          </Button>
          <Button shortcut="x" icon={<CircleSlash size={14} aria-hidden />} onClick={() => onJudge('ignored')}>
            {t('hit.ignore')}
          </Button>
          <IconButton label={t('hit.ignoreWhy')} shortcut="X" onClick={onIgnoreWhy}>
            <MessageSquareText size={15} aria-hidden />
          </IconButton>
        </>
      )}
      {isJudged && (
        <Button icon={<RotateCcw size={14} aria-hidden />} onClick={() => onJudge('waiting')}>
          {t('hit.putBack')}
        </Button>
      )}
      <IconButton label={t('bulk.clear')} shortcut="Esc" onClick={clear}>
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  );
}
