import type { Connectors } from '../../connectors/registry.ts';
import type { Reader } from '../../storage/database.ts';
import { listInboxes } from '../../storage/inboxes.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Seen } from './show.ts';

/** What decides what whoever asks can do with a hit. */
export async function readSeen(
  db: Reader,
  connectors: Connectors,
  { workspaceId, inboxes, acts }: Visitor,
): Promise<Seen> {
  const rows = await listInboxes(db, workspaceId);
  return { connectors, inboxes: new Map(rows.map((row) => [row.id, row])), rights: inboxes ?? null, acts };
}
