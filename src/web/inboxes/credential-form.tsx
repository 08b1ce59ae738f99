import type { CredentialField } from '../../wire/inboxes.ts';
import { Field, TextField } from '../parts/field.tsx';
import { Select } from '../parts/select.tsx';
import { Toggle } from '../parts/toggle.tsx';
import { t } from '../text/t.ts';
import type { Filled } from './filled-in.ts';
import { OwnSecret } from './own-secret.tsx';

/** The form of a channel, drawn from its connector's own list of fields. */
export function CredentialForm({
  fields,
  form,
  onChange,
  problem,
  isChange,
}: {
  readonly fields: readonly CredentialField[];
  readonly form: Filled;
  readonly onChange: (name: string, value: string | boolean) => void;
  readonly problem: { readonly field: string | null; readonly words: string } | null;
  readonly isChange?: boolean;
}) {
  return (
    <div className="grid gap-4">
      {fields.map((field) => {
        const wrong = problem?.field === field.name ? problem.words : null;
        const value = form[field.name] ?? '';
        if (field.kind === 'toggle')
          return (
            <Toggle
              key={field.name}
              label={field.label}
              help={field.help}
              isOn={value === true}
              onChange={(isOn) => onChange(field.name, isOn)}
            />
          );
        if (field.kind === 'choice')
          return (
            <Field key={field.name} label={field.label} help={field.help} problem={wrong}>
              {({ id }) => (
                <Select
                  id={id}
                  label={field.label}
                  value={String(value)}
                  options={field.choices ?? []}
                  onChange={(next) => onChange(field.name, next)}
                />
              )}
            </Field>
          );
        if (field.isSuggested)
          return (
            <OwnSecret
              key={field.name}
              field={field}
              value={String(value)}
              problem={wrong}
              isChange={isChange === true}
              onChange={(next) => onChange(field.name, next)}
            />
          );
        return (
          <TextField
            key={field.name}
            label={field.label}
            help={field.help}
            problem={wrong}
            isOptional={field.optional ? t('field.optional') : undefined}
            name={field.name}
            type={
              field.kind === 'secret'
                ? 'password'
                : field.kind === 'number'
                  ? 'number'
                  : field.kind === 'url'
                    ? 'url'
                    : 'text'
            }
            inputMode={field.kind === 'number' ? 'numeric' : undefined}
            autoComplete={field.kind === 'secret' ? 'new-password' : 'off'}
            spellCheck={false}
            placeholder={field.kind === 'secret' && isChange ? t('field.kept') : field.placeholder}
            value={String(value)}
            onChange={(event) => onChange(field.name, event.target.value)}
          />
        );
      })}
    </div>
  );
}
