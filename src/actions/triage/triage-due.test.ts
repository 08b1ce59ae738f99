import { expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { createLab } from '../file/lab.fixture.ts';
import { triageDue } from './triage-due.ts';

eachDatabase((open) => {
  it('decides what arrived once, and again when somebody did something to it', async () => {
    const db = await open();
    const lab = await createLab(db);
    const rating = { rating: { stars: 1, of: 5 } };
    await lab.receive([
      { ...lab.comment('ida', 'p1', 'm1', 'Broken'), content: { text: 'Broken', attachments: [], ...rating } },
    ]);
    await lab.file();
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
});
