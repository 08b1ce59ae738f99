import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../test/database.ts';

eachDatabase((open) => {
  it('two transactions that wait for each other both happen, whole', async () => {
    const db = await open();
    const [one, other] = [await makeWorkspace(db), await makeWorkspace(db)];
    const met = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const rename = (first: number, second: number, mine: 0 | 1) =>
      db.transaction(async (tx) => {
        const add = (id: number) => sql`update workspaces set name = name || ${mine} where id = ${id}`.execute(tx);
        await add(first);
        met[mine].resolve();
        // The embedded database has one session: there nobody is to be met.
        if (db.kind === 'postgres') await met[mine === 0 ? 1 : 0].promise;
        await add(second);
      });
    await Promise.all([rename(one, other, 0), rename(other, one, 1)]);
    const { rows } = await sql<{ name: string }>`select name from workspaces where id in (${one}, ${other})`.execute(
      db.read,
    );
    for (const { name } of rows) expect([...name.replace('Test', '')].sort()).toEqual(['0', '1']);
  });
});
