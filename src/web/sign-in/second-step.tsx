import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { inWords, Refusal } from '../api/call.ts';
import { Button } from '../parts/button.tsx';
import { Field, INPUT } from '../parts/field.tsx';
import { t } from '../text/t.ts';
import { byCode, byPasskey, type SecondStepAsked } from './proving.ts';

type Way = SecondStepAsked['ways'][number];
/** The ticket itself is of no more use; a wrong code leaves it usable. */
const OVER = 'ticket_spent';

/** Stable, so that it happens once: where there is one thing to do, the keyboard stands there. */
const focus = (element: HTMLElement | null) => element?.focus();

/** What a password is followed by: a code, a passkey, or a recovery code. */
export function SecondStep({
  asked,
  onDone,
  onStartOver,
}: {
  readonly asked: SecondStepAsked;
  readonly onDone: () => Promise<void>;
  readonly onStartOver: (why: string | null) => void;
}) {
  const [way, setWay] = useState<Way>(asked.ways[0] ?? 'totp');
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const others = asked.ways.filter((one) => one !== way);

  async function prove(send: () => Promise<unknown>) {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      await send();
      await onDone();
    } catch (error) {
      if (error instanceof Refusal && error.code === OVER) onStartOver(error.message);
      else setProblem(inWords(error));
      setCode('');
    } finally {
      setBusy(false);
    }
  }
  function type(text: string) {
    setCode(text);
    const digits = text.replace(/\D/g, '');
    // All six are there: nobody has to reach for a button.
    if (way === 'totp' && digits.length === 6) void prove(() => byCode(asked.ticket, digits));
  }
  const label = way === 'totp' ? t('second.code') : t('second.recovery');
  return (
    <div className="grid gap-4">
      <p className="text-l text-ink-2">{t(`second.about.${way}`)}</p>
      {way === 'passkey' ? (
        <div className="grid gap-2">
          <Button
            look="main"
            isBusy={isBusy}
            ref={focus}
            className="!h-10"
            icon={<Fingerprint size={15} aria-hidden />}
            onClick={() => void prove(() => byPasskey(asked.ticket))}
          >
            {t('signIn.passkey')}
          </Button>
          {problem && (
            <p role="alert" className="font-medium text-alarm">
              {problem}
            </p>
          )}
        </div>
      ) : (
        <form
          key={way}
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void prove(() => byCode(asked.ticket, code));
          }}
        >
          <Field label={label} problem={problem}>
            {(ids) => (
              <input
                {...ids}
                value={code}
                onChange={({ target }) => type(target.value)}
                name="code"
                required
                ref={focus}
                dir="ltr"
                autoComplete={way === 'totp' ? 'one-time-code' : 'off'}
                inputMode={way === 'totp' ? 'numeric' : 'text'}
                minLength={6}
                maxLength={40}
                spellCheck={false}
                autoCapitalize="none"
                className={`${INPUT} num h-11 text-center !text-xl tracking-[.2em]`}
              />
            )}
          </Field>
          <Button type="submit" look="main" isBusy={isBusy} className="!h-10">
            {t('second.go')}
          </Button>
        </form>
      )}
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {others.map((other) => (
          <Link
            key={other}
            onClick={() => {
              setWay(other);
              setProblem(null);
              setCode('');
            }}
          >
            {t(`second.use.${other}`)}
          </Link>
        ))}
        <Link onClick={() => onStartOver(null)}>{t('second.startOver')}</Link>
      </div>
    </div>
  );
}

function Link({ onClick, children }: { readonly onClick: () => void; readonly children: string }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="min-h-6 text-accent underline-offset-2 hover:underline max-phone:min-h-10"
    >
      {children}
    </button>
  );
}
