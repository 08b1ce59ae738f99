import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type OutgoingDesk, openOutgoingDesk, type Written } from '../../../test/outgoing/desk.ts';
import type { InboxId, MessageId } from '../../core/ids.ts';
import type { Database } from '../database.ts';
import { insertMessages, type NewMessage } from '../filing/messages.ts';
import { newId } from '../new-id.ts';
import { addTimelineEvents } from '../timeline.ts';
import { addHook, updateHook } from './rows.ts';

eachDatabase((open) => {
  let db: Database;
  let desk: OutgoingDesk;
  let inboxId: InboxId;
  let talk: Written;
  let hook: string;
  beforeAll(async () => {
    db = await open();
  });
  beforeEach(async () => {
    desk = await openOutgoingDesk(db);
    inboxId = await desk.addInbox('square');
    talk = await desk.customerWrites(inboxId, { name: 'Ida', text: 'Where?' });
    hook = newId();
    const events = ['message.received', 'message.sent', 'conversation.opened'];
    const row = { id: hook, name: 'x', url: 'https://x.example', events, sealed: Buffer.of(1), createdBy: null };
    await db.transaction((tx) => addHook(tx, desk.workspaceId, row, 5, desk.now()));
  });

  const message = (more: Partial<NewMessage> = {}): NewMessage => ({
    id: newId<MessageId>(),
    inboxId,
    threadId: talk.threadId,
    conversationId: talk.conversationId,
    identityId: null,
    externalId: newId(),
    worldId: null,
    parentExternalId: null,
    mark: null,
    direction: 'inbound',
    reach: 'owned_private',
    text: 'Hello?',
    content: {},
    search: '',
    language: null,
    understood: null,
    automatic: null,
    isHistory: false,
    isPartial: false,
    remote: null,
    permalink: null,
    sentAt: desk.now(),
    receivedAt: desk.now(),
    ledgerId: 1,
    ...more,
  });
  const told = async () => {
    const { rows } = await sql<{ event: string; message: MessageId | null }>`
      select event, message_id as message from hook_deliveries where workspace_id = ${desk.workspaceId} order by position`.execute(
      db.read,
    );
    return rows;
  };
  const file = (...messages: readonly NewMessage[]) =>
    db.transaction((tx) => insertMessages(tx, desk.workspaceId, messages));

  it('tells of what is filed, once, and not of history or of what stands in no conversation', async () => {
    const said = message();
    const ours = message({ direction: 'outbound' });
    await file(said, ours, message({ isHistory: true }), message({ conversationId: null }));
    await file({ ...said, id: newId<MessageId>() });
    expect(await told()).toEqual([
      { event: 'message.received', message: said.id },
      { event: 'message.sent', message: ours.id },
    ]);
  });

  it('is there with what it tells of, or not at all', async () => {
    await expect(
      db.transaction(async (tx) => {
        await insertMessages(tx, desk.workspaceId, [message()]);
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
    expect(await told()).toEqual([]);
  });

  it('tells of moments in the life of a conversation that were chosen', async () => {
    const moment = {
      conversationId: talk.conversationId,
      at: desk.now(),
      actorKind: 'contact' as const,
      actorId: null,
    };
    await db.transaction((tx) =>
      addTimelineEvents(tx, desk.workspaceId, [
        { ...moment, kind: 'opened', detail: { isHistory: false } },
        { ...moment, kind: 'opened', detail: { isHistory: true } },
        { ...moment, kind: 'snoozed' },
        { ...moment, kind: 'answered' },
      ]),
    );
    expect((await told()).map(({ event }) => event)).toEqual(['conversation.opened']);
    expect(await desk.timeline(talk.conversationId)).toHaveLength(4);
  });

  it('writes down nothing while the webhook is off', async () => {
    await db.transaction((tx) => updateHook(tx, desk.workspaceId, hook, { isOn: false }));
    await file(message());
    expect(await told()).toEqual([]);
  });
});
