import { Eye, EyeOff } from 'lucide-react';
import { type InputHTMLAttributes, type ReactNode, useState } from 'react';
import { t } from '../text/t.ts';
import { Field, INPUT } from './field.tsx';

/** A password, hidden unless its owner wants to see it. */
export function PasswordField({
  label,
  help,
  problem,
  ...input
}: {
  readonly label: string;
  readonly help?: ReactNode;
  readonly problem?: string | null;
} & InputHTMLAttributes<HTMLInputElement>) {
  const [isShown, setShown] = useState(false);
  return (
    <Field label={label} help={help} problem={problem ?? null}>
      {(ids) => (
        <div className="relative">
          <input
            {...ids}
            {...input}
            type={isShown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
            className={`${INPUT} pe-10`}
          />
          <button
            type="button"
            aria-label={t(isShown ? 'password.hide' : 'password.show')}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
            className="absolute end-0 top-0 grid h-full w-9 place-items-center rounded-small text-ink-3 hover:text-ink max-phone:w-11"
          >
            {isShown ? <EyeOff size={15} aria-hidden /> : <Eye size={15} aria-hidden />}
          </button>
        </div>
      )}
    </Field>
  );
}
