import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { call, inWords } from '../api/call.ts';
import { Ear } from '../frame/ear.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { t } from '../text/t.ts';

/** The door: by the one-time link, or by e-mail and password. */
export function SignIn() {
  const { token } = useSearch({ from: '/sign-in' });
  const [failure, setFailure] = useState<string | null>(null);
  return (
    <main className="grid h-full place-items-center overflow-auto bg-sunken p-4">
      <div className="w-full max-w-[360px]">
        <Ear size={40} className="mb-5 text-accent" />
        <h1 className="text-2xl font-semibold tracking-[-.02em]">{t('signIn.title')}</h1>
        {token && failure === null ? (
          <ByLink token={token} onFailed={setFailure} />
        ) : (
          <ByPassword failure={failure} onFailed={setFailure} />
        )}
      </div>
    </main>
  );
}

function useEnter(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { back } = useSearch({ from: '/sign-in' });
  return useCallback(async () => {
    client.clear();
    // Only a path of this page: a link must not be able to send people elsewhere after they signed in.
    const isOurs = back?.startsWith('/') && !back.startsWith('//') && !back.startsWith('/\\');
    await navigate({ href: isOurs ? back : '/desk', replace: true });
  }, [client, navigate, back]);
}

/** Spent by this script only: programs that preview links fetch the page but do not run it. */
function ByLink({ token, onFailed }: { readonly token: string; readonly onFailed: (why: string) => void }) {
  const enter = useEnter();
  const spent = useRef<string | null>(null);
  useEffect(() => {
    if (spent.current === token) return;
    spent.current = token;
    call('POST', '/api/session/link', { token }).then(enter, (error: unknown) => onFailed(inWords(error)));
  }, [token, enter, onFailed]);
  return (
    <p role="status" className="mt-2 text-l text-ink-2">
      {t('signIn.byLink')}
    </p>
  );
}

function ByPassword({
  failure,
  onFailed,
}: {
  readonly failure: string | null;
  readonly onFailed: (why: string) => void;
}) {
  const enter = useEnter();
  const [isBusy, setBusy] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    try {
      await call('POST', '/api/session', { email: String(form.get('email')), password: String(form.get('password')) });
      await enter();
    } catch (error) {
      onFailed(inWords(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="mt-4 grid gap-4">
      {failure && (
        <p role="alert" className="rounded-s bg-alarm-soft px-3 py-2 text-alarm">
          {failure}
        </p>
      )}
      <TextField label={t('signIn.email')} name="email" type="email" autoComplete="username" required autoFocus />
      <TextField
        label={t('signIn.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" look="main" isBusy={isBusy} className="h-9">
        {isBusy ? t('signIn.busy') : t('signIn.submit')}
      </Button>
      <p className="text-ink-2">{t('signIn.lost')}</p>
    </form>
  );
}
