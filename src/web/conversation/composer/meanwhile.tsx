import { Button } from '../../parts/button.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords } from '../../time/words.ts';
import type { Meanwhile } from './read-meanwhile.ts';

/** Somebody answered while this was written: read it first, then choose. */
export function MeanwhileBox({
  said,
  onSendAnyway,
  onKeep,
  onDiscard,
}: {
  readonly said: readonly Meanwhile[];
  readonly onSendAnyway: () => void;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}) {
  const now = useNow();
  return (
    <div
      role="alertdialog"
      aria-label={t('meanwhile.title')}
      className="rise border-t border-line bg-warn-soft px-4 py-3"
    >
      <p className="font-semibold text-warn">{t('meanwhile.title')}</p>
      <ul className="my-2 grid max-h-40 gap-2 overflow-auto">
        {said.map((message) => (
          <li key={message.id} className="rounded-small bg-raised px-3 py-2">
            <p className="text-s text-ink-2">
              <b className="font-semibold text-ink">{message.agentName ?? t('meanwhile.somebody')}</b>
              {message.sentAt && ` · ${momentWords(message.sentAt, now)}`}
            </p>
            <p className="said" dir="auto">
              {message.text}
            </p>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onKeep} className="bg-raised">
          {t('meanwhile.keep')}
        </Button>
        <Button onClick={onDiscard} className="bg-raised">
          {t('meanwhile.discard')}
        </Button>
        <Button look="main" onClick={onSendAnyway} className="ms-auto">
          {t('meanwhile.send')}
        </Button>
      </div>
    </div>
  );
}
