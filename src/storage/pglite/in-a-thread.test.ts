import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../open.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-thread-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('keeps what was written in a thread of its own, and says so when it has stopped', async () => {
  const first = await openDatabase({ kind: 'pglite', folder: join(folder, 'db') });
  const heard = Promise.withResolvers<string>();
  await first.listen('a topic', heard.resolve);
  await sql`create table kept (n integer, body bytea)`.execute(first.read);
  await sql`insert into kept values (${7}, ${Buffer.from([0, 255, 7])})`.execute(first.read);
  await sql`select pg_notify('a topic', 'said')`.execute(first.read);
  expect(await heard.promise).toBe('said');
  await first.close();
  await expect(sql`select 1`.execute(first.read)).rejects.toThrow();

  const second = await openDatabase({ kind: 'pglite', folder: join(folder, 'db') });
  const { rows } = await sql<{ n: number; body: Buffer }>`select n, body from kept`.execute(second.read);
  expect(rows.map(({ n, body }) => [n, ...body])).toEqual([[7, 0, 255, 7]]);
  await second.close();
});
