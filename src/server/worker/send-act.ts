import { recordFinding, recordOutcome } from '../../actions/record-outcome.ts';
import type { Connector } from '../../core/channel/connector.ts';
import type { Finding, Outgoing, SendOutcome } from '../../core/channel/outgoing.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { afterOutcome, CLOSED } from '../../core/outgoing/breaker.ts';
import { type StoredFile, toOutgoing } from '../../core/outgoing/stored.ts';
import { recordChanges } from '../../storage/changes.ts';
import { type ClaimedAct, readLastInbound, type SendingInbox } from '../../storage/outbox/claim.ts';
import { noteCall, noteRest } from '../../storage/outbox/inboxes.ts';
import { rulesOf } from './deps.ts';
import { insist } from './pause.ts';
import type { SenderContext } from './sender.ts';
import type { TokenBucket } from './token-bucket.ts';

export interface InboxLine {
  readonly workspaceId: WorkspaceId;
  readonly inbox: SendingInbox;
  readonly connector: Connector;
  readonly credentials: unknown;
}

/** An act that takes longer than this shows as being sent, in milliseconds. */
const SHOW_AFTER_MS = 1_000;
/** However long a network asks to be left alone, its inbox is tried again after this. */
const LONGEST_INBOX_PAUSE_MS = 60_000;

/** One try of one act, until what came of it is written down. */
export async function sendAct(
  context: SenderContext,
  line: InboxLine,
  bucket: TokenBucket,
  claimed: ClaimedAct,
): Promise<void> {
  const { now, held } = context;
  held.set(claimed.id, line.workspaceId);
  const showing = setTimeout(() => showSending(context, line, claimed), SHOW_AFTER_MS).unref();
  try {
    const outcome = await tryOnce(context, line, claimed);
    if (outcome.kind === 'try_later')
      bucket.pauseUntil(now().getTime() + Math.min(outcome.afterMs, LONGEST_INBOX_PAUSE_MS));
    await writeDown(context, line, claimed, outcome);
    await noteHowItAnswered(context, line, outcome);
    if (outcome.kind === 'accepted') await noteItAnswers(context, line);
  } finally {
    clearTimeout(showing);
    held.delete(claimed.id);
  }
}

/** One look for an act of unknown outcome. */
export async function lookForAct(context: SenderContext, line: InboxLine, claimed: ClaimedAct): Promise<void> {
  const { db, held, now } = context;
  held.set(claimed.id, line.workspaceId);
  try {
    const finding = await look(context, line, claimed);
    await insist(() => recordFinding(db, line.workspaceId, claimed, finding, settingOf(context, line), now()), {
      signal: context.signal,
      failed: failed(context, claimed),
    });
  } finally {
    held.delete(claimed.id);
  }
}

async function tryOnce(context: SenderContext, line: InboxLine, claimed: ClaimedAct): Promise<SendOutcome> {
  const { connector, credentials, inbox } = line;
  let act: Outgoing | null;
  try {
    act = await assemble(context, line, claimed);
  } catch (error) {
    return { kind: 'try_later', afterMs: 0, detail: `It could not be put together: ${wordsOf(error)}` };
  }
  if (!act)
    return { kind: 'refused', reason: 'bad_attachment', detail: 'A file of it is not in the media store any more.' };
  const sending = connector.send(act, credentials, inbox.account).catch((error: unknown): SendOutcome => {
    // A connector throws on its own bugs only, and nobody knows how far it had come.
    context.log.error(
      { err: error, outgoingId: claimed.id, channel: connector.channel },
      'A connector broke while sending.',
    );
    return { kind: 'unknown', detail: `Something broke while it was being sent: ${wordsOf(error)}` };
  });
  const late = { isLate: true } as const;
  const outcome = await within(context.sendTimeoutMs, sending, late);
  if (!('isLate' in outcome)) return outcome;
  void sending.then((after) => {
    if (after.kind === 'accepted') return writeDown(context, line, claimed, after);
  });
  return { kind: 'unknown', detail: 'The network did not answer in time.' };
}

