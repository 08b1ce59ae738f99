import { useState } from 'react';
import type { OwnWords } from '../../../wire/learning.ts';
import { languageName } from '../../text/language-name.ts';
import { t } from '../../text/t.ts';
import { count } from '../../time/words.ts';

const FEW = 14;
const EVERY = '*';

/** What every rule looks for in a language: the shipped words that are on, and those that the house added. */
export function ShippedTriggers({
  language,
  shipped,
  own,
}: {
  readonly language: string;
  readonly shipped: readonly string[];
  readonly own: OwnWords['triggers'];
}) {
  const [isAll, setAll] = useState(false);
  const off = new Set([...(own.off[language] ?? []), ...(own.off[EVERY] ?? [])]);
  const added = [...(own.added[language] ?? []), ...(own.added[EVERY] ?? [])];
  const words = [...added, ...shipped.filter((word) => !off.has(word))];
  const offHere = shipped.filter((word) => off.has(word)).length;
  if (words.length === 0)
    return <p className="text-s text-ink-3">{t('listening.triggerNone', { language: languageName(language) })}</p>;
  return (
    <div>
      <p className="mb-1.5 font-medium">{t('listening.triggerShipped', { language: languageName(language) })}</p>
      <ul lang={language} className="flex flex-wrap items-center gap-1">
        {words.slice(0, isAll ? undefined : FEW).map((word) => (
          <li key={word} className="rounded-full bg-sunken px-2 py-px text-ink-2">
            {word}
          </li>
        ))}
        {words.length > FEW && (
          <li lang="en">
            <button
              type="button"
              aria-expanded={isAll}
              onClick={() => setAll(!isAll)}
              className="rounded-full px-2 py-px text-accent hover:underline max-phone:min-h-10"
            >
              {isAll ? t('listening.triggerFew') : t('listening.triggerAll', { count: count(words.length) })}
            </button>
          </li>
        )}
      </ul>
      {offHere > 0 && <p className="mt-1.5 text-s text-ink-3">{t('listening.triggerOff', { count: offHere })}</p>}
    </div>
  );
}
