import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../test/database.ts';
import { CHANGED, recordChanges } from './changes.ts';
import type { Database, Tx } from './database.ts';
import { together } from './together.ts';

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

  it('hears each notice once, however many began to listen at the same moment', async () => {
    const fresh = await open();
    const heard: string[] = [];
    const all = Promise.withResolvers<void>();
    const hear = (payload: string) => {
      // Empty: the line has just been made.
      if (payload) heard.push(payload);
      if (payload === 'last') all.resolve();
    };
    await Promise.all(Array.from({ length: 12 }, (_, nth) => fresh.listen(`topic ${nth}`, hear)));
    for (const payload of ['first', 'last'])
      for (const topic of payload === 'first' ? ['topic 0', 'topic 5', 'topic 11'] : ['topic 3'])
        await sql`select pg_notify(${topic}, ${payload})`.execute(fresh.read);
    await all.promise;
    expect(heard).toEqual(['first', 'first', 'first', 'last']);
  });

  it('listens again when the line breaks, and is told to look for itself', async ({ skip }) => {
    const fresh = await open();
    if (fresh.kind === 'pglite') skip();
    const [first, last] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const heard: string[] = [];
    await fresh.listen('a topic', (payload) => {
      heard.push(payload);
      if (heard.length === 1) first.resolve();
      if (payload === 'after') last.resolve();
    });
    await sql`select pg_notify('a topic', 'before')`.execute(fresh.read);
    await first.promise;
    const again = Promise.withResolvers<void>();
    await fresh.listen('a topic', (payload) => {
      if (payload === '') again.resolve();
    });
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'earshot listening'`.execute(fresh.read);
    await again.promise;
    await sql`select pg_notify('a topic', 'after')`.execute(fresh.read);
    await last.promise;
    expect(heard.filter((payload) => payload !== '')).toEqual(['before', 'after']);
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

  it('writes nothing outside of a transaction of which one of several statements failed', async () => {
    await sql`create table kept (n integer primary key)`.execute(db.read);
    const write = (tx: Tx, n: number) => sql`insert into kept values (${n})`.execute(tx);
    const failing = db.transaction((tx) =>
      together(
        write(tx, 1).then(() => write(tx, 2)),
        write(tx, 1),
        write(tx, 3).then(() => write(tx, 4)),
      ),
    );
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect((await sql`select n from kept`.execute(db.read)).rows).toEqual([]);
  });

  it('answers as before when a statement that is asked often meets a table that was changed', async () => {
    await sql`create table grown (a integer)`.execute(db.read);
    await sql`insert into grown values (1)`.execute(db.read);
    const ask = () => sql`select * from grown where a = ${1}`.execute(db.read).then(({ rows }) => rows);
    for (let nth = 0; nth < 8; nth += 1) expect(await ask()).toEqual([{ a: 1 }]);
    await sql`alter table grown add column b text default 'new'`.execute(db.read);
    // Whoever asks first may be told that it changed; nobody is told twice.
    await ask().catch(() => undefined);
    for (let nth = 0; nth < 8; nth += 1) expect(await ask()).toEqual([{ a: 1, b: 'new' }]);
  });

  it('carries large values there and back, and every kind of value', async () => {
    const [text, bytes, at] = [
      'ä€😀\n\'"'.repeat(400_000),
      randomBytes(3_000_000),
      new Date('2026-03-29T01:30:00.123Z'),
    ];
    const row = {
      text,
      bytes,
      at,
      none: null,
      list: ['a', 'b,c', '"d"'],
      big: 9_007_199_254_740_991,
      is: true,
      json: { a: [1, null, 'x'] },
    };
    const { rows } = await sql<
      typeof row
    >`select ${text}::text as text, ${bytes}::bytea as bytes, ${at}::timestamptz as at,
      ${null}::text as none, ${row.list}::text[] as list, ${row.big}::bigint as big, ${true}::boolean as is,
      ${JSON.stringify(row.json)}::jsonb as json`.execute(db.read);
    expect(rows[0]?.text === text && Buffer.compare(rows[0].bytes, bytes) === 0).toBe(true);
    expect({ ...rows[0], text: '', bytes: '' }).toEqual({ ...row, text: '', bytes: '' });
  });

  it('goes on after a statement that failed, in whatever order others were asked', async () => {
    const good = (n: number) =>
      sql<{ n: number }>`select ${n}::int as n`.execute(db.read).then(({ rows }) => rows[0]?.n);
    const bad = () =>
      sql`select ${1}::int / 0`.execute(db.read).then(
        () => 'answered',
        (error: { code?: string }) => error.code,
      );
    const asked = Array.from({ length: 30 }, (_, n) => (n % 3 === 1 ? bad() : good(n)));
    expect(await Promise.all(asked)).toEqual(asked.map((_, n) => (n % 3 === 1 ? '22012' : n)));
  });
});
