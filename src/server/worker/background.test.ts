import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type OutgoingDesk, openOutgoingDesk } from '../../../test/outgoing/desk.ts';
import { snoozeConversation } from '../../actions/snooze-conversation.ts';
import type { Connector } from '../../core/channel/connector.ts';
import type { IdentityId, InboxId, MediaId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { newId } from '../../storage/new-id.ts';
import { storableJson } from '../../storage/rows.ts';
import { createMediaFolder } from '../media/media-folder.ts';
import { startLookUps } from './look-ups.ts';
import { startMediaFetcher } from './media-fetcher.ts';
import { type Part, runPart } from './run-part.fixture.ts';
import { startTimers } from './timers.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

eachDatabase((open) => {
  let db: Database;
  let desk: OutgoingDesk;
  let square: InboxId;
  let folder: string;
  let origin: string;
  const server = createServer((request, response) => {
    const isShut = request.url === '/guarded' && request.headers.authorization !== 'Bearer good';
    response.writeHead(request.url === '/gone' ? 404 : isShut ? 500 : 200, { 'content-type': 'image/png' }).end(PNG);
  });
  beforeAll(async () => {
    db = await open();
    folder = await mkdtemp(join(tmpdir(), 'earshot-media-'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    // The worker serves all workspaces: those of earlier tests are to rest.
    await db.alone((tx) => tx.updateTable('inboxes').set({ removed_at: new Date() }).execute());
    desk = await openOutgoingDesk(db, new Date());
    square = await desk.addInbox('square');
  });

  const running = (start: Part, connector: Partial<Connector>, check: () => Promise<void>) =>
    runPart(start, { db, now: () => desk.now(), media: createMediaFolder(folder), connector }, check);
  const until = (check: () => Promise<unknown>) => expect.poll(check, { timeout: 20_000, interval: 10 });
  const comment = (more: { externalId?: string; name?: string } = {}) =>
    desk.customerWrites(square, { name: 'cy', text: 'Scam!', reach: 'owned_public', place: 'post-1', ...more });

  describe('files that customers sent', () => {
    const want = async (
      messageId: MessageId,
      from: { url?: string; ask?: string; part?: number; ledgerId?: number },
    ) => {
      const id = newId<MediaId>();
      const { url = null, ask = null, part = null, ledgerId = null } = from;
      await db.alone((tx) =>
        tx
          .insertInto('media')
          .values({
            workspace_id: desk.workspaceId,
            id,
            message_id: messageId,
            inbox_id: square,
            url,
            ask,
            part,
            ledger_id: ledgerId,
            state: 'wanted',
            not_before: desk.now(),
            created_at: desk.now(),
          })
          .execute(),
      );
      return id;
    };
    const row = (id: MediaId) => db.read.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const fetching = (trusted: string[], check: () => Promise<void>, connector: Partial<Connector> = {}) =>
      running((deps) => startMediaFetcher({ ...deps, trustedOrigins: new Set(trusted) }), connector, check);

    it('are fetched, kept, and removed with the message', async () => {
      const { messageId } = await comment();
      const id = await want(messageId, { url: `${origin}/a.png` });
      const kept = createMediaFolder(folder);
      await fetching([origin], async () => {
        await until(async () => (await row(id)).state).toBe('stored');
        expect(await row(id)).toMatchObject({
          mime_type: 'image/png',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        });
        expect(await kept.read(desk.workspaceId, id)).toEqual(PNG);
        await db.alone((tx) => tx.updateTable('media').set({ state: 'deleted' }).where('id', '=', id).execute());
        await until(() => kept.read(desk.workspaceId, id)).toBeNull();
        await until(async () => (await row(id)).sha256).toBeNull();
      });
    });

    it.each([
      { what: 'a private address', url: () => `${origin}/a.png`, trusted: false, detail: /public internet/ },
      { what: 'what is gone', url: () => `${origin}/gone`, trusted: true, detail: /404/ },
      { what: 'no address', url: () => 'nonsense', trusted: true, detail: /address/ },
    ])('fail for good at $what, and say why', async ({ url, trusted, detail }) => {
      const { messageId } = await comment();
      const id = await want(messageId, { url: url() });
      await fetching(trusted ? [origin] : [], () => until(async () => (await row(id)).state).toBe('failed'));
      expect((await row(id)).detail).toMatch(detail);
    });

    it('are asked for by their id, anew at each try, with the token that opens them', async () => {
      const { messageId } = await comment();
      const id = await want(messageId, { ask: 'file-7' });
      const asked: string[] = [];
      const media: NonNullable<Connector['media']> = async (wanted) => {
        asked.push(wanted);
        const token = asked.length === 1 ? 'stale' : 'good';
        return { url: `${origin}/guarded`, headers: { authorization: `Bearer ${token}` } };
      };
      await fetching(
        [origin],
        async () => {
          await until(async () => (await row(id)).attempts).toBe(1);
          await until(async () => (await row(id)).detail).toMatch(/500/);
          await db.alone((tx) =>
            tx.updateTable('media').set({ not_before: desk.now() }).where('id', '=', id).execute(),
          );
          await until(async () => (await row(id)).state).toBe('stored');
        },
        { media },
      );
      expect(asked).toEqual(['file-7', 'file-7']);
    });

    it('that the network has no more are given up', async () => {
      const { messageId } = await comment();
      const id = await want(messageId, { ask: 'gone' });
      await fetching([], () => until(async () => (await row(id)).state).toBe('failed'), { media: async () => null });
    });

    it('are taken out of the mail that they came in', async () => {
      const { messageId } = await comment();
      const { id: ledgerId } = await db.alone((tx) =>
        tx
          .insertInto('ledger')
          .values({
            workspace_id: desk.workspaceId,
            family: 'square',
            inbox_id: square,
            source: 'INBOX',
            headers: storableJson({}),
            body: PNG,
            received_at: desk.now(),
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
      );
      const id = await want(messageId, { part: 3, ledgerId: Number(ledgerId) });
      const parts: number[] = [];
      const extract: Connector['extract'] = async (entry, part) => {
        parts.push(part);
        return entry.body;
      };
      await fetching([], () => until(async () => (await row(id)).state).toBe('stored'), { extract });
      expect(parts).toEqual([3]);
    });
  });

  describe('what an event left out', () => {
    it('is asked once: the post, the name of a person, the words of a message', async () => {
      const asked: string[] = [];
      const to = await comment({ externalId: 'half', name: 'unknown:half' });
      const nameless = newId<IdentityId>();
      await db.transaction(async (tx) => {
        const key = { workspace_id: desk.workspaceId };
        await tx.updateTable('messages').set({ is_partial: true, text: '' }).where('id', '=', to.messageId).execute();
        await tx
          .insertInto('identities')
          .values({
            ...key,
            id: nameless,
            contact_id: to.contactId,
            channel: 'square',
            scope: 'page',
            external_id: 'p7',
            name: null,
            handle: null,
            avatar_url: null,
            followers: null,
            looked_up_at: null,
            created_at: desk.now(),
          })
          .execute();
      });
      const content = (text: string) => ({ text, attachments: [] });
      const lookups: Connector['lookups'] = {
        async post(id) {
          asked.push(`post ${id}`);
          return { isOurs: true, content: content('Autumn is here'), at: desk.now() };
        },
        async person(id) {
          asked.push(`person ${id}`);
          return { id: id as never, scope: 'page', name: 'Paula' };
        },
        async message(id) {
          asked.push(`message ${id}`);
          return {
            content: content('@brand where is it?'),
            person: { id: 'p9' as never, scope: 'page', name: 'Nine' },
          };
        },
      };
      await running(startLookUps, { lookups }, async () => {
        await until(
          async () =>
            (await db.read.selectFrom('identities').select('name').where('id', '=', nameless).executeTakeFirst())?.name,
        ).toBe('Paula');
      });
      await running(
        startLookUps,
        { lookups },
        async () => void (await new Promise((resolve) => setTimeout(resolve, 100))),
      );
      expect(asked.sort()).toEqual(['message half', 'person p7', 'post post-1']);
      const [said] = await desk.messages(to.conversationId);
      expect(said).toMatchObject({ text: '@brand where is it?', is_partial: false });
      const post = await db.read
        .selectFrom('posts')
        .select('content')
        .where('thread_id', '=', to.threadId)
        .executeTakeFirst();
      expect(post?.content).toMatchObject({ text: 'Autumn is here' });
      const author = await db.read
        .selectFrom('identities')
        .selectAll()
        .where('id', '=', said?.identity_id as IdentityId)
        .executeTakeFirstOrThrow();
      expect(author).toMatchObject({ external_id: 'p9', name: 'Nine' });
    });
  });

  describe('time that passes', () => {
    const inbox = () => db.read.selectFrom('inboxes').selectAll().where('id', '=', square).executeTakeFirstOrThrow();

    it('ends a snooze, and the conversation waits again as before', async () => {
      const to = await comment();
      const until1 = new Date(desk.now().getTime() + 60_000);
      await snoozeConversation(db, desk.ana, { conversationId: to.conversationId, until: until1 }, desk.now());
      await running(startTimers, {}, async () => {
        await new Promise((resolve) => setTimeout(resolve, 60));
        expect((await desk.conversation(to.conversationId)).snoozed_until).not.toBeNull();
        desk.pass(61_000);
        await until(async () => (await desk.conversation(to.conversationId)).snoozed_until).toBeNull();
      });
      expect(await desk.conversation(to.conversationId)).toMatchObject({ attention: 'needs_answer' });
      expect(await desk.timeline(to.conversationId)).toEqual(['snoozed', 'woke_up']);
    });

    it('ends tokens, and sweeps away what browsers need no more', async () => {
      await comment();
      const ends = new Date(desk.now().getTime() + 1_000);
      await db.alone((tx) =>
        tx.updateTable('inboxes').set({ token_expires_at: ends }).where('id', '=', square).execute(),
      );
      desk.pass(2 * 86_400_000);
      await running(startTimers, {}, () => until(async () => (await inbox()).state).toBe('needs_login'));
      expect((await inbox()).state_detail).toMatch(/ended/);
      const old = new Date(desk.now().getTime() - 86_400_000);
      const kept = await db.read
        .selectFrom('changes')
        .select('seq')
        .where('workspace_id', '=', desk.workspaceId as WorkspaceId)
        .where('at', '<', old)
        .execute();
      expect(kept).toEqual([]);
    });
  });
});
