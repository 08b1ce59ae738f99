import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft, Pause, Play, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Channel, Inbox } from '../../wire/inboxes.ts';
import { call, inWords } from '../api/call.ts';
import { channelsQuery, inboxesQuery } from '../api/queries.ts';
import { useMay } from '../frame/use-me.ts';
import { Button, buttonClass } from '../parts/button.tsx';
import { Dialog, DialogActs } from '../parts/dialog.tsx';
import { NetworkMark, useChannel } from '../parts/network-mark.tsx';
import { Card, Page } from '../parts/page.tsx';
import { Empty, LoadFailed, Skeleton } from '../parts/states.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { agoWords, count, fullWords, momentWords } from '../time/words.ts';
import { Alerts } from './alerts.tsx';
import { ChangeCredentials } from './change-credentials.tsx';
import { EmbedCode } from './embed-code.tsx';
import { Gaps } from './gaps.tsx';
import { HealthDot } from './health-dot.tsx';
import { healthTodo } from './health-words.ts';
import { heardWords } from './heard-words.ts';
import { InboxWords } from './inbox-words.tsx';
import { quotaWords } from './quota-words.ts';
import { usePatch } from './use-patch.ts';
import { WebhookAddress } from './webhook-address.tsx';

export function InboxPage() {
  const { id } = useParams({ from: '/inside/shell/inboxes/$id' });
  const may = useMay();
  const inboxes = useQuery(inboxesQuery);
  const channels = useQuery(channelsQuery);
  const inbox = inboxes.data?.find((one) => one.id === id);
  const channel = channels.data?.find((one) => one.channel === inbox?.channel);
  return (
    <Page title={<Title inbox={inbox} />} acts={inbox && may('inboxes.manage') && <Acts inbox={inbox} />}>
      {inboxes.isPending ? (
        <Skeleton className="h-40" />
      ) : inboxes.isError && !inboxes.data ? (
        <LoadFailed what={t('what.inboxes')} error={inboxes.error} onRetry={() => void inboxes.refetch()} />
      ) : !inbox ? (
        <Empty title={t('inbox.gone')} />
      ) : (
        <div className="grid max-w-[560px] grid-cols-[minmax(0,1fr)] gap-4">
          <Alerts inbox={inbox} />
          <Health inbox={inbox} />
          <Gaps inbox={inbox} />
          {channel?.webhookPath && (
            <Card>
              <WebhookAddress path={channel.webhookPath} />
            </Card>
          )}
          {channel?.embed && <EmbedCode id={inbox.id} prefix={channel.embed} />}
          {may('inboxes.manage') && <InboxWords key={inbox.id} inbox={inbox} />}
          {may('inboxes.manage') && channel && <Credentials inbox={inbox} channel={channel} />}
        </div>
      )}
    </Page>
  );
}

function Title({ inbox }: { readonly inbox: Inbox | undefined }) {
  return (
    <>
      <Link
        to="/inboxes"
        aria-label={t('inboxes.back')}
        className="-ms-1.5 grid size-[30px] flex-none place-items-center rounded-small text-ink-2 hover:bg-sunken hover:text-ink max-phone:size-10"
      >
        <ArrowLeft size={18} aria-hidden className="rtl:rotate-180" />
      </Link>
      {inbox && <NetworkMark channel={inbox.channel} />}
      <span className="truncate">{inbox?.name ?? t('inboxes.title')}</span>
    </>
  );
}

