import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { AgentId, ConversationId, UndoId } from '../core/ids.ts';
import type { WorkAct } from '../core/work/act.ts';
import type { Database } from '../storage/database.ts';
import { actOnMany } from './act-on-many.ts';
import { createLab } from './file/lab.fixture.ts';
import { makeLabel } from './keep-label.ts';
import { takeBack } from './take-back.ts';
import type { Who } from './who.ts';

/** A workspace where three people wrote, an agent, a colleague and a token who act, and what became of it. */
export async function openActingLab(db: Database, people: readonly string[] = ['ida', 'bo', 'cy']) {
  const lab = await createLab(db);
  const { workspaceId } = lab;
  await lab.receive(people.map((name) => lab.direct(name, `${name}-1`, 'Help!')));
  await lab.file();
  const bo = randomUUID() as AgentId;
  await db.transaction((tx) =>
    tx
      .insertInto('agents')
      .values({
        workspace_id: workspaceId,
        id: bo,
        email: `${bo}@lab.example`,
        name: 'Bo',
        role: 'agent',
        created_at: lab.now(),
      })
      .execute(),
  );
  // Without what moves by itself: numbers of changes, when it is decided anew, and whom routing does not give it again.
  const rows = async () => {
    const { rows: found } = await sql<{ id: ConversationId; c: Record<string, unknown> }>`
      select id, to_jsonb(c) - '{changed_seq,triage_at,routed}'::text[] as c from conversations c where workspace_id = ${workspaceId} order by created_at, id`.execute(
      db.read,
    );
    return found;
  };
  const ids = (await rows()).map(({ id }) => id);
  const token: Who = { workspaceId, agentId: null, via: { kind: 'token', id: randomUUID() } };
  return {
    ...lab,
    ids,
    token,
    colleague: { workspaceId, agentId: bo },
    row: async (id: ConversationId) => (await rows()).find((one) => one.id === id)?.c ?? {},
    all: async () => (await rows()).map(({ c }) => c),
    label: async (name: string) => {
      const maker = { ...lab.who, acts: [] };
      return (await makeLabel(db, maker, { id: randomUUID(), name, colour: 'red' }, lab.now())).id;
    },
    act: (act: WorkAct, conversations: readonly string[] = ids, who: Who = lab.who, id = randomUUID()) => {
      lab.pass(1_000);
      return actOnMany(db, who, { id, conversations, act }, lab.now());
    },
    undo: (id: string | null, who: Who = lab.who) => {
      lab.pass(1_000);
      return takeBack(db, who, id as UndoId, lab.now());
    },
    kinds: async (id: ConversationId) => {
      const { rows: found } = await sql<{ kind: string }>`select kind from timeline_events
        where workspace_id = ${workspaceId} and conversation_id = ${id} order by at, id`.execute(db.read);
      return found.map(({ kind }) => kind);
    },
  };
}
