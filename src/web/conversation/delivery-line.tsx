import { useQueryClient } from '@tanstack/react-query';
import { Check, CheckCheck, CircleAlert, Clock, LoaderCircle } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Message, OutgoingAct } from '../../wire/conversations.ts';
import { cancelOutgoing, decideOutgoing, retryOutgoing } from '../api/acts.ts';
import { inWords } from '../api/call.ts';
import { useMay } from '../frame/use-me.ts';
import { Button } from '../parts/button.tsx';
import { say } from '../parts/toasts.tsx';
import { t } from '../text/t.ts';
import { useNow } from '../time/use-now.ts';
import { spanWords } from '../time/words.ts';

/** Acts that are a message of their own; what they answer is not what they are done to. */
const SAYS = new Set(['reply', 'private_reply', 'publish']);

/** What became of what we sent: the message itself, and acts on it that are under way or went wrong. */
export function DeliveryLine({
  message,
  outgoing,
}: {
  readonly message: Message;
  readonly outgoing: readonly OutgoingAct[];
}) {
  const own = outgoing.find((act) => act.messageId === message.id && SAYS.has(act.kind));
  const onIt = outgoing.filter(
    (act) => act.targetMessageId === message.id && !SAYS.has(act.kind) && !['sent', 'cancelled'].includes(act.state),
  );
  const isSent =
    message.direction === 'outbound' && message.delivery !== null && !message.isContext && message.deletedAt === null;
  if (!isSent && onIt.length === 0) return null;
  return (
    <div className="mt-1 grid gap-1">
      {isSent && <Own message={message} act={own} />}
      {onIt.map((act) => (
        <OnIt key={act.id} act={act} />
      ))}
    </div>
  );
}

function Own({ message, act }: { readonly message: Message; readonly act: OutgoingAct | undefined }) {
  switch (message.delivery) {
    case 'queued':
      return (
        <Line icon={<Clock size={12} aria-hidden />} words={<QueuedWords act={act} />}>
          {act && <Sooner act={act} />}
          {act && act.state === 'queued' && <Do act={act} verb="cancel" />}
        </Line>
      );
    case 'sending':
      return (
        <Line icon={<LoaderCircle size={12} aria-hidden className="animate-spin" />} words={t('delivery.sending')} />
      );
    case 'sent':
      return <Line icon={<Check size={12} aria-hidden />} words={t('delivery.sent')} />;
    case 'delivered':
      return <Line icon={<CheckCheck size={12} aria-hidden />} words={t('delivery.delivered')} />;
    case 'read':
      return <Line icon={<CheckCheck size={12} aria-hidden className="text-accent" />} words={t('delivery.read')} />;
    case 'cancelled':
      return <Line icon={<CircleAlert size={12} aria-hidden />} words={t('delivery.cancelled')} />;
    case 'failed':
      return (
        <Loud tone="alarm" words={t('delivery.failed')} detail={message.deliveryDetail ?? act?.detail ?? null}>
          {act && <Do act={act} verb="retry" />}
          {act && <Do act={act} verb="cancel" />}
        </Loud>
      );
    case 'unknown':
      return (
        <Unknown
          words={t('delivery.unknown')}
          detail={message.deliveryDetail ?? act?.detail ?? null}
          act={act}
          looking={t('delivery.looking')}
        />
      );
    case null:
      return null;
  }
}

function QueuedWords({ act }: { readonly act: OutgoingAct | undefined }) {
  const now = useNow();
  const waitMs = act ? Date.parse(act.notBefore) - now : 0;
  if (!act || act.attempts === 0) return t('delivery.queued');
  // Due and still here: it does not wait for its time but for something that the detail tells, such as a login.
  if (waitMs <= 0 && act.detail) return t('delivery.waitsBecause', { why: act.detail });
  const next = waitMs > 60_000 ? spanWords(waitMs) : t('time.soon');
  return act.detail ? t('delivery.againBecause', { next, why: act.detail }) : t('delivery.again', { next });
}

/** Only what waits for its time can be tried before it. */
function Sooner({ act }: { readonly act: OutgoingAct }) {
  const now = useNow();
  const isForLater = act.state === 'queued' && act.attempts > 0 && Date.parse(act.notBefore) > now;
  return isForLater ? <Do act={act} verb="retry" /> : null;
}

