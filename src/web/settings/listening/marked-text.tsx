import { t } from '../../text/t.ts';
import type { Overheard } from './overheard.ts';
import { partsOf } from './parts-of.ts';

/** A text with the words that were heard marked: by line as well as by colour, the name apart from what calls for care. */
export function MarkedText({ text, because }: Pick<Overheard, 'text' | 'because'>) {
  return partsOf(text, because).map(({ from, words, kind }) =>
    kind ? (
      <mark
        key={from}
        title={t(`heard.word.${kind}`)}
        className={`rounded-[3px] px-0.5 text-ink underline underline-offset-2 ${kind === 'brand' ? 'bg-accent-soft decoration-accent decoration-2' : 'bg-warn-soft decoration-warn decoration-dotted decoration-2'}`}
      >
        {words}
      </mark>
    ) : (
      words
    ),
  );
}
