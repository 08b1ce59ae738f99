import { hasRight } from '../../core/access/inbox-rights.ts';
import type { AgentId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { RuleNames } from '../../core/rules/decide-rules.ts';
import type { RuledPlace } from '../../core/rules/place.ts';
import type { Rule, RuleAct } from '../../core/rules/rule.ts';
import type { Reader } from '../../storage/database.ts';
import { readNames } from '../../storage/work/act-facts.ts';
import { listFields } from '../../storage/work/fields.ts';
import { rightsOfAgents } from '../../storage/work/rights-of-agents.ts';

/** Everything that rules and the conversations in front of them name. */
export async function readRuleNames(
  db: Reader,
  workspaceId: WorkspaceId,
  rules: readonly Pick<Rule, 'acts'>[],
  places: Iterable<RuledPlace>,
  now: Date,
): Promise<RuleNames> {
  const acts = rules.flatMap((rule) => rule.acts);
  const agents = acts.flatMap((act) => (act.do === 'assign' ? [act.agentId] : []));
  const isGiving = acts.some((act) => act.do === 'assign' || act.do === 'team');
  const holders = isGiving ? [...places].flatMap(({ facts }) => [facts.assigneeId, facts.teamId]) : [];
  const ids = [...agents, ...acts.flatMap(namedIn), ...holders.filter((id) => id !== null)];
  const named = await readNames(db, workspaceId, ids);
  const rights = await rightsOfAgents(db, workspaceId, agents);
  const fields = acts.some((act) => act.do === 'field') ? await listFields(db, workspaceId) : [];
  return {
    agentId: null,
    now,
    ...named,
    fields: new Map(fields.filter(({ about }) => about === 'conversation').map((field) => [field.id, field])),
    maySee: (agentId, inboxId) =>
      rights.has(agentId as AgentId) && hasRight(rights.get(agentId as AgentId) ?? null, inboxId as InboxId, 'see'),
  };
}

function namedIn(act: RuleAct): readonly string[] {
  if (act.do === 'team') return [act.teamId];
  return act.do === 'label' ? [...act.add, ...act.remove] : [];
}
