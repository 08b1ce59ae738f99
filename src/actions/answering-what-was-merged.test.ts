import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../test/database.ts';
import { openWorld } from '../../test/outgoing/world.ts';
import type { UndoId } from '../core/ids.ts';
import type { Database } from '../storage/database.ts';
import { mergeConversations } from './merge-conversations.ts';
import { takeBack } from './take-back.ts';

eachDatabase((open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  it('reaches whoever wrote it: the line that a private reply opens is theirs, not the other person’s', async () => {
    const world = await openWorld(db);
    const { desk } = world;
    const [comment, dora] = [await world.comment(), await world.dora()];
    const merge = { id: randomUUID(), into: dora.conversationId, conversations: [comment.conversationId] };
    await mergeConversations(db, desk.ana, merge, desk.now());
    const whole = { ...comment, conversationId: dora.conversationId };
    await world.reply(whole, 'Sorry!', `private_reply:${comment.messageId}`);
    await world.send();
    const line = await db.read
      .selectFrom('identities')
      .selectAll()
      .where('external_id', '=', 'line-cy')
      .executeTakeFirstOrThrow();
    expect(line.contact_id).toBe(comment.contactId);
  });

  it('an answer on its way when a merge is taken back goes with the lane that it answers', async () => {
    const world = await openWorld(db);
    const { desk } = world;
    const [comment, dora] = [await world.comment(), await world.dora()];
    const before = await world.reply(comment, 'We look into it');
    const merge = { id: randomUUID(), into: dora.conversationId, conversations: [comment.conversationId] };
    await mergeConversations(db, desk.ana, merge, desk.now());
    const whole = { ...dora };
    const since = await world.reply(whole, 'On its way');
    await takeBack(db, desk.ana, merge.id as UndoId, desk.now());
    await world.send();
    const told = async (to: typeof dora) => (await desk.messages(to.conversationId)).map(({ text }) => text);
    expect(await told(comment)).toEqual(['Scam!', 'We look into it']);
    expect(await told(dora)).toEqual(['Where is my parcel?', 'On its way']);
    const rows = await desk.outbox();
    expect(rows.find(({ id }) => id === before)).toMatchObject({
      state: 'sent',
      conversation_id: comment.conversationId,
    });
    expect(rows.find(({ id }) => id === since)).toMatchObject({ state: 'sent', conversation_id: dora.conversationId });
  });
});
