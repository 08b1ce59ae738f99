import { CalendarClock, Hourglass, Undo2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { wayKey } from '../../../core/reply/way-key.ts';
import type { ConversationDetail } from '../../../wire/conversations.ts';
import type { OutgoingAct } from '../../../wire/replying.ts';
import { retryOutgoing } from '../../api/acts.ts';
import { inWords } from '../../api/call.ts';
import { putSchedule } from '../../api/composing.ts';
import { Button } from '../../parts/button.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { fullWords, momentWords } from '../../time/words.ts';
import { useMayAskFor } from '../acts/use-rights.ts';
import { useTakeBack } from './use-take-back.ts';

const WhenDialog = lazy(() => import('../acts/when-dialog.tsx').then((part) => ({ default: part.WhenDialog })));

/** Answers that wait before their first try: they can be taken back, and those with a time of their own moved. */
export function GoingOut({ detail }: { readonly detail: ConversationDetail }) {
  const now = useNow();
  const shown = detail.outgoing.filter((act) => isSaying(act) && isWaiting(act, now));
  if (shown.length === 0) return null;
  return (
    <ul aria-label={t('going.label')} className="rise mb-2 overflow-hidden rounded-medium">
      {shown.map((act) => (
        <Going key={act.id} act={act} detail={detail} />
      ))}
    </ul>
  );
}

function Going({ act, detail }: { readonly act: OutgoingAct; readonly detail: ConversationDetail }) {
  const takeBack = useTakeBack();
  const [isBusy, setBusy] = useState(false);
  const [isChoosing, setChoosing] = useState(false);
  const message = detail.messages.find((one) => one.id === act.messageId);
  const key = isSaying(act) && wayKey(act.kind, act.kind === 'reply' ? message?.threadId : act.targetMessageId);
  const closesAt = detail.ways.find((way) => way.key === key)?.closesAt ?? null;
  const run = (work: () => Promise<unknown>) => {
    setBusy(true);
    work()
      .catch((error: unknown) => say({ title: inWords(error), isBad: true }))
      .finally(() => setBusy(false));
  };
  const { scheduledFor } = act;
  const maySettle = useMayAskFor(detail.conversation.inboxId)(act.kind);
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 bg-accent-soft py-1.5 ps-4 pe-2">
      {scheduledFor ? (
        <CalendarClock size={15} aria-hidden className="flex-none text-accent" />
      ) : (
        <Hourglass size={14} aria-hidden className="flex-none text-accent" />
      )}
      <span className="num flex-none font-medium">
        {scheduledFor ? <At at={scheduledFor} /> : <Seconds until={act.notBefore} />}
      </span>
      <span className="min-w-0 flex-1 truncate text-ink-2" dir="auto">
        {message?.text}
      </span>
      {maySettle && scheduledFor && (
        <>
          <Button look="quiet" disabled={isBusy} onClick={() => setChoosing(true)}>
            {t('going.move')}
          </Button>
          <Button look="quiet" disabled={isBusy} onClick={() => run(() => retryOutgoing(act.id))}>
            {t('going.now.do')}
          </Button>
        </>
      )}
      {maySettle && (
        <Button
          isBusy={isBusy}
          icon={<Undo2 size={14} aria-hidden />}
          className="bg-raised"
          {...(scheduledFor ? {} : { shortcut: 'z' })}
          onClick={() => run(() => takeBack(detail.conversation.id, act.id))}
        >
          {t(scheduledFor ? 'delivery.do.takeBack' : 'undo.do')}
        </Button>
      )}
      {isChoosing && scheduledFor && (
        <Suspense>
          <WhenDialog
            title={t('send.choose.title')}
            about={t('send.choose.about')}
            from={new Date(scheduledFor)}
            closesAt={closesAt}
            submit={t('send.choose.move')}
            onClose={() => setChoosing(false)}
            onChoose={(at) => {
              setChoosing(false);
              run(() => putSchedule(act.id, at));
            }}
          />
        </Suspense>
      )}
    </li>
  );
}

function At({ at }: { readonly at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={fullWords(at)}>
      {t('going.at', { at: momentWords(at, now) })}
    </time>
  );
}

/** Counts down by itself: nothing around it is drawn again for that. */
function Seconds({ until }: { readonly until: string }) {
  const [left, setLeft] = useState(() => leftUntil(until));
  useEffect(() => {
    setLeft(leftUntil(until));
    const timer = setInterval(() => setLeft(leftUntil(until)), 250);
    return () => clearInterval(timer);
  }, [until]);
  return <span role="timer">{left > 0 ? t('going.in', { seconds: left }) : t('going.now')}</span>;
}

type Saying = OutgoingAct & { readonly kind: 'reply' | 'private_reply' };
const isSaying = (act: OutgoingAct): act is Saying => act.kind === 'reply' || act.kind === 'private_reply';

function isWaiting({ state, attempts, scheduledFor, notBefore, createdAt }: OutgoingAct, now: number): boolean {
  if (state !== 'queued' || attempts > 0) return false;
  const at = Date.parse(notBefore);
  return scheduledFor !== null || (at > now - 2_000 && at > Date.parse(createdAt));
}

const leftUntil = (until: string) => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));
