import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ConversationId, UndoId } from '../core/ids.ts';
import type { Database } from '../storage/database.ts';
import { createLab } from './file/lab.fixture.ts';
import { mergeConversations } from './merge-conversations.ts';
import { takeBack } from './take-back.ts';

/** A workspace of its own with people who wrote, and everything that a merge could touch in view. */
export async function openMergingLab(db: Database) {
  const lab = await createLab(db);
  const { workspaceId, who } = lab;
  const rows = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(db.read)).rows;
  const of = async (name: string) => {
    const [row] = await rows(
      sql<{
        id: ConversationId;
      }>`select c.id from conversations c join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
        where c.workspace_id = ${workspaceId} and i.external_id = ${name} order by c.created_at, c.id limit 1`,
    );
    if (!row) throw new Error(`${name} never wrote.`);
    return row.id;
  };
  return {
    ...lab,
    of,
    write: async (...events: Record<string, unknown>[]) => {
      lab.pass(1_000);
      await lab.receive(events);
      await lab.file();
    },
    row: async (id: ConversationId) => {
      const [found] = await rows(sql<{ c: Record<string, unknown> }>`select to_jsonb(c) as c from conversations c
        where workspace_id = ${workspaceId} and id = ${id}`);
      return found?.c ?? {};
    },
    texts: async (id: ConversationId) =>
      (
        await rows(sql<{
          text: string;
        }>`select text from messages where workspace_id = ${workspaceId} and conversation_id = ${id}
          order by sent_at, id`)
      ).map(({ text }) => text),
    kinds: async (id: ConversationId) =>
      (
        await rows(sql<{
          kind: string;
        }>`select kind from timeline_events where workspace_id = ${workspaceId} and conversation_id = ${id}
          order by at, id`)
      ).map(({ kind }) => kind),
    /** Every row that a merge touches, but for the number of the last change. */
    dump: async () => ({
      conversations: await rows(
        sql`select to_jsonb(c) - '{changed_seq,triage_at}'::text[] as row from conversations c where workspace_id = ${workspaceId} order by id`,
      ),
      messages: await rows(
        sql`select to_jsonb(m) as row from messages m where workspace_id = ${workspaceId} order by id`,
      ),
      lanes: await rows(
        sql`select to_jsonb(l) as row from lanes l where workspace_id = ${workspaceId} order by thread_id, lane`,
      ),
      tasks: await rows(sql`select to_jsonb(t) as row from tasks t where workspace_id = ${workspaceId} order by id`),
      outbox: await rows(sql`select to_jsonb(o) as row from outbox o where workspace_id = ${workspaceId} order by id`),
      contacts: await rows(
        sql`select to_jsonb(p) as row from contacts p where workspace_id = ${workspaceId} order by id`,
      ),
    }),
    merge: async (into: ConversationId, ...parts: ConversationId[]) => {
      lab.pass(1_000);
      const id = randomUUID();
      const { undoId } = await mergeConversations(db, who, { id, into, conversations: parts }, lab.now());
      return undoId as UndoId;
    },
    undo: async (id: UndoId) => {
      lab.pass(1_000);
      return takeBack(db, who, id, lab.now());
    },
  };
}
