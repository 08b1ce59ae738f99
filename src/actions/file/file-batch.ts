import type { MessageEvent, ReactionEvent } from '../../core/channel/event.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { type Change, type ReservedChange, recordChanges, tellReserved } from '../../storage/changes.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { noteHeard } from '../../storage/filing/hours.ts';
import { touchInboxes } from '../../storage/filing/inboxes.ts';
import { type EntryMark, type FilingTurn, markEntries, takeFilingTurn } from '../../storage/ledger.ts';
import { withSavepoint } from '../../storage/savepoint.ts';
import { wantSecondOpinions } from '../../storage/second-opinion/rows.ts';
import { together } from '../../storage/together.ts';
import type { Digest } from './file-keys.ts';
import { fileMessages } from './file-messages.ts';
import { fileOther, type OtherEvent } from './file-other.ts';
import { fileReactions } from './file-reactions.ts';
import { createHitMemory, type HitMemory } from './hit-memory.ts';
import type { ParsedEntry, Placed } from './parse-entries.ts';
import { settleHits } from './settle-hits.ts';
import { sortOverheard } from './sort-overheard.ts';
import { markOf, type Verdict } from './verdict.ts';

/** Somebody else files in this workspace just now. */
export const BUSY = Symbol('busy');

export interface FilingAids {
  readonly digest?: Digest | undefined;
  /** Absent: what is needed of it is read anew. */
  readonly memory?: HitMemory | undefined;
}

/** Another process filed some of these meanwhile: nothing was done, read what waits again. */
export class FiledMeanwhile extends Error {}

/** Files parsed entries, all of them or none. Throws `FiledMeanwhile`. */
export function fileBatch(
  db: Database,
  workspaceId: WorkspaceId,
  parsed: readonly ParsedEntry[],
  now: Date,
  aids: FilingAids = {},
): Promise<typeof BUSY | number> {
  return db.transaction(async (tx) => {
    const turn = await takeFilingTurn(tx, workspaceId);
    if (!turn) return BUSY;
    const done = await fileEvents(tx, workspaceId, parsed, now, aids, turn);
    const byEntry = Map.groupBy(done.verdicts, ({ entryId }) => entryId);
    await finish(
      tx,
      workspaceId,
      parsed.map(({ entry }) => markOf(entry, byEntry.get(entry.id) ?? [])),
      done,
      now,
    );
    return parsed.length;
  });
}

interface FiledEvents {
  readonly changes: readonly Change[];
  readonly reserved: readonly ReservedChange[];
  readonly hasOurs: boolean;
}

async function finish(
  tx: Tx,
  workspaceId: WorkspaceId,
  marks: readonly EntryMark[],
  done: FiledEvents,
  now: Date,
): Promise<void> {
  const [marked] = await together(
    markEntries(tx, workspaceId, marks, now),
    tellReserved(tx, workspaceId, done.reserved, done.hasOurs, now),
  );
  if (marked < marks.length) throw new FiledMeanwhile();
  if (done.changes.length > 0) await recordChanges(tx, workspaceId, once(done.changes), now);
}

/**
 * An entry that broke its batch, event by event: what can be filed is, and the entry is set aside with the first
 * error, so that a replay files the rest (what is filed already will be a duplicate then).
 */
export function fileAlone(
  db: Database,
  workspaceId: WorkspaceId,
  parsed: ParsedEntry,
  now: Date,
  aids: FilingAids = {},
): Promise<typeof BUSY | number> {
  return db.transaction(async (tx) => {
    const turn = await takeFilingTurn(tx, workspaceId);
    if (!turn) return BUSY;
    const verdicts: Verdict[] = [];
    const changes: Change[] = [];
    const reserved: ReservedChange[] = [];
    let hasOurs = false;
    let error: string | null = parsed.error;
    for (const placed of parsed.placed) {
      try {
        const alone = [{ ...parsed, placed: [placed], ignored: [] }];
        const done = await withSavepoint(tx, () => fileEvents(tx, workspaceId, alone, now, aids, turn));
        verdicts.push(...done.verdicts);
        changes.push(...done.changes);
        reserved.push(...done.reserved);
        hasOurs ||= done.hasOurs;
      } catch (reason) {
        error ??= reason instanceof Error ? reason.message : String(reason);
      }
    }
    verdicts.push(...ignoredOf(parsed));
    const mark = markOf(parsed.entry, verdicts);
    await finish(
      tx,
      workspaceId,
      [error === null ? mark : { ...mark, state: 'set_aside', reason: error }],
      { changes, reserved, hasOurs },
      now,
    );
    return 1;
  });
}

async function fileEvents(
  tx: Tx,
  workspaceId: WorkspaceId,
  parsed: readonly ParsedEntry[],
  now: Date,
  { digest, memory = createHitMemory() }: FilingAids,
  { asksSecondOpinion }: FilingTurn,
) {
  const placed = parsed.flatMap((entry) => entry.placed);
  const sorted = await sortOverheard(tx, workspaceId, placed.filter(isMessage), memory, now);
  const messages = await fileMessages(tx, workspaceId, sorted.toFile, now, digest);
  if (asksSecondOpinion) await wantSecondOpinions(tx, workspaceId, filedIn(messages.verdicts), now);
  const hits = await settleHits(tx, workspaceId, sorted, messages.verdicts, memory, now);
  const verdicts = [...hits.verdicts, ...sorted.verdicts, ...parsed.flatMap(ignoredOf)];
  const changes = [...messages.changes, ...hits.changes];
  for (const one of placed.filter(isOther)) {
    const done = await fileOther(tx, workspaceId, one, now);
    verdicts.push(done.verdict);
    changes.push(...done.changes);
  }
  const touched = new Map(placed.map(({ inbox, entry }) => [inbox.id, { id: inbox.id, at: entry.receivedAt }]));
  const [reactions] = await together(
    fileReactions(tx, workspaceId, placed.filter(isReaction)),
    touchInboxes(tx, workspaceId, [...touched.values()]),
    noteHeard(tx, workspaceId, messages.heard, [...messages.voices, ...hits.voices]),
  );
  return {
    verdicts: [...verdicts, ...reactions.verdicts],
    changes: [...changes, ...reactions.changes],
    reserved: messages.reserved,
    hasOurs: messages.hasOurs,
  };
}

const filedIn = (verdicts: readonly Verdict[]) =>
  verdicts.flatMap(({ state, messageId }) => (state === 'filed' && messageId ? [messageId] : []));
const isMessage = (placed: Placed): placed is Placed<MessageEvent> => placed.event.kind === 'message';
const isReaction = (placed: Placed): placed is Placed<ReactionEvent> => placed.event.kind === 'reaction';
const isOther = (placed: Placed): placed is Placed<OtherEvent> =>
  placed.event.kind !== 'message' && placed.event.kind !== 'reaction' && placed.event.kind !== 'ignored';

function ignoredOf(parsed: ParsedEntry): readonly Verdict[] {
  return parsed.ignored.map(({ position, kind, why }) => ({
    entryId: parsed.entry.id,
    position,
    state: 'ignored',
    kind,
    became: why,
  }));
}

function once(changes: readonly Change[]): readonly Change[] {
  return [...new Map(changes.map((change) => [`${change.kind} ${change.conversationId}`, change])).values()];
}
