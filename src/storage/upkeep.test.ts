import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../test/database.ts';
import { seedConversations } from '../../test/seed.ts';
import { keepUp, noteGrowth } from './upkeep.ts';

const TABLES = ['conversations', 'contacts', 'identities', 'threads'];

eachDatabase((open) => {
  it.each([
    ['what grew within a minute', noteGrowth],
    ['what changed', keepUp],
  ])('knows how large a table is: looks at %s, and only then', async (_what, look) => {
    const db = await open();
    // A server looks after itself in its own time, which may be just now.
    if (db.kind === 'postgres')
      for (const name of TABLES)
        await sql`alter table ${sql.table(name)} set (autovacuum_enabled = false)`.execute(db.read);
    const workspace = await makeWorkspace(db);
    await seedConversations(db, workspace, { conversations: 2_000 }, new Date('2026-11-22T12:00:00.000Z'));
    const done = await look(db);
    // A server keeps its own tables, once a minute.
    if (db.kind === 'postgres' && look === keepUp) return expect(done).toEqual([]);
    expect(done).toEqual(expect.arrayContaining(TABLES));
    const { rows } = await sql<{
      reltuples: number;
    }>`select reltuples::integer from pg_class where relname = 'conversations'`.execute(db.read);
    expect(rows).toEqual([{ reltuples: 2_000 }]);
    expect(await look(db)).toEqual([]);
  });
});
