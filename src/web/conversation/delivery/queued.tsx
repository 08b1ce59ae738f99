import { Clock } from 'lucide-react';
import type { Message, OutgoingAct } from '../../../wire/conversations.ts';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { spanWords } from '../../time/words.ts';
import { Line } from './lines.tsx';
import { Do } from './outgoing-acts.tsx';

/** Written and not gone: it waits for its turn, for its time, or for something that the detail tells. */
export function Queued({ act }: { readonly message: Message; readonly act: OutgoingAct | undefined }) {
  const now = useNow();
  const waitMs = act ? Date.parse(act.notBefore) - now : 0;
  const isForLater = act !== undefined && act.state === 'queued' && act.attempts > 0 && waitMs > 0;
  return (
    <Line icon={<Clock size={12} aria-hidden />} words={wordsFor(act, waitMs)}>
      {isForLater && <Do act={act} verb="retry" />}
      {act?.state === 'queued' && <Do act={act} verb="cancel" />}
    </Line>
  );
}

function wordsFor(act: OutgoingAct | undefined, waitMs: number): string {
  if (!act || act.attempts === 0) return t('delivery.queued');
  // Due and still here: it does not wait for its time but for something that the detail tells, such as a login.
  if (waitMs <= 0 && act.detail) return t('delivery.waitsBecause', { why: act.detail });
  const next = waitMs > 60_000 ? spanWords(waitMs) : t('time.soon');
  return act.detail ? t('delivery.againBecause', { next, why: act.detail }) : t('delivery.again', { next });
}
