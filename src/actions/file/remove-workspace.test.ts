import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { recordChanges } from '../../storage/changes.ts';
import { removeWorkspace } from '../../storage/workspaces.ts';
import { triageDue } from '../triage/triage-due.ts';
import { createLab } from './lab.fixture.ts';

eachDatabase((open) => {
  it('leaves no row of a removed workspace anywhere and all of another, and nobody writes into it afterwards', async () => {
    const db = await open();
    const [gone, kept] = [await createLab(db), await createLab(db)];
    for (const lab of [gone, kept]) {
      await lab.receive([lab.comment('ida', 'p1', 'm1', 'Broken'), lab.comment('jo', 'p1', 'm2', 'Mine too')]);
      await lab.file();
      await triageDue(db, lab.workspaceId, lab.now());
    }
    const tables = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where column_name = 'workspace_id' and table_schema = current_schema()`.execute(db.read);
    const rowsOf = async (workspaceId: number) => {
      const found: Record<string, number> = {};
      for (const { name } of tables.rows) {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)}
          where workspace_id = ${workspaceId}`.execute(db.read);
        if (rows[0] && rows[0].n > 0) found[name] = rows[0].n;
      }
      return found;
    };
    const before = await rowsOf(kept.workspaceId);
    expect(before).toMatchObject({ messages: 2, conversations: 2 });
    await db.transaction((tx) => removeWorkspace(tx, gone.workspaceId));

    expect(await rowsOf(gone.workspaceId)).toEqual({});
    expect(await rowsOf(kept.workspaceId)).toEqual(before);
    const late = db.transaction((tx) =>
      recordChanges(tx, gone.workspaceId, [{ kind: 'message', conversationId: null }], gone.now()),
    );
    await expect(late).rejects.toThrow('removed meanwhile');
  });
});
