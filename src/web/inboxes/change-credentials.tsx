import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Channel, CheckResult, Inbox } from '../../wire/inboxes.ts';
import { call } from '../api/call.ts';
import { inboxFormQuery } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { LoadFailed, Skeleton } from '../parts/states.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { CheckLine } from './check-line.tsx';
import { asResult } from './connect.tsx';
import { CredentialForm } from './credential-form.tsx';
import { type Filled, filledIn, keptForm } from './filled-in.ts';

interface Props {
  readonly inbox: Inbox;
  readonly channel: Channel;
  readonly onDone: () => void;
}

/** What an inbox is connected with, to be changed. Secrets are never shown; one that stays empty stays as it was. */
export function ChangeCredentials(props: Props) {
  const kept = useQuery(inboxFormQuery(props.inbox.id));
  if (kept.isPending) return <Skeleton className="h-40" />;
  if (kept.isError)
    return <LoadFailed what={t('what.credentials')} error={kept.error} onRetry={() => void kept.refetch()} />;
  return <Change {...props} kept={keptForm(props.channel.fields, kept.data)} />;
}

function Change({ inbox, channel, onDone, kept }: Props & { readonly kept: Filled }) {
  const client = useQueryClient();
  const { fields } = channel;
  const [form, setForm] = useState<Filled>(kept);
  const [result, setResult] = useState<CheckResult | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function run(act: (credentials: Record<string, unknown>) => Promise<void>) {
    setBusy(true);
    try {
      await act(filledIn(fields, form, true));
    } catch (error) {
      setResult(asResult(error));
    } finally {
      setBusy(false);
    }
  }
  const test = () =>
    run(async (credentials) =>
      setResult(await call<CheckResult>('POST', `/api/inboxes/${inbox.id}/check`, { credentials })),
    );
  const save = () =>
    run(async (credentials) => {
      await call('PATCH', `/api/inboxes/${inbox.id}`, { credentials });
      await client.invalidateQueries({ queryKey: ['inboxes'] });
      say({ title: t('inbox.saved') });
      onDone();
    });
  return (
    <div className="grid gap-4">
      <CredentialForm
        fields={fields}
        form={form}
        isChange
        problemAt={(name) => (result && !result.ok && result.field === name ? result.problem : null)}
        onChange={(name, value) => {
          setForm((old) => ({ ...old, [name]: value }));
          setResult(null);
        }}
      />
      {result && <CheckLine result={result} />}
      <div className="flex flex-wrap gap-2">
        <Button onClick={onDone}>{t('dialog.cancel')}</Button>
        <Button isBusy={isBusy} onClick={() => void test()}>
          {t('check.do')}
        </Button>
        <Button look="main" isBusy={isBusy} onClick={() => void save()}>
          {t('inbox.save')}
        </Button>
      </div>
    </div>
  );
}
