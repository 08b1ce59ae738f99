import { FORMS, type Form } from '../../../core/listening/listening-rule.ts';
import { Check } from '../../parts/check.tsx';
import { t } from '../../text/t.ts';
import { exampleOf } from './brand-words.ts';

/** In which forms the words count, each with how it looks. */
export function FormChecks({
  words,
  forms,
  problem,
  onChange,
}: {
  readonly words: readonly string[];
  readonly forms: readonly Form[];
  readonly problem: string | null;
  readonly onChange: (forms: Form[]) => void;
}) {
  return (
    <fieldset aria-invalid={problem ? true : undefined}>
      <legend className="mb-1 font-medium">{t('listening.forms')}</legend>
      <div className="grid gap-x-4 gap-y-1 rounded-medium border border-line bg-raised px-3 py-2 phone:grid-cols-2">
        {FORMS.map((form) => {
          const example = words.map((word) => exampleOf(form, word)).find((one) => one !== null);
          const isShort = form === 'misspelt' && words.length > 0 && example === undefined;
          return (
            <Check
              key={form}
              label={
                <span className="flex flex-wrap items-baseline gap-x-2">
                  {t(`listening.form.${form}`)}
                  {example && (
                    <span className="min-w-0 truncate font-mono text-s text-ink-3" dir="auto">
                      {example}
                    </span>
                  )}
                </span>
              }
              help={form === 'misspelt' && t(isShort ? 'listening.formTooShort' : 'listening.formHelp.misspelt')}
              isOn={forms.includes(form)}
              onChange={(isOn) => onChange(FORMS.filter((one) => (one === form ? isOn : forms.includes(one))))}
            />
          );
        })}
      </div>
      {problem && <p className="mt-1 text-s font-medium text-alarm">{problem}</p>}
    </fieldset>
  );
}
