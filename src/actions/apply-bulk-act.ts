import { hasRight } from '../core/access/inbox-rights.ts';
import { noSuch, notAllowedHere } from '../core/access/no-such.ts';
import { CareError, type Fault } from '../core/errors.ts';
import type { AgentId, ConversationId, InboxId } from '../core/ids.ts';
import type { ActFacts, Columns, Decision, WorkAct, WorkRow } from '../core/work/act.ts';
import { decideAct, refusalOf } from '../core/work/decide-act.ts';
import { pick } from '../core/work/restore.ts';
import type { Change } from '../storage/changes.ts';
import type { Tx } from '../storage/database.ts';
import { addNotifications } from '../storage/notifications/add.ts';
import { storableText } from '../storage/rows.ts';
import { addTimelineEvents } from '../storage/timeline.ts';
import { readNames } from '../storage/work/act-facts.ts';
import { lockColumns, patchColumns } from '../storage/work/columns.ts';
import { rightsOfAgents } from '../storage/work/rights-of-agents.ts';
import type { Step } from '../storage/work/undos.ts';
import { toldBy } from './told-by.ts';
import type { Who } from './who.ts';

export interface LeftOut {
  readonly conversationId: ConversationId;
  readonly why: string;
  readonly code: string;
  readonly fault: Fault;
}
export interface Applied {
  /** What was changed, for `keepUndo`. */
  readonly steps: readonly Step[];
  readonly left: readonly LeftOut[];
  /** For the caller's `recordChanges`, which comes last. */
  readonly changes: readonly Change[];
}

const TOLD_AS: Record<WorkAct['do'], string> = {
  attention: 'attention',
  assign: 'assignee',
  team: 'team',
  label: 'labels',
  snooze: 'snooze',
  resolve: 'resolution',
  promise: 'promise',
};

/**
 * One act on many conversations inside a larger transaction, with a fixed number of statements. Each is done only where
 * whoever acts may answer; what is left out says why. Throws what stands against the act as such (`needs_a_human`,
 * `reason_missing`, `no_such_agent`, `no_such_team`, `no_such_label`, `label_archived`, `…_in_the_past`).
 * @param place of the steps, when several acts are taken back as one
 */
export async function applyBulkAct(
  tx: Tx,
  who: Who,
  conversationIds: readonly ConversationId[],
  act: WorkAct,
  now: Date,
  place = 0,
): Promise<Applied> {
  const ids = [...new Set(conversationIds)];
  const rows = await lockColumns(tx, who.workspaceId, ids);
  const cleaned = storable(act);
  const names = await readNames(tx, who.workspaceId, [...idsIn(cleaned), ...[...rows.values()].flatMap(idsOf)]);
  const facts: ActFacts = { agentId: who.agentId, now, ...names };
  const refusal = refusalOf(cleaned, facts);
  if (refusal) throw new CareError(refusal.fault, refusal.code, refusal.why);

  const assignee = cleaned.do === 'assign' ? cleaned.agentId : null;
  const theirs = assignee ? (await rightsOfAgents(tx, who.workspaceId, [assignee])).get(assignee as AgentId) : null;
  const decided = ids.map((id) => {
    const decision = decide(who, cleaned, rows.get(id), facts);
    const isBlind = decision.kind === 'change' && !hasRight(theirs ?? null, rows.get(id)?.inbox_id as InboxId, 'see');
    return { id, decision: isBlind ? blindTo(facts, assignee) : decision };
  });
  const changed = decided.flatMap(({ id, decision }) => (decision.kind === 'change' ? [{ id, ...decision }] : []));
  const after = await patchColumns(tx, who.workspaceId, changed);
  await addTimelineEvents(
    tx,
    who.workspaceId,
    changed.map(({ id, event }) => ({ ...toldBy(who, now), conversationId: id, ...event })),
  );
  if (assignee)
    await callAssignee(
      tx,
      who,
      assignee as AgentId,
      changed.map(({ id }) => [id, rows.get(id) ?? {}] as const),
      now,
    );
  return {
    steps: changed.map(({ id, patch }) => ({
      conversationId: id,
      place,
      before: only(rows.get(id) ?? {}, patch),
      after: only(after.get(id) ?? {}, patch),
      moved: null,
    })),
    left: decided.flatMap(({ id, decision }) =>
      decision.kind === 'refused'
        ? [{ conversationId: id, why: decision.why, code: decision.code, fault: decision.fault }]
        : [],
    ),
    changes: changed.map(({ id }) => ({ kind: TOLD_AS[cleaned.do], conversationId: id })),
  };
}

const blindTo = ({ agents }: ActFacts, agentId: string | null): Decision => ({
  kind: 'refused',
  fault: 'invalid',
  code: 'cannot_see',
  why: `${agents.get(agentId ?? '')?.name ?? 'This agent'} may not see this inbox, so it would be with nobody. An owner or an admin can change that.`,
});

function decide(who: Who, act: WorkAct, row: Columns | undefined, facts: ActFacts): Decision {
  const rights = who.inboxes ?? null;
  if (!row || !hasRight(rights, row.inbox_id as InboxId, 'see')) return refusedAs(noSuch('conversation'));
  if (!hasRight(rights, row.inbox_id as InboxId, 'answer')) return refusedAs(notAllowedHere('answer'));
  return decideAct(act, row as unknown as WorkRow, facts);
}

const refusedAs = ({ fault, code, message }: CareError): Decision => ({ kind: 'refused', fault, code, why: message });

async function callAssignee(
  tx: Tx,
  who: Who,
  agentId: AgentId,
  given: readonly (readonly [ConversationId, Columns])[],
  now: Date,
): Promise<void> {
  await addNotifications(
    tx,
    who.workspaceId,
    given.map(([conversationId, row]) => ({
      agentId,
      kind: 'assigned' as const,
      conversationId,
      actorId: who.agentId,
      text: String(row.preview ?? ''),
      about: `assigned:${conversationId}`,
    })),
    now,
  );
}

function storable(act: WorkAct): WorkAct {
  if (act.do === 'attention') return act.reason === undefined ? act : { ...act, reason: storableText(act.reason) };
  return act.do === 'promise' ? { ...act, words: storableText(act.words) } : act;
}

/** With how much was said: an answer that is taken back must not settle what was asked meanwhile. */
const only = (row: Columns, patch: Columns): Columns => pick(row, [...Object.keys(patch), 'message_count']);

function idsIn(act: WorkAct): readonly string[] {
  if (act.do === 'assign') return act.agentId ? [act.agentId] : [];
  if (act.do === 'team') return act.teamId ? [act.teamId] : [];
  return act.do === 'label' ? [...act.add, ...act.remove] : [];
}

/** Whom and what the rows name now: the timeline says from whom it was taken. */
const idsOf = (row: Columns): readonly string[] =>
  [row.assignee_id, row.team_id].filter((id) => typeof id === 'string');
