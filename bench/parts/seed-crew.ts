import { sql } from 'kysely';
import type { Condition } from '../../src/core/conversation/filter.ts';
import type { AgentId, WorkspaceId } from '../../src/core/ids.ts';
import type { Database } from '../../src/storage/database.ts';
import { newId } from '../../src/storage/new-id.ts';
import { makeSecretToken } from '../../src/storage/secret-token.ts';
import { addSession } from '../../src/storage/sessions.ts';

const VIEWS = 30;

export interface Crew {
  /** A session of each agent. */
  readonly cookies: readonly string[];
  readonly views: readonly string[];
}

/** Agents who are signed in, and views that all of them see: on states, words, languages, numbers, and on who looks. */
export async function seedCrew(db: Database, workspaceId: WorkspaceId, agents: number, now: Date): Promise<Crew> {
  const cookies: string[] = [];
  const views: string[] = [];
  await db.transaction(async (tx) => {
    for (let n = 0; n < agents; n += 1) {
      const agentId = newId<AgentId>();
      await sql`insert into agents (workspace_id, id, email, name, role)
        values (${workspaceId}, ${agentId}, ${`agent-${n}@bench.example`}, ${`Agent ${n}`}, 'agent')`.execute(tx);
      const token = makeSecretToken(workspaceId);
      const session = {
        workspaceId,
        agentId,
        tokenHash: token.hash,
        at: now,
        expiresAt: new Date(now.getTime() + 3_600_000),
      };
      await addSession(tx, { ...session, userAgent: 'bench', address: '127.0.0.1' });
      cookies.push(`earshot=${token.text}`);
    }
    for (let n = 0; n < VIEWS; n += 1) {
      const id = newId<string>();
      views.push(id);
      const filter = JSON.stringify({ match: n % 7 === 6 ? 'any' : 'all', conditions: conditionsOf(n) });
      await sql`insert into saved_views (workspace_id, id, name, filter, sort, audience, position, created_at, changed_at)
        values (${workspaceId}, ${id}::uuid, ${`View ${n}`}, ${filter}::jsonb, ${(['priority', 'waiting', 'newest', 'oldest'] as const)[n % 4] ?? 'priority'},
          'everybody', ${n}, ${now}, ${now})`.execute(tx);
    }
  });
  return { cookies, views };
}

function conditionsOf(n: number): readonly Condition[] {
  const kinds: readonly (readonly Condition[])[] = [
    [
      { about: 'attention', is: 'one_of', values: ['needs_answer'] },
      { about: 'priority', is: 'at_least', value: n },
    ],
    [{ about: 'attention', is: 'one_of', values: ['answered'] }],
    [{ about: 'assignee', is: 'one_of', values: ['me'] }],
    [
      { about: 'attention', is: 'one_of', values: ['needs_answer'] },
      { about: 'waiting_minutes', is: 'at_least', value: n * 10 },
    ],
    // Nobody writes it here: what is rare.
    [{ about: 'language', is: 'one_of', values: ['hu'] }],
    [{ about: 'label', is: 'one_of', values: [newId()] }],
    [
      { about: 'snoozed', is: 'yes' },
      { about: 'promised', is: 'yes' },
    ],
  ];
  return kinds[n % kinds.length] ?? [];
}