function OnIt({ act }: { readonly act: OutgoingAct }) {
  const what = t(`outgoing.${knownKind(act.kind)}`);
  if (act.state === 'failed')
    return (
      <Loud tone="alarm" words={t('outgoing.failed', { what })} detail={act.detail}>
        <Do act={act} verb="retry" />
        <Do act={act} verb="cancel" />
      </Loud>
    );
  if (act.state === 'unknown')
    return (
      <Unknown
        words={t('outgoing.unknown', { what })}
        detail={act.detail}
        act={act}
        looking={t('outgoing.looking', { what })}
      />
    );
  return (
    <Line icon={<Clock size={12} aria-hidden />} words={t('outgoing.queued', { what })}>
      {act.state === 'queued' && <Do act={act} verb="cancel" />}
    </Line>
  );
}

/** Perhaps it is there. First we look by ourselves; a person is asked only when the network cannot tell. */
function Unknown({
  words,
  detail,
  act,
  looking,
}: {
  readonly words: string;
  readonly detail: string | null;
  readonly act: OutgoingAct | undefined;
  readonly looking: string;
}) {
  if (!act?.awaitsPerson)
    return <Line icon={<LoaderCircle size={12} aria-hidden className="animate-spin" />} words={looking} />;
  return (
    <Loud tone="warn" words={words} detail={detail}>
      <Decide act={act} />
    </Loud>
  );
}

function Line({
  icon,
  words,
  children,
}: {
  readonly icon: ReactNode;
  readonly words: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-s text-ink-3">
      <span className="flex min-w-0 items-start gap-1.5">
        <span className="flex h-4 flex-none items-center">{icon}</span>
        <span className="min-w-0 [overflow-wrap:anywhere]">{words}</span>
      </span>
      {children}
    </p>
  );
}

function Loud({
  tone,
  words,
  detail,
  children,
}: {
  readonly tone: 'alarm' | 'warn';
  readonly words: string;
  readonly detail: string | null;
  readonly children: ReactNode;
}) {
  return (
    <div
      role="status"
      className={`rounded-s px-3 py-2 ${tone === 'alarm' ? 'bg-alarm-soft text-alarm' : 'bg-warn-soft text-warn'}`}
    >
      <p className="flex items-start gap-1.5">
        <CircleAlert size={14} aria-hidden className="mt-[3px] flex-none" />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <b className="font-semibold">{words}</b> {detail}
        </span>
      </p>
      <div className="mt-1.5 flex flex-wrap gap-2 text-ink">{children}</div>
    </div>
  );
}

function useOutgoing(): { readonly isBusy: boolean; readonly run: (send: () => Promise<unknown>) => void } {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    run: (send) => {
      setBusy(true);
      send()
        .catch((error: unknown) => say({ title: inWords(error), isBad: true }))
        .finally(() => {
          setBusy(false);
          void client.invalidateQueries({ queryKey: ['conversation'] });
        });
    },
  };
}

function Do({ act, verb }: { readonly act: OutgoingAct; readonly verb: 'retry' | 'cancel' }) {
  const may = useMay();
  const { isBusy, run } = useOutgoing();
  if (!may('messages.send')) return null;
  return (
    <Button
      isBusy={isBusy}
      className="!h-6 !px-2 text-s bg-raised"
      onClick={() => run(() => (verb === 'retry' ? retryOutgoing(act.id) : cancelOutgoing(act.id)))}
    >
      {t(`delivery.do.${verb}`)}
    </Button>
  );
}

function Decide({ act }: { readonly act: OutgoingAct }) {
  const may = useMay();
  const { isBusy, run } = useOutgoing();
  if (!may('messages.send')) return null;
  return (
    <>
      <Button isBusy={isBusy} className="bg-raised" onClick={() => run(() => decideOutgoing(act.id, true))}>
        {t('delivery.do.wasSent')}
      </Button>
      <Button isBusy={isBusy} className="bg-raised" onClick={() => run(() => decideOutgoing(act.id, false))}>
        {t('delivery.do.wasNotSent')}
      </Button>
    </>
  );
}

const KINDS = [
  'like',
  'unlike',
  'repost',
  'unrepost',
  'hide',
  'unhide',
  'edit',
  'delete',
  'reply',
  'private_reply',
  'publish',
] as const;
function knownKind(kind: string): (typeof KINDS)[number] | 'other' {
  return KINDS.find((one) => one === kind) ?? 'other';
}
