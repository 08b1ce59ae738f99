import { sql } from 'kysely';
import { POLICIES_OF } from '../../src/core/clocks/presets.ts';
import type { Condition } from '../../src/core/conversation/filter.ts';
import type { WorkspaceId } from '../../src/core/ids.ts';
import { OFF } from '../../src/core/routing/policy.ts';
import type { RuleAct, RuleWhen } from '../../src/core/rules/rule.ts';
import { putPolicy } from '../../src/storage/clocks/policies.ts';
import type { Database, Tx } from '../../src/storage/database.ts';
import { writeUnderstandingSettings } from '../../src/storage/learning/settings.ts';
import { newId } from '../../src/storage/new-id.ts';
import { addPolicyVersion } from '../../src/storage/routing/policies.ts';
import { insertRule } from '../../src/storage/rules/rows.ts';

const AGENTS = 100;
const CAPACITY = 20;

/** What a lead of a large team has switched on: answer times, rules of work, own words, agents to whom it is given out. */
export async function switchOn(db: Database, workspaceId: WorkspaceId, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 60_000);
  await db.transaction(async (tx) => {
    for (const { called, ...policy } of [...POLICIES_OF.hour, ...POLICIES_OF.ageing])
      await putPolicy(tx, workspaceId, { ...policy, id: newId(), name: called, isOn: true }, before);
    await addRules(tx, workspaceId, before);
    const words = {
      triggers: { added: { '*': ['zip', 'lawyer', 'parcel'] }, off: {} },
      topics: [{ key: 'jackets', words: ['jacket*', 'jakna', '재킷'] }],
    };
    await writeUnderstandingSettings(tx, workspaceId, 0, words, null, now);
    await addAgents(tx, workspaceId, now);
    const policy = { ...OFF, mode: 'best_fit' as const, capacity: CAPACITY };
    await addPolicyVersion(tx, workspaceId, { teamId: null, version: 1, policy, madeBy: null, madeAt: now });
  });
}

type Written = readonly [when: RuleWhen, conditions: readonly Condition[], acts: readonly RuleAct[]];

async function addRules(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  const labels = ['refund', 'german', 'loud', 'press'].map((name) => ({ id: newId<string>(), name }));
  const [refund = '', german = '', loud = '', press = ''] = labels.map(({ id }) => id);
  for (const { id, name } of labels)
    await sql`insert into labels (workspace_id, id, name, folded, colour, created_at)
      values (${workspaceId}, ${id}, ${name}, ${name}, 'gray', ${now})`.execute(tx);
  const one = (about: 'language' | 'kind' | 'topic' | 'sentiment' | 'channel', ...values: string[]): Condition => ({
    about,
    is: 'one_of',
    values,
  });
  const label = (id: string): RuleAct => ({ do: 'label', add: [id], remove: [] });
  const points = (more: number): RuleAct => ({ do: 'priority', points: more });
  const rules: readonly Written[] = [
    ['arrived', [one('language', 'de')], [label(german)]],
    ['arrived', [one('topic', 'refund'), one('kind', 'complaint')], [label(refund), points(10)]],
    ['arrived', [{ about: 'vip', is: 'yes' }], [points(30)]],
    ['arrived', [{ about: 'followers', is: 'at_least', value: 50_000 }], [label(loud), points(20)]],
    ['arrived', [{ about: 'known_problem', is: 'yes' }], [label(loud)]],
    ['arrived', [one('kind', 'spam')], [{ do: 'snooze', minutes: 60 }]],
    ['arrived', [one('sentiment', 'negative'), one('channel', 'google_reviews')], [points(15)]],
    ['arrived', [{ about: 'contact', is: 'contains', value: 'daily news' }], [label(press)]],
    ['changed', [{ about: 'vip', is: 'yes' }, one('sentiment', 'negative')], [points(10)]],
    ['waits', [one('sentiment', 'negative')], [points(20)]],
  ];
  for (const [position, [when, conditions, acts]] of rules.entries()) {
    const filter = { match: 'all' as const, conditions };
    const body = { name: `Rule ${position + 1}`, when, waitMinutes: 60, hours: null, filter, acts };
    await insertRule(tx, workspaceId, { id: newId(), isOn: true, position, body }, null, now);
  }
}

async function addAgents(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  await sql`insert into agents (workspace_id, id, email, name, role)
    select ${workspaceId}, gen_random_uuid(), n || '@bench.example', 'Agent ' || n, 'agent' from generate_series(1, ${AGENTS}::int) n`.execute(
    tx,
  );
  await sql`insert into agent_desks (workspace_id, agent_id, skills, languages, seen_at, answers, answer_seconds, pleased, displeased)
    select ${workspaceId}, id, array['refund', 'delivery'], array['en', 'de', 'el', 'hr', 'ko', 'hu'], ${now}, 10, 9000, 8, 1
    from agents where workspace_id = ${workspaceId}`.execute(tx);
}
