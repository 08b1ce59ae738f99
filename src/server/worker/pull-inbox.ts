import { noteGap } from '../../actions/note-gap.ts';
import { receiveWithCursor } from '../../actions/receive.ts';
import type { AtOnce } from '../../core/channel/at-once.ts';
import {
  type Connector,
  type Pulled,
  type PulledStream,
  type SourceSession,
  Trouble,
} from '../../core/channel/connector.ts';
import type { Json, WorkspaceId } from '../../core/ids.ts';
import { oneAtATime } from '../../core/one-at-a-time.ts';
import { recordChanges } from '../../storage/changes.ts';
import { noteAtOnce, noteTrouble, noteWorking, type PulledInbox, readCursor } from '../../storage/pulling.ts';
import { createNudge, type Nudge } from './nudge.ts';
import { pause } from './pause.ts';
import type { PullerOptions } from './puller.ts';

const LONGEST_PAUSE_MS = 5 * 60_000;
/** A pull that takes longer hangs: connectors stop by themselves much sooner. */
const PULL_TIMEOUT_MS = 5 * 60_000;
/** The health line is exact to this; a busy inbox is not rewritten with every look. */
const HEALTH_EVERY_MS = 15_000;
/** One lost connection is the weather; two in a row are trouble. */
const FAILURES_THAT_SHOW = 2;

/** Reads one inbox until told to stop or until it needs a person: opens a session, and another after each trouble. */
export async function pullInbox(
  options: PullerOptions,
  workspaceId: WorkspaceId,
  inbox: PulledInbox,
  nudge: Nudge = createNudge(),
): Promise<void> {
  const { connectors, credentialsOf, signal, firstPauseMs = 1_000 } = options;
  const connector = connectors.get(inbox.channel);
  if (!connector?.source) return;
  let failures = 0;
  while (!signal.aborted) {
    let session: SourceSession | null = null;
    let deafen = () => {};
    try {
      const credentials = openCredentials(() => credentialsOf(workspaceId, inbox.id, inbox.credentials));
      session = await connector.source.open(credentials, inbox.account, inbox.settings);
      const opened = session;
      deafen = nudge.listen(() => opened.retry?.());
      const health = healthOf(options, workspaceId, inbox);
      await readSession(options, workspaceId, inbox, connector, session, async (pulled) => {
        failures = 0;
        await health(pulled);
      });
    } catch (error) {
      if (signal.aborted) break;
      failures += 1;
      const trouble = troubleOf(error);
      if (!(error instanceof Trouble)) options.log.error({ err: error, inboxId: inbox.id }, 'Reading an inbox failed.');
      const needsPerson = await tellTrouble(options, workspaceId, inbox, trouble, failures);
      if (needsPerson) return;
      const pauseMs = Math.min(firstPauseMs * 2 ** Math.min(failures - 1, 20), LONGEST_PAUSE_MS);
      await pause(Math.max(pauseMs, trouble.afterMs ?? 0), signal);
    } finally {
      deafen();
      await session?.close().catch(() => undefined);
    }
  }
}

/** Pulls each stream when its time has come or the network says that something is new. Ends with the signal, or throws. */
async function readSession(
  options: PullerOptions,
  workspaceId: WorkspaceId,
  inbox: PulledInbox,
  connector: Connector,
  session: SourceSession,
  worked: (pulled: Pick<Pulled, 'count' | 'quota'>) => Promise<void>,
): Promise<void> {
  const { signal } = options;
  const streams = (connector.source?.streams(inbox.settings) ?? []).map((stream) => ({ ...stream, dueAt: 0 }));
  let woken = Promise.withResolvers<void>();
  session.watch?.(
    (name) => {
      for (const stream of streams) if (stream.name === name) stream.dueAt = 0;
      woken.resolve();
    },
    lineTeller(options, workspaceId, inbox),
  );
  while (!signal.aborted) {
    const due = streams.filter(({ dueAt }) => dueAt <= performance.now());
    for (const stream of due) {
      stream.dueAt = performance.now() + stream.everyMs;
      const pulled = await pullOnce(options, workspaceId, inbox, session, stream);
      // The other streams get their turn before a long history goes on.
      if (pulled.more) stream.dueAt = 0;
      await worked(pulled);
      if (signal.aborted) return;
    }
    const nextAt = Math.min(...streams.map(({ dueAt }) => dueAt));
    if (streams.length === 0) await pause(LONGEST_PAUSE_MS, signal);
    else if (nextAt > performance.now()) {
      const wait = new AbortController();
      const either = AbortSignal.any([signal, wait.signal]);
      void woken.promise.then(() => wait.abort());
      await pause(nextAt - performance.now(), either);
      woken.resolve();
      woken = Promise.withResolvers<void>();
    }
  }
}

