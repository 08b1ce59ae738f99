import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import { addAgent } from '../agents.ts';
import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { addWorkspace } from '../workspaces.ts';
import { CLEARED_TABLES, clearPractice, KEPT } from './clear.ts';
import { readNote, readPulse, writeNote } from './pulse.ts';

const NOW = new Date('2026-11-22T09:00:00Z');

eachDatabase((open) => {
  const make = async (db: Database, slug: string, isPractice: boolean) => {
    const workspaceId = await db.transaction((tx) => addWorkspace(tx, { slug, name: slug, isPractice }));
    const team = newId<AgentId>();
    const guest = newId<AgentId>();
    await db.transaction(async (tx) => {
      for (const [id, email] of [
        [team, 'team@x.example'],
        [guest, 'guest@x.example'],
      ] as const)
        await addAgent(tx, workspaceId, { id, email, name: email, role: 'agent' }, NOW);
      await sql`insert into contacts (workspace_id, id, name, created_at) values (${workspaceId}, ${newId()}, 'Eleni', ${NOW})`.execute(
        tx,
      );
      await sql`insert into sessions (workspace_id, token_hash, agent_id, created_at, last_seen_at, expires_at)
        values (${workspaceId}, '\\x01', ${team}, ${NOW}, ${NOW}, ${NOW})`.execute(tx);
    });
    return { workspaceId, team };
  };
  const rows = async (db: Database, table: string, workspaceId: WorkspaceId) => {
    const found = await sql<{
      count: number;
    }>`select count(*)::int as count from ${sql.table(table)} where workspace_id = ${workspaceId}`.execute(db.read);
    return found.rows[0]?.count;
  };

  it('a fresh start says of every table of a workspace whether it goes or stays', async () => {
    const db = await open();
    const found = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'workspace_id' order by 1`.execute(db.read);
    expect(found.rows.map(({ name }) => name)).toEqual([...CLEARED_TABLES, ...Object.keys(KEPT)].sort());
  });

  it('empties a practice workspace, and leaves its team signed in', async () => {
    const db = await open();
    const { workspaceId, team } = await make(db, 'practice', true);
    expect(await db.transaction((tx) => clearPractice(tx, workspaceId, [team]))).toBe(true);
    expect(await rows(db, 'contacts', workspaceId)).toBe(0);
    expect(await rows(db, 'agents', workspaceId)).toBe(1);
    expect(await rows(db, 'sessions', workspaceId)).toBe(1);
  });

  it('touches no other workspace, whatever it is asked', async () => {
    const db = await open();
    const { workspaceId, team } = await make(db, 'real', false);
    expect(await db.transaction((tx) => clearPractice(tx, workspaceId, [team]))).toBe(false);
    expect(await rows(db, 'contacts', workspaceId)).toBe(1);
    expect(await rows(db, 'agents', workspaceId)).toBe(2);
  });

  it('knows whether its past was written, and when somebody was last there', async () => {
    const db = await open();
    const { workspaceId } = await make(db, 'noted', true);
    expect(await readNote(db.read, workspaceId)).toEqual({ isFurnished: false });
    await db.alone((tx) => writeNote(tx, workspaceId, { isFurnished: true }));
    expect(await readNote(db.read, workspaceId)).toEqual({ isFurnished: true });
    expect(await readPulse(db.read, workspaceId)).toEqual({ waiting: 0, lastSeenAt: NOW });
  });
});
