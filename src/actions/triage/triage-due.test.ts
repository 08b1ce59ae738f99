import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { Database } from '../../storage/database.ts';
import { createLab } from '../file/lab.fixture.ts';
import { triageDue, triageEach } from './triage-due.ts';

/** As if filing had decided nothing. */
const anew = (db: Database, workspaceId: number) =>
  db.alone((tx) =>
    sql`update conversations set triage_at = 'epoch', priority = 0, priority_parts = '[]' where workspace_id = ${workspaceId}`.execute(
      tx,
    ),
  );

eachDatabase((open) => {
  it('decides what arrived once, and again when somebody did something to it', async () => {
    const db = await open();
    const lab = await createLab(db);
    const rating = { rating: { stars: 1, of: 5 } };
    await lab.receive([
      { ...lab.comment('ida', 'p1', 'm1', 'Broken'), content: { text: 'Broken', attachments: [], ...rating } },
    ]);
    await lab.file();
    await anew(db, lab.workspaceId);
    const read = () =>
      db.read
        .selectFrom('conversations')
        .select(['id', 'priority', 'priority_parts', 'triage_at'])
        .executeTakeFirstOrThrow();

    expect(await triageDue(db, lab.workspaceId, lab.now())).toBe(1);
    expect(await read()).toMatchObject({
      priority: 20,
      priority_parts: [{ factor: 'bad_review', points: 20 }],
      // After an hour of waiting it counts for more.
      triage_at: new Date('2026-11-18T13:00:00.001Z'),
    });
    expect(await triageDue(db, lab.workspaceId, lab.now())).toBe(0);

    await db.transaction((tx) => tx.updateTable('conversations').set({ assignee_id: lab.who.agentId }).execute());
    expect(await triageDue(db, lab.workspaceId, lab.now())).toBe(1);
    expect(await triageDue(db, lab.workspaceId, lab.now())).toBe(0);

    await db.transaction((tx) => tx.updateTable('contacts').set({ vip_at: lab.now() }).execute());
    expect(await triageDue(db, lab.workspaceId, lab.now())).toBe(1);
  });

  it('decides the others where one cannot be decided, and looks at that one again later', async () => {
    const db = await open();
    const lab = await createLab(db);
    await lab.receive(['ida', 'oskar', 'maj'].map((who) => lab.comment(who, 'p1', `m-${who}`, 'Broken')));
    await lab.file();
    await anew(db, lab.workspaceId);
    const of = (name: string) =>
      sql`(select id from contacts where workspace_id = ${lab.workspaceId} and name = ${name})`;
    await db.alone((tx) =>
      sql`update conversations set signs = 'null' where workspace_id = ${lab.workspaceId} and contact_id = ${of('oskar')}`.execute(
        tx,
      ),
    );
    const logged: string[] = [];
    const log = { error: (_: object, message: string) => void logged.push(message) };

    expect(await triageEach(db, lab.workspaceId, lab.now(), log, { batch: 10 })).toBe(3);
    expect(logged).toHaveLength(2);
    const { rows } = await sql<{ name: string; at: Date | null }>`select p.name, c.triage_at as at from conversations c
      join contacts p on p.workspace_id = c.workspace_id and p.id = c.contact_id where c.workspace_id = ${lab.workspaceId}
      order by c.triage_at`.execute(db.read);
    expect(rows).toHaveLength(3);
    expect(rows.every(({ at }) => at instanceof Date && at > lab.now())).toBe(true);
    expect(await triageEach(db, lab.workspaceId, lab.now(), log)).toBe(0);
  });
});
