import { whyDeaf } from '../../actions/listening/ask-network.ts';
import type { Connectors } from '../../connectors/registry.ts';
import type { ListeningRule } from '../../core/listening/listening-rule.ts';
import { searchesOf } from '../../core/listening/searches-of.ts';
import { priceOf } from '../../core/listening/voice-rates.ts';
import type { InboxRow } from '../../storage/inboxes.ts';
import type { ListeningSource } from '../../wire/listening.ts';
import { readQuota } from '../inboxes/kept-quota.ts';

/** Who can look where, what it costs, and how much of it is used. */
export function sourceOf(inbox: InboxRow, connectors: Connectors, rules: readonly ListeningRule[]): ListeningSource {
  const connector = connectors.get(inbox.channel);
  const listening = connector?.source?.sample ? connector.capabilities.listening : undefined;
  const quota = readQuota(inbox.quota);
  return {
    inboxId: inbox.id,
    channel: inbox.channel,
    name: inbox.name,
    can: listening !== undefined,
    how: listening?.how ?? (connector ? whyDeaf(connector) : 'This desk does not know the network any more.'),
    searches: listening ? searchesOf(rules, inbox.id, inbox.handle).length : 0,
    isNarrowed: listening?.isNarrowed ?? false,
    searchesMost: listening?.searchesMost ?? null,
    usdPerPost: priceOf(listening, inbox.quota),
    quota: quota && {
      of: quota.of,
      used: quota.used,
      limit: quota.limit,
      resetsAt: quota.resetsAt?.toISOString() ?? null,
      costUsd: quota.costUsd ?? null,
    },
    problem: problemOf(inbox),
  };
}

/** Why it does not look just now. */
function problemOf({ state, stateDetail, restsUntil, restsBecause }: InboxRow): string | null {
  if (restsUntil && restsBecause) return restsBecause;
  return state === 'connected' ? null : (stateDetail ?? 'It is not connected just now.');
}
