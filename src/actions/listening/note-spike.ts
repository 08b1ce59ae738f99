import { visibleInboxes } from '../../core/access/inbox-rights.ts';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import { problemOf } from '../../core/listening/problem.ts';
import { judgeSpike, SPIKE_AUTHORS } from '../../core/listening/spike.ts';
import { driversOf } from '../../core/listening/spike-drivers.ts';
import { burstingTerms } from '../../core/listening/terms.ts';
import { readInboxRights } from '../../storage/access/inbox-rights.ts';
import { listAgents } from '../../storage/agents.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Database, Reader, Tx } from '../../storage/database.ts';
import { markProblems, readProblems, readWaitingTexts } from '../../storage/listening/problems.ts';
import {
  listLoudBoards,
  readBrandWords,
  readMoodCounts,
  readSpikePosts,
  readTextsBefore,
  type SpikePost,
  type Watched,
} from '../../storage/listening/spike-facts.ts';
import {
  addSpike,
  type Drivers,
  endSpike,
  listOpenSpikes,
  raiseSpike,
  SAID_TO_US,
  type SpikeRow,
  seeSpike,
  type Thread,
} from '../../storage/listening/spikes.ts';
import { newId } from '../../storage/new-id.ts';
import { addNotifications } from '../../storage/notifications/add.ts';

const HOUR_MS = 3_600_000;
const LEARNED_MS = 35 * 24 * HOUR_MS;
/** A browser need not know to the second when a spike was last seen. */
const SEEN_EVERY_MS = 4 * 60_000;
const THREADS_MOST = 3;

/** Looks at every board on which much was said lately. @returns how many spikes began */
export async function noteSpikes(
  db: Database,
  workspaceId: WorkspaceId,
  now: Date,
  { isSaidToUsLeftOut = false }: { readonly isSaidToUsLeftOut?: boolean } = {},
): Promise<number> {
  const since = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS - 2 * HOUR_MS);
  let began = 0;
  const boards = await listLoudBoards(db.read, workspaceId, since, SPIKE_AUTHORS);
  for (const board of boards.filter(({ boardId }) => !isSaidToUsLeftOut || boardId !== SAID_TO_US))
    if (await noteSpike(db, workspaceId, board, now)) began += 1;
  return began;
}

/**
 * Opens, raises or ends the spike of one board, in one transaction.
 * @param calls false: nobody is called, for what is looked at afterwards
 * @returns true where one began
 */
export async function noteSpike(
  db: Database,
  workspaceId: WorkspaceId,
  board: Watched,
  now: Date,
  calls = true,
): Promise<boolean> {
  const { boardId } = board;
  const [open] = await listOpenSpikes(db.read, workspaceId, [boardId]);
  const hours = await readMoodCounts(db.read, workspaceId, boardId, new Date(now.getTime() - LEARNED_MS));
  const posts = await readSpikePosts(db.read, workspaceId, boardId, {
    since: new Date(now.getTime() - 2 * HOUR_MS),
    until: now,
  });
  const recent = posts.map((post) => ({ ...post, isNegative: post.sentiment === 'negative' }));
  const verdict = judgeSpike(hours, recent, open ?? null, now);
  if (verdict.is === 'quiet') return false;
  if (verdict.is === 'ended') {
    if (open) await db.transaction((tx) => end(tx, workspaceId, open.id, now));
    return false;
  }
  const { spike, isHigher, isSeen } = verdict;
  if (!open) {
    const drivers = await driversFor(db.read, workspaceId, boardId, posts, now);
    return db.transaction((tx) =>
      begin(tx, workspaceId, board, { ...spike, boardId, seenAt: now, drivers }, calls, now),
    );
  }
  if (isHigher) {
    const drivers = await driversFor(db.read, workspaceId, boardId, posts, now);
    await db.transaction(async (tx) => {
      if (!(await raiseSpike(tx, workspaceId, open.id, { ...spike, drivers, seenAt: now }))) return;
      await markWaiting(tx, workspaceId, now);
      await tell(tx, workspaceId, now);
    });
  } else if (isSeen && now.getTime() - open.seenAt.getTime() > SEEN_EVERY_MS)
    await db.transaction((tx) => seeSpike(tx, workspaceId, open.id, now));
  return false;
}

