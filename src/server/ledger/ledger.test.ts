import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import { ARRIVED } from '../../storage/changes.ts';
import { appendToLedger, markEntries } from '../../storage/ledger.ts';
import { newId } from '../../storage/new-id.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';

eachDatabase((open) => {
  describe('the ledger', () => {
    const inboxId = newId<InboxId>();
    let desk: Desk;
    let workspace: WorkspaceId;
    let headers: Record<string, string>;
    let ids: readonly number[] = [];
    beforeAll(async () => {
      desk = await openDesk(await open());
      workspace = await desk.makeWorkspace('books');
      headers = (await desk.signIn(workspace, 'lead')).headers;
      const arrival = {
        family: 'meta',
        inboxId: null,
        source: 'webhook',
        headers: { 'user-agent': 'net' },
        receivedAt: new Date(),
      };
      const bodies = ['{"text":"γεια"}', 'two', 'three', 'four', 'five'].map((text) => Buffer.from(text));
      const { db } = desk.deps;
      await db.transaction(async (tx) => {
        await appendToLedger(
          tx,
          workspace,
          bodies.map((body, at) => ({ ...arrival, body, inboxId: at === 3 ? inboxId : null })),
        );
        const { rows } = await sql<{
          id: number;
        }>`select id::int as id from ledger where workspace_id = ${workspace} order by id`.execute(tx);
        ids = rows.map(({ id }) => id);
        const mark = (at: number, state: 'filed' | 'ignored' | 'set_aside', reason: string | null) => ({
          id: ids[at] ?? 0,
          state,
          reason,
          outcome: [],
        });
        await markEntries(
          tx,
          workspace,
          [
            { ...mark(0, 'filed', null), outcome: [{ kind: 'message', became: 'A message' }, { odd: true }] },
            mark(1, 'ignored', 'Not ours'),
            mark(2, 'set_aside', 'It broke'),
            mark(3, 'set_aside', 'It broke too'),
          ],
          new Date(),
        );
      });
    });
    afterAll(() => desk.close());
    const get = async (url: string) => (await desk.http.inject({ url, headers })).json();
    const replay = (url: string, payload?: object) =>
      desk.http.inject({ method: 'POST', url, headers, ...(payload ? { payload } : {}) });

    it('balances', async () => {
      expect(await get('/api/ledger/balance')).toEqual({
        received: 5,
        filed: 1,
        duplicate: 0,
        ignored: 1,
        setAside: 2,
        waiting: 1,
        isExact: true,
      });
    });

    it.each([
      { query: '', has: [4, 3, 2, 1, 0] },
      { query: '?state=set_aside', has: [3, 2] },
      { query: `?inbox=${inboxId}`, has: [3] },
      { query: '?limit=2', has: [4, 3] },
    ])('is listed, the newest first: $query', async ({ query, has }) => {
      const { items } = await get(`/api/ledger${query}`);
      expect(items.map(({ id }: { id: number }) => ids.indexOf(id))).toEqual(has);
    });

    it('of an inbox whose webhook is shared has what came there, of whichever it was', async () => {
      const page = newId<InboxId>();
      const row = { id: page, channel: 'facebook', external_id: 'page', name: 'Page', credentials: Buffer.from('') };
      await desk.deps.db.transaction((tx) =>
        tx
          .insertInto('inboxes')
          .values({ workspace_id: workspace, ...row })
          .execute(),
      );
      const { items } = await get(`/api/ledger?inbox=${page}`);
      expect(items.map(({ id }: { id: number }) => ids.indexOf(id))).toEqual([4, 2, 1, 0]);
    });

    it('is read on page by page', async () => {
      const first = await get('/api/ledger?limit=3');
      const second = await get(`/api/ledger?limit=3&before=${first.before}`);
      expect([...first.items, ...second.items].map(({ id }: { id: number }) => id)).toEqual(ids.toReversed());
      expect(second.before).toBeNull();
    });

    it('shows an entry raw beside what became of it, what it cannot read included', async () => {
      expect(await get(`/api/ledger/${ids[0]}`)).toMatchObject({
        body: '{"text":"γεια"}',
        headers: { 'user-agent': 'net' },
        state: 'filed',
        outcome: [{ kind: 'message', became: 'A message' }, { kind: 'unreadable' }],
      });
    });

    it.each(['0', '-1', 'x', '99999999999999999999'])('takes %s for no entry', async (id) => {
      expect((await desk.http.inject({ url: `/api/ledger/${id}`, headers })).statusCode).toBe(400);
    });

    it('files one again, or all that were set aside, and tells the worker', async () => {
      const heard: string[] = [];
      const stop = await desk.deps.db.listen(ARRIVED, (payload) => heard.push(payload));
      expect((await replay(`/api/ledger/${ids[1]}/replay`)).json()).toEqual({ replayed: 1 });
      expect((await replay('/api/ledger/replay', { inbox: inboxId })).json()).toEqual({ replayed: 1 });
      expect((await replay('/api/ledger/replay')).json()).toEqual({ replayed: 1 });
      expect((await replay('/api/ledger/replay')).json()).toEqual({ replayed: 0 });
      await expect.poll(() => heard.includes(String(workspace))).toBe(true);
      await stop();
      expect(await get('/api/ledger/balance')).toMatchObject({ setAside: 0, ignored: 0, waiting: 4, isExact: true });
      expect((await get('/api/audit')).items[0]).toMatchObject({ act: 'ledger.replayed', detail: { replayed: 1 } });
    });

    it('cannot file what was redacted', async () => {
      await sql`update ledger set redacted_at = now(), body = '' where workspace_id = ${workspace} and id = ${ids[0]}`.execute(
        desk.deps.db.read,
      );
      expect((await replay(`/api/ledger/${ids[0]}/replay`)).json()).toMatchObject({ code: 'redacted' });
      expect((await replay('/api/ledger/999999/replay')).statusCode).toBe(404);
    });
  });
});
