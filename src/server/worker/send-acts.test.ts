import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { Written } from '../../../test/outgoing/desk.ts';
import { openWorld, type World } from '../../../test/outgoing/world.ts';
import { actOnMessage } from '../../actions/act-on-message.ts';
import { publishPost } from '../../actions/publish-post.ts';
import type { MessageId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';

eachDatabase((open) => {
  let db: Database;
  let world: World;
  beforeEach(async () => {
    db ??= await open();
    world = await openWorld(db);
  });

  describe('a private reply to a comment', () => {
    it('moves the talk: the line it opens belongs to the same conversation and the same person', async () => {
      const to = await world.comment();
      const id = await world.reply(to, 'Sorry!', `private_reply:${to.messageId}`);
      await world.send();
      const ours = await world.message(to, id);
      const thread = await db.read
        .selectFrom('threads')
        .selectAll()
        .where('inbox_id', '=', world.line)
        .where('external_id', '=', 'line-cy')
        .executeTakeFirstOrThrow();
      expect(ours).toMatchObject({
        delivery: 'sent',
        inbox_id: world.line,
        thread_id: thread.id,
        reach: 'owned_private',
      });
      const lane = await db.read
        .selectFrom('lanes')
        .selectAll()
        .where('thread_id', '=', thread.id)
        .executeTakeFirstOrThrow();
      expect(lane).toMatchObject({ lane: thread.id, conversation_id: to.conversationId });
      const person = await db.read
        .selectFrom('identities')
        .selectAll()
        .where('id', '=', thread.counterpart_id!)
        .executeTakeFirstOrThrow();
      expect(person).toMatchObject({
        contact_id: to.contactId,
        channel: 'line',
        external_id: 'line-cy',
        scope: 'page',
      });
    });

    it('joins the person whom the echo had made of the mere id', async () => {
      const to = await world.comment();
      const id = await world.reply(to, 'Sorry!', `private_reply:${to.messageId}`);
      const stranger = newId<typeof to.contactId>();
      const key = { workspace_id: world.desk.workspaceId };
      await db.transaction(async (tx) => {
        await tx
          .insertInto('contacts')
          .values({ ...key, id: stranger, name: '', avatar_url: null, language: null, created_at: world.desk.now() })
          .execute();
        await tx
          .insertInto('identities')
          .values({
            ...key,
            id: newId(),
            contact_id: stranger,
            channel: 'line',
            scope: 'page',
            external_id: 'line-cy',
            name: null,
            handle: null,
            avatar_url: null,
            followers: null,
            looked_up_at: null,
            created_at: world.desk.now(),
          })
          .execute();
      });
      await world.send();
      expect(await world.message(to, id)).toMatchObject({ delivery: 'sent', inbox_id: world.line });
      const people = await db.read
        .selectFrom('identities')
        .select('contact_id')
        .where('workspace_id', '=', world.desk.workspaceId)
        .where('external_id', '=', 'line-cy')
        .execute();
      expect(people).toEqual([{ contact_id: to.contactId }]);
      expect(await db.read.selectFrom('contacts').select('id').where('id', '=', stranger).execute()).toEqual([]);
    });
  });

  describe('what is done to a message', () => {
    const original = async (to: Written) =>
      (await world.desk.messages(to.conversationId)).find(({ id }) => id === to.messageId);
    const ourReactions = (target: string) =>
      db.read
        .selectFrom('reactions')
        .select(['reaction', 'removed_at'])
        .where('workspace_id', '=', world.desk.workspaceId)
        .where('target_external_id', '=', target)
        .where('by_external_id', '=', 'business')
        .execute();

    it('shows at once, can be undone with what the network gave, and is kept in the log where it must be', async () => {
      const to = await world.comment();
      const target = (await original(to))?.external_id ?? '';
      const like = await world.act(to, 'like');
      await world.act(to, 'hide', { reason: 'Insults others' });
      await world.send();
      expect(await ourReactions(target)).toEqual([{ reaction: '👍', removed_at: null }]);
      expect((await original(to))?.hidden_at).not.toBeNull();
      const audit = await db.read
        .selectFrom('audit_log')
        .selectAll()
        .where('workspace_id', '=', world.desk.workspaceId)
        .execute();
      expect(audit).toMatchObject([
        { act: 'message.hide', target: to.messageId, detail: { reason: 'Insults others' } },
      ]);
      await world.act(to, 'unlike');
      await world.act(to, 'unhide');
      await world.send();
      expect(world.net.done.find(({ act: one }) => one.kind === 'unlike')?.act).toMatchObject({
        undo: { uri: `n-${like}-0` },
      });
      expect((await ourReactions(target))[0]?.removed_at).not.toBeNull();
      expect((await original(to))?.hidden_at).toBeNull();
      expect((await world.desk.conversation(to.conversationId)).attention).toBe('needs_answer');
    });

    it('changes and deletes what we said, after it was said', async () => {
      const to = await world.comment();
      const id = await world.reply(to, 'Sory');
      await expect(
        world.act(to, 'edit', { messageId: id as string as MessageId, text: 'Sorry' }),
      ).rejects.toMatchObject({
        code: 'not_on_network',
      });
      await world.send();
      await world.act(to, 'edit', { messageId: id as string as MessageId, text: 'Sorry' });
      await world.send();
      expect(await world.message(to, id)).toMatchObject({ text: 'Sorry' });
      await world.act(to, 'delete', { messageId: id as string as MessageId });
      await world.send();
      const gone = await world.message(to, id);
      expect(gone).toMatchObject({ text: '' });
      expect(gone?.deleted_at).not.toBeNull();
    });

    it.each([
      { what: 'hiding without a reason', kind: 'hide', code: 'reason_missing' },
      { what: 'deleting what a customer wrote', kind: 'delete', code: 'not_possible' },
      { what: 'editing what a customer wrote', kind: 'edit', code: 'not_possible' },
    ] as const)('refuses $what', async ({ kind, code }) => {
      await expect(world.act(await world.comment(), kind, { text: 'x' })).rejects.toMatchObject({ code });
    });

    it('refuses what somebody is not allowed to do', async () => {
      const to = await world.comment();
      const bo = { ...world.desk.bo, acts: ['messages.send' as const] };
      const hide = { messageId: to.messageId, id: randomUUID(), kind: 'hide' as const, reason: 'x' };
      expect(() => actOnMessage(db, world.channels, bo, hide, world.desk.now())).toThrow(/may not hide messages/);
    });
  });

  it('publishes a post that gives its thread a context', async () => {
    const input = { id: randomUUID(), inboxId: world.square, text: 'Autumn is here', attachments: [] };
    const made = await publishPost(db, world.channels, world.desk.ana, input, world.desk.now());
    expect(await publishPost(db, world.channels, world.desk.ana, input, world.desk.now())).toEqual(made);
    await world.send();
    const post = await db.read
      .selectFrom('posts')
      .innerJoin('threads', (join) => join.onRef('threads.id', '=', 'posts.thread_id'))
      .select(['posts.content', 'posts.is_ours', 'threads.external_id'])
      .where('threads.inbox_id', '=', world.square)
      .execute();
    expect(post).toMatchObject([
      { is_ours: true, external_id: world.net.done[0]?.name, content: { text: 'Autumn is here' } },
    ]);
    await expect(
      publishPost(
        db,
        world.channels,
        world.desk.ana,
        { ...input, id: randomUUID(), inboxId: world.line },
        world.desk.now(),
      ),
    ).rejects.toMatchObject({ code: 'not_possible' });
  });
});
