import { beforeAll, expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../test/database.ts';
import { CHANGED, recordChanges } from './changes.ts';
import type { Database } from './database.ts';

eachDatabase((open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  it('numbers changes in the order of their commits, each workspace by itself', async () => {
    const [one, other] = [await makeWorkspace(db), await makeWorkspace(db)];
    const change = { kind: 'message', conversationId: null };
    const seqs = await Promise.all(
      [one, one, other, one].map((id) => db.transaction((tx) => recordChanges(tx, id, [change, change], new Date()))),
    );
    expect(seqs.toSorted((a, b) => a - b)).toEqual([2, 2, 4, 6]);
  });

  it('hears a notice only after the commit', async () => {
    const workspace = await makeWorkspace(db);
    const heard = Promise.withResolvers<string>();
    let isCommitted = false;
    const stop = await db.listen(CHANGED, (payload) => {
      if (payload === String(workspace)) heard.resolve(isCommitted ? 'after' : 'before');
    });
    await db.transaction(async (tx) => {
      await recordChanges(tx, workspace, [{ kind: 'message', conversationId: null }], new Date());
      isCommitted = true;
    });
    expect(await heard.promise).toBe('after');
    await stop();
  });

  it('undoes all of it when a part fails', async () => {
    const workspace = await makeWorkspace(db);
    const failing = db.transaction(async (tx) => {
      await recordChanges(tx, workspace, [{ kind: 'message', conversationId: null }], new Date());
      throw new Error('after all not');
    });
    await expect(failing).rejects.toThrow('after all not');
    expect(await db.transaction((tx) => recordChanges(tx, workspace, [], new Date()))).toBe(0);
  });
});
