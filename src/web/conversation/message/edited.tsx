import { Pencil } from 'lucide-react';
import { useId, useState } from 'react';
import type { Message } from '../../../wire/messages.ts';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { fullWords, momentWords } from '../../time/words.ts';
import { Words } from './words.tsx';

/** What it said before: a promise taken back must not vanish. */
export function Edited({ message }: { readonly message: Message }) {
  const [isOpen, setOpen] = useState(false);
  const now = useNow();
  const versions = useId();
  if (message.versions.length === 0) return <span className="text-s text-ink-3">{t('message.edited')}</span>;
  return (
    <span className="contents">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? versions : undefined}
        onClick={() => setOpen(!isOpen)}
        className="inline-flex items-center gap-1 self-center rounded-small text-s text-ink-3 underline decoration-dotted underline-offset-2 hover:text-ink max-phone:min-h-10"
      >
        <Pencil size={11} aria-hidden />
        {t('message.editedTimes', { count: message.versions.length })}
      </button>
      {isOpen && (
        <ol id={versions} className="order-last grid w-full gap-1 border-s-2 border-line py-1 ps-3 text-ink-2">
          {message.versions.map((version) => (
            <li key={version.replacedAt}>
              <span className="text-s text-ink-3" title={fullWords(version.replacedAt)}>
                {t('message.until', { at: momentWords(version.replacedAt, now) })}
              </span>
              <Words text={version.text} />
            </li>
          ))}
        </ol>
      )}
    </span>
  );
}
