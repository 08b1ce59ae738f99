import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../test/database.ts';
import { seedConversations } from '../../test/seed.ts';
import { keepUp } from './upkeep.ts';

eachDatabase((open) => {
  it('knows how large a table is that grew within a minute, and looks at it only when something changed', async () => {
    const db = await open();
    const workspace = await makeWorkspace(db);
    await seedConversations(db, workspace, { conversations: 2_000 }, new Date('2026-11-22T12:00:00.000Z'));
    const done = await keepUp(db);
    expect(done).toEqual(expect.arrayContaining(['conversations', 'contacts', 'identities', 'threads']));
    const { rows } = await sql<{
      reltuples: number;
    }>`select reltuples::integer from pg_class where relname = 'conversations'`.execute(db.read);
    expect(rows).toEqual([{ reltuples: 2_000 }]);
    expect(await keepUp(db)).toEqual([]);
  });
});
