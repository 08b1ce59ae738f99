import { useState } from 'react';
import type { MySecurity } from '../../../wire/security.ts';
import { Field, INPUT } from '../../parts/field.tsx';
import type { Save } from '../../parts/form.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { t } from '../../text/t.ts';

export interface Proof {
  readonly password?: string;
  readonly code?: string;
}
/** What they type to show who they are; null: nothing, that they signed in just now is enough. */
export type ProofWanted = 'password' | 'code' | 'recovery_code' | null;

export function proofWanted({ hasPassword, totp, recoveryCodesLeft }: MySecurity): ProofWanted {
  if (hasPassword) return 'password';
  if (totp) return 'code';
  return recoveryCodesLeft > 0 ? 'recovery_code' : null;
}

/** The same for adding a way in: right after a one-time link nothing is asked for. */
export function proofToAdd(security: MySecurity, now: number): ProofWanted {
  const { addsFreelyUntil } = security;
  return addsFreelyUntil !== null && now <= Date.parse(addsFreelyUntil) ? null : proofWanted(security);
}

interface TypedProof {
  readonly wanted: ProofWanted;
  readonly typed: string;
  readonly setTyped: (typed: string) => void;
  /** As it is sent. */
  readonly proof: Proof;
  /** The names of its fields, as a refusal calls them. */
  readonly fields: readonly string[];
}

export function useProof(wanted: ProofWanted): TypedProof {
  const [typed, setTyped] = useState('');
  if (wanted === null) return { wanted, typed, setTyped, proof: {}, fields: [] };
  const field = wanted === 'password' ? 'password' : 'code';
  return { wanted, typed, setTyped, proof: { [field]: typed }, fields: [field] };
}

/** Where it is typed; nothing where nothing is wanted. */
export function ProofField({
  of: { wanted, typed, setTyped },
  save,
}: {
  readonly of: TypedProof;
  readonly save: Save;
}) {
  if (wanted === null) return null;
  if (wanted === 'password')
    return (
      <PasswordField
        label={t('reassure.password')}
        autoComplete="current-password"
        required
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        problem={save.at('password')}
      />
    );
  const isTotp = wanted === 'code';
  return (
    <Field label={t(isTotp ? 'reassure.code' : 'reassure.recoveryCode')} problem={save.at('code')}>
      {(ids) => (
        <input
          {...ids}
          required
          dir="ltr"
          inputMode={isTotp ? 'numeric' : 'text'}
          autoComplete={isTotp ? 'one-time-code' : 'off'}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          className={`${INPUT} num`}
        />
      )}
    </Field>
  );
}
