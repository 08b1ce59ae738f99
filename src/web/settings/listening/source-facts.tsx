import { TriangleAlert } from 'lucide-react';
import type { ListeningSource } from '../../../wire/listening.ts';
import { costBeside } from '../../inboxes/quota-words.ts';
import { NetworkMark } from '../../parts/network-mark.tsx';
import { t } from '../../text/t.ts';
import { useNow } from '../../time/use-now.ts';
import { count, momentWords } from '../../time/words.ts';
import { dollarWords } from './words.ts';

/** One account: how it searches or why it cannot, what rules ask of it, and what that costs. */
export function SourceFacts({ source }: { readonly source: ListeningSource }) {
  const { channel, name, can, how, searches, searchesMost, usdPerPost, quota, problem } = source;
  const now = useNow();
  const cost = quota ? costBeside(quota) : null;
  const facts = can
    ? [
        searchesMost === null
          ? null
          : t('listening.source.searches', { used: count(searches), most: count(searchesMost) }),
        usdPerPost === null
          ? t('listening.source.free')
          : t('listening.source.price', { price: dollarWords(usdPerPost) }),
        quota && usedWords(quota),
        cost === null ? null : t('listening.source.spent', { cost: dollarWords(cost) }),
        quota?.resetsAt ? t('listening.source.resets', { at: momentWords(quota.resetsAt, now) }) : null,
      ].filter((fact) => fact !== null)
    : [];
  return (
    <span className="flex items-start gap-2.5">
      <span className="mt-px">
        <NetworkMark channel={channel} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{name}</span>
        <span className="block text-s text-ink-3">{how}</span>
        {facts.length > 0 && <span className="num block text-s text-ink-2">{facts.join(' · ')}</span>}
        {problem && (
          <span className="flex items-baseline gap-1 text-s text-warn">
            <TriangleAlert size={12} aria-hidden className="flex-none translate-y-[2px]" />
            {problem}
          </span>
        )}
      </span>
    </span>
  );
}

function usedWords({ used, limit, of }: NonNullable<ListeningSource['quota']>): string {
  return limit === null
    ? t('listening.source.used', { used: count(used), of })
    : t('listening.source.usedOf', { used: count(used), limit: count(limit), of });
}
