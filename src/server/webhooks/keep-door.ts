import { noteGap } from '../../actions/note-gap.ts';
import type { Connectors } from '../../connectors/registry.ts';
import { lostWhileAway } from '../../core/health/downtime.ts';
import type { Database } from '../../storage/database.ts';
import { lastOpen, noteOpen } from '../../storage/health/door.ts';
import { listInboxes } from '../../storage/inboxes.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';

const EVERY_MS = 60_000;
/** Its cursor stands for the webhooks of an inbox. */
const STREAM = 'webhook';

interface Door {
  readonly db: Database;
  readonly connectors: Connectors;
  readonly now: () => Date;
  readonly everyMs?: number;
}

/**
 * Notes that somebody takes webhooks, and at the start what networks told nobody meanwhile: those that have no list to
 * compare with, and try again for a while only. Resolves to how to stop.
 */
export async function keepDoor({ db, connectors, now, everyMs = EVERY_MS }: Door): Promise<() => Promise<void>> {
  const last = await lastOpen(db.read);
  const opened = now();
  await db.alone((tx) => noteOpen(tx, opened));
  for (const { id: workspaceId } of await listWorkspaces(db.read))
    for (const inbox of await listInboxes(db.read, workspaceId)) {
      const connector = connectors.get(inbox.channel);
      const { webhook, source, capabilities, name: network } = connector ?? {};
      if (!webhook || !network || inbox.state === 'paused') continue;
      // Its lists are read anyway, and webhooks only make it sooner.
      if (capabilities?.hears.missed === true) continue;
      if (source?.streams(inbox.settings).some(({ isReconciling }) => isReconciling)) continue;
      const gap = lostWhileAway(last, opened, { network, retriesMs: webhook.retriesMs ?? 0 });
      // What was not connected yet missed nothing.
      if (gap && inbox.createdAt < gap.to) await noteGap(db, workspaceId, inbox.id, STREAM, gap, opened);
    }
  const timer = setInterval(() => {
    // One that fails is not repeated: the next one comes.
    db.alone((tx) => noteOpen(tx, now())).catch(() => undefined);
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await db.alone((tx) => noteOpen(tx, now())).catch(() => undefined);
  };
}
