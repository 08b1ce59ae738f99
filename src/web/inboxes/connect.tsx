import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { Channel, CheckResult, Inbox } from '../../wire/inboxes.ts';
import { call, inWords } from '../api/call.ts';
import { channelsQuery } from '../api/queries.ts';
import { Button } from '../parts/button.tsx';
import { NetworkMark } from '../parts/network-mark.tsx';
import { Card, Page } from '../parts/page.tsx';
import { LoadFailed, Skeleton } from '../parts/states.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { CheckLine } from './check-line.tsx';
import { CredentialForm } from './credential-form.tsx';
import { emptyForm, type Filled, filledIn } from './filled-in.ts';
import { WebhookAddress } from './webhook-address.tsx';

/** Choose a channel, fill in its form, test it, connect it. */
export function Connect() {
  const { channel: chosen } = useSearch({ from: '/inside/shell/inboxes/connect' });
  const channels = useQuery(channelsQuery);
  const channel = channels.data?.find((one) => one.channel === chosen);
  const title = (
    <>
      <Link
        to={channel ? '/inboxes/connect' : '/inboxes'}
        aria-label={t('inboxes.back')}
        className="-ms-1.5 grid size-[30px] flex-none place-items-center rounded-small text-ink-2 hover:bg-sunken hover:text-ink max-phone:size-10"
      >
        <ArrowLeft size={18} aria-hidden className="rtl:rotate-180" />
      </Link>
      {channel ? t('connect.titleOf', { name: channel.name }) : t('inboxes.connect')}
    </>
  );
  return (
    <Page title={title}>
      {channels.isPending ? (
        <Skeleton className="h-40" />
      ) : channels.isError ? (
        <LoadFailed what={t('what.channels')} error={channels.error} onRetry={() => void channels.refetch()} />
      ) : channel ? (
        <ConnectForm key={channel.channel} channel={channel} />
      ) : (
        <>
          <p className="mb-4">
            <Link to="/inboxes/networks" className="text-accent hover:underline">
              {t('networks.open')}
            </Link>
          </p>
          <ul className="grid gap-2 phone:grid-cols-2">
            {channels.data.map((one) => (
              <li key={one.channel}>
                <Link
                  to="/inboxes/connect"
                  search={{ channel: one.channel }}
                  className="flex items-center gap-3 rounded-medium border border-line bg-raised p-4 text-l font-semibold hover:border-edge"
                >
                  <NetworkMark channel={one.channel} />
                  {one.name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function ConnectForm({ channel }: { readonly channel: Channel }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [form, setForm] = useState<Filled>(() => emptyForm(channel.fields));
  const [result, setResult] = useState<CheckResult | null>(null);
  const [busy, setBusy] = useState<'check' | 'connect' | null>(null);
  const problem = result && !result.ok ? { field: result.field, words: result.problem } : null;

  async function run<Answer>(what: 'check' | 'connect', path: string): Promise<Answer | null> {
    setBusy(what);
    try {
      const credentials = filledIn(channel.fields, form, false);
      return await call<Answer>('POST', path, { channel: channel.channel, credentials });
    } catch (error) {
      setResult(asResult(error));
      return null;
    } finally {
      setBusy(null);
    }
  }
  async function test() {
    setResult(await run<CheckResult>('check', '/api/inboxes/check'));
  }
  async function connect() {
    const made = await run<{ inbox: Inbox; detail: string; warnings: string[] }>('connect', '/api/inboxes');
    if (!made) return;
    await client.invalidateQueries({ queryKey: ['inboxes'] });
    say({ title: t('connect.done', { name: made.inbox.name }), detail: [made.detail, ...made.warnings].join(' ') });
    await navigate({ to: '/inboxes/$id', params: { id: made.inbox.id } });
  }

  return (
    <form
      className="grid max-w-[560px] grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void connect();
      }}
    >
      {channel.webhookPath && <WebhookAddress path={channel.webhookPath} />}
      <Card>
        <CredentialForm
          fields={channel.fields}
          form={form}
          problemAt={(name) => (problem?.field === name ? problem.words : null)}
          onChange={(name, value) => {
            setForm((old) => ({ ...old, [name]: value }));
            setResult(null);
          }}
        />
      </Card>
      {result && <CheckLine result={result} />}
      <div className="flex gap-2">
        <Button isBusy={busy === 'check'} disabled={busy !== null} onClick={() => void test()}>
          {busy === 'check' ? t('check.busy') : t('check.do')}
        </Button>
        <Button type="submit" look="main" isBusy={busy === 'connect'} disabled={busy !== null}>
          {busy === 'connect' ? t('connect.busy') : t('connect.do')}
        </Button>
      </div>
    </form>
  );
}

/** A refusal of the server in the shape of a failed test, so that both are told in the same place. */
export function asResult(error: unknown): CheckResult {
  const details =
    typeof error === 'object' && error !== null && 'details' in error ? (error.details as Record<string, unknown>) : {};
  return {
    ok: false,
    problem: inWords(error),
    todo: typeof details.todo === 'string' ? details.todo : '',
    field: typeof details.field === 'string' ? details.field : null,
  };
}
