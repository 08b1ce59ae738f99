import { CalendarClock, Clock } from 'lucide-react';
import { useState } from 'react';
import type { OutgoingAct } from '../../../wire/replying.ts';
import { inWords } from '../../api/call.ts';
import { useMay } from '../../frame/use-me.ts';
import { Button } from '../../parts/button.tsx';
import { say } from '../../parts/toasts.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords, spanWords } from '../../time/words.ts';
import { useTakeBack } from '../composer/use-take-back.ts';
import { Line } from './lines.tsx';
import { Do } from './outgoing-acts.tsx';

/** Written and not gone: it waits for its turn, for its time, or for something that the detail tells. */
export function Queued({
  act,
  conversationId,
}: {
  readonly act: OutgoingAct | undefined;
  readonly conversationId: string;
}) {
  const now = useNow();
  if (!act || act.attempts === 0) return <Fresh act={act} now={now} conversationId={conversationId} />;
  const waitMs = Date.parse(act.notBefore) - now;
  return (
    <Line icon={<Clock size={12} aria-hidden />} words={wordsFor(act, waitMs)}>
      {act.state === 'queued' && waitMs > 0 && <Do act={act} verb="retry" />}
      {act.state === 'queued' && <Do act={act} verb="cancel" />}
    </Line>
  );
}

/** Not tried yet: until then its words can still come back into the composer. */
function Fresh({
  act,
  now,
  conversationId,
}: {
  readonly act: OutgoingAct | undefined;
  readonly now: number;
  readonly conversationId: string;
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
      {act?.state === 'queued' && <TakeBack act={act} conversationId={conversationId} />}
    </Line>
  );
}

function TakeBack({ act, conversationId }: { readonly act: OutgoingAct; readonly conversationId: string }) {
  const may = useMay();
  const takeBack = useTakeBack();
  const [isBusy, setBusy] = useState(false);
  if (!may('messages.send')) return null;
  return (
    <Button
      isBusy={isBusy}
      className="!h-6 !px-2 bg-raised text-s max-phone:!h-10"
      onClick={() => {
        setBusy(true);
        takeBack(conversationId, act.id)
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
