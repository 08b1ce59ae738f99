import type { OwnHead } from '../../../wire/learning.ts';
import { t } from '../../text/t.ts';
import { Lines, Section } from '../parts/sheet.tsx';
import { OwnHeadLine } from './own-head-line.tsx';

/** What agents' corrections made of it, a line for each thing that can be put right. */
export function OwnModel({ heads }: { readonly heads: readonly OwnHead[] }) {
  return (
    <Section title={t('own.title')} about={t('own.about', { needed: heads[0]?.needed ?? 0 })}>
      <Lines>
        {heads.map((head) => (
          <OwnHeadLine key={head.head} own={head} />
        ))}
      </Lines>
    </Section>
  );
}
