import type { OpenHours } from '../../core/hours/open-hours.ts';
import type { AgentId, ConversationId, Json, WorkspaceId } from '../../core/ids.ts';
import { createGiver, type Given } from '../../core/routing/give-out.ts';
import { passOnAt } from '../../core/routing/pass-on-at.ts';
import { type CurrentPolicy, policyFor } from '../../core/routing/policy.ts';
import { recordChanges } from '../../storage/changes.ts';
import { readOpenHours } from '../../storage/clocks/rules.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { readDesks } from '../../storage/routing/desks.ts';
import { type Handover, handOver, lockStillWaiting, putPassOn } from '../../storage/routing/give.ts';
import { readPolicies } from '../../storage/routing/policies.ts';
import { type Place, type QueuedRow, readLeft, readQueue, type Sort, sortKey } from '../../storage/routing/queue.ts';
import { noteTurns, takeTurn } from '../../storage/routing/turns.ts';
import { tellGiven } from './tell-given.ts';

/** So many change hands in one transaction. */
const BATCH = 500;
/** When nobody else can take what was left unanswered, in milliseconds. */
const ASK_AGAIN_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

/**
 * Gives what waits for anybody to those who can take it, the most urgent first, and passes on what was left unanswered.
 * One at a time in a workspace, so that two workers never count on the same free place. @returns how many changed hands
 */
export async function giveOutWaiting(db: Database, workspaceId: WorkspaceId, now: Date): Promise<number> {
  if (!(await readPolicies(db.read, workspaceId)).some(isOn)) return 0;
  return db.transaction(async (tx) => {
    const lastTurn = await takeTurn(tx, workspaceId);
    const policies = await readPolicies(tx, workspaceId);
    const desks = (await readDesks(tx, workspaceId, now)).filter(({ isGiven }) => isGiven);
    const giver = createGiver(desks, policies, lastTurn, now);
    const passesOn = policies.some(({ policy }) => policy.passOnMinutes !== null);
    const hours: Hours = passesOn ? await readOpenHours(tx, workspaceId) : new Map();
    const passed = await passOn(tx, workspaceId, policies, giver, hours, now);
    const given = await giveQueue(tx, workspaceId, policies, giver, now, BATCH - passed.length);
    const all = await settle(tx, workspaceId, [...passed, ...given], hours, now);
    if (all.length === 0) return 0;
    await noteTurns(tx, workspaceId, new Map(all.map(({ choice, turn }) => [choice.agentId, turn])));
    await tellGiven(tx, workspaceId, all, now);
    const changes = all.map(({ waiting }) => ({ kind: 'assignee', conversationId: waiting.id as ConversationId }));
    await recordChanges(tx, workspaceId, changes, now);
    return all.length;
  });
}

/** By inbox. */
type Hours = ReadonlyMap<string, OpenHours>;
type Giver = ReturnType<typeof createGiver>;
export type GivenRow = Given & { readonly waiting: QueuedRow };
const isOn = ({ policy }: CurrentPolicy): boolean => policy.mode !== 'off';

/** What was given to somebody who did not answer in time. */
async function passOn(
  tx: Tx,
  workspaceId: WorkspaceId,
  policies: readonly CurrentPolicy[],
  giver: Giver,
  hours: Hours,
  now: Date,
): Promise<readonly GivenRow[]> {
  const due = await readLeft(tx, workspaceId, now, BATCH);
  const held = await lockStillWaiting(
    tx,
    workspaceId,
    due.map(({ id, holderId }) => ({ id, from: holderId })),
  );
  // Held before anybody is chosen: whoever loses one has room for another.
  const left = due.filter(({ id }) => held.has(id));
  const given: GivenRow[] = [];
  const later: { id: string; at: Date | null }[] = [];
  for (const row of left) {
    const minutes = policyFor(policies, row.teamId)?.policy.passOnMinutes ?? null;
    // Answered in between, it counts from when the customer wrote again.
    const since = Math.max(Date.parse(row.routed?.at ?? '') || 0, row.waitingSince.getTime());
    const at = passOnAt(since, minutes, hours.get(row.inboxId));
    const isDue = at !== null && at <= now && row.routed?.to === row.holderId;
    const next = isDue ? giver.give(row) : null;
    if (next) given.push(next as GivenRow);
    else later.push({ id: row.id, at: isDue ? new Date(now.getTime() + ASK_AGAIN_MS) : at });
  }
  await putPassOn(tx, workspaceId, later);
  return given;
}

async function giveQueue(
  tx: Tx,
  workspaceId: WorkspaceId,
  policies: readonly CurrentPolicy[],
  giver: Giver,
  now: Date,
  most: number,
): Promise<readonly GivenRow[]> {
  const days = Math.max(0, ...policies.filter(isOn).map(({ policy }) => policy.stickyDays ?? 0));
  const answeredSince = days > 0 ? new Date(now.getTime() - days * DAY_MS) : null;
  const given: GivenRow[] = [];
  const hopeless = new Map<string, Sort>();
  let after: Place = null;
  for (let pages = 0; given.length < most && giver.hasRoom(); pages += 1) {
    // Where one place came free, the head of the queue is nearly always enough.
    const limit = Math.min(BATCH, Math.max(20, giver.room() * 2) * 2 ** Math.min(pages, 5));
    const without = [...hopeless.values()];
    const look = { now, after, limit, answeredSince, without };
    const page: readonly QueuedRow[] = await readQueue(tx, workspaceId, policies, look);
    for (const row of page) {
      if (given.length === most || !giver.hasRoom()) break;
      const one = giver.give(row);
      if (one) given.push(one as GivenRow);
      // Places only fill up in a look: what nobody can take now, nobody can later on in it.
      else if (row.routed === null) hopeless.set(sortKey(row), row);
    }
    if (page.length < limit) break;
    after = page.at(-1) ?? null;
  }
  return given;
}

/** Writes what still stands: a person who was quicker has decided. */
async function settle(
  tx: Tx,
  workspaceId: WorkspaceId,
  given: readonly GivenRow[],
  hours: Hours,
  now: Date,
): Promise<readonly GivenRow[]> {
  const rows = given.map((one) => handoverOf(one, hours, now));
  const held = await lockStillWaiting(tx, workspaceId, rows);
  await handOver(
    tx,
    workspaceId,
    rows.filter(({ id }) => held.has(id)),
  );
  return given.filter(({ waiting }) => held.has(waiting.id));
}

function handoverOf({ waiting, choice, policy }: GivenRow, hours: Hours, now: Date): Handover {
  const { agentId, how, points, parts, others, out } = choice;
  const { id, holderId, language, topic, sentiment, priority, not } = waiting;
  const { passOnMinutes } = policy.policy;
  const routed: Json = JSON.parse(
    JSON.stringify({
      to: agentId,
      at: now.toISOString(),
      how,
      points,
      parts,
      others,
      out,
      about: { language, topic, sentiment, priority },
      policy: { teamId: policy.teamId, version: policy.version },
      had: holderId === null ? not : [...not, holderId],
    }),
  );
  const at = passOnAt(now.getTime(), passOnMinutes, hours.get(waiting.inboxId));
  return { id, from: holderId, to: agentId as AgentId, routed, passOnAt: at };
}
