import { Check, Minus } from 'lucide-react';
import { HEADS } from '../../../core/learning/own.ts';
import type { Understanding } from '../../../wire/learning.ts';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { languageName } from '../../text/language-name.ts';
import { percent } from '../../text/percent.ts';
import { t } from '../../text/t.ts';
import { Section } from '../parts/sheet.tsx';
import { score } from './figures.ts';

type ShippedModel = Understanding['shipped'];

/** Which languages the shipped model may speak about, and how well it does. */
export function Shipped({ shipped: { version, languages } }: { readonly shipped: ShippedModel }) {
  if (languages.length === 0)
    return (
      <Section title={t('shipped.title')}>
        <p className="text-ink-2">{t('shipped.none')}</p>
      </Section>
    );
  const heads = HEADS.filter((head) => languages.some((one) => one.heads[head]));
  return (
    <Section title={t('shipped.title')} about={t('shipped.about', { version })}>
      <ScrollTable label={t('shipped.table')}>
        <thead>
          <tr className="border-b border-line text-s text-ink-3">
            <th scope="col" className="px-4 py-2 text-start font-medium">
              {t('shipped.language')}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="px-2 py-2 text-start font-medium">
                {t(`head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {languages.map(({ language, heads: gates }) => (
            <tr key={language}>
              <th scope="row" className="px-4 py-2 text-start font-medium">
                {languageName(language)}
              </th>
              {heads.map((head) => (
                <td key={head} className="px-2 py-2">
                  <Measured gate={gates[head]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Section>
  );
}

type Gate = NonNullable<ShippedModel['languages'][number]['heads']['kind']>;

function Measured({ gate }: { readonly gate: Gate | undefined }) {
  if (!gate) return <span className="text-ink-3">–</span>;
  const right = percent.format(gate.accuracy);
  const Icon = gate.passed ? Check : Minus;
  return (
    <span
      title={t('shipped.details', { right, f1: score.format(gate.score), lines: gate.lines })}
      className={`num inline-flex items-center gap-1 ${gate.passed ? '' : 'text-ink-3'}`}
    >
      <Icon
        size={13}
        role="img"
        aria-label={t(gate.passed ? 'shipped.shown' : 'shipped.notShown')}
        className={gate.passed ? 'text-accent' : ''}
      />
      {right}
    </span>
  );
}
