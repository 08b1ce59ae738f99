import { sql } from 'kysely';
import { makeWorkspace } from '../../../test/database.ts';
import type { AgentId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { OFF, type RoutingPolicy } from '../../core/routing/policy.ts';
import type { Database } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';
import { noteSeen } from '../../storage/routing/presence.ts';
import { jsonRows } from '../../storage/rows.ts';
import { changeDesk } from './change-desk.ts';
import { giveOutWaiting } from './give-out-waiting.ts';
import { putPolicy } from './put-policy.ts';

export interface Said {
  readonly language?: string;
  readonly topic?: string;
  readonly sentiment?: -1 | 0 | 1;
  readonly priority?: number;
  readonly teamId?: string;
}
type Wish = Parameters<typeof changeDesk>[2]['wish'];

/** A workspace with agents at their desks and conversations that wait, as filing and deciding would have left them. */
export async function openRoutingLab(db: Database) {
  let clock = Date.parse('2026-11-22T10:00:00Z');
  const workspaceId: WorkspaceId = await makeWorkspace(db);
  const inboxId = newId<InboxId>();
  const lead = { workspaceId, agentId: null, acts: ['triage.manage'] as const };
  const now = () => new Date(clock);
  await db.alone((tx) =>
    sql`insert into inboxes (workspace_id, id, channel, external_id, name, credentials) values (${workspaceId}, ${inboxId}, 'facebook', '1', 'Shop', '')`.execute(
      tx,
    ),
  );
  let agents = 0;
  const versions = new Map<string | null, number>();

  return {
    workspaceId,
    inboxId,
    now,
    pass(ms: number) {
      clock += ms;
    },
    look: () => giveOutWaiting(db, workspaceId, now()),
    async policy(policy: Partial<RoutingPolicy>) {
      const onVersion = versions.get(null) ?? 0;
      versions.set(
        null,
        await putPolicy(db, lead, { teamId: null, onVersion, policy: { ...OFF, mode: 'best_fit', ...policy } }, now()),
      );
    },
    async hire(wish: Wish = {}): Promise<AgentId> {
      agents += 1;
      const id = newId<AgentId>();
      await db.alone((tx) =>
        sql`insert into agents (workspace_id, id, email, name, role) values (${workspaceId}, ${id}, ${`${agents}@lab.example`}, ${`Agent ${agents}`}, 'agent')`.execute(
          tx,
        ),
      );
      await db.alone((tx) => noteSeen(tx, workspaceId, id, now()));
      await changeDesk(db, lead, { agentId: id, wish }, now());
      return id;
    },
    seen: (id: AgentId) => db.alone((tx) => noteSeen(tx, workspaceId, id, now())),
    /** So many as there are given; the first has waited longest. @returns their ids */
    async wait(all: readonly Said[]): Promise<readonly string[]> {
      const rows = all.map((one, n) => ({
        ...{ language: null, topic: null, sentiment: 0, priority: 10, teamId: null },
        ...one,
        id: newId<string>(),
        contact: newId<string>(),
        identity: newId<string>(),
        thread: newId<string>(),
        at: new Date(clock - (all.length - n) * 1_000).toISOString(),
      }));
      const r = sql`json_to_recordset(${jsonRows(rows)}) as r (id uuid, contact uuid, identity uuid, thread uuid, at timestamptz,
        language text, topic text, sentiment smallint, priority integer, "teamId" uuid)`;
      await db.transaction(async (tx) => {
        await sql`insert into contacts (workspace_id, id, name, created_at) select ${workspaceId}, contact, 'Ida', at from ${r}`.execute(
          tx,
        );
        await sql`insert into identities (workspace_id, id, contact_id, channel, scope, external_id, name, created_at)
          select ${workspaceId}, identity, contact, 'facebook', 'lab', identity::text, 'Ida', at from ${r}`.execute(tx);
        await sql`insert into threads (workspace_id, id, inbox_id, external_id, kind, reach, created_at)
          select ${workspaceId}, thread, ${inboxId}, thread::text, 'direct', 'owned_private', at from ${r}`.execute(tx);
        await sql`insert into conversations (workspace_id, id, inbox_id, thread_id, channel, reach, contact_id, identity_id, preview, attention,
            priority, waiting_since, last_inbound_at, last_message_at, message_count, created_at, language, topic, sentiment, kind, team_id)
          select ${workspaceId}, id, ${inboxId}, thread, 'facebook', 'owned_private', contact, identity, 'Hello', 'needs_answer',
            priority, at, at, at, 1, at, language, topic, sentiment, 'question', "teamId" from ${r}`.execute(tx);
      });
      return rows.map(({ id }) => id);
    },
    /** Who has each; null: nobody. */
    async holders(ids: readonly string[]): Promise<readonly (string | null)[]> {
      const { rows } = await sql<{
        id: string;
        to: string | null;
      }>`select id, assignee_id as "to" from conversations where workspace_id = ${workspaceId}`.execute(db.read);
      const by = new Map(rows.map(({ id, to }) => [id, to]));
      return ids.map((id) => by.get(id) ?? null);
    },
    async loads(): Promise<ReadonlyMap<string, number>> {
      const { rows } = await sql<{
        id: string;
        held: number;
      }>`select assignee_id as id, count(*)::int as held from conversations
        where workspace_id = ${workspaceId} and assignee_id is not null and attention = 'needs_answer' group by 1`.execute(
        db.read,
      );
      return new Map(rows.map(({ id, held }) => [id, held]));
    },
    /** Deciding is done with all that happened. */
    settle: () =>
      db.alone((tx) => sql`update conversations set triage_at = null where workspace_id = ${workspaceId}`.execute(tx)),
  };
}
