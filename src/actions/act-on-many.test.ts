import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../test/database.ts';
import type { ConversationId, InboxId } from '../core/ids.ts';
import type { WorkAct } from '../core/work/act.ts';
import type { Database } from '../storage/database.ts';
import { actOnOne } from './act-on-one.ts';
import { openActingLab } from './acting-lab.fixture.ts';

const HOUR_MS = 3_600_000;

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  describe('one act on many', () => {
    it.each<{
      what: string;
      act: (desk: Awaited<ReturnType<typeof openActingLab>>) => Promise<WorkAct>;
      after: object;
      kind: string;
    }>([
      {
        what: 'answered',
        act: async () => ({ do: 'attention', attention: 'answered' }),
        after: { attention: 'answered', waiting_since: null },
        kind: 'answered',
      },
      {
        what: 'no reply, with a reason',
        act: async () => ({ do: 'attention', attention: 'no_reply', reason: 'Spam' }),
        after: { attention: 'no_reply', attention_reason: 'Spam' },
        kind: 'no_reply',
      },
      {
        what: 'given to a colleague',
        act: async (desk) => ({ do: 'assign', agentId: desk.colleague.agentId }),
        after: {},
        kind: 'assigned',
      },
      {
        what: 'labelled',
        act: async (desk) => ({ do: 'label', add: [await desk.label('Delivery')], remove: [] }),
        after: { attention: 'needs_answer' },
        kind: 'labelled',
      },
      {
        what: 'snoozed',
        act: async (desk) => ({ do: 'snooze', until: new Date(desk.now().getTime() + HOUR_MS).toISOString() }),
        after: { attention: 'needs_answer' },
        kind: 'snoozed',
      },
      {
        what: 'promised',
        act: async (desk) => ({
          do: 'promise',
          for: new Date(desk.now().getTime() + HOUR_MS).toISOString(),
          words: 'By ten',
        }),
        after: { promise: 'By ten' },
        kind: 'promised',
      },
    ])('$what: done, told, and taken back to the last byte', async ({ act, after, kind }) => {
      const desk = await openActingLab(db);
      const wanted = await act(desk);
      const before = await desk.all();
      const done = await desk.act(wanted);
      expect(done).toMatchObject({ done: 3, left: [] });
      for (const id of desk.ids) {
        expect(await desk.row(id)).toMatchObject(after);
        expect(await desk.kinds(id)).toEqual(['opened', kind]);
      }
      expect(await desk.all()).not.toEqual(before);
      expect(await desk.undo(done.undoId)).toEqual({ undone: 3, left: [] });
      expect(await desk.all()).toEqual(before);
      expect(await desk.kinds(desk.ids[0] as ConversationId)).toEqual(['opened', kind, 'undone']);
      // A second click undoes nothing more, and says the same.
      expect(await desk.undo(done.undoId)).toEqual({ undone: 3, left: [] });
      expect(await desk.kinds(desk.ids[0] as ConversationId)).toEqual(['opened', kind, 'undone']);
    });

    it('is done once however often it is sent, and the same id does nothing else', async () => {
      const desk = await openActingLab(db);
      const id = randomUUID();
      const act = { do: 'attention', attention: 'answered' } as const;
      const twice = await Promise.all([desk.act(act, desk.ids, desk.who, id), desk.act(act, desk.ids, desk.who, id)]);
      expect(twice[0]).toEqual(twice[1]);
      expect(await desk.kinds(desk.ids[0] as ConversationId)).toEqual(['opened', 'answered']);
      await expect(desk.act(act, desk.ids.slice(1), desk.who, id)).rejects.toMatchObject({ code: 'id_taken' });
      await expect(desk.act(act, desk.ids, desk.colleague, id)).rejects.toMatchObject({ code: 'id_taken' });
    });

    it('answers a second try as it answered the first, also when it was taken back meanwhile', async () => {
      const desk = await openActingLab(db);
      const id = randomUUID();
      const act = { do: 'assign', agentId: desk.colleague.agentId } as const;
      const first = await desk.act(act, desk.ids, desk.who, id);
      const undone = await desk.undo(first.undoId);
      expect(await desk.act(act, desk.ids, desk.who, id)).toEqual(first);
      expect(await desk.undo(first.undoId)).toEqual(undone);
      expect((await desk.all()).map(({ assignee_id }) => assignee_id)).toEqual(desk.ids.map(() => null));
    });

    it('names what it leaves, with the reason', async () => {
      const desk = await openActingLab(db);
      const stranger = await openActingLab(db);
      const [ida, bo, cy] = desk.ids;
      await actOnOne(db, desk.who, ida as ConversationId, { do: 'attention', attention: 'answered' }, desk.now());
      const done = await desk.act({ do: 'resolve', resolution: 'confirmed' }, [
        ida,
        bo,
        cy,
        stranger.ids[0],
        randomUUID(),
      ] as string[]);
      expect(done.done).toBe(1);
      expect(done.left).toEqual([
        { conversationId: bo, why: expect.stringContaining('still waits') },
        { conversationId: cy, why: expect.stringContaining('still waits') },
        { conversationId: stranger.ids[0], why: expect.stringContaining('not here') },
        { conversationId: expect.any(String), why: expect.stringContaining('not here') },
      ]);
      expect(await stranger.row(stranger.ids[0] as ConversationId)).toMatchObject({ resolution: 'open' });
    });

    it('changes nothing where it is so already, and offers nothing to take back then', async () => {
      const desk = await openActingLab(db);
      expect(await desk.act({ do: 'attention', attention: 'needs_answer' })).toEqual({
        done: 0,
        left: [],
        undoId: null,
      });
    });

    it('leaves alone what lies in inboxes where one may only look, and what one does not see', async () => {
      const desk = await openActingLab(db);
      const act = { do: 'assign', agentId: null } as const;
      await desk.act({ do: 'assign', agentId: desk.colleague.agentId });
      const seeing = { ...desk.who, inboxes: new Map([[desk.inboxId, 'see' as const]]) };
      expect((await desk.act(act, desk.ids, seeing)).left.map(({ why }) => why)).toEqual(
        desk.ids.map(() => expect.stringMatching(/^You may not/)),
      );
      const blind = { ...desk.who, inboxes: new Map([[randomUUID() as InboxId, 'manage' as const]]) };
      expect((await desk.act(act, desk.ids, blind)).left.map(({ why }) => why)).toEqual(
        desk.ids.map(() => expect.stringContaining('not here')),
      );
    });

    it('gives nothing to somebody who may not see it', async () => {
      const desk = await openActingLab(db);
      await sql`update inboxes set is_restricted = true where workspace_id = ${desk.workspaceId}`.execute(db.read);
      const { done, left } = await desk.act({ do: 'assign', agentId: desk.colleague.agentId });
      expect([done, left.length]).toEqual([0, 3]);
      expect(left[0]?.why).toMatch(/^Bo may not see this inbox/);
    });

    it.each<{ what: string; act: WorkAct; code: string }>([
      { what: 'a token that says answered', act: { do: 'attention', attention: 'answered' }, code: 'needs_a_human' },
      {
        what: 'a token that says a promise was kept',
        act: { do: 'promise', for: null, words: '' },
        code: 'needs_a_human',
      },
      { what: 'an agent of nowhere', act: { do: 'assign', agentId: randomUUID() }, code: 'no_such_agent' },
      { what: 'a team of nowhere', act: { do: 'team', teamId: randomUUID() }, code: 'no_such_team' },
      { what: 'a label of nowhere', act: { do: 'label', add: [randomUUID()], remove: [] }, code: 'no_such_label' },
      {
        what: 'a snooze that is over',
        act: { do: 'snooze', until: '2020-01-01T00:00:00Z' },
        code: 'snooze_in_the_past',
      },
      {
        what: 'a promise that is over',
        act: { do: 'promise', for: '2020-01-01T00:00:00Z', words: '' },
        code: 'promise_in_the_past',
      },
      {
        what: 'no reply without a reason',
        act: { do: 'attention', attention: 'no_reply', reason: '  ' },
        code: 'needs_a_human',
      },
    ])('refuses $what', async ({ act, code }) => {
      const desk = await openActingLab(db);
      await expect(desk.act(act, desk.ids, desk.token)).rejects.toMatchObject({ code });
    });
  });
});
