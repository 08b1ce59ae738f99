import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { Database } from '../../storage/database.ts';
import { createGrowth } from './growth.ts';
import { createLab } from './lab.fixture.ts';

/** How many messages the database believes there are; -1 when it never looked. */
async function believed(db: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select reltuples::integer as n from pg_class where relname = 'messages'`.execute(db.read);
  return rows[0]?.n ?? Number.NaN;
}

eachDatabase((open) => {
  it('knows how much there is in a new workspace, though never much arrived at once', async () => {
    const db = await open();
    // A server looks after itself in its own time, which may be just now.
    if (db.kind === 'postgres') await sql`alter table messages set (autovacuum_enabled = false)`.execute(db.read);
    const lab = await createLab(db);
    const growth = createGrowth(db);
    const arrive = async (from: number, to: number) => {
      for (let i = from; i < to; i++) await lab.receive([lab.direct(`person ${i}`, `m${i}`, `hello ${i}`)]);
      await lab.file({ growth });
    };
    await arrive(0, 250);
    expect(await believed(db)).toBe(-1);
    for (let from = 250; from < 550; from += 50) await arrive(from, from + 50);
    expect(await believed(db)).toBeGreaterThan(250);
  });
});
