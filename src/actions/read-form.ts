import type { Connector } from '../core/channel/connector.ts';
import type { InboxId } from '../core/ids.ts';
import { readSealed } from '../storage/inboxes.ts';
import { noSuchInbox } from './change-inbox.ts';
import type { InboxDeps } from './connect-inbox.ts';
import type { Who } from './who.ts';

/** What an inbox was connected with, as its form may show it: everything but the secrets. */
export async function readForm(
  { db, seal }: InboxDeps,
  who: Who,
  connector: Connector,
  id: InboxId,
): Promise<Record<string, string | number | boolean>> {
  const [row] = await readSealed(db.read, who.workspaceId, { id });
  if (!row) throw noSuchInbox();
  const kept = seal.open(who.workspaceId, id, row.sealed) as Readonly<Record<string, unknown>>;
  const shown = connector.credentials.fields.filter(({ kind }) => kind !== 'secret');
  return Object.fromEntries(
    shown.flatMap(({ name }) => {
      const given = kept[name];
      // A form writes a list with commas.
      const value = Array.isArray(given) ? given.join(', ') : given;
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name, value]]
        : [];
    }),
  );
}
