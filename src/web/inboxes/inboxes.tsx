import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronRight, PenLine, Plus } from 'lucide-react';
import { useState } from 'react';
import type { Inbox } from '../../wire/inboxes.ts';
import { channelsQuery, inboxesQuery } from '../api/queries.ts';
import { useMay } from '../frame/use-me.ts';
import { Button, buttonClass } from '../parts/button.tsx';
import { NetworkMark, useChannel } from '../parts/network-mark.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, LoadFailed, Loading, Skeleton } from '../parts/states.tsx';
import { PublishDialog } from '../publish/publish-dialog.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { HealthDot } from './health-dot.tsx';
import { healthLine, healthTodo } from './health-words.ts';

/** Every connected account, how it is doing, and what to do about it. */
export function Inboxes() {
  const may = useMay();
  const inboxes = useQuery(inboxesQuery);
  const [publishing, setPublishing] = useState<Inbox | null>(null);
  const connect = may('inboxes.manage') && (
    <Link to="/inboxes/connect" className={buttonClass('main')}>
      <Plus size={15} aria-hidden /> {t('inboxes.connect')}
    </Link>
  );
  return (
    <Page title={t('inboxes.title')} acts={connect}>
      {inboxes.isPending ? (
        <Loading label={t('loading.inboxes')}>
          <div className="grid gap-3">
            {[1, 2, 3].map((key) => (
              <Skeleton key={key} className="h-[74px] !rounded-medium" />
            ))}
          </div>
        </Loading>
      ) : inboxes.isError && !inboxes.data ? (
        <LoadFailed what={t('what.inboxes')} error={inboxes.error} onRetry={() => void inboxes.refetch()} />
      ) : inboxes.data.length === 0 ? (
        <Empty title={t('empty.noInbox')} act={connect}>
          {t('empty.noInboxAbout')}
        </Empty>
      ) : (
        <ul className="grid gap-2">
          {inboxes.data.map((inbox) => (
            <Line key={inbox.id} inbox={inbox} onPublish={() => setPublishing(inbox)} />
          ))}
        </ul>
      )}
      {publishing && <PublishDialog inbox={publishing} onClose={() => setPublishing(null)} />}
    </Page>
  );
}

function Line({ inbox, onPublish }: { readonly inbox: Inbox; readonly onPublish: () => void }) {
  const now = useNow();
  const may = useMay();
  const { name } = useChannel(inbox.channel);
  const { data: channels } = useQuery(channelsQuery);
  const canPublish =
    may('posts.publish') && channels?.find((one) => one.channel === inbox.channel)?.canPublish === true;
  const { alerts } = inbox.health;
  // What an alert says need not be said twice.
  const todo = alerts.length > 0 ? null : healthTodo(inbox.health, now);
  return (
    <li className="relative flex flex-wrap items-center gap-x-4 gap-y-2 rounded-medium border border-line bg-raised p-4 hover:border-edge">
      <div className="flex min-w-0 flex-1 items-start gap-3 max-phone:basis-3/4">
        <span className="pt-[3px]">
          <NetworkMark channel={inbox.channel} />
        </span>
        <div className="min-w-0">
          <Link
            to="/inboxes/$id"
            params={{ id: inbox.id }}
            className="text-l font-semibold after:absolute after:inset-0 after:rounded-medium"
          >
            {inbox.name}
          </Link>
          <span className="ms-2 text-ink-3 max-phone:ms-0 max-phone:block">
            {name}
            {inbox.handle && inbox.handle !== inbox.name && ` · ${inbox.handle}`}
          </span>
          <p className="num flex items-center gap-2 text-ink-2">
            <HealthDot health={inbox.health} />
            <span className="min-w-0">{healthLine(inbox.health, now)}</span>
          </p>
          {alerts.map(({ id, kind, detail }) => (
            <p key={id} className={kind === 'login' ? 'text-alarm' : 'text-warn'}>
              {detail}
            </p>
          ))}
          {todo && (
            <p className={inbox.health.state === 'needs_login' ? 'text-alarm' : 'text-warn'}>
              {inbox.health.detail ? `${inbox.health.detail} ` : ''}
              {todo}
            </p>
          )}
        </div>
      </div>
      {canPublish && (
        <Button
          onClick={onPublish}
          className="relative max-phone:order-last max-phone:ms-[30px] max-phone:!h-10"
          icon={<PenLine size={14} aria-hidden />}
        >
          {t('inboxes.publish')}
        </Button>
      )}
      <ChevronRight size={16} aria-hidden className="flex-none text-ink-3 rtl:-scale-x-100" />
    </li>
  );
}
