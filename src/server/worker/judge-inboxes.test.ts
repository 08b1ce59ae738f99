import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { createFakeNetwork } from '../../../test/outgoing/channels.ts';
import { type OutgoingDesk, openOutgoingDesk } from '../../../test/outgoing/desk.ts';
import { QUIET } from '../../../test/outgoing/run-sender.ts';
import { noteGap } from '../../actions/note-gap.ts';
import { settleGap } from '../../actions/settle-gap.ts';
import type { Connector } from '../../core/channel/connector.ts';
import type { InboxId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { noteHeard } from '../../storage/filing/hours.ts';
import { listAlerts } from '../../storage/health/alerts.ts';
import { listGaps, peopleAround } from '../../storage/health/gaps.ts';
import { claimLooks, noteLook } from '../../storage/health/looks.ts';
import { noteWorking } from '../../storage/pulling.ts';
import { judgeAll } from './judge-inboxes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WELL = { warnings: [], failures: 0, problem: null, todo: null };

eachDatabase((open) => {
  let db: Database;
  let desk: OutgoingDesk;
  let square: InboxId;
  beforeAll(async () => {
    db = await open();
  });
  beforeEach(async () => {
    desk = await openOutgoingDesk(db);
    square = await desk.addInbox('square');
    await db.alone((tx) =>
      tx
        .updateTable('agents')
        .set({ role: 'admin' })
        .where('id', '=', desk.ana.agentId as never)
        .execute(),
    );
    await set({ created_at: new Date(desk.now().getTime() - 60 * DAY) });
  });

  const set = (values: object) =>
    db.alone((tx) => tx.updateTable('inboxes').set(values).where('id', '=', square).execute());
  const judge = () =>
    judgeAll(
      {
        db,
        connectors: createFakeNetwork().connectors() as ReadonlyMap<string, Connector>,
        now: desk.now,
        signal: new AbortController().signal,
        log: QUIET,
      },
      desk.workspaceId,
    );
  const kinds = async () => (await listAlerts(db.read, desk.workspaceId)).map(({ kind }) => kind);
  const calls = () =>
    db.read
      .selectFrom('notifications')
      .select(['agent_id', 'kind', 'inbox_id', 'text'])
      .where('workspace_id', '=', desk.workspaceId)
      .where('kind', '=', 'inbox_alert')
      .execute();

  describe('an inbox', () => {
    it('that is well raises nothing', async () => {
      await judge();
      expect(await kinds()).toEqual([]);
      expect(await calls()).toEqual([]);
    });

    it('with an ending token calls those who manage it once, and ends by itself', async () => {
      await set({ token_expires_at: new Date(desk.now().getTime() + 3 * DAY) });
      await judge();
      await Promise.all([judge(), judge()]);
      expect(await kinds()).toEqual(['token']);
      expect(await calls()).toMatchObject([
        { agent_id: desk.ana.agentId, inbox_id: square, text: expect.stringContaining('ends in 3 days') },
      ]);

      desk.pass(DAY);
      await judge();
      expect(await listAlerts(db.read, desk.workspaceId)).toMatchObject([
        { detail: expect.stringContaining('ends in 2 days') },
      ]);
      expect(await calls()).toHaveLength(1);

      await set({ token_expires_at: new Date(desk.now().getTime() + 60 * DAY) });
      await judge();
      expect(await kinds()).toEqual([]);
      await set({ token_expires_at: desk.now() });
      await judge();
      expect(await calls()).toHaveLength(2);
    });

    it('that falls silent against its habit is noticed, and forgiven when it speaks', async () => {
      const start = Math.floor((desk.now().getTime() - 30 * DAY) / HOUR) * HOUR;
      const heard = Array.from({ length: 30 * 24 }, (_, hour) => ({
        inboxId: square,
        at: new Date(start + hour * HOUR),
        isRecovered: false,
      }));
      await db.transaction((tx) => noteHeard(tx, desk.workspaceId, [...heard, ...heard]));
      await judge();
      expect(await kinds()).toEqual([]);

      desk.pass(8 * HOUR);
      await judge();
      expect(await kinds()).toEqual(['silent']);

      await db.transaction((tx) =>
        noteHeard(tx, desk.workspaceId, [{ inboxId: square, at: desk.now(), isRecovered: false }]),
      );
      await judge();
      expect(await kinds()).toEqual([]);
    });

    it('shows times that the network tells nothing of until somebody looked, with who was in a talk', async () => {
      await desk.customerWrites(square, { name: 'cy', text: 'Hello?' });
      const from = new Date(desk.now().getTime() + HOUR);
      const gap = { from, to: new Date(from.getTime() + 2 * HOUR), why: 'Only a week can be searched.' };
      await noteGap(db, desk.workspaceId, square, 'search', gap, desk.now());
      await noteGap(
        db,
        desk.workspaceId,
        square,
        'search',
        { ...gap, to: new Date(gap.to.getTime() + HOUR) },
        desk.now(),
      );
      await judge();
      expect(await kinds()).toEqual(['gap']);
      const gaps = await listGaps(db.read, desk.workspaceId);
      expect(gaps).toMatchObject([{ from: gap.from, to: new Date(gap.to.getTime() + HOUR), why: gap.why }]);
      const gapId = gaps[0]?.id ?? '';
      expect((await peopleAround(db.read, desk.workspaceId, gaps)).get(gapId)).toHaveLength(1);

      const settle = (who = desk.ana, inboxId = square) => settleGap(db, who, { inboxId, gapId }, desk.now());
      await expect(settle(desk.token)).rejects.toMatchObject({ code: 'needs_a_human' });
      await expect(settle(desk.ana, await desk.addInbox('line'))).rejects.toMatchObject({ code: 'no_such_gap' });
      await settle();
      await settle();
      await judge();
      expect(await kinds()).toEqual([]);
    });

    it('has no gap where webhooks brought what a comparison could not see', async () => {
      const from = desk.now();
      const gap = { from, to: new Date(from.getTime() + HOUR), why: 'Only the newest can be read.' };
      const note = () => noteGap(db, desk.workspaceId, square, 'list', gap, desk.now(), true);
      const heard = { inboxId: square, at: new Date(from.getTime() + 1_000), isRecovered: false };
      await db.transaction((tx) => noteHeard(tx, desk.workspaceId, [heard]));
      await note();
      expect(await listGaps(db.read, desk.workspaceId)).toEqual([]);
      await db.transaction((tx) => noteHeard(tx, desk.workspaceId, [{ ...heard, isRecovered: true }]));
      await note();
      expect(await listGaps(db.read, desk.workspaceId)).toHaveLength(1);
    });

    it('whose quota is nearly used says so', async () => {
      const quota = { of: 'posts read', used: 90, limit: 100, resetsAt: '2026-11-23T00:00:00.000Z' };
      await db.transaction((tx) => noteWorking(tx, desk.workspaceId, square, { count: null, quota }, desk.now()));
      await judge();
      expect(await kinds()).toEqual(['limit']);
    });

    it('is looked at by one worker once an hour, and soon again after a failure', async () => {
      const claim = () =>
        db.alone((tx) =>
          claimLooks(tx, desk.workspaceId, { now: desk.now(), everyMs: HOUR, againMs: HOUR / 12, limit: 4 }),
        );
      expect((await Promise.all([claim(), claim()])).flat()).toMatchObject([{ id: square, failures: 0 }]);
      const failed = { ...WELL, failures: 1, problem: 'The token was revoked.', todo: 'Connect it anew.' };
      await db.alone((tx) => noteLook(tx, desk.workspaceId, square, failed, undefined, desk.now()));
      await judge();
      expect(await kinds()).toEqual([]);
      desk.pass(HOUR / 10);
      expect(await claim()).toMatchObject([{ failures: 1 }]);
      await db.alone((tx) => noteLook(tx, desk.workspaceId, square, { ...failed, failures: 2 }, undefined, desk.now()));
      await judge();
      expect(await listAlerts(db.read, desk.workspaceId)).toMatchObject([
        { kind: 'login', detail: 'The token was revoked.', todo: 'Connect it anew.' },
      ]);
      desk.pass(HOUR / 10);
      expect(await claim()).toEqual([]);
      desk.pass(HOUR);
      expect(await claim()).toHaveLength(1);
    });
  });
});
