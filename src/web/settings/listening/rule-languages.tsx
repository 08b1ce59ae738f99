import { ChooseMany } from '../../parts/combobox.tsx';
import { Field } from '../../parts/field.tsx';
import { compareNames } from '../../text/by-name.ts';
import { languageName } from '../../text/language-name.ts';
import { t } from '../../text/t.ts';

/** Those in which most people write who speak of anybody; one that a rule has already is offered too. */
const OFFERED =
  'ar bg bn bs ca cs da de el en es et fa fi fr ga he hi hr hu id is it ja ko lt lv mk ms mt nl no pl pt ro ru sk sl sq sr sv th tr uk ur vi zh';

export function RuleLanguages({
  values,
  onChange,
}: {
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
}) {
  const choices = [...new Set([...OFFERED.split(' '), ...values])]
    .map((value) => ({ value, label: languageName(value), detail: value }))
    .sort((a, b) => compareNames(a.label, b.label));
  return (
    <Field label={t('listening.languages')} help={t('listening.languagesHelp')}>
      {({ id }) => (
        <ChooseMany
          id={id}
          label={t('listening.languages')}
          placeholder={t('listening.addLanguage')}
          choices={choices}
          values={values}
          onChange={(next) => onChange(next.slice(0, 60))}
        />
      )}
    </Field>
  );
}
