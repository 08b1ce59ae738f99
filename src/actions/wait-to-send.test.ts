import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../test/database.ts';
import type { Written } from '../../test/outgoing/desk.ts';
import { openWorld, type World } from '../../test/outgoing/world.ts';
import type { MediaId, OutgoingId } from '../core/ids.ts';
import { readSeq } from '../storage/changes.ts';
import { readDrafts } from '../storage/composing/drafts.ts';
import type { Database } from '../storage/database.ts';
import { addUpload } from '../storage/media-reading.ts';
import { newId } from '../storage/new-id.ts';
import { cancelOutgoing } from './cancel-outgoing.ts';
import { moveScheduled } from './move-scheduled.ts';
import { requirePerson } from './require-person.ts';
import { retryOutgoing } from './retry-outgoing.ts';
import { type ReplyInput, sendReply } from './send-reply.ts';
import type { Who } from './who.ts';

const HOUR = 3_600_000;

eachDatabase((open) => {
  let db: Database;
  let world: World;
  beforeEach(async () => {
    db ??= await open();
    world = await openWorld(db);
  });

  const later = (ms: number) => new Date(world.desk.now().getTime() + ms).toISOString();
  async function reply(to: Written, more: Partial<ReplyInput> = {}, who: Who = world.desk.ana): Promise<OutgoingId> {
    const id = randomUUID();
    const input: ReplyInput = {
      conversationId: to.conversationId,
      id,
      way: `reply:${to.threadId}`,
      text: 'It is on its way.',
      attachments: [],
      readAtSeq: await readSeq(db.read, world.desk.workspaceId),
      sendAnyway: false,
      thenMark: 'answered',
      ...more,
    };
    await sendReply(db, world.channels, who, input, world.desk.now());
    return id as OutgoingId;
  }
  const conversation = (to: Written) => world.desk.conversation(to.conversationId);
  const drafts = (to: Written, who: Who = world.desk.ana) =>
    readDrafts(db.read, { ...requirePerson(who), conversationId: to.conversationId });
  /** It stands where it was said, and was the first that was said. */
  const countsSince = async (to: Written, id: OutgoingId, at: number) => {
    expect((await world.message(to, id))?.sent_at.getTime()).toBeGreaterThanOrEqual(at);
    const { first_response_at, first_response_by, last_outbound_at } = await conversation(to);
    expect(first_response_by).toBe(world.desk.ana.agentId);
    for (const one of [first_response_at, last_outbound_at]) expect(one?.getTime()).toBeGreaterThanOrEqual(at);
  };
  const isTried = (id: OutgoingId) => async () => !['queued', 'sending'].includes((await world.row(id))?.state ?? '');

  describe('an answer that can be taken back', () => {
    it('waits, and leaves nothing behind but its words with whoever wrote them', async () => {
      const to = await world.dora();
      const before = await conversation(to);
      world.desk.pass(5_000);
      const id = await reply(to, { holdSeconds: 10 });
      expect(await conversation(to)).toMatchObject({ attention: 'answered', message_count: 2 });
      await world.send(async () => true);
      expect(world.net.done).toHaveLength(0);
      await cancelOutgoing(db, world.desk.ana, id, world.desk.now());
      const { changed_seq: _, triage_at: ___, ...after } = await conversation(to);
      const { changed_seq: __, triage_at: ____, ...was } = before;
      expect(after).toEqual(was);
      expect(await world.message(to, id)).toBeUndefined();
      expect(await drafts(to)).toMatchObject([
        { kind: 'reply', way: `reply:${to.threadId}`, text: 'It is on its way.' },
      ]);
      expect(await world.desk.timeline(to.conversationId)).toContain('reply_taken_back');
      await world.send();
      expect(world.net.done).toHaveLength(0);
    });

    it('gives its pictures back with it, and what they show', async () => {
      const to = await world.dora();
      const picture = newId<MediaId>();
      const upload = {
        id: picture,
        name: 'seam.png',
        mimeType: 'image/png',
        sizeBytes: 9,
        sha256: 'x',
        uploadedBy: null,
      };
      await db.alone((tx) => addUpload(tx, world.desk.workspaceId, upload, world.desk.now()));
      const said = { attachments: [picture], alts: { [picture]: 'A torn seam' }, holdSeconds: 10 };
      const id = await reply(to, said);
      expect((await world.row(id))?.payload).toMatchObject({ content: { attachments: [{ alt: 'A torn seam' }] } });
      await cancelOutgoing(db, world.desk.ana, id, world.desk.now());
      expect(await drafts(to)).toMatchObject([
        { attachments: [{ id: picture, name: 'seam.png', alt: 'A torn seam' }] },
      ]);
      await reply(to, said);
    });

    it('is not sent by the second try of a browser that had not heard of the first', async () => {
      const to = await world.dora();
      const id = await reply(to, { holdSeconds: 10 });
      await cancelOutgoing(db, world.desk.ana, id, world.desk.now());
      await reply(to, { id, holdSeconds: 10 });
      expect(await world.row(id)).toMatchObject({ state: 'cancelled' });
    });

    it('goes out when its seconds are over, also after a restart', async () => {
      const to = await world.dora();
      const id = await reply(to, { holdSeconds: 10 });
      world.desk.pass(11_000);
      await world.send();
      expect(await world.row(id)).toMatchObject({ state: 'sent' });
      await expect(cancelOutgoing(db, world.desk.ana, id, world.desk.now())).rejects.toMatchObject({
        code: 'already_done',
      });
    });

    it('keeps its place before what is said after it', async () => {
      const to = await world.dora();
      const first = await reply(to, { holdSeconds: 10, text: 'One' });
      world.desk.pass(1_000);
      await reply(to, { text: 'Two', sendAnyway: true });
      await world.send(async () => true);
      expect(world.net.done).toHaveLength(0);
      world.desk.pass(10_000);
      await world.send();
      expect(world.net.done.map(({ act }) => act.id)[0]).toBe(first);
      expect(world.net.done).toHaveLength(2);
    });

    it('leaves what happened meanwhile as it is', async () => {
      const to = await world.dora();
      const id = await reply(to, { holdSeconds: 10 });
      world.desk.pass(2_000);
      await world.desk.writesAgain(to, 'Hello?');
      await cancelOutgoing(db, world.desk.ana, id, world.desk.now());
      expect(await conversation(to)).toMatchObject({ attention: 'needs_answer' });
    });

    it('gives the words back above what was begun meanwhile', async () => {
      const to = await world.dora();
      const id = await reply(to, { holdSeconds: 10 });
      const second = await reply(to, { holdSeconds: 10, text: 'And thanks!', sendAnyway: true });
      await cancelOutgoing(db, world.desk.ana, second, world.desk.now());
      await cancelOutgoing(db, world.desk.bo, id, world.desk.now());
      expect(await drafts(to)).toMatchObject([{ text: 'It is on its way.\n\nAnd thanks!' }]);
      expect(await drafts(to, world.desk.bo)).toEqual([]);
      expect((await conversation(to)).attention).toBe('needs_answer');
    });
  });

  describe('an answer for later', () => {
    it('leaves at its time, counts from then, and holds up nothing', async () => {
      const to = await world.dora();
      const id = await reply(to, { sendAt: later(2 * HOUR) });
      expect(await conversation(to)).toMatchObject({ attention: 'answered', first_response_at: null });
      const now = await reply(to, { text: 'At once', sendAnyway: true });
      await world.send(isTried(now));
      expect(world.net.done.map(({ act }) => act.id)).toEqual([now]);
      world.desk.pass(2 * HOUR);
      await world.send();
      expect(await world.row(id)).toMatchObject({ state: 'sent' });
      expect((await world.message(to, id))?.sent_at.getTime()).toBeGreaterThan(world.desk.now().getTime() - 130_000);
    });

    it.each([
      { when: 'in the past', ms: -1_000, code: 'in_the_past' },
      { when: 'in two years', ms: 2 * 365 * 24 * HOUR, code: 'too_far_off' },
      { when: 'when the window is closed', ms: 8 * 24 * HOUR, code: 'closed_by_then' },
    ])('is refused $when', async ({ ms, code }) => {
      const to = await world.dora();
      await expect(reply(to, { sendAt: later(ms) })).rejects.toMatchObject({ code });
      const id = await reply(to, { sendAt: later(HOUR) });
      const move = { id, sendAt: new Date(later(ms)) };
      await expect(moveScheduled(db, world.channels, world.desk.bo, move, world.desk.now())).rejects.toMatchObject({
        code,
      });
    });

    it('says when the window closes', async () => {
      const to = await world.dora();
      await expect(reply(to, { sendAt: later(8 * 24 * HOUR) })).rejects.toMatchObject({
        message: expect.stringContaining('2026-11-29 12:00 UTC'),
        details: { closesAt: '2026-11-29T12:00:00.000Z' },
      });
    });

    it('can be moved, and sent at once', async () => {
      const to = await world.dora();
      const id = await reply(to, { sendAt: later(HOUR) });
      const move = { id, sendAt: new Date(later(3 * HOUR)) };
      const moved = await moveScheduled(db, world.channels, world.desk.bo, move, world.desk.now());
      expect(moved.scheduledFor).toEqual(move.sendAt);
      world.desk.pass(HOUR / 2);
      const at = world.desk.now().getTime();
      await retryOutgoing(db, world.channels, world.desk.ana, id, world.desk.now());
      await world.send();
      expect(await world.row(id)).toMatchObject({ state: 'sent', scheduled_for: null });
      await countsSince(to, id, at);
      await expect(moveScheduled(db, world.channels, world.desk.ana, move, world.desk.now())).rejects.toMatchObject({
        code: 'not_scheduled',
      });
    });

    it.each([
      {
        who: 'the person wrote again',
        wrote: (to: Written) => world.desk.writesAgain(to, 'Never mind'),
        says: 'They wrote again',
      },
      {
        who: 'a colleague answered',
        wrote: async (to: Written) => {
          await reply(to, { text: 'Done', sendAnyway: true }, world.desk.bo);
          await world.send(async () => world.net.done.length === 1);
        },
        says: 'Bo answered',
      },
    ])('is held back and asks when $who', async ({ wrote, says }) => {
      const to = await world.dora();
      const id = await reply(to, { sendAt: later(HOUR) });
      world.desk.pass(60_000);
      await wrote(to);
      world.desk.pass(HOUR);
      await world.send(isTried(id));
      expect(world.net.done.map(({ act }) => act.id)).not.toContain(id);
      expect(await world.row(id)).toMatchObject({
        state: 'failed',
        refusal: 'held_back',
        detail: expect.stringContaining(says),
      });
      expect((await conversation(to)).attention).toBe('needs_answer');
      expect(await world.desk.timeline(to.conversationId)).toContain('reply_held_back');
      const at = world.desk.now().getTime();
      await retryOutgoing(db, world.channels, world.desk.ana, id, world.desk.now());
      await world.send();
      expect(await world.row(id)).toMatchObject({ state: 'sent' });
      expect((await world.message(to, id))?.sent_at.getTime()).toBeGreaterThanOrEqual(at);
    });

    it('that was held back can be taken back into a draft', async () => {
      const to = await world.dora();
      const id = await reply(to, { sendAt: later(HOUR) });
      world.desk.pass(60_000);
      await world.desk.writesAgain(to, 'Never mind');
      world.desk.pass(HOUR);
      await world.send(isTried(id));
      await cancelOutgoing(db, world.desk.ana, id, world.desk.now());
      expect(await drafts(to)).toMatchObject([{ text: 'It is on its way.' }]);
      expect(await world.message(to, id)).toBeUndefined();
    });

    it('of a machine cannot be taken back within seconds, and waits for nothing', async () => {
      const to = await world.dora();
      const id = await reply(to, { holdSeconds: 30 }, world.desk.token);
      await world.send();
      expect(await world.row(id)).toMatchObject({ state: 'sent' });
    });
  });
});
