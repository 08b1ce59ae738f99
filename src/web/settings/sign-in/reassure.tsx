import { type ReactNode, useState } from 'react';
import type { MySecurity } from '../../../wire/security.ts';
import { Field, INPUT } from '../../parts/field.tsx';
import { useSave } from '../../parts/form.tsx';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { t } from '../../text/t.ts';

export interface Proof {
  readonly password?: string;
  readonly code?: string;
}

/** Who takes protection away shows once more who they are: an open laptop in a café is not enough. */
export function ReassureDialog<Answer>({
  title,
  about,
  act,
  security,
  send,
  onDone,
  onClose,
}: {
  readonly title: string;
  readonly about: ReactNode;
  readonly act: string;
  readonly security: MySecurity;
  readonly send: (proof: Proof) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
}) {
  const save = useSave();
  const [typed, setTyped] = useState('');
  const by = security.hasPassword ? 'password' : security.totp ? 'code' : null;
  async function submit() {
    const answer = await save.run(() => send(by ? { [by]: typed } : {}));
    if (answer === null) return;
    onClose();
    onDone(answer);
  }
  return (
    <FormDialog
      title={title}
      about={about}
      act={act}
      save={save}
      fields={by ? [by] : []}
      isDirty={false}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {by === 'password' && (
        <PasswordField
          label={t('reassure.password')}
          autoComplete="current-password"
          required
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          problem={save.at('password')}
        />
      )}
      {by === 'code' && (
        <Field label={t('reassure.code')} problem={save.at('code')}>
          {(ids) => (
            <input
              {...ids}
              required
              dir="ltr"
              inputMode="numeric"
              autoComplete="one-time-code"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              className={`${INPUT} num`}
            />
          )}
        </Field>
      )}
    </FormDialog>
  );
}
