import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { until } from '../../../test/product/until.ts';
import { lookAgainAtClocks } from '../../storage/clocks/look-again.ts';
import type { Database } from '../../storage/database.ts';
import { createLab } from '../file/lab.fixture.ts';

/** Until somebody in this database waits for a row of another. */
const somebodyWaits = (db: Database) =>
  until('somebody waits for a row', async () => {
    const { rows } =
      await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
        db.read,
      );
    return rows.length > 0;
  });

eachDatabase((open) => {
  async function waiting(count: number) {
    const db = await open();
    const lab = await createLab(db);
    await lab.receive(Array.from({ length: count }, (_, n) => lab.comment(`p${n}`, 'post', `m${n}`, 'Where is it?')));
    await lab.file();
    await sql`update conversations set triage_at = null`.execute(db.read);
    const { rows } = await sql<{ id: string }>`select id from conversations order by id`.execute(db.read);
    return { db, lab, ids: rows.map(({ id }) => id) };
  }

  it('has everything that waits decided anew, however many bites that takes, and nothing of others', async () => {
    const { db, lab, ids } = await waiting(7);
    const other = await createLab(db);
    await other.receive([other.comment('ida', 'post', 'm', 'Where is it?')]);
    await other.file();
    await sql`update conversations set triage_at = null`.execute(db.read);
    await sql`update conversations set attention = 'answered', attention_by = ${lab.who.agentId}, attention_at = now(), waiting_since = null
      where id = ${ids[3]}`.execute(db.read);
    await sql`update conversations set triage_at = null`.execute(db.read);
    await db.transaction((tx) => lookAgainAtClocks(tx, lab.workspaceId, 2));
    const { rows } = await sql<{
      id: string;
    }>`select id from conversations where triage_at = 'epoch' order by id`.execute(db.read);
    expect(rows.map(({ id }) => id)).toEqual(ids.filter((_, n) => n !== 3));
  });

  it('holds none of those that come after one it waits for', async () => {
    const { db, lab, ids } = await waiting(5);
    // The embedded database has one session: there nobody waits for anybody.
    if (db.kind !== 'postgres') return;
    const [first = '', ...later] = ids;
    // Written last, so that whoever goes through the table as it lies comes to it last.
    await sql`update conversations set preview = 'moved' where id = ${first}`.execute(db.read);
    let looking: Promise<void> | undefined;
    await db.transaction(async (tx) => {
      await sql`select from conversations where id = ${first} for update`.execute(tx);
      looking = db.transaction((other) => lookAgainAtClocks(other, lab.workspaceId));
      await somebodyWaits(db);
      const { rows } =
        await sql`select from conversations where id = any(${later}::uuid[]) for update skip locked`.execute(tx);
      expect(rows).toHaveLength(later.length);
    });
    await looking;
  });
});
