import type { Finding, SendOutcome } from '../core/channel/outgoing.ts';
import type { OutgoingId, WorkspaceId } from '../core/ids.ts';
import { nextLook, nextTry, type Pace } from '../core/outgoing/pace.ts';
import type { ChannelLookup } from '../core/reply/ways.ts';
import { type Change, recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { noteNeedsLogin } from '../storage/outbox/inboxes.ts';
import { lockOutgoing, type OutgoingRow } from '../storage/outbox/rows.ts';
import { settleLater, settleUnknown, settleUnsent } from '../storage/outbox/settle.ts';
import { landAct } from './land-act.ts';
import { waitsAgain } from './waits-again.ts';

export interface Tried {
  readonly id: OutgoingId;
  readonly attempts: number;
  readonly looks: number;
  readonly absences: number;
  readonly firstTriedAt: Date;
}
interface Setting {
  readonly channels: ChannelLookup;
  readonly pace: Pace;
  /** Whether the network can be asked for what became of an act. */
  readonly canFind: boolean;
}

/** What a try told us, for certain, becomes the state of the act; once, however often and late it is told. */
export function recordOutcome(
  db: Database,
  workspaceId: WorkspaceId,
  tried: Tried,
  outcome: SendOutcome,
  setting: Setting,
  now: Date,
): Promise<void> {
  return settling(db, workspaceId, tried, now, async (tx, row) => {
    if (outcome.kind === 'accepted') return land(tx, workspaceId, row, outcome, setting, now);
    // An echo or a person was quicker, or a later try is under way: this one has nothing more to say.
    if (row.state !== 'sending' || row.attempts !== tried.attempts) return null;
    if (outcome.kind === 'unknown') return lookLater(tx, workspaceId, row, outcome.detail, 0, 0, setting, now);
    if (outcome.kind === 'try_later') return later(tx, workspaceId, row, { ...tried, ...outcome }, setting, now);
    if (outcome.reason === 'needs_login') {
      // Certainly not sent, and no fault of the words: it waits for the login with everything behind it.
      const isNews = await noteNeedsLogin(tx, workspaceId, row.inboxId, outcome.detail, now);
      await settleLater(tx, workspaceId, row.id, { detail: `Waits for a login: ${outcome.detail}`, at: now });
      return isNews ? [{ kind: 'inbox', conversationId: null }] : [];
    }
    return fail(tx, workspaceId, row, outcome.detail, outcome.reason, now);
  });
}

/** What a look on the network told us of an act whose outcome was unknown. */
export function recordFinding(
  db: Database,
  workspaceId: WorkspaceId,
  tried: Tried,
  finding: Finding,
  setting: Setting,
  now: Date,
): Promise<void> {
  return settling(db, workspaceId, tried, now, async (tx, row) => {
    if (finding.kind === 'accepted') return land(tx, workspaceId, row, finding, setting, now);
    if (row.state !== 'unknown' || row.attempts !== tried.attempts) return null;
    const looks = tried.looks + 1;
    if (finding.kind === 'unclear') return lookLater(tx, workspaceId, row, finding.detail, looks, 0, setting, now);
    const absences = tried.absences + 1;
    if (absences < setting.pace.absencesNeeded)
      return lookLater(tx, workspaceId, row, 'It is not on the network so far.', looks, absences, setting, now);
    const detail = 'It did not reach the network, so it is sent again.';
    return later(tx, workspaceId, row, { ...tried, afterMs: 0, detail }, setting, now);
  });
}

async function settling(
  db: Database,
  workspaceId: WorkspaceId,
  { id }: Tried,
  now: Date,
  settle: (tx: Tx, row: OutgoingRow) => Promise<readonly Change[] | null>,
): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockOutgoing(tx, workspaceId, id);
    if (!row) return;
    const changes = await settle(tx, row);
    if (changes)
      await recordChanges(tx, workspaceId, [{ kind: 'delivery', conversationId: row.conversationId }, ...changes], now);
  });
}

async function land(
  tx: Tx,
  workspaceId: WorkspaceId,
  row: OutgoingRow,
  outcome: SendOutcome & { readonly kind: 'accepted' },
  { channels }: Setting,
  now: Date,
): Promise<readonly Change[] | null> {
  const changes = await landAct(tx, workspaceId, row, outcome, channels, now);
  if (changes || row.state === 'sent') return changes;
  const detail = 'The network shows an earlier answer with the same words; whether this one is there too is not clear.';
  await settleUnknown(tx, workspaceId, row.id, { detail, lookAt: null, looks: 0, absences: 0 });
  return unclear(tx, workspaceId, row, detail, now);
}

async function later(
  tx: Tx,
  workspaceId: WorkspaceId,
  row: OutgoingRow,
  tried: Tried & { readonly afterMs: number; readonly detail: string },
  { pace }: Setting,
  now: Date,
): Promise<readonly Change[]> {
  const at = nextTry(tried, now, pace);
  if (!at) return fail(tx, workspaceId, row, `Tried for too long without success. ${tried.detail}`, 'gave_up', now);
  await settleLater(tx, workspaceId, row.id, { detail: tried.detail, at });
  return [];
}

async function lookLater(
  tx: Tx,
  workspaceId: WorkspaceId,
  row: OutgoingRow,
  detail: string,
  looks: number,
  absences: number,
  { canFind, pace }: Setting,
  now: Date,
): Promise<readonly Change[]> {
  const lookAt = canFind ? nextLook(looks, now, pace) : null;
  await settleUnknown(tx, workspaceId, row.id, { detail, lookAt, looks, absences });
  return lookAt ? [] : unclear(tx, workspaceId, row, detail, now);
}

async function fail(
  tx: Tx,
  workspaceId: WorkspaceId,
  row: OutgoingRow,
  detail: string,
  refusal: string,
  now: Date,
): Promise<readonly Change[]> {
  await settleUnsent(tx, workspaceId, row.id, { state: 'failed', detail, refusal }, now);
  return waitsAgain(tx, workspaceId, row, { kind: 'send_failed', text: detail, about: { detail, refusal } }, now);
}

const unclear = (tx: Tx, workspaceId: WorkspaceId, row: OutgoingRow, detail: string, now: Date) =>
  waitsAgain(tx, workspaceId, row, { kind: 'send_unclear', text: detail, about: { detail } }, now);
