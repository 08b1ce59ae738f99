import { ArrowDown, LoaderCircle, RefreshCw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Message } from '../../../wire/messages.ts';
import { Button } from '../../parts/button.tsx';
import { t } from '../../text/t.ts';
import type { Thread } from './use-thread.ts';

/** That more is being read, at the edge where it will appear; or why it could not be. */
export function ReadingMark({ thread }: { readonly thread: Thread }) {
  const { reading, failed, read } = thread;
  const side = reading ?? failed?.side;
  if (!side) return null;
  return (
    <div
      role="status"
      className={`pointer-events-none absolute inset-x-0 flex justify-center ${side === 'earlier' ? 'top-2' : 'bottom-2'}`}
    >
      {failed ? (
        <span className="pointer-events-auto flex items-center gap-2 rounded-full bg-alarm-soft py-1 ps-3 pe-1 text-s text-alarm shadow-lift">
          {failed.why}
          <Button
            look="quiet"
            className="!h-6 !px-2 max-phone:!h-10"
            icon={<RefreshCw size={12} aria-hidden />}
            onClick={() => void read(failed.side)}
          >
            {t('failed.retry')}
          </Button>
        </span>
      ) : (
        <span className="grid size-7 place-items-center rounded-full bg-raised text-ink-3 shadow-lift">
          <LoaderCircle size={14} className="animate-spin motion-reduce:animate-none" aria-label={t('flow.reading')} />
        </span>
      )}
    </div>
  );
}

export function ToNewest({ count, onGo }: { readonly count: number; readonly onGo: () => void }) {
  return (
    <div
      className={`pointer-events-none absolute inset-x-0 bottom-3 flex px-6 max-phone:px-4 ${count > 0 ? 'justify-center' : 'justify-end'}`}
    >
      <button
        type="button"
        onClick={onGo}
        aria-label={count > 0 ? undefined : t('flow.toNewest')}
        title={count > 0 ? undefined : t('flow.toNewest')}
        className={`rise pointer-events-auto inline-flex h-8 items-center gap-1.5 rounded-full px-3 font-medium shadow-lift motion-reduce:animate-none max-phone:h-10 ${count > 0 ? 'bg-accent text-on-accent' : 'bg-raised text-ink-2 hover:text-ink'}`}
      >
        {count > 0 && t('flow.below', { count })}
        <ArrowDown size={15} aria-hidden />
      </button>
    </div>
  );
}

/** Says aloud what arrives, for those who do not see it arrive. */
export function NewWords({ messages }: { readonly messages: readonly Message[] }) {
  const last = messages.findLast(({ isContext, direction }) => !isContext && direction === 'inbound');
  const known = useRef(last?.id);
  const [words, setWords] = useState('');
  useEffect(() => {
    if (!last || known.current === last.id) return;
    known.current = last.id;
    setWords(t('flow.said', { name: last.author.name || t('person.nameless'), text: last.text }));
  }, [last]);
  return (
    <p aria-live="polite" className="sr-only">
      {words}
    </p>
  );
}
