import { useMemo, useState } from 'react';
import { findSought } from '../../core/text/find-sought.ts';
import type { Hit } from '../api/listening.ts';
import { Words } from '../search/words.tsx';
import { t } from '../text/t.ts';
import { marked, type Part } from './marked.ts';

/** Longer ones are folded. UTF-16 units. */
const LONG = 420;
const LINES = 6;

type Places = ReturnType<typeof findSought>;

/**
 * What was said, with the words marked that made it heard: the brand by a full line below it, what calls for care by dots.
 * What was looked for stands in a frame. A long post is open when that lies in what is folded.
 */
export function HitText({ hit, term = '' }: { readonly hit: Hit; readonly term?: string | undefined }) {
  const sought = useMemo(() => findSought(hit.text, term), [hit.text, term]);
  const [isWhole, setWhole] = useState(() => isFolded(hit.text, sought[0]?.[0] ?? 0));
  const isLong = hit.text.length > LONG || hit.text.split('\n').length > LINES;
  if (hit.text.trim() === '') return <p className="mt-1 text-ink-3 italic">{t('hit.noText')}</p>;
  return (
    <div className="mt-1">
      <p
        dir="auto"
        lang={hit.language ?? undefined}
        className={`said text-l ${isLong && !isWhole ? 'line-clamp-5' : ''}`}
      >
        {marked(hit.text, hit.because).map((part) => (
          <Piece key={part.from} part={part} sought={sought} />
        ))}
      </p>
      {isLong && (
        <button
          type="button"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
          className="rounded-small text-accent hover:underline max-phone:min-h-10"
        >
          {t(isWhole ? 'hit.less' : 'hit.more')}
        </button>
      )}
    </div>
  );
}

const isFolded = (text: string, at: number) => at > LONG || text.slice(0, at).split('\n').length >= LINES;

function Piece({ part: { from, text, heard }, sought }: { readonly part: Part; readonly sought: Places }) {
  const inside = sought.map(([begin, end]) => [begin - from, end - from] as const);
  const words = (
    <Words text={text} marks={inside} look="rounded-[3px] bg-note-soft mx-px px-px text-ink ring-1 ring-note" />
  );
  if (!heard) return words;
  const isBrand = heard.kind === 'brand';
  const why = t(isBrand ? (heard.form === 'misspelt' ? 'hit.brandMisspelt' : 'hit.brand') : 'hit.trigger', {
    word: heard.word,
  });
  return (
    <mark
      title={why}
      className={`rounded-[3px] px-px underline decoration-2 underline-offset-[3px] ${isBrand ? 'bg-accent-soft text-accent decoration-accent' : 'bg-warn-soft text-warn decoration-warn decoration-dotted'}`}
    >
      {words}
    </mark>
  );
}
