import type { WorkspaceId } from '../../core/ids.ts';
import type { TriageFacts } from '../../core/triage/facts.ts';
import type { Tx } from '../../storage/database.ts';
import { readFactsOf } from '../../storage/triage/facts.ts';
import type { Asking } from './decide-filed.ts';

/** What waits already and is asked about once more. */
export const askingMore = (asking: readonly Asking[]): readonly Asking[] =>
  asking.filter(({ delta, waits }) => waits && delta.asks && delta.lastOutboundAt === null);

/**
 * Such conversations as `updateConversations` will leave them. Whoever has tried elsewhere is the triager's: an answer
 * there passes by what we hold (`look_again_beside`).
 */
export async function factsOfAsking(
  tx: Tx,
  workspaceId: WorkspaceId,
  asking: readonly Asking[],
): Promise<readonly TriageFacts[]> {
  const wanted = new Map(asking.map((one) => [one.id as string, one]));
  if (wanted.size === 0) return [];
  const facts = await readFactsOf(tx, workspaceId, [...wanted.keys()]);
  return facts.flatMap((before) => {
    const one = wanted.get(before.id);
    if (!one || before.isMerged || before.failedTries > 0) return [];
    const { delta, gist } = one;
    return [
      {
        ...before,
        ...gist,
        resolution: 'open' as const,
        resolutionAt: null,
        language: delta.language ?? before.language,
        lastInboundAt: later(before.lastInboundAt, delta.lastInboundAt),
        lastMessageAt: later(before.lastMessageAt, delta.lastMessageAt) ?? before.lastMessageAt,
      },
    ];
  });
}

const later = (a: Date | null, b: Date | null): Date | null => (a === null || (b !== null && b > a) ? b : a);
