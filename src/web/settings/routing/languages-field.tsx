import { ChooseMany } from '../../parts/combobox.tsx';
import { Field } from '../../parts/field.tsx';
import { compareNames } from '../../text/by-name.ts';
import { languageName } from '../../text/language-name.ts';
import { t } from '../../text/t.ts';

/** Those in which most customers of anybody write; one that somebody has already is offered too. */
const OFFERED =
  'ar bg bn bs ca cs da de el en es et fa fi fr ga he hi hr hu id is it ja ko lt lv mk ms mt nl no pl pt ro ru sk sl sq sr sv th tr uk ur vi zh';

export function LanguagesField({
  values,
  problem,
  onChange,
}: {
  readonly values: readonly string[];
  readonly problem: string | null;
  readonly onChange: (values: readonly string[]) => void;
}) {
  const codes = [...new Set([...OFFERED.split(' '), ...values])];
  const choices = codes
    .map((value) => ({ value, label: languageName(value), detail: value }))
    .sort((a, b) => compareNames(a.label, b.label));
  return (
    <Field label={t('agentDesk.languages')} help={t('agentDesk.languagesHelp')} problem={problem}>
      {({ id }) => (
        <ChooseMany
          id={id}
          label={t('agentDesk.languages')}
          placeholder={t('agentDesk.addLanguage')}
          choices={choices}
          values={values}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
