import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { RotateCcw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { LedgerDetail } from '../../wire/inboxes.ts';
import { call, inWords } from '../api/call.ts';
import { entryQuery } from '../api/queries.ts';
import { useMay } from '../frame/use-me.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { LoadFailed, Skeleton } from '../parts/states.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { fullWords } from '../time/words.ts';
import { prettyBody } from './pretty-body.ts';

/** One entry: raw on one side, what became of it on the other. */
export function EntryDialog({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const entry = useQuery(entryQuery(id));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      isHuge
      title={t('entry.title', { id: String(id) })}
      about={entry.data && fullWords(entry.data.receivedAt)}
    >
      {entry.isPending ? (
        <Skeleton className="h-64" />
      ) : entry.isError ? (
        <LoadFailed what={t('what.entry')} error={entry.error} onRetry={() => void entry.refetch()} />
      ) : (
        <div className="grid gap-5 phone:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
          <Raw entry={entry.data} />
          <Outcome entry={entry.data} />
        </div>
      )}
    </Dialog>
  );
}

function Raw({ entry }: { readonly entry: LedgerDetail }) {
  return (
    <Part title={t('entry.raw')}>
      {entry.redactedAt ? (
        <p className="text-ink-2">{t('entry.redacted', { at: fullWords(entry.redactedAt) })}</p>
      ) : (
        <>
          <details className="mb-2">
            <summary className="cursor-pointer text-ink-2 max-phone:py-2.5">
              {t('entry.headers', { count: Object.keys(entry.headers).length })}
            </summary>
            <dl className="mt-1 grid gap-0.5 font-mono text-s">
              {Object.entries(entry.headers).map(([name, value]) => (
                <div key={name} className="[overflow-wrap:anywhere]">
                  <dt className="inline text-ink-3">{name}: </dt>
                  <dd className="inline">{value}</dd>
                </div>
              ))}
            </dl>
          </details>
          <textarea
            readOnly
            aria-label={t('entry.raw')}
            spellCheck={false}
            value={prettyBody(entry.body)}
            className="block h-[52vh] w-full resize-none rounded-small bg-sunken p-3 font-mono text-s"
          />
        </>
      )}
    </Part>
  );
}

function Outcome({ entry }: { readonly entry: LedgerDetail }) {
  return (
    <Part title={t('entry.became')}>
      <p className={`font-semibold ${entry.state === 'set_aside' ? 'text-alarm' : ''}`}>
        {t(`ledger.state.${entry.state}`)}
      </p>
      {entry.reason && <p className="mt-1 text-ink-2 [overflow-wrap:anywhere]">{entry.reason}</p>}
      {entry.outcome.length > 0 && (
        <ul className="mt-3 grid gap-2">
          {entry.outcome.map((became, index) => (
            <li
              key={`${became.kind} ${became.messageId ?? index}`}
              className="rounded-small border border-line px-3 py-2"
            >
              <p>
                <span className="text-ink-3">{became.kind}</span> → <b className="font-medium">{became.became}</b>
              </p>
              {became.why && <p className="text-ink-2">{became.why}</p>}
              {became.conversationId && (
                <Link
                  to="/desk/$id"
                  params={{ id: became.conversationId }}
                  search={{ view: 'all' }}
                  className="inline-block text-accent underline underline-offset-2 max-phone:py-2.5"
                >
                  {t('entry.open')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      <dl className="num mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-ink-2">
        <dt className="text-ink-3">{t('entry.source')}</dt>
        <dd>
          {entry.family} · {entry.source}
        </dd>
        <dt className="text-ink-3">{t('entry.attempts')}</dt>
        <dd>{entry.attempts}</dd>
        {entry.filedAt && (
          <>
            <dt className="text-ink-3">{t('entry.done')}</dt>
            <dd>{t('entry.after', { ms: Math.max(0, Date.parse(entry.filedAt) - Date.parse(entry.receivedAt)) })}</dd>
          </>
        )}
      </dl>
      <Replay entry={entry} />
    </Part>
  );
}

function Replay({ entry }: { readonly entry: LedgerDetail }) {
  const may = useMay();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  if (!may('ledger.replay') || entry.state === 'waiting' || entry.redactedAt) return null;
  async function replay() {
    setBusy(true);
    try {
      await call('POST', `/api/ledger/${entry.id}/replay`);
      say({ title: t('ledger.replayed', { count: 1 }) });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: ['ledger'] });
    }
  }
  return (
    <div className="mt-4">
      <Button isBusy={isBusy} onClick={() => void replay()} icon={<RotateCcw size={14} aria-hidden />}>
        {t('entry.replay')}
      </Button>
      <p className="mt-1 text-s text-ink-3">{t('entry.replayAbout')}</p>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 text-s font-medium text-ink-3">{title}</h3>
      {children}
    </section>
  );
}
