import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { openWorld } from '../../../test/outgoing/world.ts';
import { actOnOne } from '../../actions/act-on-one.ts';
import { addTask } from '../../actions/keep-task.ts';
import { resolveConversation } from '../../actions/resolve-conversation.ts';
import { setAttention } from '../../actions/set-attention.ts';
import type { Database } from '../../storage/database.ts';
import { chaseDue } from './chase.ts';
import type { WorkerDeps } from './deps.ts';

const HOUR_MS = 3_600_000;

eachDatabase((open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  const start = async () => {
    const { desk, dora } = await openWorld(db);
    const { conversationId } = await dora();
    const deps = { db, now: desk.now, signal: new AbortController().signal } as unknown as WorkerDeps;
    const notices = async () =>
      (
        await db.read.selectFrom('notifications').selectAll().where('workspace_id', '=', desk.workspaceId).execute()
      ).map(({ kind, agent_id, text }) => ({ kind, agent: agent_id, text }));
    return { desk, conversationId, chase: () => chaseDue(deps, desk.workspaceId), notices };
  };
  const later = (now: Date) => new Date(now.getTime() + HOUR_MS);

  describe('a promise that falls due unkept', () => {
    it('that nobody has calls the leads, since somebody is to keep it', async () => {
      const { desk, conversationId, chase, notices } = await start();
      const act = { do: 'promise' as const, for: later(desk.now()).toISOString(), words: 'By ten' };
      await actOnOne(db, desk.ana, conversationId, act, desk.now());
      await db.transaction((tx) =>
        tx
          .updateTable('agents')
          .set((row) => ({
            role: row.case().when('id', '=', desk.bo.agentId).then('lead').else('agent').end() as never,
          }))
          .where('workspace_id', '=', desk.workspaceId)
          .execute(),
      );
      desk.pass(HOUR_MS + 1);
      await chase();
      expect((await notices()).filter(({ kind }) => kind === 'promise_due')).toEqual([
        { kind: 'promise_due', agent: desk.bo.agentId, text: 'By ten' },
      ]);
    });

    it('waits again, awake and open, once, and stays a promise until a person says that it was kept', async () => {
      const { desk, conversationId, chase, notices } = await start();
      const due = later(desk.now());
      await actOnOne(
        db,
        desk.ana,
        conversationId,
        { do: 'promise', for: due.toISOString(), words: 'By ten' },
        desk.now(),
      );
      await actOnOne(db, desk.ana, conversationId, { do: 'assign', agentId: desk.bo.agentId }, desk.now());
      await setAttention(db, desk.ana, { conversationId, attention: 'answered' }, desk.now());
      await resolveConversation(db, desk.ana, { conversationId, resolution: 'confirmed' }, desk.now());
      await chase();
      expect(await desk.conversation(conversationId)).toMatchObject({ attention: 'answered', resolution: 'confirmed' });
      desk.pass(HOUR_MS + 1);
      await chase();
      await chase();
      expect(await desk.conversation(conversationId)).toMatchObject({
        attention: 'needs_answer',
        attention_by: null,
        waiting_since: due,
        resolution: 'open',
        promised_for: due,
      });
      expect((await desk.timeline(conversationId)).filter((kind) => kind === 'promise_due')).toHaveLength(1);
      expect((await notices()).filter(({ kind }) => kind === 'promise_due')).toEqual([
        { kind: 'promise_due', agent: desk.bo.agentId, text: 'By ten' },
      ]);
      await actOnOne(
        db,
        desk.ana,
        conversationId,
        { do: 'promise', for: later(desk.now()).toISOString(), words: 'By noon' },
        desk.now(),
      );
      desk.pass(HOUR_MS + 1);
      await chase();
      expect((await desk.timeline(conversationId)).filter((kind) => kind === 'promise_due')).toHaveLength(2);
      await actOnOne(db, desk.ana, conversationId, { do: 'promise', for: null, words: '' }, desk.now());
      expect(await desk.conversation(conversationId)).toMatchObject({ promised_for: null, attention: 'needs_answer' });
    });

    it('does not wait for less long than the customer does', async () => {
      const { desk, conversationId, chase } = await start();
      const before = await desk.conversation(conversationId);
      await actOnOne(
        db,
        desk.ana,
        conversationId,
        { do: 'promise', for: later(desk.now()).toISOString(), words: '' },
        desk.now(),
      );
      await actOnOne(
        db,
        desk.ana,
        conversationId,
        { do: 'snooze', until: new Date(desk.now().getTime() + 9 * HOUR_MS).toISOString() },
        desk.now(),
      );
      desk.pass(HOUR_MS + 1);
      await chase();
      expect(await desk.conversation(conversationId)).toMatchObject({
        waiting_since: before.waiting_since,
        snoozed_until: null,
      });
    });
  });

  it('a task that is due calls whoever has it, once', async () => {
    const { desk, conversationId, chase, notices } = await start();
    const task = {
      id: randomUUID(),
      conversationId,
      text: 'Call back',
      assigneeId: desk.bo.agentId,
      dueAt: later(desk.now()),
    };
    await addTask(db, { ...desk.bo }, task, desk.now());
    expect(await notices()).toEqual([]);
    desk.pass(HOUR_MS + 1);
    await chase();
    await chase();
    expect(await notices()).toEqual([{ kind: 'task', agent: desk.bo.agentId, text: 'Call back' }]);
  });
});