/** What was read and how far, in one transaction. */
async function pullOnce(
  { db, now }: PullerOptions,
  workspaceId: WorkspaceId,
  inbox: PulledInbox,
  session: SourceSession,
  { name: stream, isReconciling = false }: PulledStream,
): Promise<Pulled> {
  const before = await readCursor(db.read, workspaceId, inbox.id, stream);
  const pulled = await inTime(session.pull(stream, before));
  const at = now();
  if (pulled.gap) await noteGap(db, workspaceId, inbox.id, stream, pulled.gap, now(), isReconciling);
  const isSame = pulled.entries.length === 0 && JSON.stringify(pulled.cursor) === JSON.stringify(before);
  if (isSame) return pulled;
  const arrivals = pulled.entries.map(({ headers, body }) => ({
    family: inbox.channel,
    inboxId: inbox.id,
    source: stream,
    headers,
    body,
    receivedAt: at,
  }));
  await receiveWithCursor(db, workspaceId, { inboxId: inbox.id, stream, cursor: pulled.cursor, arrivals }, at);
  return pulled;
}

function healthOf({ db, now }: PullerOptions, workspaceId: WorkspaceId, inbox: PulledInbox) {
  let notedAt = Number.NEGATIVE_INFINITY;
  let noted = '';
  return async ({ count = null, quota = null }: Partial<Record<'count' | 'quota', object | null>>): Promise<void> => {
    const words = JSON.stringify([count, quota]);
    const isSame = (count === null && quota === null) || words === noted;
    if (isSame && performance.now() - notedAt < HEALTH_EVERY_MS) return;
    notedAt = performance.now();
    noted = words;
    await db.transaction(async (tx) => {
      const isNews = await noteWorking(
        tx,
        workspaceId,
        inbox.id,
        { count: asJson(count), quota: asJson(quota) },
        now(),
      );
      if (isNews) await recordChanges(tx, workspaceId, [{ kind: 'inbox', conversationId: null }], now());
    });
  };
}

/** Writes down how it stands with the line by which what is said comes at once, the newest last. */
function lineTeller({ db, now, log }: PullerOptions, workspaceId: WorkspaceId, inbox: PulledInbox) {
  const write = oneAtATime(async (line: AtOnce) => {
    try {
      await db.transaction(async (tx) => {
        const isNews = await noteAtOnce(tx, workspaceId, inbox.id, line);
        if (isNews) await recordChanges(tx, workspaceId, [{ kind: 'inbox', conversationId: null }], now());
      });
    } catch (error) {
      log.error({ err: error, inboxId: inbox.id }, 'How an inbox is heard could not be written down.');
    }
  });
  return (line: AtOnce): void => void write(line);
}

/** Times as the database keeps them in JSON. */
const asJson = (value: object | null): Json => JSON.parse(JSON.stringify(value)) as Json;

/** @returns true when nothing but a person can help */
async function tellTrouble(
  { db, now, log }: PullerOptions,
  workspaceId: WorkspaceId,
  inbox: PulledInbox,
  { kind, message }: Pick<Trouble, 'kind' | 'message'>,
  failures: number,
): Promise<boolean> {
  const isSerious = kind === 'misconfigured' || failures >= FAILURES_THAT_SHOW;
  const state = kind === 'needs_login' ? 'needs_login' : isSerious ? 'trouble' : null;
  try {
    await db.transaction(async (tx) => {
      const isNews = await noteTrouble(tx, workspaceId, inbox.id, { state, detail: message }, now());
      if (isNews) await recordChanges(tx, workspaceId, [{ kind: 'inbox', conversationId: null }], now());
    });
  } catch (error) {
    log.error({ err: error, inboxId: inbox.id }, 'The state of an inbox could not be written down.');
    return false;
  }
  return state === 'needs_login';
}

function openCredentials(open: () => unknown): unknown {
  try {
    return open();
  } catch (error) {
    throw new Trouble('needs_login', error instanceof Error ? error.message : String(error));
  }
}

function troubleOf(error: unknown): Pick<Trouble, 'kind' | 'message' | 'afterMs'> {
  if (error instanceof Trouble) return error;
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'unavailable', message: `Reading did not work: ${message}`, afterMs: undefined };
}

async function inTime(work: Promise<Pulled>): Promise<Pulled> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Trouble('unavailable', 'The network did not answer in time.')),
      PULL_TIMEOUT_MS,
    );
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
