import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import { newId } from '../../storage/new-id.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { addMarkedInbox, type SaidRows, say } from '../test/furnished-rows.fixture.ts';

type Person = Awaited<ReturnType<Desk['signIn']>>;
const CLOSED = 'curlew-anvil-porch';
const OPEN = 'wren-bucket-cellar';

eachDatabase((open) => {
  let desk: Desk;
  let workspace: WorkspaceId;
  let owner: Person;
  let ana: Person;
  let closed: InboxId;
  let here: SaidRows;
  let there: SaidRows;

  beforeAll(async () => {
    desk = await openDesk(await open());
    workspace = await desk.makeWorkspace('shop');
    owner = await desk.signIn(workspace, 'owner');
    ana = await desk.signIn(workspace, 'lead');
    const inbox = newId<InboxId>();
    closed = newId<InboxId>();
    const now = new Date();
    await addMarkedInbox(desk.deps, workspace, { id: inbox, account: '1', mark: OPEN }, now);
    await addMarkedInbox(desk.deps, workspace, { id: closed, account: '2', mark: CLOSED }, now);
    here = await say(desk.deps, workspace, { inbox, mark: OPEN }, now);
    const earlier = new Date(now.getTime() - 60_000);
    there = await say(desk.deps, workspace, { inbox: closed, mark: CLOSED, contact: here.contact }, earlier);
    const grants = [{ agentId: owner.agentId, teamId: null, right: 'manage' }];
    await send(owner, 'PUT', `/api/inboxes/${closed}/access`, { grants });
  });
  afterAll(() => desk.close());

  const get = async (person: Person, url: string) => desk.http.inject({ url, headers: person.headers });
  const send = async (person: Person, method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => {
    const answer = await desk.http.inject({ method, url, headers: person.headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, ...answer.json() };
  };
  const own = () => `/api/conversations/${here.conversation}`;

  describe('a conversation that what was said elsewhere became part of', () => {
    it('shows whoever may not see the other inbox what was said in this one', async () => {
      const merged = await send(owner, 'POST', `${own()}/merge`, { id: newId(), conversations: [there.conversation] });
      expect(merged.status).toBe(200);
      const whole = (await get(owner, own())).json();
      expect(whole.messages.map(({ text }: { text: string }) => text)).toEqual([CLOSED, OPEN]);
      const seen = await get(ana, own());
      expect(seen.json().messages.map(({ text }: { text: string }) => text)).toEqual([OPEN]);
      expect(seen.body).not.toContain(CLOSED);
      for (const url of [
        `${own()}?around=${there.message}`,
        `/api/contacts/${here.contact}`,
        `/api/contacts/${here.contact}/line`,
        `/api/search?q=${CLOSED}`,
        `/api/messages/${there.message}/html`,
      ])
        expect([url, (await get(ana, url)).body.includes(CLOSED)]).toEqual([url, false]);
    });

    it('shows them nothing of what was said elsewhere last, in no list and by no search', async () => {
      const db = desk.deps.db;
      await db.transaction(async (tx) => {
        await sql`update messages set sent_at = now() + interval '1 minute' where workspace_id = ${workspace} and id = ${there.message}`.execute(
          tx,
        );
        await sql`update conversations set preview = ${CLOSED}, attention = 'needs_answer', waiting_since = now()
          where workspace_id = ${workspace} and id = ${here.conversation}`.execute(tx);
      });
      for (const url of [
        own(),
        '/api/conversations?view=all',
        `/api/contacts/${here.contact}`,
        '/api/search?q=is:waiting',
        `/api/search?q=${OPEN}`,
        `/api/search?q=${encodeURIComponent(`inbox:${CLOSED} is:waiting`)}`,
      ]) {
        const { statusCode, body } = await get(ana, url);
        const told = body.replaceAll(`“${CLOSED}”`, '');
        expect([url, statusCode, told.includes(CLOSED)]).toEqual([url, 200, false]);
      }
      expect((await get(owner, '/api/conversations?view=all')).body).toContain(CLOSED);
      expect((await get(owner, '/api/search?q=is:waiting')).json().hits).toMatchObject([{ text: CLOSED }]);
      expect((await get(ana, '/api/search?q=is:waiting')).json().hits).toMatchObject([{ text: OPEN }]);
    });

    it('is not taken apart by them where they may not work', async () => {
      const split = { id: newId(), conversationId: newId(), messages: [there.message] };
      expect(await send(ana, 'POST', `${own()}/split`, split)).toMatchObject({ status: 404, code: 'no_such_message' });
    });

    it('tells them nothing of an answer that was given elsewhere meanwhile', async () => {
      await desk.deps.db.transaction((tx) =>
        sql`insert into messages (workspace_id, id, inbox_id, thread_id, conversation_id, direction, reach, text, content, search, sent_at,
            received_at, told_seq)
          select workspace_id, ${newId()}, inbox_id, thread_id, conversation_id, 'outbound', reach, ${CLOSED}, '{}', '', now(), now(), 1e6
          from messages where workspace_id = ${workspace} and id = ${there.message}`.execute(tx),
      );
      const way = (await get(ana, own())).json().ways.find(({ inboxId }: Way) => inboxId !== closed);
      const reply = { way: way.key, text: 'Hello', readAtSeq: 1 };
      const said = (person: Person) => send(person, 'POST', `${own()}/messages`, { ...reply, id: newId() });
      expect(await said(owner)).toMatchObject({ status: 409, code: 'answered_meanwhile' });
      expect((await said(ana)).status).toBe(200);
    });

    it('is answered by them only where they may answer', async () => {
      const ways = async (person: Person) => (await get(person, own())).json().ways.map((way: Way) => way.inboxId);
      expect(await ways(owner)).toContain(closed);
      expect(await ways(ana)).not.toContain(closed);
      const way = (await get(owner, own())).json().ways.find(({ inboxId }: Way) => inboxId === closed);
      const reply = { id: newId(), way: way.key, text: 'Hello', readAtSeq: 1e6 };
      expect(await send(ana, 'POST', `${own()}/messages`, reply)).toMatchObject({ status: 404, code: 'no_such_inbox' });
      const { rows } = await sql`select id from outbox where workspace_id = ${workspace} and id = ${reply.id}`.execute(
        desk.deps.db.read,
      );
      expect(rows).toEqual([]);
    });
  });

  it('whoever writes in several inboxes is blocked only by who may work in all of them', async () => {
    const url = `/api/contacts/${here.contact}/standing`;
    expect(await send(ana, 'PUT', url, { isBlocked: true })).toMatchObject({ status: 403, code: 'writes_elsewhere' });
    expect((await get(owner, own())).json().contact.blockedAt).toBeNull();
    expect((await send(owner, 'PUT', url, { isBlocked: true })).status).toBe(200);
    expect((await send(owner, 'PUT', url, { isBlocked: false })).status).toBe(200);
  });

  it('a post goes out only where they may publish', async () => {
    const post = { id: newId(), inboxId: closed, text: 'Hello' };
    expect(await send(ana, 'POST', '/api/posts', post)).toMatchObject({ status: 404, code: 'no_such_inbox' });
    await send(owner, 'PUT', `/api/inboxes/${closed}/access`, {
      grants: [{ agentId: ana.agentId, teamId: null, right: 'answer' }],
    });
    expect(await send(ana, 'POST', '/api/posts', post)).toMatchObject({ status: 403, code: 'not_allowed_here' });
    const texts = (await get(ana, own())).json().messages.map(({ text }: { text: string }) => text);
    expect(texts).toContain(CLOSED);
  });
});

interface Way {
  readonly key: string;
  readonly inboxId: string;
}
