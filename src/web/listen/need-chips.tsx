import { Ear } from 'lucide-react';
import type { Need } from '../../core/listening/needs.ts';
import { Chip } from '../parts/chip.tsx';
import { t } from '../text/t.ts';
import { needWords } from './need-words.ts';

/** What a post was heard as where its meaning counts, beside the words that are marked in it. */
export function NeedChips({ needs }: { readonly needs: readonly Need[] }) {
  return needs.map((need) => (
    <Chip key={need.is} tone={need.is === 'now' ? 'alarm' : 'warn'} title={t('hit.need')}>
      <Ear size={11} aria-hidden className="flex-none" />
      <span className="sr-only">{t('hit.needBefore')}</span>
      <span className="num">{needWords(need)}</span>
    </Chip>
  ));
}
