import { recordChanges } from '../../storage/changes.ts';
import type { Database } from '../../storage/database.ts';
import { putAway } from '../../storage/routing/presence.ts';
import { requirePerson } from '../require-person.ts';
import type { Who } from '../who.ts';

/** Goes away, or comes back: whoever is away is given nothing, and keeps what they have. */
export function setAway(db: Database, who: Who, isAway: boolean, now: Date): Promise<void> {
  const { workspaceId, agentId } = requirePerson(who);
  return db.transaction(async (tx) => {
    if (await putAway(tx, workspaceId, agentId, isAway, now))
      await recordChanges(tx, workspaceId, [{ kind: 'routing', conversationId: null }], now);
  });
}
