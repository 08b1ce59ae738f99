import { Timer } from 'lucide-react';
import { Chip } from '../../parts/chip.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { momentWords, spanWords } from '../../time/words.ts';

const MINUTE_MS = 60_000;
/** From here on it is drawn as soon over. */
const SOON_MS = 15 * MINUTE_MS;

/** How urgent what is due then is, drawn the same wherever a time that is left stands. */
export function dueTone(dueAt: string, now: number): 'alarm' | 'warn' | 'plain' {
  const left = Date.parse(dueAt) - now;
  return left <= 0 ? 'alarm' : left <= SOON_MS ? 'warn' : 'plain';
}

/** "12 m left", "1 h over". */
export function leftWords(dueAt: string, now: number): string {
  const left = Date.parse(dueAt) - now;
  if (Math.abs(left) < MINUTE_MS) return t('row.timeDue');
  return t(left > 0 ? 'row.timeLeft' : 'row.timeOver', { span: spanWords(Math.abs(left)) });
}

/** What is left of an answer time: quiet while there is enough. */
export function ClockMark({ dueAt }: { readonly dueAt: string }) {
  const now = useNow();
  return (
    <Chip tone={dueTone(dueAt, now)} title={t('row.timeUntil', { at: momentWords(dueAt, now) })}>
      <Timer size={11} aria-hidden /> <span className="num">{leftWords(dueAt, now)}</span>
    </Chip>
  );
}
