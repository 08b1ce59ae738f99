import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import { CARES } from '../../../core/listening/listening-rule.ts';
import type { ListeningSource } from '../../../wire/listening.ts';
import { Chip } from '../../parts/chip.tsx';
import { t } from '../../text/t.ts';
import { Section } from '../parts/sheet.tsx';
import { CareReach } from './care-reach.tsx';
import { CareWords } from './care-words.tsx';
import type { Body } from './draft.ts';

const RECOMMENDED = 'understood';

/** What must stand beside the name: a call for care by its words or by what is meant, by its words alone, or nothing. */
export function CareField({
  body,
  sources,
  onChange,
}: {
  readonly body: Body;
  readonly sources: readonly ListeningSource[];
  readonly onChange: (more: Partial<Body>) => void;
}) {
  const { care } = body;
  const id = useId();
  return (
    <Section title={t('listening.care')} about={t('listening.careAbout')}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <RadioGroup
          aria-label={t('listening.care')}
          value={care}
          onValueChange={(next) => onChange({ care: CARES.find((one) => one === next) ?? care })}
          className="grid gap-2"
        >
          {CARES.map((one) => (
            <Radio.Root
              key={one}
              value={one}
              aria-labelledby={`${id}-${one}`}
              aria-describedby={`${id}-${one}-about`}
              className="group/care grid cursor-pointer grid-cols-[18px_minmax(0,1fr)] items-start gap-x-2.5 rounded-medium border border-line bg-raised px-3 py-2.5 text-start select-none hover:border-edge data-checked:border-accent data-checked:bg-accent-soft"
            >
              <span
                aria-hidden
                className="mt-0.5 grid size-4 place-items-center rounded-full border border-edge bg-raised group-data-checked/care:border-accent"
              >
                <span className="size-2 rounded-full group-data-checked/care:bg-accent" />
              </span>
              <span className="min-w-0">
                <span className="flex flex-wrap items-baseline gap-x-2 font-semibold">
                  <span id={`${id}-${one}`}>{t(`listening.care.${one}`)}</span>
                  {one === RECOMMENDED && <Chip tone="accent">{t('listening.careRecommended')}</Chip>}
                </span>
                <span id={`${id}-${one}-about`} className="block text-s text-ink-2">
                  {t(`listening.care.${one}.about`)}
                </span>
              </span>
            </Radio.Root>
          ))}
        </RadioGroup>
        {care !== 'words' && <CareReach care={care} chosen={body.sources} sources={sources} />}
        {care !== 'anything' && <CareWords body={body} onChange={onChange} />}
      </div>
    </Section>
  );
}
