import { sql } from 'kysely';
import type { InboxId, WorkspaceId } from '../src/core/ids.ts';
import { dryRun } from '../src/core/priority/dry-run.ts';
import { fill } from '../src/core/priority/scale.ts';
import { readMonth } from '../src/server/priority/readings.ts';
import type { Database } from '../src/storage/database.ts';
import { type Bench, cpuMs, percentile, round } from './measure.ts';
import { seedConversations } from './parts/seed-conversations.ts';
import { openBench } from './workspace.ts';

const CONVERSATIONS = 100_000;
const RUNS = 40;

/**
 * Weights tried on 100,000 conversations of the last 30 days: reading them once, and then each move of a slider. Beside
 * it, as the limit, how long the database takes to hand out the same rows to nobody; and how long anything else that is
 * asked meanwhile waits.
 */
export async function benchDryRun(bench: Bench): Promise<void> {
  const { db, workspaceId, inboxId } = await openBench(bench);
  try {
    const now = await seedMonth(db, workspaceId, inboxId);
    const limit = await timed(() =>
      sql`select c.*, p.fields as person from conversations c join contacts p on p.workspace_id = c.workspace_id and p.id = c.contact_id
        where c.workspace_id = ${workspaceId}`.execute(db.read),
    );
    const asked = { workspaceId, teamId: null, visible: null };
    const meanwhile = askMeanwhile(db);
    const cpu = cpuMs(bench.serverPid);
    const started = performance.now();
    const { sample } = await readMonth(db.read, asked, now);
    const took = performance.now() - started;
    const cpuTook = cpuMs(bench.serverPid) - cpu;
    const waits = await meanwhile.stop();
    bench.print({
      name: 'dry-run',
      database: db.kind,
      of: 'reading a month',
      conversations: sample.ids.length,
      value: round(took, 0),
      unit: 'ms',
      limit: round(limit, 0),
      ratio: round(took / limit),
      cpuMs: round(cpuTook / sample.ids.length, 4),
      othersWaitP95Ms: round(percentile(waits, 0.95), 1),
      heapMb: round(process.memoryUsage().arrayBuffers / 1e6, 0),
    });
    const runs = Array.from({ length: RUNS }, (_, at) => {
      const from = performance.now();
      dryRun(sample, {}, { scale: { ...fill({}), question: { isOn: true, weight: at } } });
      return performance.now() - from;
    });
    bench.print({
      name: 'dry-run',
      database: db.kind,
      of: 'one move of a slider',
      conversations: sample.ids.length,
      value: round(percentile(runs, 0.95), 1),
      unit: 'ms p95',
    });
  } finally {
    await db.close();
  }
}

/** All within the last 30 days, each with something that a factor counts. @returns the time to ask at */
async function seedMonth(db: Database, workspaceId: WorkspaceId, inboxId: InboxId): Promise<Date> {
  await seedConversations(db, workspaceId, [inboxId], CONVERSATIONS);
  await db.transaction(async (tx) => {
    await sql`update conversations c set kind = (array['question', 'complaint', 'chatter', 'idea'])[1 + n.at % 4], sentiment = n.at % 3 - 1,
        urgency = n.at % 3, signs = case when n.at % 10 = 0 then '{"triggers":["lawyer"]}'::jsonb else '{}' end,
        last_message_at = n.newest - n.at * interval '25 seconds'
      from (select id, row_number() over (order by id)::int as at, max(last_message_at) over () as newest from conversations where workspace_id = ${workspaceId}) n
      where c.workspace_id = ${workspaceId} and c.id = n.id`.execute(tx);
    await sql`update contacts set orders_count = 1 + id_at.at % 5, orders_value = id_at.at % 9000, last_order_at = created_at, vip_at = case when id_at.at % 50 = 0 then created_at end
      from (select id, row_number() over ()::int as at from contacts where workspace_id = ${workspaceId}) id_at
      where contacts.workspace_id = ${workspaceId} and contacts.id = id_at.id and id_at.at % 4 = 0`.execute(tx);
  });
  for (const table of ['contacts', 'conversations'])
    await db.alone((tx) => sql`vacuum analyze ${sql.table(table)}`.execute(tx));
  const { rows } = await sql<{ newest: Date }>`select max(last_message_at) as newest from conversations
    where workspace_id = ${workspaceId}`.execute(db.read);
  return rows[0]?.newest ?? new Date();
}

/** Somebody else asks a small question again and again. */
function askMeanwhile(db: Database): { readonly stop: () => Promise<readonly number[]> } {
  const waits: number[] = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      waits.push(await timed(() => sql`select 1`.execute(db.read)));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const stop = async () => {
    isOver = true;
    await asking;
    return waits;
  };
  return { stop };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
