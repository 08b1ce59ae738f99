import { CareError } from '../core/errors.ts';
import type { AgentId } from '../core/ids.ts';
import type { Database } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import { addSubscription, removeSubscription } from '../storage/push/subscriptions.ts';
import type { Who } from './who.ts';

const BROWSERS_MOST = 10;

/** A browser of mine is told from now on while no desk is open in it. Throws `needs_a_human`. */
export async function addPush(
  db: Database,
  who: Who,
  input: { readonly endpoint: string; readonly p256dh: string; readonly auth: string; readonly browser: string },
  now: Date,
): Promise<void> {
  const agentId = requireAgent(who);
  await db.transaction((tx) =>
    addSubscription(tx, who.workspaceId, agentId, { id: newId(now.getTime()), ...input }, BROWSERS_MOST, now),
  );
}

export async function removePush(
  db: Database,
  who: Who,
  which: { readonly endpoint?: string | undefined; readonly id?: string | undefined },
): Promise<void> {
  const agentId = requireAgent(who);
  await db.alone((tx) => removeSubscription(tx, who.workspaceId, agentId, which));
}

function requireAgent({ agentId }: Who): AgentId {
  if (!agentId) throw new CareError('forbidden', 'needs_a_human', 'An API token has no browsers.');
  return agentId;
}
