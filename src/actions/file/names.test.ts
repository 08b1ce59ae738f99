import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { Database } from '../../storage/database.ts';
import { createLab } from './lab.fixture.ts';

eachDatabase((open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  describe('a person whose name the network did not say at first', () => {
    const known = async (
      between: (lab: Awaited<ReturnType<typeof createLab>>) => Promise<unknown>,
      handle?: string,
    ) => {
      const lab = await createLab(db);
      const by = (name?: string) => ({ kind: 'contact', person: { id: 'dora', scope: '', handle, name } });
      await lab.receive([{ ...lab.comment('dora', 'p1', 'm1', 'Hello?'), author: by() }]);
      await lab.file();
      await between(lab);
      await lab.receive([{ ...lab.comment('dora', 'p1', 'm2', 'Anybody?'), author: by('Dora Kiss') }]);
      await lab.file();
      const { rows } = await sql<{
        name: string;
      }>`select name from contacts where workspace_id = ${lab.workspaceId}`.execute(db.read);
      return rows.map(({ name }) => name);
    };
    const rename = ({ workspaceId }: { readonly workspaceId: number }) =>
      db.alone((tx) => sql`update contacts set name = 'Aunt Dora' where workspace_id = ${workspaceId}`.execute(tx));

    it.each([
      { what: 'and nothing else', handle: undefined },
      { what: 'but an address or a handle', handle: 'dora@mail.test' },
    ])('has it once it is said: $what', async ({ handle }) => {
      expect(await known(async () => undefined, handle)).toEqual(['Dora Kiss']);
    });

    it('keeps the name that a colleague gave them', async () => {
      expect(await known(rename, 'dora@mail.test')).toEqual(['Aunt Dora']);
    });
  });
});
