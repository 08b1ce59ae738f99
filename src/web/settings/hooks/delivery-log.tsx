import { useInfiniteQuery } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { Hook, Replayed } from '../../../wire/hooks.ts';
import { call, inWords } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { Segments } from '../../parts/segments.tsx';
import { Empty, LoadFailed } from '../../parts/states.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { LinesWait } from '../parts/loaded.tsx';
import { Lines, Section } from '../parts/sheet.tsx';
import { useRefresh } from '../parts/use-refresh.ts';
import { DeliveryLine } from './delivery-line.tsx';
import { deliveriesQuery, type Shown } from './queries.ts';

const SHOWN = ['all', 'waiting', 'failed'] as const;

/** What an address was told, the newest first, and what it answered. */
export function DeliveryLog({ hook }: { readonly hook: Hook }) {
  const [shown, setShown] = useState<Shown>('all');
  const log = useInfiniteQuery(deliveriesQuery(hook.id, shown));
  const refresh = useRefresh('hooks');
  const rows = log.data?.pages.flatMap(({ items }) => items) ?? [];
  async function replayAll() {
    try {
      const { count } = await call<z.infer<typeof Replayed>>('POST', `/api/hooks/${hook.id}/replay`, {});
      say({ title: t('hooks.replayedAll', { count }) });
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
    await refresh();
  }
  const what = t('what.deliveries');
  return (
    <Section
      title={t('hooks.log')}
      about={t('hooks.logAbout')}
      acts={
        <>
          {hook.failed > 0 && (
            <Button icon={<RotateCw size={14} aria-hidden />} onClick={() => void replayAll()}>
              {t('hooks.replayAll')}
            </Button>
          )}
          <Segments
            label={t('hooks.show')}
            value={shown}
            options={SHOWN.map((value) => ({ value, label: t(`hooks.show.${value}`) }))}
            onChange={setShown}
          />
        </>
      }
    >
      {log.isPending ? (
        <LinesWait what={what} />
      ) : log.isError && rows.length === 0 ? (
        <LoadFailed what={what} error={log.error} onRetry={() => void log.refetch()} />
      ) : rows.length === 0 ? (
        shown === 'all' ? (
          <Empty title={t('hooks.logNone')}>{t('hooks.logNoneAbout')}</Empty>
        ) : (
          <Empty title={t('hooks.logNoneOf')} />
        )
      ) : (
        <Lines label={t('hooks.log')}>
          {rows.map((row) => (
            <DeliveryLine key={row.id} hookId={hook.id} row={row} />
          ))}
        </Lines>
      )}
      {log.hasNextPage && (
        <div className="mt-3">
          <Button isBusy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t('hooks.earlier')}
          </Button>
        </div>
      )}
    </Section>
  );
}