async function begin(
  tx: Tx,
  workspaceId: WorkspaceId,
  board: Watched,
  spike: Omit<SpikeRow, 'id' | 'endedAt'>,
  calls: boolean,
  now: Date,
): Promise<boolean> {
  const id = newId<string>(now.getTime());
  if (!(await addSpike(tx, workspaceId, { ...spike, id }))) return false;
  await markWaiting(tx, workspaceId, now);
  if (calls) await callLeads(tx, workspaceId, board, { ...spike, id }, now);
  await tell(tx, workspaceId, now);
  return true;
}

/** What waits already is part of the problem that is known from now on. */
async function markWaiting(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<void> {
  const terms = await readProblems(tx, workspaceId);
  if (terms.length === 0) return;
  const waiting = await readWaitingTexts(tx, workspaceId, new Date(now.getTime() - 2 * HOUR_MS));
  const found = new Map(
    waiting.flatMap((one) => {
      const term = problemOf(one.text, one, terms);
      return term === null ? [] : [[one.conversationId, { conversationId: one.conversationId, term }] as const];
    }),
  );
  await markProblems(tx, workspaceId, [...found.values()]);
}

async function end(tx: Tx, workspaceId: WorkspaceId, id: string, now: Date): Promise<void> {
  if (await endSpike(tx, workspaceId, id, now)) await tell(tx, workspaceId, now);
}

const tell = (tx: Tx, workspaceId: WorkspaceId, now: Date) =>
  recordChanges(tx, workspaceId, [{ kind: 'listening', conversationId: null }], now);

/** Those who tune what the desk listens for, and who may see where all of it was found. */
async function callLeads(
  tx: Tx,
  workspaceId: WorkspaceId,
  { boardId, name }: Watched,
  { id, posts, expected, negative, drivers }: Omit<SpikeRow, 'endedAt'>,
  now: Date,
): Promise<void> {
  const what = boardId === SAID_TO_US ? 'Said to us in public' : name;
  const usual = expected < 0.5 ? 'hardly any is usual' : `about ${Math.round(expected)} are usual`;
  const text = `${what}: ${posts} posts within an hour, ${usual}. Negative: ${negative}.`;
  const conversationId = (drivers.threads[0]?.conversationId ?? null) as ConversationId | null;
  const called = [];
  for (const agent of await listAgents(tx, workspaceId)) {
    if (!agent.isActive || !agent.acts.includes('triage.manage')) continue;
    const visible = agent.acts.includes('agents.manage')
      ? null
      : visibleInboxes(await readInboxRights(tx, workspaceId, agent.id));
    if (visible && !drivers.inboxes.every((inbox) => visible.includes(inbox))) continue;
    called.push({
      agentId: agent.id,
      kind: 'spike' as const,
      conversationId,
      actorId: null,
      text,
      about: `spike:${boardId}:${id}`,
    });
  }
  await addNotifications(tx, workspaceId, called, now);
}

async function driversFor(
  db: Reader,
  workspaceId: WorkspaceId,
  boardId: string,
  posts: readonly SpikePost[],
  now: Date,
): Promise<Drivers> {
  const since = now.getTime() - HOUR_MS;
  const within = posts.filter(({ at }) => at.getTime() > since);
  const before = await readTextsBefore(db, workspaceId, boardId, new Date(now.getTime() - 2 * HOUR_MS));
  const isSaidToUs = boardId === SAID_TO_US;
  const brand = await readBrandWords(db, workspaceId, isSaidToUs ? null : boardId);
  const texts = within.map(({ text, author, alike }) => ({ text, once: `${author ?? ''}${alike}` }));
  return {
    terms: burstingTerms(texts, before, brand),
    hits: isSaidToUs ? [] : driversOf(within),
    threads: isSaidToUs ? threadsOf(within) : [],
    inboxes: [...new Set(within.map(({ inboxId }) => inboxId))],
  };
}

/** Below what others add to the fire: the threads in which most is said in anger, then most at all. */
function threadsOf(posts: readonly SpikePost[]): readonly Thread[] {
  const groups = Map.groupBy(posts, ({ title, conversationId }) => title ?? conversationId);
  return [...groups.values()]
    .flatMap((group) => {
      const negative = group.filter(({ sentiment }) => sentiment === 'negative');
      const [first] = negative.length > 0 ? negative : group;
      if (!first?.conversationId) return [];
      const { conversationId, title } = first;
      return [{ conversationId, title, posts: group.length, negative: negative.length }];
    })
    .toSorted((a, b) => b.negative - a.negative || b.posts - a.posts)
    .slice(0, THREADS_MOST);
}
