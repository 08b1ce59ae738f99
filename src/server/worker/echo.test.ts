import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { openWorld, type World } from '../../../test/outgoing/world.ts';
import type { MessageEvent } from '../../core/channel/event.ts';
import type { MessageId, OutgoingId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';
import { adoptEcho } from '../../storage/outbox/adopt-echo.ts';

eachDatabase((open) => {
  let db: Database;
  let world: World;
  beforeEach(async () => {
    db ??= await open();
    world = await openWorld(db);
  });

  describe('the echo of our own message', () => {
    const echo = (to: string, text: string, more: Partial<MessageEvent> = {}): MessageEvent => ({
      kind: 'message',
      account: 'page' as never,
      id: 'echo-1' as never,
      thread: { id: to as never, kind: 'direct', reach: 'owned_private' },
      author: { kind: 'business' },
      content: { text, attachments: [] },
      sentAt: world.desk.now(),
      ...more,
    });
    const adopt = (event: MessageEvent, inbox = world.line) =>
      db.transaction((tx) => adoptEcho(tx, world.desk.workspaceId, inbox, event));

    it('is known by our mark before the network answered, and the answer then changes nothing', async () => {
      const to = await world.dora();
      let id = '' as OutgoingId;
      world.net.plan(async () => {
        await adopt(echo('t-dora', 'On its way', { mark: id, id: `n-${id}-0` as never }));
        return 'accept' as const;
      });
      id = await world.reply(to);
      await world.send();
      expect(await world.desk.messages(to.conversationId)).toHaveLength(2);
      expect(await world.message(to, id)).toMatchObject({ delivery: 'sent', external_id: `n-${id}-0` });
    });

    it('is known by its words while it is under way', async () => {
      const to = await world.dora();
      world.net.plan(() => 'accept_then_500');
      world.net.find(() => ({ kind: 'unclear', detail: 'Who knows.' }));
      const id = await world.reply(to, 'On its way ');
      expect(await adopt(echo('t-dora', 'On its way'))).toBeNull();
      await world.send();
      expect(await adopt(echo('t-dora', 'Something else'))).toBeNull();
      expect(await adopt(echo('t-dora', 'On its way'))).toMatchObject({ messageId: id });
      expect(await world.row(id)).toMatchObject({ state: 'sent', external_id: 'echo-1', awaits_person: false });
      expect(await adopt(echo('t-dora', 'On its way', { id: 'echo-2' as never }))).toBeNull();
    });

    it('that was filed as a message of its own becomes one with ours', async () => {
      const to = await world.dora();
      const id = await world.reply(to);
      const filed = newId<MessageId>();
      await db.transaction(async (tx) => {
        await tx
          .insertInto('messages')
          .values({
            workspace_id: world.desk.workspaceId,
            id: filed,
            inbox_id: world.line,
            thread_id: to.threadId,
            conversation_id: to.conversationId,
            external_id: `n-${id}-0`,
            direction: 'outbound',
            reach: 'owned_private',
            text: 'On its way',
            delivery: 'delivered',
            permalink: 'https://line.example/1',
            sent_at: world.desk.now(),
            received_at: world.desk.now(),
            identity_id: null,
            agent_id: null,
          })
          .execute();
        await tx
          .updateTable('conversations')
          .set({ message_count: 3, answered_elsewhere_at: world.desk.now() })
          .where('id', '=', to.conversationId)
          .execute();
      });
      await world.send();
      const all = await world.desk.messages(to.conversationId);
      expect(all).toHaveLength(2);
      expect(await world.message(to, id)).toMatchObject({
        external_id: `n-${id}-0`,
        delivery: 'delivered',
        permalink: 'https://line.example/1',
        agent_id: world.desk.ana.agentId,
      });
      expect(await world.desk.conversation(to.conversationId)).toMatchObject({
        message_count: 2,
        answered_elsewhere_at: null,
      });
    });

    it('of a private reply, come first, moves the talk as well', async () => {
      const to = await world.comment();
      const id = await world.reply(to, 'Sorry!', `private_reply:${to.messageId}`);
      const thread = {
        id: 'line-cy' as never,
        kind: 'direct',
        reach: 'owned_private',
        counterpart: { id: 'line-cy' as never, scope: 'page' },
      } as const;
      await adopt(echo('line-cy', 'Sorry!', { mark: id, thread }));
      expect(await world.message(to, id)).toMatchObject({
        inbox_id: world.line,
        external_id: 'echo-1',
        delivery: 'sent',
      });
      await world.send();
      expect(world.net.done).toHaveLength(0);
    });

    it('of somebody else is not ours', async () => {
      await world.reply(await world.dora());
      expect(await adopt(echo('t-dora', 'On its way', { mark: randomUUID() }))).toBeNull();
      expect(await adopt(echo('t-dora', 'On its way', { author: { kind: 'unknown' } }))).toBeNull();
    });
  });
});
