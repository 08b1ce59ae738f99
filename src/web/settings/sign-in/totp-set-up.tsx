import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { MySecurity, TotpStarted } from '../../../wire/security.ts';
import { call } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import { DialogActs } from '../../parts/dialog.tsx';
import { Field, INPUT } from '../../parts/field.tsx';
import { Form, useSave } from '../../parts/form.tsx';
import { LoadFailed, Skeleton } from '../../parts/states.tsx';
import { t } from '../../text/t.ts';
import { ProofField, type ProofWanted, proofToAdd, useProof } from './proof.tsx';

type Started = z.infer<typeof TotpStarted>;
interface Ends {
  /** With recovery codes to keep, unless there are some already. */
  readonly onDone: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Where there is something to show, first who they are. */
export function TotpSetUp({ security, onDone, onCancel }: Ends & { readonly security: MySecurity }) {
  // As it was when they began: nobody is asked for a password in the middle of scanning.
  const [wanted] = useState(() => proofToAdd(security, Date.now()));
  const [started, setStarted] = useState<Started | null>(null);
  if (wanted && !started) return <Reassure wanted={wanted} onDone={setStarted} onCancel={onCancel} />;
  return <Scan begun={started ?? undefined} onDone={onDone} onCancel={onCancel} />;
}

function Reassure({
  wanted,
  onDone,
  onCancel,
}: {
  readonly wanted: ProofWanted;
  readonly onDone: (started: Started) => void;
  readonly onCancel: () => void;
}) {
  const save = useSave();
  const proof = useProof(wanted);
  async function start() {
    const started = await save.run(() => call<Started>('POST', '/api/me/totp', proof.proof));
    if (started) onDone(started);
  }
  return (
    <Form
      save={save}
      fields={proof.fields}
      onSubmit={() => void start()}
      acts={
        <DialogActs>
          <Button onClick={onCancel}>{t('dialog.cancel')}</Button>
          <Button type="submit" look="main" isBusy={save.isBusy}>
            {t('second.go')}
          </Button>
        </DialogActs>
      }
    >
      <ProofField of={proof} save={save} />
    </Form>
  );
}

/** Scan, and type what the app shows. Nothing counts before the code was right. */
function Scan({ begun, onDone, onCancel }: Ends & { readonly begun: Started | undefined }) {
  const started = useQuery({
    queryKey: ['totp-start'],
    queryFn: () => call<Started>('POST', '/api/me/totp'),
    initialData: begun,
    // A secret of its own each time, and none that stays in memory.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
  });
  const save = useSave();
  const [code, setCode] = useState('');
  async function confirm() {
    const answer = await save.run(() =>
      call<{ codes: string[] }>('PUT', '/api/me/totp', { code: code.replace(/\s/g, '') }),
    );
    if (!answer) return setCode('');
    onDone(answer.codes);
  }
  if (started.isError)
    return <LoadFailed what={t('what.totp')} error={started.error} onRetry={() => void started.refetch()} />;
  return (
    <Form save={save} fields={['code']} onSubmit={() => void confirm()}>
      <div className="grid gap-5 phone:grid-cols-[184px_minmax(0,1fr)]">
        {started.data ? (
          // On white whatever the theme: cameras read dark on light.
          <img
            src={`data:image/svg+xml,${encodeURIComponent(started.data.svg)}`}
            alt={t('totp.qr')}
            className="size-[184px] justify-self-center rounded-medium border border-line"
          />
        ) : (
          <Skeleton className="size-[184px]" />
        )}
        <div className="grid content-start gap-4">
          <p className="text-ink-2">{t('totp.scan')}</p>
          {started.data && <CopyField label={t('totp.secret')} value={started.data.secret} />}
        </div>
      </div>
      <Field label={t('totp.code')} help={t('totp.codeHelp')} problem={save.at('code')}>
        {(ids) => (
          <input
            {...ids}
            value={code}
            onChange={({ target }) => setCode(target.value)}
            required
            inputMode="numeric"
            autoComplete="one-time-code"
            minLength={6}
            maxLength={10}
            dir="ltr"
            className={`${INPUT} num h-11 max-w-[220px] !text-xl tracking-[.2em]`}
          />
        )}
      </Field>
      <DialogActs>
        <Button onClick={onCancel}>{t('dialog.cancel')}</Button>
        <Button type="submit" look="main" isBusy={save.isBusy} disabled={!started.data}>
          {t('totp.confirm')}
        </Button>
      </DialogActs>
    </Form>
  );
}
