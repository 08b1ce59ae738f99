import { CARES } from '../../../core/listening/listening-rule.ts';
import type { ListeningSource } from '../../../wire/listening.ts';
import { Chip } from '../../parts/chip.tsx';
import { ChoiceCards } from '../../parts/choice-cards.tsx';
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
  return (
    <Section title={t('listening.care')} about={t('listening.careAbout')}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <ChoiceCards
          label={t('listening.care')}
          values={CARES}
          value={care}
          name={(one) => t(`listening.care.${one}`)}
          about={(one) => t(`listening.care.${one}.about`)}
          beside={(one) => one === RECOMMENDED && <Chip tone="accent">{t('listening.careRecommended')}</Chip>}
          className=""
          onChange={(next) => onChange({ care: next })}
        />
        {care !== 'words' && <CareReach care={care} chosen={body.sources} sources={sources} />}
        {care !== 'anything' && <CareWords body={body} onChange={onChange} />}
      </div>
    </Section>
  );
}
