import type { Save } from '../parts/form.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { t } from '../text/t.ts';
import { type Strength, StrengthMeter } from './strength-meter.tsx';

/** A password that is being chosen, and how good it is. */
export function NewPassword({
  label,
  value,
  save,
  ask,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly save: Save;
  /** Stable: each new one is asked anew. */
  readonly ask: (password: string) => Promise<Strength>;
  readonly onChange: (password: string) => void;
}) {
  return (
    <>
      <PasswordField
        label={label}
        help={t('settings.passwordHelp')}
        name="password"
        autoComplete="new-password"
        minLength={10}
        required
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
          save.clear();
        }}
        problem={save.at('password')}
      />
      {save.at('password') === null && <StrengthMeter password={value} ask={ask} />}
    </>
  );
}
