import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../test/database.ts';
import { openWorld } from '../../test/outgoing/world.ts';
import type { ConversationId, OutgoingId, UndoId } from '../core/ids.ts';
import { readSeq } from '../storage/changes.ts';
import type { Database } from '../storage/database.ts';
import { claimToSend } from '../storage/outbox/claim.ts';
import { cancelOutgoing } from './cancel-outgoing.ts';
import { mergeConversations } from './merge-conversations.ts';
import { openMergingLab } from './merging-lab.fixture.ts';
import { moveScheduled } from './move-scheduled.ts';
import { saveDraft } from './save-draft.ts';
import { sendReply } from './send-reply.ts';
import { takeBack } from './take-back.ts';

const HOUR = 3_600_000;

/** Of what was done at the same moment, what came of it: `ok`, or the code of the refusal. */
async function atOnce(...acts: readonly (() => Promise<unknown>)[]): Promise<readonly string[]> {
  const settled = await Promise.allSettled(acts.map((act) => act()));
  return settled.map((one) =>
    one.status === 'fulfilled' ? 'ok' : String((one.reason as { code?: unknown }).code ?? one.reason),
  );
}

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  describe('at the same moment', () => {
    it('one merged into another, and that one into it: one of them is, and nothing is lost', async () => {
      const desk = await openMergingLab(db);
      await desk.write(desk.direct('ida', 'i1', 'Here'), desk.direct('bo', 'b1', 'There'));
      const [ida, bo] = [await desk.of('ida'), await desk.of('bo')];
      const merge = (into: ConversationId, part: ConversationId) => () =>
        mergeConversations(db, desk.who, { id: randomUUID(), into, conversations: [part] }, desk.now());
      expect([...(await atOnce(merge(ida, bo), merge(bo, ida)))].sort()).toEqual(['merged', 'ok']);
      const rows = [await desk.row(ida), await desk.row(bo)];
      expect(rows.filter(({ merged_into_id }) => merged_into_id === null)).toHaveLength(1);
      const whole = rows[0]?.merged_into_id === null ? ida : bo;
      expect([...(await desk.texts(whole))].sort()).toEqual(['Here', 'There']);
    });

    it('one merge taken back twice is taken back once', async () => {
      const desk = await openMergingLab(db);
      await desk.write(desk.direct('ida', 'i1', 'Here'), desk.direct('bo', 'b1', 'There'));
      const [ida, bo] = [await desk.of('ida'), await desk.of('bo')];
      const undoId = await desk.merge(ida, bo);
      const back = () => takeBack(db, desk.who, undoId as UndoId, desk.now());
      expect(await atOnce(back, back, back)).toEqual(['ok', 'ok', 'ok']);
      expect(await desk.texts(ida)).toEqual(['Here']);
      expect((await desk.kinds(ida)).filter((kind) => kind === 'unmerged')).toEqual(['unmerged']);
    });

    it('taken back while the sender takes it: either it is a draft again, or it is on its way', async () => {
      const world = await openWorld(db);
      const { desk, channels } = world;
      const to = await world.dora();
      for (let turn = 0; turn < 8; turn += 1) {
        const id = randomUUID() as OutgoingId;
        const { conversationId } = to;
        const readAtSeq = await readSeq(db.read, desk.workspaceId);
        const way = `reply:${to.threadId}`;
        const input = { id, conversationId, way, text: `Turn ${turn}`, attachments: [], readAtSeq, holdSeconds: 10 };
        const wish = { ...input, sendAnyway: true, thenMark: 'answered' as const };
        const send = () => sendReply(db, channels, desk.ana, wish, desk.now());
        expect(await atOnce(send, send, send)).toEqual(['ok', 'ok', 'ok']);
        desk.pass(11_000);
        const { rows } = await sql<{ inbox_id: never }>`select inbox_id from outbox
          where workspace_id = ${desk.workspaceId} and id = ${id}`.execute(db.read);
        expect(rows).toHaveLength(1);
        const inboxId = rows[0]?.inbox_id as never;
        const claim = { inboxId, limit: 9, leaseUntil: new Date(desk.now().getTime() + HOUR), now: desk.now() };
        let claimed: readonly string[] = [];
        const [cancelled] = await atOnce(
          () => cancelOutgoing(db, desk.ana, id, desk.now()),
          async () => {
            const acts = await db.transaction((tx) => claimToSend(tx, desk.workspaceId, claim));
            claimed = acts.map((act) => act.id);
          },
        );
        expect([cancelled, claimed.includes(id)]).toEqual(cancelled === 'ok' ? ['ok', false] : ['being_sent', true]);
        expect(Boolean(await world.message(to, id))).toBe(claimed.includes(id));
        if (claimed.includes(id))
          await sql`update outbox set state = 'sent', lease_until = null where workspace_id = ${desk.workspaceId} and id = ${id}`.execute(
            db.read,
          );
      }
    });

    it('put off while its time comes: it leaves once, then or later', async () => {
      const world = await openWorld(db);
      const { desk, channels } = world;
      const to = await world.dora();
      const id = randomUUID() as OutgoingId;
      const at = (ms: number) => new Date(desk.now().getTime() + ms);
      const readAtSeq = await readSeq(db.read, desk.workspaceId);
      const input = { id, conversationId: to.conversationId, way: `reply:${to.threadId}`, text: 'Later' };
      const wish = { ...input, attachments: [], readAtSeq, sendAnyway: true, sendAt: at(HOUR).toISOString() };
      await sendReply(db, channels, desk.ana, { ...wish, thenMark: 'nothing' }, desk.now());
      desk.pass(HOUR + 1_000);
      const { inboxId } = (await db.read
        .selectFrom('outbox')
        .select('inbox_id as inboxId')
        .where('workspace_id', '=', desk.workspaceId)
        .where('id', '=', id)
        .executeTakeFirst()) ?? { inboxId: '' as never };
      let claimed = 0;
      const [moved] = await atOnce(
        () => moveScheduled(db, channels, desk.ana, { id, sendAt: at(HOUR) }, desk.now()),
        async () => {
          const claim = { inboxId, limit: 9, leaseUntil: at(HOUR), now: desk.now() };
          claimed = (await db.transaction((tx) => claimToSend(tx, desk.workspaceId, claim))).length;
        },
      );
      expect([moved, claimed]).toEqual(moved === 'ok' ? ['ok', 0] : ['not_scheduled', 1]);
    });

    it('two devices that go on with one draft: one of them hears of the other', async () => {
      const world = await openWorld(db);
      const { desk } = world;
      const { conversationId } = await world.dora();
      const words = { kind: 'reply' as const, way: null, subject: null, attachments: [], alts: {} };
      const save = (text: string, onVersion: number) => () =>
        saveDraft(db, desk.ana, { conversationId, words: { ...words, text }, onVersion }, (draft) => draft, desk.now());
      await save('Begun', 0)();
      expect([...(await atOnce(save('On the phone', 1), save('At the desk', 1)))].sort()).toEqual([
        'draft_moved',
        'ok',
      ]);
    });
  });
});
