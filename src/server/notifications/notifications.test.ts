import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { seedConversations } from '../../../test/seed.ts';
import type { AgentId, ConversationId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { addNotifications, notifyAssignees, notifyOfLeft } from '../../storage/notifications/add.ts';
import { countUnread, listNotifications } from '../../storage/notifications/read.ts';
import type { NotificationList } from '../../wire/notifications.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { connect } from '../test/socket.fixture.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
type Person = Awaited<ReturnType<Desk['signIn']>>;

eachDatabase((open) => {
  let desk: Desk;
  let shop: WorkspaceId;
  let ana: Person;
  let maya: Person;
  let inboxes: readonly InboxId[];
  let ids: readonly ConversationId[];

  beforeAll(async () => {
    desk = await openDesk(await open());
    shop = await desk.makeWorkspace('shop');
    ({ inboxIds: inboxes } = await seedConversations(desk.deps.db, shop, { conversations: 4 }, NOW));
    const rows = await desk.deps.db.read
      .selectFrom('conversations')
      .select('id')
      .where('workspace_id', '=', shop)
      .orderBy('last_message_at')
      .execute();
    ids = rows.map(({ id }) => id);
    [ana, maya] = [await desk.signIn(shop, 'agent'), await desk.signIn(shop, 'agent')];
  });
  afterAll(() => desk.close());

  const ask = async (method: 'GET' | 'POST' | 'PATCH' | 'PUT', url: string, who: Person, payload?: object) => {
    const answer = await desk.http.inject({ method, url, headers: who.headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.json() };
  };
  const listOf = async (who: Person): Promise<NotificationList> => (await ask('GET', '/api/notifications', who)).body;
  const mention = (agentId: AgentId, actorId: AgentId, about: string, text = 'Look at this') =>
    desk.deps.db.transaction((tx) =>
      addNotifications(
        tx,
        shop,
        [{ agentId, kind: 'mention', conversationId: ids[0] as ConversationId, actorId, text, about }],
        NOW,
      ),
    );

  describe('notifications', () => {
    it('call the other one, once for the same thing, and nobody for what they did themselves', async () => {
      await mention(ana.agentId, maya.agentId, 'mention:1');
      await mention(ana.agentId, maya.agentId, 'mention:1', 'Look at this, please');
      await mention(maya.agentId, maya.agentId, 'mention:1');
      const { items, unread } = await listOf(ana);
      expect(items).toMatchObject([{ kind: 'mention', contactName: 'Person 1', text: 'Look at this, please' }]);
      expect(unread).toBe(1);
      expect(await listOf(maya)).toEqual({ items: [], cursor: null, unread: 0 });
    });

    it('are read one by one, by conversation or all at once, and come back when something new is said', async () => {
      const { items } = await listOf(ana);
      await ask('POST', '/api/notifications/read', maya, { ids: [items[0]?.id] });
      expect((await listOf(ana)).unread).toBe(1);
      await ask('POST', '/api/notifications/read', ana, { conversationId: ids[0] });
      expect((await listOf(ana)).unread).toBe(0);
      await mention(ana.agentId, maya.agentId, 'mention:1', 'And this');
      expect((await listOf(ana)).unread).toBe(1);
      await ask('POST', '/api/notifications/read', ana, {});
      expect((await listOf(ana)).unread).toBe(0);
    });

    it('are paged without losing or repeating one', async () => {
      for (const n of [1, 2, 3, 4, 5]) await mention(maya.agentId, ana.agentId, `page:${n}`, `Number ${n}`);
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const url: string = `/api/notifications?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
        const { body } = await ask('GET', url, maya);
        seen.push(...body.items.map(({ text }: { text: string }) => text));
        cursor = body.cursor;
      } while (cursor);
      expect(seen.toSorted()).toEqual(['Number 1', 'Number 2', 'Number 3', 'Number 4', 'Number 5']);
      expect((await ask('GET', '/api/notifications?cursor=nonsense', maya)).status).toBe(400);
    });

    it('respect what somebody does not want to be told', async () => {
      await ask('PATCH', '/api/me/preferences', ana, { notify: { mention: false } });
      await mention(ana.agentId, maya.agentId, 'mention:unwanted');
      expect((await listOf(ana)).unread).toBe(0);
      await ask('PATCH', '/api/me/preferences', ana, { notify: { mention: true } });
    });

    it('do not speak of an inbox that is not there for somebody', async () => {
      const { db } = desk.deps;
      const other = { workspaceId: shop, agentId: maya.agentId, inboxIds: inboxes.slice(0, 1) };
      const seen = await listNotifications(db.read, other, { limit: 50 });
      expect(seen.rows).toEqual([]);
      expect(await countUnread(db.read, other)).toBe(0);
    });

    it('tell the assignee of a new message, renewed by each, and not when the person is muted', async () => {
      const { db } = desk.deps;
      const id = ids[1] as ConversationId;
      await ask('PUT', `/api/conversations/${id}/assignee`, maya, { agentId: ana.agentId });
      const say = (text: string) =>
        db.transaction((tx) => notifyAssignees(tx, shop, [{ conversationId: id, text }], NOW));
      await say('Hello?');
      await say('Anybody?');
      const about = async () => (await listOf(ana)).items.filter((one) => one.conversationId === id);
      expect((await about()).map(({ kind, text }) => `${kind}: ${text}`).toSorted()).toEqual([
        'assigned: Message 2',
        'new_message: Anybody?',
      ]);
      await db.alone((tx) =>
        tx
          .updateTable('contacts')
          .set({ muted_at: NOW, muted_by: maya.agentId })
          .where('workspace_id', '=', shop)
          .execute(),
      );
      await say('HELLO???');
      expect((await about()).map(({ text }) => text)).not.toContain('HELLO???');
    });

    it('remind whoever opened something and left it, once for each opening', async () => {
      const { db } = desk.deps;
      const left = new Date(NOW.getTime() - 60_000);
      const opened = (at: Date) =>
        db.alone((tx) =>
          tx
            .updateTable('conversations')
            .set({
              opened_at: at,
              opened_by: maya.agentId,
              attention: 'needs_answer',
              waiting_since: NOW,
              snoozed_until: null,
            })
            .where('workspace_id', '=', shop)
            .where('id', '=', ids[2] as ConversationId)
            .execute(),
        );
      await opened(new Date(NOW.getTime() - 120_000));
      const look = () => db.transaction((tx) => notifyOfLeft(tx, shop, left, NOW));
      const reminders = async () => (await listOf(maya)).items.filter(({ kind }) => kind === 'opened_and_left').length;
      await look();
      await look();
      expect(await reminders()).toBe(1);
      await opened(new Date(NOW.getTime() - 90_000));
      await look();
      expect(await reminders()).toBe(2);
    });
  });

  describe('preferences', () => {
    it('are laid over each other, and a wrong one is refused in words', async () => {
      await ask('PATCH', '/api/me/preferences', ana, { quietHours: { days: [1, 2], from: '20:00', to: '07:30' } });
      const { body } = await ask('PATCH', '/api/me/preferences', ana, { sound: true });
      expect(body).toMatchObject({ sound: true, undoSeconds: 10, quietHours: { from: '20:00' } });
      const wrong = await ask('PATCH', '/api/me/preferences', ana, { timeZone: 'Mars/Olympus' });
      expect([wrong.status, wrong.body.message]).toEqual([400, expect.stringContaining('Mars/Olympus')]);
      expect((await ask('PATCH', '/api/me/preferences', ana, { undoSeconds: 900 })).status).toBe(400);
    });
  });

  describe('the line to the desk', () => {
    const present = (names: readonly string[], id = ids[0]) => ({
      type: 'presence',
      conversationId: id,
      agents: names.map((name) => expect.objectContaining({ name })),
    });

    it('tells a notice and what is left unread to every browser of that person, and to nobody else', async () => {
      const line = await connect(desk, ana.headers);
      const other = await connect(desk, maya.headers);
      await mention(ana.agentId, maya.agentId, 'mention:live', 'Now');
      expect(await line.hear('notification')).toMatchObject({
        notification: { text: 'Now' },
        unread: expect.any(Number),
      });
      await ask('POST', '/api/notifications/read', ana, {});
      expect(await line.hear('unread')).toEqual({ type: 'unread', unread: 0 });
      expect(other.all('notification')).toEqual([]);
      line.end();
      other.end();
    });

    it('shows who else is in a conversation, who types, and who left', async () => {
      const [one, two] = [await connect(desk, ana.headers), await connect(desk, maya.headers)];
      one.say({ type: 'here', conversationId: ids[0] });
      expect(await one.hear('presence')).toEqual(present([]));
      two.say({ type: 'here', conversationId: ids[0], isTyping: true });
      expect(await one.hear('presence')).toEqual(present(['agent 2']));
      expect(await two.hear('presence')).toEqual(present(['agent 1']));
      two.end();
      expect(await one.hear('presence')).toEqual(present([]));
      one.end();
    });

    it('takes rubbish, and conversations that are not here, without a word', async () => {
      const line = await connect(desk, ana.headers);
      line.sayText('not JSON');
      line.say({ type: 'here', conversationId: 'nonsense' });
      line.say({ type: 'here', conversationId: '00000000-0000-4000-8000-000000000000' });
      line.say({ type: 'here', conversationId: ids[1] });
      expect(await line.hear('presence')).toEqual(present([], ids[1]));
      line.end();
    });
  });
});
