import { useState } from 'react';
import type { Hit } from '../api/listening.ts';
import { t } from '../text/t.ts';
import { marked, type Part } from './marked.ts';

/** Longer ones are folded. UTF-16 units. */
const LONG = 420;
const LINES = 6;

/** What was said, with the words marked that made it heard: the brand by a full line below it, what calls for care by dots. */
export function HitText({ hit }: { readonly hit: Hit }) {
  const [isWhole, setWhole] = useState(false);
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
          <Piece key={part.from} part={part} />
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

function Piece({ part: { text, heard } }: { readonly part: Part }) {
  if (!heard) return text;
  const isBrand = heard.kind === 'brand';
  const why = t(isBrand ? (heard.form === 'misspelt' ? 'hit.brandMisspelt' : 'hit.brand') : 'hit.trigger', {
    word: heard.word,
  });
  return (
    <mark
      title={why}
      className={`rounded-[3px] px-px underline decoration-2 underline-offset-[3px] ${isBrand ? 'bg-accent-soft text-accent decoration-accent' : 'bg-warn-soft text-warn decoration-warn decoration-dotted'}`}
    >
      {text}
    </mark>
  );
}
