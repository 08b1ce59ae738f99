import { sql } from 'kysely';
import { giveOutWaiting } from '../src/actions/routing/give-out-waiting.ts';
import type { InboxId, WorkspaceId } from '../src/core/ids.ts';
import { OFF } from '../src/core/routing/policy.ts';
import type { Database } from '../src/storage/database.ts';
import { addPolicyVersion } from '../src/storage/routing/policies.ts';
import { type Bench, cpuMs, percentile, round } from './measure.ts';
import { seedConversations } from './parts/seed-conversations.ts';
import { openBench } from './workspace.ts';

const CONVERSATIONS = 10_000;
const AGENTS = 200;
const CAPACITY = CONVERSATIONS / AGENTS;
/** As many as a look gives out at once. */
const BATCH = 500;
/** How long a place that came free may stay empty, in milliseconds. */
const REFILL_LIMIT_MS = 5_000;
const REFILLS = 50;

/**
 * 10,000 conversations given to 200 agents by best fit, each with its reasons, event and notice; against the same rows
 * updated with nothing decided. Then single places that come free while 1,000 wait.
 */
export async function benchRouting(bench: Bench): Promise<void> {
  const { db, workspaceId, inboxId } = await openBench(bench);
  const now = new Date();
  await seed(db, workspaceId, inboxId, now);
  const limit = await rawUpdates(db, workspaceId);

  const cpu = cpuMs(bench.serverPid);
  const start = performance.now();
  let given = 0;
  for (let more = 1; more > 0; given += more) more = await giveOutWaiting(db, workspaceId, now);
  const seconds = (performance.now() - start) / 1_000;
  const used = (cpuMs(bench.serverPid) - cpu) / given;
  const over = await overCapacity(db, workspaceId);
  const rate = given / seconds;
  const line = { name: 'routing', database: db.kind } as const;
  bench.print({
    ...line,
    value: round(rate, 0),
    unit: 'conversations/s',
    limit: round(limit, 0),
    ratio: round(rate / limit),
    cpuMs: round(used, 3),
    conversations: given,
    agents: AGENTS,
    overCapacity: over,
  });

  const spans: number[] = [];
  await waitAgain(db, workspaceId, 1_000);
  for (let n = 0; n < REFILLS; n += 1) {
    await answerOne(db, workspaceId);
    const began = performance.now();
    const filled = await giveOutWaiting(db, workspaceId, now);
    spans.push(performance.now() - began);
    if (filled !== 1) throw new Error(`One place came free, and ${filled} were given out.`);
  }
  bench.print({
    ...line,
    value: round(percentile(spans, 0.95)),
    unit: 'ms p95',
    limit: REFILL_LIMIT_MS,
    of: 'a place that came free',
  });
  await db.close();
}

async function seed(db: Database, workspaceId: WorkspaceId, inboxId: InboxId, now: Date): Promise<void> {
  await seedConversations(db, workspaceId, [inboxId], CONVERSATIONS);
  await db.transaction(async (tx) => {
    await sql`update conversations set attention = 'needs_answer', waiting_since = last_inbound_at, triage_at = null,
      language = (array['en', 'de', 'fi', 'hu', 'ko'])[1 + priority % 5], topic = (array['refund', 'delivery', 'order', 'account'])[1 + priority % 4],
      sentiment = priority % 3 - 1 where workspace_id = ${workspaceId}`.execute(tx);
    await sql`update conversations set triage_at = null where workspace_id = ${workspaceId}`.execute(tx);
    await sql`insert into agents (workspace_id, id, email, name, role)
      select ${workspaceId}, gen_random_uuid(), n || '@bench.example', 'Agent ' || n, 'agent' from generate_series(1, ${AGENTS}::int) n`.execute(
      tx,
    );
    await sql`insert into agent_desks (workspace_id, agent_id, skills, languages, seen_at, answers, answer_seconds, pleased, displeased)
      select ${workspaceId}, id, array[(array['refund', 'delivery', 'order', 'account'])[1 + n % 4]],
        array['en', 'de', 'fi', 'hu', 'ko'], ${now}, n % 90, (n % 90) * 900, n % 40, n % 9
      from (select id, row_number() over (order by id) as n from agents where workspace_id = ${workspaceId}) a`.execute(
      tx,
    );
    const policy = { ...OFF, mode: 'best_fit' as const, capacity: CAPACITY };
    await addPolicyVersion(tx, workspaceId, { teamId: null, version: 1, policy, madeBy: null, madeAt: now });
  });
  for (const table of ['conversations', 'agents', 'agent_desks'])
    await db.alone((tx) => sql`vacuum analyze ${sql.table(table)}`.execute(tx));
}

/** The same rows, written in the same batches with nothing decided: what the database could do at most. */
async function rawUpdates(db: Database, workspaceId: WorkspaceId): Promise<number> {
  const { rows } = await sql<{ id: string }>`select id from conversations where workspace_id = ${workspaceId}`.execute(
    db.read,
  );
  const ids = rows.map(({ id }) => id);
  const start = performance.now();
  for (let at = 0; at < ids.length; at += BATCH)
    await db.alone((tx) =>
      sql`update conversations set routed = '{"to":"nobody"}', triage_at = null
        where workspace_id = ${workspaceId} and id = any(${ids.slice(at, at + BATCH)}::uuid[])`.execute(tx),
    );
  const rate = ids.length / ((performance.now() - start) / 1_000);
  await db.alone((tx) => sql`update conversations set routed = null where workspace_id = ${workspaceId}`.execute(tx));
  await db.alone((tx) => sql`vacuum analyze conversations`.execute(tx));
  return rate;
}

async function overCapacity(db: Database, workspaceId: WorkspaceId): Promise<number> {
  const { rows } = await sql<{ over: number }>`select count(*)::int as over from (
    select from conversations where workspace_id = ${workspaceId} and assignee_id is not null group by assignee_id
    having count(*) > ${CAPACITY}) held`.execute(db.read);
  return rows[0]?.over ?? -1;
}

/** Taken from those who have them, while nobody has room for more than they keep. */
async function waitAgain(db: Database, workspaceId: WorkspaceId, count: number): Promise<void> {
  await db.transaction(async (tx) => {
    await sql`update conversations set assignee_id = null where workspace_id = ${workspaceId} and id in (
      select id from conversations where workspace_id = ${workspaceId} order by id limit ${count})`.execute(tx);
    await sql`update conversations set triage_at = null, routed = null where workspace_id = ${workspaceId}`.execute(tx);
    await sql`update agent_desks d set capacity = (select count(*) from conversations c
      where c.workspace_id = ${workspaceId} and c.assignee_id = d.agent_id) where workspace_id = ${workspaceId}`.execute(
      tx,
    );
  });
  await db.alone((tx) => sql`vacuum analyze conversations`.execute(tx));
}

async function answerOne(db: Database, workspaceId: WorkspaceId): Promise<void> {
  await db.alone((tx) =>
    sql`update conversations c set attention = 'answered', attention_by = c.assignee_id where workspace_id = ${workspaceId} and id = (
      select id from conversations where workspace_id = ${workspaceId} and assignee_id is not null and attention = 'needs_answer' limit 1)`.execute(
      tx,
    ),
  );
}
