import { noSuch } from '../core/access/no-such.ts';
import { CareError } from '../core/errors.ts';
import type { InboxId } from '../core/ids.ts';
import { type Grant, type InboxAccess, lockInboxAccess, putGrants, readInboxAccess } from '../storage/access/grants.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { requireRightOn } from './require-right.ts';
import type { Principal } from './who.ts';

/** Says who may do what with an inbox. None: everybody may, as far as their role goes. */
export function putInboxAccess(
  db: Database,
  who: Principal,
  input: { readonly inboxId: InboxId; readonly grants: readonly Grant[] },
  now: Date,
): Promise<InboxAccess> {
  const { inboxId, grants } = input;
  const holders = grants.map(({ agentId, teamId }) => (agentId ?? teamId ?? '').toLowerCase());
  if (new Set(holders).size < holders.length)
    throw new CareError('invalid', 'named_twice', 'Name every person and every team once.', { field: 'grants' });
  return db.transaction(async (tx) => {
    const before = await lockInboxAccess(tx, who.workspaceId, inboxId);
    if (!before) throw noSuch('inbox');
    requireRightOn(who, inboxId, 'manage');
    if ((await putGrants(tx, who.workspaceId, inboxId, grants)) > 0)
      throw new CareError('not_found', 'no_such_holder', 'Somebody who is named is not here. Reload the page.', {
        field: 'grants',
      });
    const after = await readInboxAccess(tx, who.workspaceId, inboxId);
    if (!after) throw noSuch('inbox');
    const detail = { before: shown(before), after: shown(after) };
    await addAudit(tx, who, { act: 'inbox.access_changed', target: inboxId, detail }, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'access', conversationId: null }], now);
    return after;
  });
}

const shown = ({ isOpen, grants }: InboxAccess) => (isOpen ? 'open to everybody' : grants.map((one) => ({ ...one })));
