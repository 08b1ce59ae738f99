import type { Json } from '../ids.ts';
import type { ActFacts, Columns, Decision, Refusal, WorkAct, WorkRow } from './act.ts';
import { isSame } from './restore.ts';

/** More than anybody reads in a row of a list. */
const LABELS_MAX = 50;

/** Against anything done to what is part of another conversation. */
export const MERGED = no(
  'conflict',
  'merged',
  'This became part of another conversation. Do it there, or take the merge back first.',
);

/** What stands against an act whatever it is done to; null: nothing. */
export function refusalOf(act: WorkAct, { agentId, now, agents, teams, labels }: ActFacts): Refusal | null {
  switch (act.do) {
    case 'attention':
      if (act.attention !== 'needs_answer' && !agentId)
        return no(
          'forbidden',
          'needs_a_human',
          'Only a person can decide that this needs no more answer. Sign in as an agent.',
        );
      if (act.attention === 'no_reply' && !act.reason?.trim())
        return no('invalid', 'reason_missing', 'Say why this gets no reply; the reason is kept with the conversation.');
      return null;
    case 'assign':
      return act.agentId === null || agents.get(act.agentId)?.isActive
        ? null
        : no('invalid', 'no_such_agent', 'There is no such agent, or they do not work here any more.');
    case 'team':
      return act.teamId === null || teams.has(act.teamId)
        ? null
        : no('invalid', 'no_such_team', 'There is no such team.');
    case 'label': {
      const strange = act.add.find((id) => !labels.has(id));
      if (strange) return no('invalid', 'no_such_label', 'There is no such label (any more).');
      const archived = act.add.map((id) => labels.get(id)).find((label) => label?.isArchived);
      return archived
        ? no('invalid', 'label_archived', `“${archived.name}” is archived. Take another label, or bring it back first.`)
        : null;
    }
    case 'snooze':
      return act.until !== null && new Date(act.until) <= now
        ? no('invalid', 'snooze_in_the_past', 'Choose a time that is still to come.')
        : null;
    case 'promise':
      if (act.for === null)
        return agentId
          ? null
          : no('forbidden', 'needs_a_human', 'Only a person can say that a promise was kept. Sign in as an agent.');
      return new Date(act.for) <= now
        ? no('invalid', 'promise_in_the_past', 'Choose a time that is still to come.')
        : null;
    case 'resolve':
      return null;
  }
}

/** What an act does to one conversation. */
export function decideAct(act: WorkAct, row: WorkRow, facts: ActFacts): Decision {
  if (row.merged_into_id) return { kind: 'refused', ...MERGED };
  const { agentId } = facts;
  const now = facts.now.toISOString();
  switch (act.do) {
    case 'attention': {
      const reason = act.reason?.trim() || null;
      if (row.attention === act.attention && row.attention_reason === reason) return NOTHING;
      const isWaiting = act.attention === 'needs_answer';
      return change(
        {
          attention: act.attention,
          attention_reason: reason,
          attention_by: isWaiting ? null : agentId,
          attention_at: now,
          waiting_since: isWaiting ? (row.waiting_since ?? row.last_inbound_at ?? now) : null,
          // What no longer waits is neither snoozed nor left open by anybody.
          ...(isWaiting ? {} : { snoozed_until: null, opened_at: null, opened_by: null }),
        },
        act.attention,
        { ...(reason ? { reason } : {}), before: row.attention },
      );
    }
    case 'assign': {
      if (row.assignee_id === act.agentId) return NOTHING;
      const name = (id: string | null) => (id && facts.agents.get(id)?.name) || null;
      return change({ assignee_id: act.agentId }, act.agentId ? 'assigned' : 'unassigned', {
        to: act.agentId,
        toName: name(act.agentId),
        from: row.assignee_id,
        fromName: name(row.assignee_id),
      });
    }
    case 'team': {
      if (row.team_id === act.teamId) return NOTHING;
      const name = (id: string | null) => (id && facts.teams.get(id)) || null;
      return change({ team_id: act.teamId }, act.teamId ? 'team_set' : 'team_removed', {
        to: act.teamId,
        toName: name(act.teamId),
        from: row.team_id,
        fromName: name(row.team_id),
      });
    }
    case 'label':
      return decideLabels(act, row, facts);
    case 'snooze':
      if (isSame(row.snoozed_until, act.until)) return NOTHING;
      return change({ snoozed_until: act.until }, act.until ? 'snoozed' : 'unsnoozed', { until: act.until });
    case 'resolve': {
      if (row.resolution === act.resolution) return NOTHING;
      const isOpen = act.resolution === 'open';
      if (!isOpen && row.attention === 'needs_answer')
        return {
          kind: 'refused',
          ...no(
            'conflict',
            'still_waiting',
            'The customer still waits for an answer. Answer, acknowledge, or say why there is no reply; then resolve.',
          ),
        };
      return change(
        {
          resolution: act.resolution,
          resolution_at: isOpen ? null : now,
          resolution_by: isOpen ? null : agentId,
          snoozed_until: null,
        },
        isOpen ? 'reopened' : `resolved_${act.resolution}`,
        { before: row.resolution },
      );
    }
    case 'promise': {
      const words = act.for === null ? null : act.words.trim() || null;
      if (isSame(row.promised_for, act.for) && row.promise === words) return NOTHING;
      const kind = act.for === null ? 'promise_kept' : row.promised_for ? 'promise_moved' : 'promised';
      const before: Columns = act.for !== null && row.promised_for ? { before: row.promised_for } : {};
      return change({ promised_for: act.for, promise: words, promise_chased_at: null }, kind, {
        for: act.for ?? row.promised_for,
        words: words ?? row.promise,
        ...before,
      });
    }
  }
}

function decideLabels(act: Extract<WorkAct, { do: 'label' }>, row: WorkRow, { labels }: ActFacts): Decision {
  const added = [...new Set(act.add)].filter((id) => !row.label_ids.includes(id));
  const removed = row.label_ids.filter((id) => act.remove.includes(id) && !act.add.includes(id));
  if (added.length === 0 && removed.length === 0) return NOTHING;
  const ids = [...row.label_ids.filter((id) => !removed.includes(id)), ...added];
  if (ids.length > LABELS_MAX)
    return {
      kind: 'refused',
      ...no('invalid', 'too_many_labels', `A conversation carries ${LABELS_MAX} labels at most. Take some off first.`),
    };
  const named = (some: readonly string[]): Json => some.map((id) => ({ id, name: labels.get(id)?.name ?? null }));
  return change({ label_ids: ids }, 'labelled', { added: named(added), removed: named(removed) });
}

const NOTHING: Decision = { kind: 'nothing' };
const change = (patch: Columns, kind: string, detail: Columns): Decision => ({
  kind: 'change',
  patch,
  event: { kind, detail },
});
function no(fault: Refusal['fault'], code: string, why: string): Refusal {
  return { fault, code, why };
}
