import { CalendarClock, Clock } from 'lucide-react';
import { useState } from 'react';
import type { OutgoingAct } from '../../../wire/replying.ts';
import { inWords } from '../../api/call.ts';
import { Button } from '../../parts/button.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords, spanWords } from '../../time/words.ts';
import { useMayAskFor } from '../acts/use-rights.ts';
import { useTakeBack } from '../composer/use-take-back.ts';
import type { Around } from '../message/message.tsx';
import { Line } from './lines.tsx';
import { Do } from './outgoing-acts.tsx';

/** Written and not gone: it waits for its turn, for its time, or for something that the detail tells. */
export function Queued({ act, around }: { readonly act: OutgoingAct | undefined; readonly around: Around }) {
  const now = useNow();
  if (!act || act.attempts === 0) return <Fresh act={act} now={now} around={around} />;
  const waitMs = Date.parse(act.notBefore) - now;
  return (
    <Line icon={<Clock size={12} aria-hidden />} words={wordsFor(act, waitMs)}>
      {act.state === 'queued' && waitMs > 0 && <Do act={act} around={around} verb="retry" />}
      {act.state === 'queued' && <Do act={act} around={around} verb="cancel" />}
    </Line>
  );
}

/** Not tried yet: until then its words can still come back into the composer. */
function Fresh({
  act,
  now,
  around,
}: {
  readonly act: OutgoingAct | undefined;
  readonly now: number;
  readonly around: Around;
}) {
  const isHeld = act !== undefined && Date.parse(act.notBefore) > now;
  const words = act?.scheduledFor
    ? t('delivery.scheduled', { at: momentWords(act.scheduledFor, now) })
    : t(isHeld ? 'delivery.held' : 'delivery.queued');
  return (
    <Line
      icon={act?.scheduledFor ? <CalendarClock size={12} aria-hidden /> : <Clock size={12} aria-hidden />}
      words={words}
    >
      {act?.state === 'queued' && <TakeBack act={act} around={around} />}
    </Line>
  );
}

function TakeBack({ act, around }: { readonly act: OutgoingAct; readonly around: Around }) {
  const may = useMayAskFor(around.inboxId);
  const takeBack = useTakeBack();
  const [isBusy, setBusy] = useState(false);
  if (!may(act.kind)) return null;
  return (
    <Button
      isBusy={isBusy}
      className="!h-6 !px-2 bg-raised text-s max-phone:!h-10"
      onClick={() => {
        setBusy(true);
        takeBack(around.conversationId, act.id)
          .catch((error: unknown) => say({ title: inWords(error), isBad: true }))
          .finally(() => setBusy(false));
      }}
    >
      {t('delivery.do.takeBack')}
    </Button>
  );
}

function wordsFor(act: OutgoingAct, waitMs: number): string {
  // Due and still here: it does not wait for its time but for something that the detail tells, such as a login.
  if (waitMs <= 0 && act.detail) return t('delivery.waitsBecause', { why: act.detail });
  const next = waitMs > 60_000 ? spanWords(waitMs) : t('time.soon');
  return act.detail ? t('delivery.againBecause', { next, why: act.detail }) : t('delivery.again', { next });
}
