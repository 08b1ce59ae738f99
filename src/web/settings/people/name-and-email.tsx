import { TextField } from '../../parts/field.tsx';
import type { Save } from '../../parts/form.tsx';
import { t } from '../../text/t.ts';

interface Named {
  readonly name: string;
  readonly email: string;
}

/** Who a colleague is, as somebody else fills it in. */
export function NameAndEmail({
  value: { name, email },
  save,
  onChange,
}: {
  readonly value: Named;
  readonly save: Save;
  readonly onChange: (value: Named) => void;
}) {
  return (
    <>
      <TextField
        label={t('people.name')}
        required
        maxLength={100}
        autoComplete="off"
        value={name}
        onChange={({ target }) => onChange({ name: target.value, email })}
        problem={save.at('name')}
      />
      <TextField
        label={t('people.email')}
        type="email"
        required
        autoComplete="off"
        value={email}
        onChange={({ target }) => onChange({ name, email: target.value })}
        problem={save.at('email')}
      />
    </>
  );
}
