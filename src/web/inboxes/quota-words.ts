import type { Inbox } from '../../wire/inboxes.ts';
import { t } from '../text/t.ts';
import { count, momentWords } from '../time/words.ts';

type Quota = NonNullable<Inbox['health']['quota']>;

/** How much of what may be read is used, what it cost, and when it begins anew. */
export function quotaWords(quota: Quota, now: number): string {
  const { of, used, limit, resetsAt } = quota;
  const cost = costBeside(quota);
  const words = [
    limit === null
      ? t('quota.used', { used: count(used), of })
      : t('quota.usedOf', { used: count(used), limit: count(limit), of }),
    ...(cost === null ? [] : [t('quota.cost', { cost: cost.toFixed(2) })]),
    ...(resetsAt === null ? [] : [t('quota.resets', { at: momentWords(resetsAt, now) })]),
  ];
  return words.join(' · ');
}

/** What it cost, in US dollars; null where nothing is charged, and where what is counted is the money itself. */
export function costBeside({ used, costUsd }: Pick<Quota, 'used' | 'costUsd'>): number | null {
  return costUsd === used ? null : costUsd;
}
