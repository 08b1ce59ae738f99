import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { View } from '../../core/conversation/view.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import type { Count } from '../../storage/conversations/counts.ts';
import type { Reader } from '../../storage/database.ts';
import type { Visitor } from '../access/visitor.ts';
import { createTally, type Tally } from './tally.ts';

export interface Counts {
  readonly views: Record<View, Count>;
  readonly saved: Record<string, Count>;
  readonly inboxes: Record<string, Count>;
}
export type CountsAsker = Pick<Visitor, 'workspaceId' | 'agentId' | 'acts' | 'inboxes'>;

/** Counts for all agents of this process: what two of them see alike is counted once, however often they ask. */
export interface Counting {
  countsFor(who: CountsAsker): Promise<Counts>;
  close(): void;
}

export function createCounting(db: Reader, now: () => Date): Counting {
  const tallies = new Map<WorkspaceId, Tally>();
  return {
    countsFor: ({ workspaceId, agentId, acts, inboxes }) => {
      const tally = tallies.get(workspaceId) ?? createTally(db, workspaceId, now);
      tallies.set(workspaceId, tally);
      return tally.ask({ agentId, visible: visibleInboxes(inboxes), mayShare: acts.includes('views.share') });
    },
    close: () => {
      for (const tally of tallies.values()) tally.close();
    },
  };
}
