import { beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../test/database.ts';
import type { Written } from '../../test/outgoing/desk.ts';
import { openWorld, type World } from '../../test/outgoing/world.ts';
import { waysOf } from '../core/reply/ways.ts';
import { readConversation } from '../storage/conversations/detail.ts';
import type { Database } from '../storage/database.ts';
import { readWayFacts } from '../storage/ways.ts';

eachDatabase((open) => {
  let db: Database;
  let world: World;
  let complaint: Written;
  let line: Written;
  beforeEach(async () => {
    db ??= await open();
    world = await openWorld(db);
    line = await world.desk.customerWrites(world.line, { name: 'cy', text: 'Thanks for the help last week.' });
    complaint = await world.comment();
    await db.alone((tx) =>
      tx
        .updateTable('identities')
        .set({ contact_id: complaint.contactId })
        .where('contact_id', '=', line.contactId)
        .execute(),
    );
  });
  const ways = async (of: Written) =>
    waysOf(await readWayFacts(db.read, world.desk.workspaceId, of.conversationId), world.channels, world.desk.now());
  const laneOf = async () =>
    (
      await db.read
        .selectFrom('lanes')
        .select('conversation_id')
        .where('thread_id', '=', line.threadId)
        .executeTakeFirstOrThrow()
    ).conversation_id;

  describe('a person who also wrote elsewhere', () => {
    it('is answered where they wrote unless somebody chooses the other place', async () => {
      const offered = await ways(complaint);
      expect(offered.map(({ key, isElsewhere }) => [key, isElsewhere])).toEqual([
        [`reply:${complaint.threadId}`, false],
        [`reply:${line.threadId}`, true],
        [`private_reply:${complaint.messageId}`, false],
      ]);
      expect(offered[1]?.label).toMatch(/^Private message on Line/);
    });

    it('gets the answer there, and what they answer belongs to the same talk', async () => {
      await db.alone((tx) =>
        tx
          .updateTable('conversations')
          .set({ attention: 'answered', attention_by: world.desk.ana.agentId, attention_at: world.desk.now() })
          .where('id', '=', line.conversationId)
          .execute(),
      );
      const id = await world.reply(
        complaint,
        'We wrote to you here, since it is about your order.',
        `reply:${line.threadId}`,
      );
      await world.send();
      expect(await world.message(complaint, id)).toMatchObject({ inbox_id: world.line, delivery: 'sent' });
      expect(world.net.done.map(({ act }) => act.kind === 'reply' && act.thread.id)).toEqual(['t-cy']);
      expect(await laneOf()).toBe(complaint.conversationId);
    });

    it('whose other talk still waits for us keeps it as it is', async () => {
      await world.reply(complaint, 'We are on it.', `reply:${line.threadId}`);
      expect(await laneOf()).toBe(line.conversationId);
      const waiting = await world.desk.conversation(line.conversationId);
      expect(waiting.attention).toBe('needs_answer');
    });

    it('whose other talk waits shows there what we asked on the same line: that is what they may be answering', async () => {
      await world.reply(complaint, 'Please tell us your order number.', `reply:${line.threadId}`);
      const seen = async (of: Written) => {
        const detail = await readConversation(db.read, world.desk.workspaceId, of.conversationId);
        return detail?.messages.map((one) => [one.text, one.conversationId === of.conversationId]);
      };
      expect(await seen(line)).toEqual([
        ['Thanks for the help last week.', true],
        ['Please tell us your order number.', false],
      ]);
      // What they wrote on that line before belongs to the other talk alone.
      expect(await seen(complaint)).not.toContainEqual(['Thanks for the help last week.', false]);
    });

    it('is not offered an inbox that was taken off the desk', async () => {
      await db.alone((tx) =>
        tx.updateTable('inboxes').set({ removed_at: new Date() }).where('id', '=', world.line).execute(),
      );
      expect((await ways(complaint)).some(({ isElsewhere }) => isElsewhere)).toBe(false);
    });
  });
});