function Health({ inbox: { health, channel, handle, externalId, id } }: { readonly inbox: Inbox }) {
  const now = useNow();
  const { name } = useChannel(channel);
  const todo = healthTodo(health, now);
  // What the alert above says is not said twice.
  const isSaid = (words: string | null) => health.alerts.some(({ detail }) => words !== null && detail.includes(words));
  const ago = (at: string | null) => (at ? <span title={fullWords(at)}>{agoWords(at, now)}</span> : t('health.never'));
  return (
    <Card>
      <p className="flex items-center gap-2 text-l font-semibold">
        <HealthDot health={health} /> {t(`health.${health.state}`)}
      </p>
      {(health.detail || todo) && !isSaid(health.detail) && (
        <p
          className={
            health.state === 'needs_login' ? 'text-alarm' : health.state === 'connected' ? 'text-ink-2' : 'text-warn'
          }
        >
          {health.detail} {todo}
        </p>
      )}
      <dl className="num mt-3 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        <Fact name={t('health.fact.account')}>
          {name} · {handle ?? externalId}
        </Fact>
        <Fact name={t('health.fact.event')}>{ago(health.lastEventAt)}</Fact>
        <Fact name={t('health.fact.call')}>{ago(health.lastCallAt)}</Fact>
        {health.heard && <Fact name={t('health.fact.heard')}>{heardWords(health.heard, now)}</Fact>}
        <Fact name={t('health.fact.backlog')}>
          {t('health.backlog', { waiting: count(health.waiting), outgoing: count(health.outgoing) })}
        </Fact>
        {health.tokenExpiresAt && <Fact name={t('health.fact.token')}>{momentWords(health.tokenExpiresAt, now)}</Fact>}
        {health.count && (
          <Fact name={t('health.fact.count')}>
            {t('health.count', { seen: count(health.count.seen), server: count(health.count.onServer) })}
          </Fact>
        )}
        {health.restsUntil && Date.parse(health.restsUntil) > now && (
          <Fact name={t('health.fact.rests')}>
            {t('health.rests', { at: momentWords(health.restsUntil, now) })} {health.restsBecause}
          </Fact>
        )}
        {health.quota && <Fact name={t('health.fact.quota')}>{quotaWords(health.quota, now)}</Fact>}
        {health.lastError && !isSaid(health.lastError) && (
          <Fact name={t('health.fact.error')}>
            {health.lastError} <span className="text-ink-3">{ago(health.lastErrorAt)}</span>
          </Fact>
        )}
      </dl>
      <p className="mt-3 flex gap-2">
        <Link to="/desk" search={{ view: 'all', inbox: id }} className={buttonClass()}>
          {t('inbox.conversations')}
        </Link>
        <Link to="/ledger" search={{ inbox: id }} className={buttonClass()}>
          {t('inbox.ledger')}
        </Link>
      </p>
    </Card>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}

function Acts({ inbox }: { readonly inbox: Inbox }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const patch = usePatch(inbox.id);
  const [isAsking, setAsking] = useState(false);
  const isPaused = inbox.health.state === 'paused';
  async function remove() {
    try {
      await call('DELETE', `/api/inboxes/${inbox.id}`);
      say({ title: t('inbox.removed', { name: inbox.name }) });
      await navigate({ to: '/inboxes' });
      await client.invalidateQueries();
    } catch (error) {
      say({ title: inWords(error), isBad: true });
    }
  }
  return (
    <>
      <Button
        icon={isPaused ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />}
        onClick={() => void patch({ isPaused: !isPaused }, t(isPaused ? 'inbox.resumed' : 'inbox.paused'))}
      >
        {t(isPaused ? 'inbox.resume' : 'inbox.pause')}
      </Button>
      <Button
        look="quiet"
        icon={<Trash2 size={14} aria-hidden />}
        aria-label={t('inbox.remove')}
        onClick={() => setAsking(true)}
      >
        <span className="max-phone:hidden">{t('inbox.remove')}</span>
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('inbox.removeTitle', { name: inbox.name })}
        about={t('inbox.removeAbout')}
      >
        <DialogActs>
          <Button onClick={() => setAsking(false)}>{t('dialog.cancel')}</Button>
          <Button look="alarm" onClick={() => void remove()}>
            {t('inbox.remove')}
          </Button>
        </DialogActs>
      </Dialog>
    </>
  );
}

function Credentials({ inbox, channel }: { readonly inbox: Inbox; readonly channel: Channel }) {
  const [isOpen, setOpen] = useState(inbox.health.state === 'needs_login');
  return (
    <Card>
      {isOpen ? (
        <ChangeCredentials inbox={inbox} channel={channel} onDone={() => setOpen(false)} />
      ) : (
        <div className="flex items-center gap-3">
          <p className="flex-1 text-ink-2">{t(channel.home ? 'inbox.own' : 'inbox.credentials')}</p>
          <Button onClick={() => setOpen(true)}>
            {t(channel.home ? 'inbox.changeOwn' : 'inbox.changeCredentials')}
          </Button>
        </div>
      )}
    </Card>
  );
}
