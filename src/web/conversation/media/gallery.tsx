import { lazy, Suspense, useState } from 'react';
import { t } from '../../text/t.ts';
import type { Stored } from './kinds.ts';

const Lightbox = lazy(() => import('./lightbox.tsx').then((part) => ({ default: part.Lightbox })));
/** More are behind the last one. */
const SHOWN = 6;

/** The pictures of a message. Their places are as large before they are loaded as after, so that nothing jumps. */
export function Gallery({ pictures }: { readonly pictures: readonly Stored[] }) {
  const [at, setAt] = useState<number | null>(null);
  const shown = pictures.slice(0, SHOWN);
  const more = pictures.length - shown.length;
  const isOne = pictures.length === 1;
  return (
    <>
      <ul
        aria-label={t('attachment.pictures')}
        className={
          isOne
            ? 'max-w-full'
            : `grid w-full max-w-[420px] gap-1 overflow-hidden rounded-medium ${pictures.length === 2 || pictures.length === 4 ? 'grid-cols-2' : 'grid-cols-3'}`
        }
      >
        {shown.map(({ url, name, attachment }, index) => (
          <li key={url} className="relative">
            <button
              type="button"
              onClick={() => setAt(index)}
              aria-label={t('attachment.openImage', { name: attachment.alt ?? name })}
              className={`block max-w-full cursor-zoom-in overflow-hidden bg-sunken outline-offset-[-2px] ${isOne ? 'h-60 min-w-40 rounded-medium' : 'aspect-square w-full'}`}
            >
              <img
                src={url}
                alt=""
                loading="lazy"
                decoding="async"
                className={isOne ? 'h-full w-auto max-w-full object-cover' : 'size-full object-cover'}
              />
              {more > 0 && index === shown.length - 1 && (
                <span className="num absolute inset-0 grid place-items-center bg-scrim text-xl font-semibold text-raised">
                  {t('attachment.more', { count: more })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {at !== null && (
        <Suspense>
          <Lightbox pictures={pictures} start={at} onClose={() => setAt(null)} />
        </Suspense>
      )}
    </>
  );
}
