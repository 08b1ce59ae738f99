import { type KyselyPlugin, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../../test/database.ts';
import { type Seeded, seedConversations } from '../../../test/seed.ts';
import { actsOf } from '../../core/access/role.ts';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Database } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';
import { type CountsAsker, createCounting } from './counting.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const AGENTS = 200;
const VIEWS = 30;

/** Counts the statements that go through it. */
function counter() {
  let statements = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { plugin, taken: () => statements };
}

eachDatabase((open) => {
  let db: Database;
  let workspace: WorkspaceId;
  let seeded: Seeded;
  let agents: readonly CountsAsker[];

  beforeAll(async () => {
    db = await open();
    workspace = await makeWorkspace(db);
    seeded = await seedConversations(db, workspace, { conversations: 200 }, NOW);
    agents = Array.from({ length: AGENTS }, (_, n) => ({
      workspaceId: workspace,
      agentId: n < 3 ? (seeded.agentIds[n] as AgentId) : newId<AgentId>(),
      acts: actsOf('agent'),
      inboxes: null,
    }));
    await db.transaction(async (tx) => {
      for (let n = 0; n < VIEWS; n += 1) {
        const conditions = [{ about: 'priority', is: 'at_least', value: n }];
        await sql`insert into saved_views (workspace_id, id, name, filter, sort, audience, created_at, changed_at)
          values (${workspace}, ${newId()}::uuid, ${`View ${n}`}, ${JSON.stringify({ match: 'all', conditions })}::jsonb, 'priority', 'everybody', ${NOW}, ${NOW})`.execute(
          tx,
        );
      }
    });
  });

  const change = (assignee: AgentId) =>
    db.transaction(async (tx) => {
      const { rows } = await sql<{
        id: never;
      }>`update conversations set assignee_id = ${assignee}, resolution = 'open', snoozed_until = null
        where workspace_id = ${workspace} and id = (select id from conversations where workspace_id = ${workspace}
          and assignee_id is distinct from ${assignee}::uuid and merged_into_id is null order by id limit 1) returning id`.execute(
        tx,
      );
      await recordChanges(tx, workspace, [{ kind: 'assignee', conversationId: rows[0]?.id ?? null }], NOW);
    });

  it('cost 30 statements a second at most, whoever asks and however often, while things change', async () => {
    const { plugin, taken } = counter();
    const counting = createCounting(db.read.withPlugin(plugin), () => NOW);
    const first = await Promise.all(agents.map((agent) => counting.countsFor(agent)));
    expect(Object.keys(first[0]?.saved ?? {})).toHaveLength(VIEWS);
    expect(taken()).toBeLessThan(30);
    const before = taken();
    const startedAt = performance.now();
    let asked = 0;
    while (performance.now() - startedAt < 2_000 || asked < 2 * AGENTS) {
      await change(seeded.agentIds[0] as AgentId);
      await Promise.all(agents.map((agent) => counting.countsFor(agent)));
      asked += agents.length;
    }
    const seconds = (performance.now() - startedAt) / 1000;
    expect(asked).toBeGreaterThanOrEqual(2 * AGENTS);
    expect((taken() - before) / seconds).toBeLessThan(30);
    counting.close();
  }, 60_000);

  it('are true for whoever asks after an act of their own', async () => {
    const counting = createCounting(db.read, () => NOW);
    const [, ben] = agents as readonly [CountsAsker, CountsAsker];
    const before = await counting.countsFor(ben);
    await change(ben.agentId as AgentId);
    const after = await counting.countsFor(ben);
    expect(after.views.mine.count).toBeGreaterThan(before.views.mine.count);
    counting.close();
  });

  it('are not made again when nothing has changed', async () => {
    const { plugin, taken } = counter();
    const counting = createCounting(db.read.withPlugin(plugin), () => NOW);
    const first = await counting.countsFor(agents[0] as CountsAsker);
    const before = taken();
    expect(await counting.countsFor(agents[0] as CountsAsker)).toEqual(first);
    // Where the workspace stands, and nothing else.
    expect(taken() - before).toBe(1);
    counting.close();
  });

  describe('when the database fails', () => {
    it('say so to everybody who waits, and are there again afterwards', async () => {
      let isBroken = true;
      const plugin: KyselyPlugin = {
        transformQuery: ({ node }) => {
          if (isBroken) throw new Error('The line is cut.');
          return node;
        },
        transformResult: async ({ result }) => result,
      };
      const counting = createCounting(db.read.withPlugin(plugin), () => NOW);
      const [ana, ben] = agents as readonly [CountsAsker, CountsAsker];
      const both = [counting.countsFor(ana), counting.countsFor(ben)];
      for (const one of both) await expect(one).rejects.toThrow('The line is cut.');
      isBroken = false;
      expect((await counting.countsFor(ana)).views.all.count).toBe(200);
      counting.close();
    });
  });
});
