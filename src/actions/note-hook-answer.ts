import { isGivenUp, nextTelling, restOf } from '../core/hooks/pace.ts';
import type { WorkspaceId } from '../core/ids.ts';
import { listAgents } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { type DueDelivery, type HookTurn, noteHook, noteTold } from '../storage/hooks/turn.ts';
import { addNotifications } from '../storage/notifications/add.ts';

export interface Answered {
  /** Null: there was no answer. */
  readonly status: number | null;
  readonly answer: string;
  readonly tookMs: number;
  readonly afterMs: number | null;
  readonly isForbidden: boolean;
  /** Nothing was sent, since what it tells of is not here any more. */
  readonly isGone?: boolean;
}

/**
 * What an address answered: the entry is over or waits for its next try, and the address goes on, rests, or is off.
 * @returns how the address stands; null when this process has no turn any more
 */
export function noteHookAnswer(
  db: Database,
  workspaceId: WorkspaceId,
  told: {
    readonly hook: HookTurn;
    readonly due: DueDelivery;
    readonly answer: Answered;
    readonly sender: string;
    readonly until: Date;
  },
  now: Date,
): Promise<Pick<HookTurn, 'failures' | 'failingSince'> | null> {
  const { hook, due, answer, sender, until } = told;
  const { status, tookMs } = answer;
  const isTaken = status !== null && status >= 200 && status < 300;
  const isNeutral = answer.isGone === true;
  const firstTriedAt = due.firstTriedAt ?? now;
  const again =
    isTaken || isNeutral
      ? null
      : nextTelling({ attempts: due.attempts + 1, firstTriedAt, afterMs: answer.afterMs }, now);
  const failingSince = isTaken ? null : isNeutral ? hook.failingSince : (hook.failingSince ?? now);
  const failures = isTaken ? 0 : isNeutral ? hook.failures : hook.failures + 1;
  const offBecause = isNeutral || isTaken ? null : whyOff(answer, failingSince, now);
  return db.transaction(async (tx) => {
    const rest = isNeutral ? null : restOf(failures, now);
    const standing = { sender, until, failures, failingSince, restsUntil: rest, offBecause };
    const isMine = await noteHook(tx, workspaceId, hook.id, standing);
    // Off already, or another process has it: what was answered is true all the same.
    await noteTold(
      tx,
      workspaceId,
      due.id,
      {
        state: isTaken ? 'delivered' : isNeutral || !again ? 'failed' : 'waiting',
        dueAt: again ?? now,
        firstTriedAt,
        status,
        tookMs,
        answer: answer.answer,
      },
      now,
    );
    if (isMine && offBecause) await tellAdmins(tx, workspaceId, hook, offBecause, now);
    return isMine && !offBecause ? { failures, failingSince } : null;
  });
}

/** 410 is how a receiver says that it wants nothing more. */
function whyOff({ status, answer }: Answered, failingSince: Date | null, now: Date): string | null {
  if (status === 410) return 'The address answered 410: it wants nothing more.';
  if (!isGivenUp(failingSince, now)) return null;
  return `It has failed for a day. The last time: ${status === null ? answer : `it answered ${status}.`}`.slice(0, 500);
}

async function tellAdmins(tx: Tx, workspaceId: WorkspaceId, hook: HookTurn, why: string, now: Date): Promise<void> {
  const admins = (await listAgents(tx, workspaceId)).filter(
    ({ isActive, acts }) => isActive && acts.includes('inboxes.manage'),
  );
  await addAudit(
    tx,
    { workspaceId, agentId: null },
    { act: 'hook.switched_off', target: hook.id, detail: { why } },
    now,
  );
  await addNotifications(
    tx,
    workspaceId,
    admins.map(({ id }) => ({
      agentId: id,
      kind: 'webhook_off' as const,
      conversationId: null,
      actorId: null,
      text: `${hook.name}: ${why}`,
      about: `webhook_off:${hook.id}`,
    })),
    now,
  );
  await recordChanges(tx, workspaceId, [{ kind: 'inbox', conversationId: null }], now);
}
