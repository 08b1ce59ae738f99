import { expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { notUnderstood } from '../../core/understanding/not-understood.ts';
import type { Understand } from '../../core/understanding/understood.ts';
import type { Database } from '../../storage/database.ts';
import { createLab } from './lab.fixture.ts';

eachDatabase((open) => {
  it('parses the next batch while one is filed', async () => {
    const db = await open();
    const lab = await createLab(db);
    await lab.receive([lab.direct('kim', 'm1', 'first')]);
    await lab.receive([lab.direct('lea', 'm2', 'second')]);
    const parsed = Promise.withResolvers<void>();
    const understand: Understand = (text, reading) => {
      if (text === 'second') parsed.resolve();
      return notUnderstood(text, reading);
    };
    // Filing ends only once the second is parsed: if that waited for the end, neither would ever come.
    const held: Database = {
      ...db,
      transaction: (work) =>
        db.transaction(async (tx) => {
          const result = await work(tx);
          await parsed.promise;
          return result;
        }),
    };
    await lab.file({ db: held, understand, batch: 1 });
    expect(await lab.balance()).toMatchObject({ received: 2, filed: 2 });
  });
});
