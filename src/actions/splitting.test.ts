import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../test/database.ts';
import type { ConversationId, UndoId } from '../core/ids.ts';
import type { Database } from '../storage/database.ts';
import { addNote } from './add-note.ts';
import { openMergingLab } from './merging-lab.fixture.ts';
import { splitConversation } from './split-conversation.ts';

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  describe('splitting', () => {
    it('makes a conversation of its own, answers nothing, and can be taken back', async () => {
      const desk = await openMergingLab(db);
      await desk.write(desk.direct('ida', 'i1', 'Where is it?'));
      await desk.write(desk.direct('ida', 'i2', 'By the way, do you sell lamps?'));
      const ida = await desk.of('ida');
      const before = await desk.dump();
      const [lamps] = before.messages
        .map((one) => (one as { row: { id: string; text: string } }).row)
        .filter(({ text }) => text.includes('lamps'));
      const made = randomUUID() as ConversationId;
      const split = { id: randomUUID(), from: ida, conversationId: made, messages: [lamps?.id ?? ''] };
      desk.pass(1_000);
      expect(await splitConversation(db, desk.who, split, desk.now())).toEqual({ undoId: split.id });
      expect(await splitConversation(db, desk.who, split, desk.now())).toEqual({ undoId: split.id });
      expect(await desk.texts(ida)).toEqual(['Where is it?']);
      expect(await desk.texts(made)).toEqual(['By the way, do you sell lamps?']);
      for (const id of [ida, made])
        expect(await desk.row(id)).toMatchObject({ attention: 'needs_answer', message_count: 1 });
      expect(await desk.row(made)).toMatchObject({ preview: 'By the way, do you sell lamps?' });
      expect(Date.parse(String((await desk.row(made)).waiting_since))).toBeGreaterThan(
        Date.parse(String((await desk.row(ida)).waiting_since)),
      );
      // The line is still ida's first matter.
      await desk.write(desk.direct('ida', 'i3', 'Hello?'));
      expect(await desk.texts(ida)).toEqual(['Where is it?', 'Hello?']);
      await desk.undo(split.id as UndoId);
      expect(await desk.texts(ida)).toEqual(['Where is it?', 'By the way, do you sell lamps?', 'Hello?']);
      expect(await desk.row(ida)).toMatchObject({ attention: 'needs_answer', message_count: 3, preview: 'Hello?' });
      expect(await desk.row(made)).toMatchObject({ merged_into_id: ida });
    });

    it('gives back to the last byte what nobody touched', async () => {
      const desk = await openMergingLab(db);
      await desk.write(desk.direct('ida', 'i1', 'One'));
      await desk.write(desk.direct('ida', 'i2', 'Two'));
      const ida = await desk.of('ida');
      const before = await desk.dump();
      const second = (before.messages[1] as { row: { id: string } }).row.id;
      const made = randomUUID();
      const split = { id: randomUUID(), from: ida, conversationId: made, messages: [second] };
      await splitConversation(db, desk.who, split, desk.now());
      await desk.undo(split.id as UndoId);
      const after = await desk.dump();
      const others = after.conversations.filter((one) => (one as { row: { id: string } }).row.id !== made);
      expect({ ...after, conversations: others }).toEqual(before);
    });

    it('lets another commenter go with their lane', async () => {
      const desk = await openMergingLab(db);
      await desk.write(desk.comment('ida', 'p1', 'i1', 'Broken'), desk.comment('bo', 'p1', 'b1', 'Mine too'));
      const [ida, bo] = [await desk.of('ida'), await desk.of('bo')];
      await desk.merge(ida, bo);
      const dump = await desk.dump();
      const theirs = dump.messages
        .map((one) => (one as { row: { id: string; text: string } }).row)
        .find(({ text }) => text === 'Mine too');
      const made = randomUUID() as ConversationId;
      await splitConversation(
        db,
        desk.who,
        { id: randomUUID(), from: ida, conversationId: made, messages: [theirs?.id ?? ''] },
        desk.now(),
      );
      await desk.write(desk.comment('bo', 'p1', 'b2', 'Any news?'));
      expect(await desk.texts(made)).toEqual(['Mine too', 'Any news?']);
      expect((await desk.row(made)).contact_id).toBe((await desk.row(bo)).contact_id);
    });

    it('refuses what leaves nothing or takes nothing', async () => {
      const desk = await openMergingLab(db);
      await desk.write(desk.direct('ida', 'i1', 'One'), desk.direct('bo', 'b1', 'Two'));
      const [ida, bo] = [await desk.of('ida'), await desk.of('bo')];
      const note = randomUUID();
      await addNote(db, desk.who, { conversationId: ida, id: note as never, text: 'A note' }, desk.now());
      const messages = (await desk.dump()).messages.map(
        (one) => (one as { row: { id: string; conversation_id: string } }).row,
      );
      // Its id is by chance before or behind the others.
      const said = messages.filter(({ id }) => id !== note);
      const idOf = (conversation: string) => said.find((one) => one.conversation_id === conversation)?.id ?? '';
      const split = (...chosen: string[]) =>
        splitConversation(
          db,
          desk.who,
          { id: randomUUID(), from: ida, conversationId: randomUUID(), messages: chosen },
          desk.now(),
        );
      await expect(split(idOf(ida))).rejects.toMatchObject({ code: 'nothing_left' });
      await expect(split(note)).rejects.toMatchObject({ code: 'nothing_said' });
      await expect(split(idOf(bo))).rejects.toMatchObject({ code: 'no_such_message' });
      await expect(split(randomUUID())).rejects.toMatchObject({ code: 'no_such_message' });
    });
  });
});
