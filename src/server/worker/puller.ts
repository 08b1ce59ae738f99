import type { WorkspaceId } from '../../core/ids.ts';
import { oneAtATime } from '../../core/one-at-a-time.ts';
import type { Database } from '../../storage/database.ts';
import { INBOXES } from '../../storage/inboxes.ts';
import { newId } from '../../storage/new-id.ts';
import { claimInboxes, type PulledInbox, releaseInbox } from '../../storage/pulling.ts';
import { listWorkspaces } from '../../storage/workspaces.ts';
import type { Running, WorkerDeps } from './deps.ts';
import { createNudge, type Nudge } from './nudge.ts';
import { pullInbox } from './pull-inbox.ts';

export interface PullerOptions extends WorkerDeps {
  /** How long an inbox stays with a worker that is not heard of any more, in milliseconds. */
  readonly leaseMs?: number;
  /** How often to look for inboxes without having been told. */
  readonly lookEveryMs?: number;
  /** First pause after trouble; grows from there. */
  readonly firstPauseMs?: number;
}

interface Reading {
  readonly workspaceId: WorkspaceId;
  /** Changes when somebody gives new credentials or settings. */
  readonly mark: string;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/** Reads every inbox whose network must be asked. With several workers each inbox is read by one of them. */
export async function startPuller(options: PullerOptions): Promise<Running> {
  const { db, connectors, now, signal, log, leaseMs = 30_000 } = options;
  const puller = newId<string>();
  const readings = new Map<string, Reading>();
  /** Of every inbox that was ever read here: when a person last asked, and how its reader is told. */
  const asked = new Map<string, { readonly at: number | null; readonly nudge: Nudge }>();
  const channels = [...connectors.values()].filter(({ source }) => source).map(({ channel }) => channel);
  const listeners = [...connectors.values()]
    .filter(({ source, capabilities }) => source && capabilities.listening)
    .map(({ channel }) => channel);

  const heed = ({ id, askedAt }: PulledInbox): Nudge => {
    const at = askedAt?.getTime() ?? null;
    const known = asked.get(id);
    const nudge = known?.nudge ?? createNudge();
    if (known && known.at !== at) nudge.give();
    asked.set(id, { at, nudge });
    return nudge;
  };
  const start = (workspaceId: WorkspaceId, inbox: PulledInbox) => {
    const stop = new AbortController();
    const both = AbortSignal.any([stop.signal, signal]);
    const done = pullInbox({ ...options, signal: both }, workspaceId, inbox, heed(inbox))
      .catch((error: unknown) =>
        log.error({ err: error, inboxId: inbox.id }, 'Reading an inbox broke; it is taken up again.'),
      )
      .then(() => db.alone((tx) => releaseInbox(tx, workspaceId, inbox.id, puller)))
      .catch(() => undefined)
      .finally(() => readings.delete(inbox.id));
    readings.set(inbox.id, { workspaceId, mark: markOf(inbox), stop, done });
  };
  const refreshOne = async (workspaceId: WorkspaceId) => {
    const at = now();
    const later = (ms: number) => new Date(at.getTime() + ms);
    const claim = { puller, channels, listeners, now: at, until: later(leaseMs), renewBefore: later(leaseMs * 0.6) };
    const mine = await db.transaction((tx) => claimInboxes(tx, workspaceId, claim));
    const byId = new Map(mine.map((inbox) => [inbox.id as string, inbox]));
    for (const [id, reading] of readings) {
      if (reading.workspaceId !== workspaceId) continue;
      const inbox = byId.get(id);
      if (!inbox || markOf(inbox) !== reading.mark) {
        reading.stop.abort();
        // Its end is awaited before it is begun anew: one mailbox session at a time.
        if (inbox) void reading.done.then(refresh);
      }
    }
    for (const inbox of mine) heed(inbox);
    for (const inbox of mine) if (!readings.has(inbox.id) && !signal.aborted) start(workspaceId, inbox);
  };
  const refresh: () => Promise<void> = oneAtATime(async () => {
    if (signal.aborted) return;
    try {
      for (const { id } of await listWorkspaces(db.read)) await refreshOne(id);
    } catch (error) {
      log.error({ err: error }, 'The list of inboxes could not be read.');
    }
  });

  const deafen = await db.listen(INBOXES, () => void refresh());
  const timer = setInterval(() => void refresh(), options.lookEveryMs ?? 5_000);
  void refresh();
  const stopped = new Promise<void>((resolve) => {
    const stop = async () => {
      clearInterval(timer);
      await deafen();
      await refresh();
      await Promise.all([...readings.values()].map(({ done }) => done));
      await releaseAll(db, puller).catch(() => undefined);
      resolve();
    };
    if (signal.aborted) void stop();
    else signal.addEventListener('abort', () => void stop(), { once: true });
  });
  return { stopped };
}

/** A look that was under way when the end came may have claimed some again. */
async function releaseAll(db: Database, puller: string): Promise<void> {
  for (const { id } of await listWorkspaces(db.read)) await db.alone((tx) => releaseInbox(tx, id, null, puller));
}

function markOf({ credentials, settings }: PulledInbox): string {
  return `${Buffer.from(credentials).toString('base64')} ${JSON.stringify(settings)}`;
}