/** The act with its files read. Null: a file is gone. */
async function assemble(context: SenderContext, line: InboxLine, claimed: ClaimedAct): Promise<Outgoing | null> {
  const { db, media } = context;
  const { act } = claimed;
  const files = new Map<string, Uint8Array>();
  for (const { mediaId } of 'content' in act ? act.content.attachments : []) {
    const bytes = await media.read(line.workspaceId, mediaId);
    if (!bytes) return null;
    files.set(mediaId, bytes);
  }
  const open = async ({ mediaId }: StoredFile) => files.get(mediaId) ?? new Uint8Array();
  const once = { id: claimed.id, createdAt: claimed.createdAt, attempt: claimed.attempts };
  const { addressOf } = context;
  const outgoing = toOutgoing(
    act,
    once,
    open,
    addressOf && ((file) => addressOf(line.workspaceId, file, context.now())),
  );
  if (outgoing.kind !== 'reply' || !line.connector.capabilities.window) return outgoing;
  // Words are frozen, but the person may have written again while it waited.
  const lastInboundAt = (await readLastInbound(db.read, line.workspaceId, claimed.id)) ?? outgoing.lastInboundAt;
  return { ...outgoing, lastInboundAt };
}

async function look(context: SenderContext, line: InboxLine, claimed: ClaimedAct): Promise<Finding> {
  const { connector, credentials, inbox } = line;
  if (!connector.find) return { kind: 'unclear', detail: 'This network cannot be asked what became of it.' };
  try {
    const act = await assemble(context, line, claimed);
    if (!act) return { kind: 'unclear', detail: 'A file of it is not in the media store any more.' };
    const unclear: Finding = { kind: 'unclear', detail: 'The network did not answer in time.' };
    return await within(context.sendTimeoutMs, connector.find(act, credentials, inbox.account), unclear);
  } catch (error) {
    context.log.error(
      { err: error, outgoingId: claimed.id, channel: connector.channel },
      'A connector broke while looking.',
    );
    return { kind: 'unclear', detail: `Something broke while it was looked for: ${wordsOf(error)}` };
  }
}

function writeDown(context: SenderContext, line: InboxLine, claimed: ClaimedAct, outcome: SendOutcome): Promise<void> {
  const { db, now, signal } = context;
  return insist(() => recordOutcome(db, line.workspaceId, claimed, outcome, settingOf(context, line), now()), {
    signal,
    failed: failed(context, claimed),
  });
}

/** A network that does not answer is left alone for a while, by this inbox only, and people see until when. */
async function noteHowItAnswered(context: SenderContext, line: InboxLine, outcome: SendOutcome): Promise<void> {
  const { breakers, db, log, now, pace } = context;
  const { workspaceId, inbox } = line;
  const before = breakers.get(inbox.id) ?? CLOSED;
  const after = afterOutcome(before, outcome, now(), pace);
  breakers.set(inbox.id, after);
  if (before.openUntil?.getTime() === after.openUntil?.getTime()) return;
  const rest = after.openUntil ? { until: after.openUntil, why: after.why ?? '' } : null;
  try {
    await db.transaction(async (tx) => {
      await noteRest(tx, workspaceId, inbox.id, rest);
      await recordChanges(tx, workspaceId, [{ kind: 'inbox', conversationId: null }], now());
    });
  } catch (error) {
    log.warn({ err: error, inboxId: inbox.id }, 'The rest of an inbox could not be noted.');
  }
}

/** After and apart from what counts: the health line of an inbox may be late, an answer may not. */
async function noteItAnswers({ db, now, log }: SenderContext, { workspaceId, inbox }: InboxLine): Promise<void> {
  try {
    await db.alone((tx) => noteCall(tx, workspaceId, inbox.id, now()));
  } catch (error) {
    log.warn({ err: error, inboxId: inbox.id }, 'A successful call could not be noted.');
  }
}

const settingOf = ({ connectors, pace }: SenderContext, { connector }: InboxLine) => ({
  channels: rulesOf(connectors),
  pace,
  canFind: connector.find !== undefined,
});

const failed =
  (context: SenderContext, { id }: ClaimedAct) =>
  (error: unknown) =>
    context.log.warn({ err: error, outgoingId: id }, 'What came of an act could not be written down; trying again.');

function showSending({ db, now, log }: SenderContext, { workspaceId }: InboxLine, claimed: ClaimedAct): void {
  const change = { kind: 'delivery', conversationId: claimed.conversationId };
  db.alone((tx) => recordChanges(tx, workspaceId, [change], now())).catch((error: unknown) =>
    log.warn({ err: error }, 'A change could not be told.'),
  );
}

async function within<Result, Late>(ms: number, work: Promise<Result>, late: Late): Promise<Result | Late> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Late>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
