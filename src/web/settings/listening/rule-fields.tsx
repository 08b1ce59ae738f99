import type { UseQueryResult } from '@tanstack/react-query';
import { BECOMES, BRAND_WORDS_MOST, EXCLUDED_MOST } from '../../../core/listening/listening-rule.ts';
import type { Board, ListeningSource } from '../../../wire/listening.ts';
import { Segments } from '../../parts/segments.tsx';
import { TagInput } from '../../parts/tag-input.tsx';
import { t } from '../../text/t.ts';
import { Section } from '../parts/sheet.tsx';
import { readBrandWords } from './brand-words.ts';
import { CareField } from './care-field.tsx';
import type { Body, Missing } from './draft.ts';
import { FormChecks } from './form-checks.tsx';
import { RuleLanguages } from './rule-languages.tsx';
import { SourcesField } from './sources-field.tsx';

/** Everything that a rule says, in the order in which a post is looked at. */
export function RuleFields({
  body,
  kind,
  missing,
  problemAt,
  sources,
  onChange,
}: {
  readonly body: Body;
  readonly kind: Board['kind'];
  readonly missing: Missing | null;
  /** What the server said of a field. */
  readonly problemAt: (field: string) => string | null;
  readonly sources: UseQueryResult<readonly ListeningSource[]>;
  readonly onChange: (more: Partial<Body>) => void;
}) {
  function setBrand(typed: readonly string[]) {
    const { words, shown } = readBrandWords(typed);
    onChange({
      brand: words.slice(0, BRAND_WORDS_MOST),
      forms: [...new Set([...body.forms, ...shown])],
    });
  }
  return (
    <>
      <div className="grid gap-4">
        <TagInput
          label={t('listening.brand')}
          help={t('listening.brandHelp')}
          placeholder={t('listening.brandExample')}
          problem={missing === 'brand' ? t('listening.missing.brand') : problemAt('brand')}
          values={body.brand}
          onChange={setBrand}
        />
        <FormChecks
          words={body.brand}
          forms={body.forms}
          problem={missing === 'forms' ? t('listening.missing.forms') : problemAt('forms')}
          onChange={(forms) => onChange({ forms })}
        />
      </div>
      <CareField body={body} sources={sources.data ?? []} onChange={onChange} />
      <TagInput
        label={t('listening.without')}
        help={t('listening.withoutHelp')}
        placeholder={t('listening.withoutExample')}
        problem={problemAt('without')}
        values={body.without}
        onChange={(without) => onChange({ without: without.map(bounded).slice(0, EXCLUDED_MOST) })}
      />
      <RuleLanguages values={body.languages} onChange={(languages) => onChange({ languages })} />
      <SourcesField query={sources} chosen={body.sources} onChange={(next) => onChange({ sources: next })} />
      <Section
        title={t('listening.becomes')}
        about={t(kind === 'competitor' ? 'listening.becomesCompetitor' : `listening.becomesHelp.${body.becomes}`)}
      >
        {kind === 'own' && (
          <Segments
            label={t('listening.becomes')}
            value={body.becomes}
            options={BECOMES.map((one) => ({ value: one, label: t(`listening.becomes.${one}`) }))}
            onChange={(becomes) => onChange({ becomes })}
          />
        )}
      </Section>
    </>
  );
}

const bounded = (word: string): string => word.slice(0, 80);
