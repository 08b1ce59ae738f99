import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import type { ChannelLookup } from '../../core/reply/ways.ts';
import { triage } from '../../core/triage/triage.ts';
import { type Change, reserveChanges, tellReserved } from '../../storage/changes.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { doRulesSpeak } from '../../storage/rules/rows.ts';
import { type DueFacts, lookLater, takeDue } from '../../storage/triage/facts.ts';
import { readTriageRules } from '../../storage/triage/rules.ts';
import { type Decided, writeDecided } from '../../storage/triage/write.ts';
import { ringClocks } from '../clocks/ring-clocks.ts';
import { isAboutTheEntry } from '../file/filer.ts';
import { applyRules } from '../rules/apply-rules.ts';

const BATCH = 500;
/** Where rules answer people and tell other systems: each of those is many statements, and all of a batch are held until its end. */
const SPEAKING_BATCH = 25;

/**
 * Decides anew what is due in a workspace, one batch.
 * @param channels by which rules answer; none: they answer nobody
 * @returns how many were decided
 */
export async function triageDue(
  db: Database,
  workspaceId: WorkspaceId,
  now: Date,
  batch = BATCH,
  channels: ChannelLookup = () => undefined,
): Promise<number> {
  return db.transaction(async (tx) => {
    const most = (await doRulesSpeak(tx, workspaceId)) ? SPEAKING_BATCH : BATCH;
    const due = await takeDue(tx, workspaceId, now, Math.min(batch, most));
    if (due.length === 0) return 0;
    try {
      await decide(tx, workspaceId, due, now, channels);
    } catch (error) {
      throw new Undecided(due[0]?.id ?? '', error);
    }
    return due.length;
  });
}

async function decide(tx: Tx, workspaceId: WorkspaceId, due: readonly DueFacts[], now: Date, channels: ChannelLookup) {
  // After they were taken: what made them due may be that the rules are others now.
  const rules = await readTriageRules(tx, workspaceId);
  const worked = await applyRules(tx, { workspaceId, rules: rules.work ?? [], channels }, due, now);
  const decided = worked.due.map((facts) => worked.over({ id: facts.id, ...triage(facts, rules, now) }));
  await ringClocks(tx, workspaceId, worked.due, decided, rules.clocks, now);
  const told = [...changesOf(due, decided), ...worked.changes];
  // Holds the workspace's row from here on. Each conversation is written once, with the number of what is told of it.
  const first = told.length > 0 ? await reserveChanges(tx, workspaceId, told.length) : 0;
  const reserved = told.map((change, index) => ({ ...change, seq: first + index }));
  const seqOf = new Map(reserved.map(({ conversationId, seq }) => [conversationId as string | null, seq]));
  await writeDecided(
    tx,
    workspaceId,
    decided.map((one) => ({ ...one, changedSeq: seqOf.get(one.id) ?? null })),
  );
  await tellReserved(tx, workspaceId, reserved, worked.changes.length > 0, now);
}

/** Which conversation was the first of those that could not be decided, and why. */
class Undecided extends Error {
  readonly first: string;
  /** The database's: by it a deadlock is known, and tried again. */
  readonly code: unknown;
  constructor(first: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.first = first;
    this.code = (cause as { code?: unknown } | null)?.code;
  }
}

/** One that cannot be decided is looked at again after so long, or when something happens to it. */
const LATER_MS = 60 * 60_000;

/**
 * The same, where a batch that breaks is decided one by one: a conversation that cannot be decided delays nobody else.
 * Throws only what says nothing about a conversation, such as a database that is away.
 */
export async function triageEach(
  db: Database,
  workspaceId: WorkspaceId,
  now: Date,
  log: { error(details: object, message: string): void },
  { batch = BATCH, channels = () => undefined }: { readonly batch?: number; readonly channels?: ChannelLookup } = {},
): Promise<number> {
  try {
    return await triageDue(db, workspaceId, now, batch, channels);
  } catch (failure) {
    if (!(failure instanceof Undecided) || !isAboutTheEntry(failure.cause)) throw failure;
    const { first, cause: error } = failure;
    if (batch === 1) {
      await db.alone((tx) => lookLater(tx, workspaceId, first, now, new Date(now.getTime() + LATER_MS)));
      log.error(
        { error, workspaceId, conversationId: first },
        'A conversation could not be decided; it is tried again later.',
      );
      return 1;
    }
    log.error({ error, workspaceId }, 'Several could not be decided at once; they are tried one by one.');
    let done = 0;
    while (done < batch && (await triageEach(db, workspaceId, now, log, { batch: 1, channels })) > 0) done += 1;
    return done;
  }
}

/** Only what a list or a page shows differently is told. */
function changesOf(due: readonly DueFacts[], decided: readonly Decided[]): readonly Change[] {
  return due.flatMap((before, index) => {
    const after = decided[index];
    if (!after) return [];
    const isNews =
      after.priority !== before.priority ||
      after.dueAt !== (before.dueAt?.toISOString() ?? null) ||
      after.fired.length > 0 ||
      after.assigneeId !== undefined ||
      after.teamId !== undefined ||
      after.labelIds !== undefined ||
      after.snoozedUntil !== undefined;
    return isNews ? [{ kind: 'triage', conversationId: before.id as ConversationId }] : [];
  });
}
