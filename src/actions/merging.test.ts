import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../test/database.ts';
import type { ContactId, ConversationId, TaskId, UndoId } from '../core/ids.ts';
import type { Database } from '../storage/database.ts';
import { actOnOne } from './act-on-one.ts';
import { addNote } from './add-note.ts';
import { renameContact } from './change-contact.ts';
import { addTask } from './keep-task.ts';
import { mergeConversations } from './merge-conversations.ts';
import { openMergingLab } from './merging-lab.fixture.ts';
import { setAttention } from './set-attention.ts';

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  const openThree = async () => {
    const desk = await openMergingLab(db);
    await desk.write(desk.direct('ida', 'i1', 'One'), desk.direct('bo', 'b1', 'Two'), desk.direct('cy', 'c1', 'Three'));
    return { desk, ida: await desk.of('ida'), bo: await desk.of('bo'), cy: await desk.of('cy') };
  };

  describe('merging', () => {
    it('moves all that was said, waits as the longest of them waits, and can be taken back to the last byte', async () => {
      const desk = await openMergingLab(db);
      await desk.write(desk.direct('ida', 'i1', 'Where is it?'));
      await desk.write(desk.comment('bo', 'p1', 'b1', 'Broken!'), desk.comment('bo', 'p1', 'b2', 'Hello?'));
      const [ida, bo] = [await desk.of('ida'), await desk.of('bo')];
      await addNote(
        db,
        desk.who,
        { conversationId: bo, id: randomUUID() as never, text: 'The same order' },
        desk.now(),
      );
      const task = { id: randomUUID() as TaskId, conversationId: bo, text: 'Call', assigneeId: null, dueAt: null };
      await addTask(db, desk.who, task, desk.now());
      await setAttention(db, desk.who, { conversationId: bo, attention: 'answered' }, desk.now());
      const before = await desk.dump();

      const undoId = await desk.merge(bo, ida);
      expect(await desk.texts(bo)).toEqual(['Where is it?', 'Broken!', 'Hello?', 'The same order']);
      expect(await desk.row(bo)).toMatchObject({ attention: 'needs_answer', attention_by: null, message_count: 3 });
      expect(Date.parse(String((await desk.row(bo)).waiting_since))).toBe(
        Date.parse(
          String(
            before.conversations
              .map((one) => (one as { row: { id: string; waiting_since: string } }).row)
              .find(({ id }) => id === ida)?.waiting_since,
          ),
        ),
      );
      expect(await desk.row(ida)).toMatchObject({ merged_into_id: bo, attention: null, waiting_since: null });
      expect(await desk.kinds(bo)).toContain('merged');
      expect(await desk.kinds(ida)).toContain('merged_into');

      expect(await desk.undo(undoId)).toEqual({ undone: 2, left: [] });
      expect(await desk.dump()).toEqual(before);
      expect(await desk.undo(undoId)).toEqual({ undone: 2, left: [] });
    });

    it('brings what arrives later to the whole, and gives it back to whose lane it is', async () => {
      const desk = await openMergingLab(db);
      await desk.write(desk.direct('ida', 'i1', 'Where is it?'), desk.comment('bo', 'p1', 'b1', 'Broken!'));
      const [ida, bo] = [await desk.of('ida'), await desk.of('bo')];
      await setAttention(db, desk.who, { conversationId: bo, attention: 'answered' }, desk.now());
      await setAttention(db, desk.who, { conversationId: ida, attention: 'answered' }, desk.now());
      const undoId = await desk.merge(ida, bo);
      await desk.write(desk.comment('bo', 'p1', 'b2', 'Still broken!'), desk.direct('ida', 'i2', 'And?'));
      await desk.write(desk.comment('us', 'p1', 'u1', 'We look', { parent: 'b2' }));
      expect(await desk.texts(bo)).toEqual([]);
      expect(await desk.texts(ida)).toEqual(['Where is it?', 'Broken!', 'Still broken!', 'And?', 'We look']);
      await desk.undo(undoId);
      expect(await desk.texts(bo)).toEqual(['Broken!', 'Still broken!', 'We look']);
      expect(await desk.texts(ida)).toEqual(['Where is it?', 'And?']);
      expect(await desk.row(bo)).toMatchObject({
        attention: 'needs_answer',
        message_count: 3,
        preview: 'We look',
        merged_into_id: null,
      });
      expect(await desk.row(ida)).toMatchObject({ attention: 'needs_answer', message_count: 2, preview: 'And?' });
      await desk.write(desk.comment('bo', 'p1', 'b3', 'Thanks'));
      expect(await desk.texts(bo)).toEqual(['Broken!', 'Still broken!', 'We look', 'Thanks']);
    });

    it.each([
      { order: 'the last first', first: 1, second: 0 },
      { order: 'the first first', first: 0, second: 1 },
    ])('two of them are taken back, $order, and all is as it was', async ({ first, second }) => {
      const { desk, ida, bo, cy } = await openThree();
      await setAttention(db, desk.who, { conversationId: ida, attention: 'answered' }, desk.now());
      await actOnOne(
        db,
        desk.who,
        bo,
        { do: 'promise', for: '2026-12-01T00:00:00.000Z', words: 'By December' },
        desk.now(),
      );
      const before = await desk.dump();
      const undos = [await desk.merge(ida, bo), await desk.merge(ida, cy)];
      expect(await desk.row(ida)).toMatchObject({
        attention: 'needs_answer',
        message_count: 3,
        promise: 'By December',
      });
      await desk.undo(undos[first] as UndoId);
      // The question of whoever is still in it goes on waiting.
      expect(await desk.row(ida)).toMatchObject({ attention: 'needs_answer', message_count: 2 });
      await desk.undo(undos[second] as UndoId);
      expect(await desk.dump()).toEqual(before);
    });

    it('keeps what people changed since, and names it', async () => {
      const desk = await openMergingLab(db);
      await desk.write(desk.direct('ida', 'i1', 'One'), desk.direct('bo', 'b1', 'Two'));
      const [ida, bo] = [await desk.of('ida'), await desk.of('bo')];
      await setAttention(db, desk.who, { conversationId: ida, attention: 'answered' }, desk.now());
      const undoId = await desk.merge(ida, bo);
      await setAttention(db, desk.who, { conversationId: ida, attention: 'acknowledged' }, desk.now());
      await actOnOne(db, desk.who, ida, { do: 'assign', agentId: desk.who.agentId }, desk.now());
      const { left } = await desk.undo(undoId);
      expect(left).toEqual([{ conversationId: ida, why: 'Changed by somebody since, so it stays: whether it waits.' }]);
      expect(await desk.row(ida)).toMatchObject({ attention: 'acknowledged', assignee_id: desk.who.agentId });
      expect(await desk.row(bo)).toMatchObject({ attention: 'needs_answer' });
    });

    it('of one person: what is told about them is told in the whole', async () => {
      const desk = await openMergingLab(db);
      await desk.write(desk.comment('ida', 'p0', 'c0', 'Hello'), desk.direct('ida', 'i1', 'One'));
      await desk.write(desk.comment('ida', 'p1', 'c1', 'Two'));
      const { rows } = await sql<{ id: ConversationId; contact: ContactId }>`select id, contact_id as contact
        from conversations where workspace_id = ${desk.workspaceId} order by last_message_at`.execute(db.read);
      const [whole, ...parts] = rows.map(({ id }) => id) as [ConversationId, ...ConversationId[]];
      await desk.merge(whole, ...parts);
      await renameContact(db, desk.who, rows[0]?.contact as ContactId, 'Ida Lind', desk.now());
      expect(await desk.kinds(whole)).toContain('contact_renamed');
      for (const part of parts) expect(await desk.kinds(part)).not.toContain('contact_renamed');
    });

    it('is undone from the outside in', async () => {
      const { desk, ida, bo, cy } = await openThree();
      const before = await desk.dump();
      const inner = await desk.merge(bo, cy);
      const outer = await desk.merge(ida, bo);
      await expect(desk.undo(inner)).rejects.toMatchObject({ code: 'merged_on' });
      await desk.undo(outer);
      await desk.undo(inner);
      expect(await desk.dump()).toEqual(before);
    });

    it('refuses what makes no sense, and does the same thing once', async () => {
      const { desk, ida, bo, cy } = await openThree();
      await expect(desk.merge(ida, ida)).rejects.toMatchObject({ code: 'nothing_to_merge' });
      await expect(desk.merge(ida, randomUUID() as ConversationId)).rejects.toMatchObject({
        code: 'no_such_conversation',
      });
      const id = randomUUID();
      const once = () => mergeConversations(db, desk.who, { id, into: ida, conversations: [bo] }, desk.now());
      expect(await once()).toEqual({ undoId: id });
      expect(await once()).toEqual({ undoId: id });
      expect((await desk.kinds(ida)).filter((kind) => kind === 'merged')).toHaveLength(1);
      await expect(
        mergeConversations(db, desk.who, { id, into: ida, conversations: [cy] }, desk.now()),
      ).rejects.toMatchObject({ code: 'id_taken' });
      await expect(desk.merge(cy, bo)).rejects.toMatchObject({ code: 'merged' });
      await expect(desk.merge(bo, cy)).rejects.toMatchObject({ code: 'merged' });
      await expect(
        setAttention(db, desk.who, { conversationId: bo, attention: 'answered' }, desk.now()),
      ).rejects.toMatchObject({ code: 'merged' });
      await expect(
        addNote(db, desk.who, { conversationId: bo, id: randomUUID() as never, text: 'x' }, desk.now()),
      ).rejects.toMatchObject({ code: 'merged' });
      desk.pass(31 * 24 * 3_600_000);
      await expect(desk.undo(id as UndoId)).rejects.toMatchObject({ code: 'too_late' });
      const stranger = await openMergingLab(db);
      await expect(stranger.undo(id as UndoId)).rejects.toMatchObject({ code: 'no_such_undo' });
    });

    it('neither loses nor doubles anything that is filed meanwhile', async () => {
      const desk = await openMergingLab(db);
      const people = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5'];
      await desk.write(...people.map((name) => desk.direct(name, `${name}-0`, '0')));
      const ids = await Promise.all(people.map(desk.of));
      const merging = async () => {
        for (let turn = 0; turn < 6; turn += 1) {
          const undoId = await desk.merge(ids[0] as ConversationId, ...ids.slice(1, 4));
          const other = await desk.merge(ids[4] as ConversationId, ids[5] as ConversationId);
          await desk.undo(undoId);
          if (turn < 5) await desk.undo(other);
        }
      };
      const filing = async () => {
        for (let turn = 1; turn <= 20; turn += 1) {
          await desk.receive(people.map((name) => desk.direct(name, `${name}-${turn}`, String(turn))));
          await desk.file();
        }
      };
      await Promise.all([merging(), filing(), filing()]);
      while (((await desk.balance())?.waiting ?? 0) > 0) await desk.file();
      expect(await desk.balance()).toMatchObject({ setAside: 0, waiting: 0 });
      const dump = await desk.dump();
      expect(dump.messages).toHaveLength(people.length * 21);
      for (const [index, id] of ids.entries()) {
        const texts = await desk.texts(id);
        expect([people[index], texts.length]).toEqual([people[index], index < 4 ? 21 : index === 4 ? 42 : 0]);
        expect(await desk.row(id)).toMatchObject(
          index === 5 ? { attention: null } : { attention: 'needs_answer', message_count: texts.length },
        );
      }
    });
  });
});
