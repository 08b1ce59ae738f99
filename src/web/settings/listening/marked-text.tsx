import { marked } from '../../listen/marked.ts';
import { t } from '../../text/t.ts';
import type { Overheard } from './overheard.ts';

/** A text with the words that were heard marked: by line as well as by colour, the name apart from what calls for care. */
export function MarkedText({ text, because }: Pick<Overheard, 'text' | 'because'>) {
  return marked(text, because).map(({ from, text: words, heard }) =>
    heard ? (
      <mark
        key={from}
        title={t(`heard.word.${heard.kind}`)}
        className={`rounded-[3px] px-0.5 text-ink underline underline-offset-2 ${heard.kind === 'brand' ? 'bg-accent-soft decoration-accent decoration-2' : 'bg-warn-soft decoration-warn decoration-dotted decoration-2'}`}
      >
        {words}
      </mark>
    ) : (
      words
    ),
  );
}
