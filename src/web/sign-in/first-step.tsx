import { useNavigate, useSearch } from '@tanstack/react-router';
import { Fingerprint, LogIn } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ourPath } from '../../core/access/our-path.ts';
import type { SignedIn, SignInOptions } from '../../wire/security.ts';
import { inWords } from '../api/call.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { FormProblem } from '../parts/form.tsx';
import { PasswordField } from '../parts/password-field.tsx';
import { Skeleton } from '../parts/states.tsx';
import { t } from '../text/t.ts';
import { askOidc, byPasskey, byPassword, type SecondStepAsked } from './proving.ts';
import { useAutofill } from './use-autofill.ts';

type Busy = 'password' | 'passkey' | 'oidc' | null;

/** E-mail and password, and beside them whatever else this workspace offers. */
export function FirstStep({
  options,
  isReading,
  failure,
  onFailure,
  onDone,
  onSecond,
}: {
  readonly options: SignInOptions | undefined;
  readonly isReading: boolean;
  readonly failure: string | null;
  readonly onFailure: (why: string | null) => void;
  readonly onDone: () => Promise<void>;
  readonly onSecond: (asked: SecondStepAsked) => void;
}) {
  const { back, problem } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const [busy, setBusy] = useState<Busy>(null);
  // Where what is offered could not be read there still is a form: it says itself what is wrong when it is sent.
  const hasPassword = options?.password ?? !isReading;
  useAutofill(options?.passkey === true, follow, onFailure);
  useEffect(() => {
    // The words are there; a reload must not say them again.
    if (problem && options) void navigate({ to: '/sign-in', search: back ? { back } : {}, replace: true });
  }, [problem, options, navigate, back]);

  async function follow(answer: SignedIn): Promise<void> {
    if (answer.step === 'second_factor') onSecond(answer);
    else await onDone();
  }
  async function attempt(what: Busy, prove: () => Promise<SignedIn>) {
    setBusy(what);
    onFailure(null);
    try {
      await follow(await prove());
    } catch (error) {
      onFailure(inWords(error));
    } finally {
      setBusy(null);
    }
  }
  async function leaveFor(id: string) {
    setBusy('oidc');
    try {
      location.assign((await askOidc(id, ourPath(back))).url);
    } catch (error) {
      onFailure(inWords(error));
      setBusy(null);
    }
  }
  return (
    <div className="grid gap-4">
      {failure && <FormProblem>{failure}</FormProblem>}
      {isReading && <Skeleton className="h-9" />}
      {options?.oidc.map((provider) => (
        <Button
          key={provider.id}
          disabled={busy !== null}
          onClick={() => void leaveFor(provider.id)}
          icon={<LogIn size={15} aria-hidden />}
          className="!h-10 bg-raised"
        >
          {t('signIn.oidc', { name: provider.name })}
        </Button>
      ))}
      {options?.passkey && (
        <Button
          isBusy={busy === 'passkey'}
          disabled={busy !== null}
          onClick={() => void attempt('passkey', byPasskey)}
          icon={<Fingerprint size={15} aria-hidden />}
          className="!h-10 bg-raised"
        >
          {t('signIn.passkey')}
        </Button>
      )}
      {hasPassword && options && (options.passkey || options.oidc.length > 0) && (
        <div className="flex items-center gap-3 text-s text-ink-3">
          <span className="h-px flex-1 bg-line" />
          {t('signIn.or')}
          <span className="h-px flex-1 bg-line" />
        </div>
      )}
      {hasPassword && (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            void attempt('password', () => byPassword(String(form.get('email')), String(form.get('password'))));
          }}
        >
          <TextField
            label={t('signIn.email')}
            name="email"
            type="email"
            autoComplete="username webauthn"
            inputMode="email"
            autoCapitalize="none"
            required
            autoFocus
          />
          <PasswordField label={t('signIn.password')} name="password" autoComplete="current-password" required />
          <Button type="submit" look="main" isBusy={busy === 'password'} disabled={busy !== null} className="!h-10">
            {t(busy === 'password' ? 'signIn.busy' : 'signIn.submit')}
          </Button>
        </form>
      )}
      {!isReading && <p className="text-ink-2">{t(hasPassword ? 'signIn.lost' : 'signIn.lostPasskey')}</p>}
    </div>
  );
}
