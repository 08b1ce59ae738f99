import { setImmediate as letIn } from 'node:timers/promises';
import type { WorkspaceId } from '../../core/ids.ts';
import type { ListeningRule } from '../../core/listening/listening-rule.ts';
import { oneAtATime } from '../../core/one-at-a-time.ts';
import type { Understand } from '../../core/understanding/understood.ts';
import { ARRIVED } from '../../storage/changes.ts';
import type { Database } from '../../storage/database.ts';
import { type FilingInbox, readFilingInboxes } from '../../storage/filing/inboxes.ts';
import type { OwnOf } from '../../storage/learning/own.ts';
import { readWaiting, type StoredEntry, workspacesWithWaiting } from '../../storage/ledger.ts';
import { readProblems } from '../../storage/listening/problems.ts';
import { together } from '../../storage/together.ts';
import { BUSY, FiledMeanwhile, fileAlone, fileBatch } from './file-batch.ts';
import type { Digest } from './file-keys.ts';
import { createGrowth } from './growth.ts';
import { hearEntry, isOverheard, type Listening } from './hear-entry.ts';
import { createHitMemory, type HitMemory } from './hit-memory.ts';
import { type Connectors, type ParsedEntry, parseEntry } from './parse-entries.ts';
import { type Known, understandEntry } from './understand-entry.ts';

export interface FilerOptions {
  readonly db: Database;
  readonly connectors: Connectors;
  readonly understand: Understand;
  /** What a workspace knows better than what is shipped; absent: nothing. */
  readonly ownOf?: OwnOf;
  /** Hides what tells who is who. Absent: nothing of it is kept. */
  readonly seal?: { readonly digest: Digest } | undefined;
  /** Absent: nobody listens, and what is overheard all the same is ignored. */
  readonly listening?: Listening;
  /** What is remembered of hits between batches; absent: nothing. */
  readonly memory?: HitMemory;
  /** Told how many entries were taken; absent: counted anew with each look. */
  readonly growth?: ReturnType<typeof createGrowth>;
  readonly now: () => Date;
  readonly log: { error(details: object, message: string): void };
  readonly signal: AbortSignal;
  /** Entries of one transaction. */
  readonly batch?: number;
  /** How often to look without having been told, in milliseconds. */
  readonly lookEveryMs?: number;
}

interface Prepared {
  readonly parsed: readonly ParsedEntry[];
  readonly lastId: number;
}

/** Files whatever waits in one workspace. @returns how many entries were taken; 0 when nothing waits or another filer is at it */
export async function fileWaiting(options: FilerOptions, workspaceId: WorkspaceId): Promise<number> {
  const growth = options.growth ?? createGrowth(options.db);
  let taken = 0;
  let next = await prepare(options, workspaceId, 0);
  while (next.parsed.length > 0 && !options.signal.aborted) {
    const { parsed, lastId } = next;
    // While the database files a full batch, the next one is read and parsed. Behind one that is not full nothing waits
    // yet: read only afterwards, or what arrives meanwhile would wait for one batch more.
    const [filed, after] =
      parsed.length < batchOf(options)
        ? ([await file(options, workspaceId, parsed), null] as const)
        : await fileAndPrepare(options, workspaceId, parsed, lastId);
    if (filed === BUSY) break;
    taken += filed;
    await growth(filed);
    next = after ?? (await prepare(options, workspaceId, lastId));
  }
  return taken;
}

/** After so much reading the answers of the database are heard: the batch before is filed meanwhile, statement by statement. */
const READ_MS = 3;

const batchOf = ({ db, batch }: FilerOptions): number => batch ?? (db.kind === 'postgres' ? 1000 : 500);

async function fileAndPrepare(
  options: FilerOptions,
  workspaceId: WorkspaceId,
  parsed: readonly ParsedEntry[],
  lastId: number,
): Promise<readonly [typeof BUSY | number, Prepared]> {
  // One embedded database hears one at a time: asked while it files, it would answer when it is done, and nothing would
  // be parsed meanwhile.
  const ahead = read(options, workspaceId, lastId);
  if (options.db.kind === 'pglite') await ahead;
  const next: Promise<Prepared> = ahead.then((waiting) => parse(options, workspaceId, waiting));
  return together(file(options, workspaceId, parsed), next);
}

const prepare = async (options: FilerOptions, workspaceId: WorkspaceId, afterId: number): Promise<Prepared> =>
  parse(options, workspaceId, await read(options, workspaceId, afterId));

interface Waiting {
  readonly entries: readonly StoredEntry[];
  readonly inboxes: readonly FilingInbox[];
  readonly known: Known;
  readonly lastId: number;
}

