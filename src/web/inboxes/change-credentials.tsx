import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Channel, CheckResult, Inbox } from '../../wire/inboxes.ts';
import { call } from '../api/call.ts';
import { Button } from '../parts/button.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { CheckLine } from './check-line.tsx';
import { asResult } from './connect.tsx';
import { CredentialForm } from './credential-form.tsx';
import { type Filled, filledIn } from './filled-in.ts';

/** New secrets for a connected account. Nothing kept is ever shown; what stays empty stays as it was. */
export function ChangeCredentials({
  inbox,
  channel,
  onDone,
}: {
  readonly inbox: Inbox;
  readonly channel: Channel;
  readonly onDone: () => void;
}) {
  const client = useQueryClient();
  // Toggles cannot be left empty, so they are left out: what was chosen is not told to browsers.
  const fields = channel.fields.filter((field) => field.kind !== 'toggle' && field.kind !== 'choice');
  const [form, setForm] = useState<Filled>({});
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
        problem={result && !result.ok ? { field: result.field, words: result.problem } : null}
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
