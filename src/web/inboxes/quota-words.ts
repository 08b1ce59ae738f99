import type { Inbox } from '../../wire/inboxes.ts';
import { t } from '../text/t.ts';
import { count, momentWords } from '../time/words.ts';

/** How much of what may be read is used, what it cost, and when it begins anew. */
export function quotaWords(
  { of, used, limit, resetsAt, costUsd }: NonNullable<Inbox['health']['quota']>,
  now: number,
): string {
  const words = [
    limit === null
      ? t('quota.used', { used: count(used), of })
      : t('quota.usedOf', { used: count(used), limit: count(limit), of }),
    ...(costUsd === null ? [] : [t('quota.cost', { cost: costUsd.toFixed(2) })]),
    ...(resetsAt === null ? [] : [t('quota.resets', { at: momentWords(resetsAt, now) })]),
  ];
  return words.join(' · ');
}