async function read(options: FilerOptions, workspaceId: WorkspaceId, afterId: number): Promise<Waiting> {
  const { db } = options;
  const entries = await readWaiting(db.read, workspaceId, afterId, batchOf(options), 16_000_000);
  const lastId = entries.at(-1)?.id ?? afterId;
  if (entries.length === 0) return { entries, inboxes: [], known: { own: null, problems: [] }, lastId };
  const [inboxes, problems, own = null] = await Promise.all([
    readFilingInboxes(db.read, workspaceId),
    readProblems(db.read, workspaceId),
    options.ownOf?.(workspaceId),
  ]);
  return { entries, inboxes, known: { own, problems }, lastId };
}

async function parse(
  options: FilerOptions,
  workspaceId: WorkspaceId,
  { entries, inboxes, known, lastId }: Waiting,
): Promise<Prepared> {
  const { connectors } = options;
  const parsed: ParsedEntry[] = [];
  let rules: readonly ListeningRule[] | null = null;
  let since = performance.now();
  for (const entry of entries) {
    const understood = understandEntry(await parseEntry(entry, connectors, inboxes), options.understand, known);
    if (understood.placed.some(isOverheard)) {
      rules ??= (await options.listening?.rulesOf(workspaceId)) ?? [];
      parsed.push(hearEntry(understood, rules, options.listening?.hear, known.own));
    } else parsed.push(understood);
    if (performance.now() - since < READ_MS) continue;
    await letIn();
    since = performance.now();
  }
  return { parsed, lastId };
}

async function file(
  options: FilerOptions,
  workspaceId: WorkspaceId,
  parsed: readonly ParsedEntry[],
): Promise<typeof BUSY | number> {
  const { db, now, log } = options;
  const aids = { digest: options.seal?.digest, memory: options.memory };
  const sound = parsed.filter(({ error }) => error === null);
  const broken = parsed.filter(({ error }) => error !== null);
  try {
    if (sound.length > 0 && (await fileBatch(db, workspaceId, sound, now(), aids)) === BUSY) return BUSY;
  } catch (error) {
    // Not nothing: the rest of the batch still waits and is to be read again.
    if (error instanceof FiledMeanwhile) return 1;
    if (!isAboutTheEntry(error)) throw error;
    log.error(
      { error, workspaceId, entries: sound.length },
      'A batch could not be filed; its entries are tried one by one.',
    );
    broken.push(...sound);
  }
  for (const one of broken.toSorted((a, b) => a.entry.id - b.entry.id)) {
    const done = await fileAlone(db, workspaceId, one, now(), aids).catch((error) => {
      if (error instanceof FiledMeanwhile) return 0;
      throw error;
    });
    if (done === BUSY) return BUSY;
  }
  return parsed.length;
}

/** Files until told to stop. Wakes at once when something was appended, and looks by itself now and then. */
export async function startFiler(given: FilerOptions): Promise<{ readonly stopped: Promise<void> }> {
  const options: FilerOptions = { memory: createHitMemory(), growth: createGrowth(given.db), ...given };
  const { db, log, signal } = options;
  const running = new Map<WorkspaceId, Promise<void>>();
  const again = new Set<WorkspaceId>();

  const run = (workspaceId: WorkspaceId) => {
    if (signal.aborted) return;
    if (running.has(workspaceId)) {
      again.add(workspaceId);
      return;
    }
    running.set(
      workspaceId,
      drain(workspaceId).finally(() => {
        running.delete(workspaceId);
        if (again.delete(workspaceId)) run(workspaceId);
      }),
    );
  };
  const drain = async (workspaceId: WorkspaceId) => {
    try {
      while (!signal.aborted && (await fileWaiting(options, workspaceId)) > 0);
    } catch (error) {
      // The database is away or busy: everything still waits in the ledger, and the next look takes it up.
      log.error({ error, workspaceId }, 'Filing stopped and will be taken up again.');
    }
  };
  const lookEverywhere = oneAtATime(() =>
    workspacesWithWaiting(db.read).then(
      (ids) => ids.forEach(run),
      (error) => log.error({ error }, 'The ledger could not be read.'),
    ),
  );

  const deafen = await db.listen(ARRIVED, (payload) =>
    payload ? run(Number(payload) as WorkspaceId) : void lookEverywhere(),
  );
  const timer = setInterval(() => void lookEverywhere(), options.lookEveryMs ?? 5000);
  await lookEverywhere();
  const stopped = new Promise<void>((resolve) => {
    const stop = async () => {
      clearInterval(timer);
      await deafen();
      await Promise.all(running.values());
      resolve();
    };
    if (signal.aborted) void stop();
    else signal.addEventListener('abort', () => void stop(), { once: true });
  });
  return { stopped };
}

/** SQLSTATE classes that blame the data or our statement. Everything else (no connection, shutdown, deadlock) blames the hour. */
const ABOUT_THE_DATA = new Set(['21', '22', '23', '42', 'P0', '0A', '54']);
export function isAboutTheEntry(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return ABOUT_THE_DATA.has(code.slice(0, 2));
  return code === undefined && !/connection|terminated/i.test(error instanceof Error ? error.message : '');
}
