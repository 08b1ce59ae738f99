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
  problemAt,
  isChange = false,
  kept,
  isMarked = false,
}: {
  readonly fields: readonly CredentialField[];
  readonly form: Filled;
  readonly onChange: (name: string, value: string | boolean) => void;
  /** What is wrong with a field. */
  readonly problemAt: (name: string) => string | null;
  readonly isChange?: boolean;
  /** Names of the secrets that are kept; absent: all of them. */
  readonly kept?: readonly string[];
  /** What is needed says so, not only what is optional. */
  readonly isMarked?: boolean;
}) {
  return (
    <div className="grid gap-4">
      {fields.map((field) => {
        const wrong = problemAt(field.name);
        const isKept = isChange && (kept?.includes(field.name) ?? true);
        const isNeeded = isMarked && !field.optional && !(isKept && field.kind === 'secret');
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
              isChange={isKept}
              onChange={(next) => onChange(field.name, next)}
            />
          );
        return (
          <TextField
            key={field.name}
            label={field.label}
            help={field.help}
            problem={wrong}
            isOptional={field.optional ? t('field.optional') : isNeeded ? t('field.needed') : undefined}
            name={field.name}
            aria-required={isNeeded || undefined}
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
            placeholder={field.kind === 'secret' && isKept ? t('field.kept') : field.placeholder}
            value={String(value)}
            onChange={(event) => onChange(field.name, event.target.value)}
          />
        );
      })}
    </div>
  );
}
