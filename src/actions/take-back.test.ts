import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../test/database.ts';
import type { ConversationId } from '../core/ids.ts';
import type { Database } from '../storage/database.ts';
import { actOnOne } from './act-on-one.ts';
import { openActingLab } from './acting-lab.fixture.ts';

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  describe('taking back', () => {
    it('makes what was answered wait again since it first waited, also when it was answered by mistake twice', async () => {
      const desk = await openActingLab(db);
      const [ida] = desk.ids as [ConversationId];
      const since = (await desk.row(ida)).waiting_since;
      const { undoId } = await desk.act({ do: 'attention', attention: 'answered' }, [ida]);
      await desk.undo(undoId);
      expect(await desk.row(ida)).toMatchObject({
        attention: 'needs_answer',
        waiting_since: since,
        attention_by: null,
      });
    });

    it('touches nothing that somebody changed since, and names it', async () => {
      const desk = await openActingLab(db);
      const [ida, bo, cy] = desk.ids as [ConversationId, ConversationId, ConversationId];
      const { undoId } = await desk.act({ do: 'attention', attention: 'answered' });
      await actOnOne(db, desk.colleague, ida, { do: 'attention', attention: 'acknowledged' }, desk.now());
      await desk.receive([desk.direct('bo', 'bo-2', 'And another thing')]);
      await desk.file();
      const { undone, left } = await desk.undo(undoId);
      expect(undone).toBe(1);
      expect(left.map(({ conversationId }) => conversationId).toSorted()).toEqual([ida, bo].toSorted());
      expect(await desk.row(ida)).toMatchObject({ attention: 'acknowledged' });
      expect(await desk.row(bo)).toMatchObject({ attention: 'needs_answer' });
      expect(await desk.row(cy)).toMatchObject({ attention: 'needs_answer' });
    });

    it('takes off the label that it put on, whatever else was put on since', async () => {
      const desk = await openActingLab(db);
      const [ida] = desk.ids as [ConversationId];
      const [red, blue, old] = [await desk.label('Red'), await desk.label('Blue'), await desk.label('Old')];
      await desk.act({ do: 'label', add: [old], remove: [] }, [ida]);
      const { undoId } = await desk.act({ do: 'label', add: [red], remove: [old] }, [ida]);
      await desk.act({ do: 'label', add: [blue], remove: [] }, [ida], desk.colleague);
      expect(await desk.undo(undoId)).toEqual({ undone: 1, left: [] });
      expect((await desk.row(ida)).label_ids).toEqual([blue, old]);
    });

    it('is for whoever did it, for ten minutes', async () => {
      const desk = await openActingLab(db);
      const { undoId } = await desk.act({ do: 'assign', agentId: desk.colleague.agentId });
      await expect(desk.undo(undoId, desk.colleague)).rejects.toMatchObject({ code: 'not_yours' });
      await expect(desk.undo(undoId, desk.token)).rejects.toMatchObject({ code: 'not_yours' });
      await expect(desk.undo(randomUUID())).rejects.toMatchObject({ code: 'no_such_undo' });
      desk.pass(11 * 60_000);
      await expect(desk.undo(undoId)).rejects.toMatchObject({ code: 'too_late' });
    });

    it('lets no token answer anything by taking back that it waits', async () => {
      const desk = await openActingLab(db);
      const [ida] = desk.ids as [ConversationId];
      await actOnOne(db, desk.who, ida, { do: 'attention', attention: 'answered' }, desk.now());
      const { undoId } = await desk.act({ do: 'attention', attention: 'needs_answer' }, [ida], desk.token);
      const { undone, left } = await desk.undo(undoId, desk.token);
      expect([undone, left.length]).toEqual([0, 1]);
      expect(await desk.row(ida)).toMatchObject({ attention: 'needs_answer' });
    });
  });
});
