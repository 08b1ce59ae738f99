import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type Seeded, seedConversations } from '../../../test/seed.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { readSeq } from '../../storage/changes.ts';
import { newId } from '../../storage/new-id.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
type Headers = Record<string, string>;

eachDatabase((open) => {
  let desk: Desk;
  let workspace: WorkspaceId;
  let seeded: Seeded;
  let ana: { readonly agentId: string; readonly headers: Headers };

  beforeAll(async () => {
    desk = await openDesk(await open(), { now: () => NOW });
    workspace = await desk.makeWorkspace('shop');
    seeded = await seedConversations(desk.deps.db, workspace, { conversations: 40, messagesEach: 1 }, NOW);
    ana = await desk.signIn(workspace, 'agent');
  });
  afterAll(() => desk.close());

  const get = async (url: string, headers: Headers = ana.headers) => (await desk.http.inject({ url, headers })).json();
  const send = async (
    method: 'PUT' | 'POST' | 'DELETE',
    url: string,
    payload?: object,
    headers: Headers = ana.headers,
  ) => {
    const answer = await desk.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, ...answer.json() };
  };
  const firstOf = async (view: string) => (await get(`/api/conversations?view=${view}&limit=1`)).items[0];

  it('reads a list page by page and says where it was read', async () => {
    const first = await get('/api/conversations?view=all&limit=30');
    const second = await get(`/api/conversations?view=all&limit=30&cursor=${first.cursor}`);
    expect([first.items.length, second.items.length, second.cursor]).toEqual([30, 10, null]);
    const seq = await readSeq(desk.deps.db.read, workspace);
    expect([first.seq, second.seq]).toEqual([seq, seq]);
    expect(await get('/api/conversations?cursor=bent')).toMatchObject({ code: 'bad_cursor' });
    expect(await get(`/api/conversations?inbox=${seeded.inboxIds[0]}&view=all`)).toMatchObject({ cursor: null });
  });

  it('works one conversation off: assigned, noted, opened, answered, resolved, and back', async () => {
    const { id } = await firstOf('unassigned');
    const url = `/api/conversations/${id}`;
    const before = (await get('/api/conversations/counts')).views;
    expect(await send('PUT', `${url}/assignee`, { agentId: ana.agentId })).toEqual({ status: 200, ok: true });
    await send('PUT', `${url}/opening`);
    await send('POST', `${url}/notes`, { id: newId(), text: 'Ask the warehouse' });
    expect((await get('/api/conversations?view=mine')).items.map((row: { id: string }) => row.id)).toEqual([id]);
    expect(await send('PUT', `${url}/resolution`, { resolution: 'confirmed' })).toMatchObject({
      code: 'still_waiting',
    });
    expect(await send('PUT', `${url}/attention`, { attention: 'no_reply' })).toMatchObject({ code: 'reason_missing' });
    await send('PUT', `${url}/attention`, { attention: 'acknowledged' });
    await send('PUT', `${url}/resolution`, { resolution: 'confirmed' });
    const detail = await get(url);
    expect(detail.conversation).toMatchObject({
      attention: 'acknowledged',
      resolution: 'confirmed',
      assigneeId: ana.agentId,
    });
    expect(detail.conversation.changedSeq).toBe(detail.seq);
    expect(detail.messages.at(-1)).toMatchObject({
      direction: 'note',
      text: 'Ask the warehouse',
      author: { kind: 'agent', id: ana.agentId },
      acts: [],
    });
    expect(detail.timeline.map((event: { kind: string }) => event.kind)).toEqual(
      expect.arrayContaining(['assigned', 'acknowledged', 'resolved_confirmed']),
    );
    const after = (await get('/api/conversations/counts')).views;
    expect(after.needs_answer.count).toBe(before.needs_answer.count - 1);
    await send('DELETE', `${url}/resolution`);
    expect((await get(url)).conversation.resolution).toBe('open');
  });

  it('snoozes and wakes', async () => {
    const { id } = await firstOf('needs_answer');
    expect(await send('PUT', `/api/conversations/${id}/snooze`, { until: '2026-11-23T08:00:00+01:00' })).toMatchObject({
      ok: true,
    });
    expect((await get(`/api/conversations/${id}`)).conversation.snoozedUntil).toBe('2026-11-23T07:00:00.000Z');
    expect((await firstOf('needs_answer')).id).not.toBe(id);
    await send('DELETE', `/api/conversations/${id}/snooze`);
    expect((await firstOf('needs_answer')).id).toBe(id);
  });

  it('lets an API token decide nothing that needs a person', async () => {
    const { id } = await firstOf('needs_answer');
    const headers = await desk.token(workspace);
    expect(await send('PUT', `/api/conversations/${id}/attention`, { attention: 'answered' }, headers)).toMatchObject({
      status: 403,
      code: 'needs_a_human',
    });
  });

  it('shows a person with all their conversations', async () => {
    const { contact } = await firstOf('all');
    expect(await get(`/api/contacts/${contact.id}`)).toMatchObject({
      contact: { id: contact.id, identities: [{ channel: expect.any(String) }] },
      conversations: [{ contact: { id: contact.id } }],
    });
  });

  it('finds messages with their conversations', async () => {
    const { hits } = await get('/api/search?q=deliv&limit=5');
    expect(hits).toHaveLength(5);
    expect(hits[0]).toMatchObject({
      text: expect.stringContaining('delivery'),
      conversation: { id: expect.any(String) },
    });
  });

  it.each(['/api/conversations/', '/api/contacts/'])('knows nothing of another workspace: %s', async (path) => {
    const row = await firstOf('all');
    const stranger = await desk.signIn(await desk.makeWorkspace(`other${path.length}`), 'owner');
    const id = path.includes('contacts') ? row.contact.id : row.id;
    expect((await desk.http.inject({ url: path + id, headers: stranger.headers })).statusCode).toBe(404);
  });

  describe('a comment in a public thread', () => {
    const said = [
      { n: 1, who: 'other', text: 'Mine came broken too', at: '10:00' },
      { n: 2, who: 'person', text: 'Where is my order?', at: '10:05', parent: 1 },
      { n: 3, who: 'us', text: 'We look into it', at: '10:06', parent: 2 },
      { n: 4, who: 'person', text: '', at: '10:07', deleted: true },
    ];
    let id: string;

    beforeAll(async () => {
      const row = (await get('/api/conversations?view=all&limit=100')).items.find(
        (one: { channel: string }) => one.channel === 'facebook',
      );
      id = row.id;
      await desk.deps.db.transaction(async (tx) => {
        const place = sql`select c.* from conversations c where c.workspace_id = ${workspace} and c.id = ${id}`;
        for (const { n, who, text, at, parent, deleted } of said)
          await sql`insert into messages (workspace_id, id, inbox_id, thread_id, conversation_id, identity_id, external_id, parent_external_id,
              direction, reach, text, content, sent_at, received_at, deleted_at)
            select ${workspace}, ${newId()}::uuid, c.inbox_id, c.thread_id, case when ${who !== 'other'} then c.id end, case when ${who === 'person'} then c.identity_id end,
              ${`x${n}`}, ${parent ? `x${parent}` : null}, ${who === 'us' ? 'outbound' : 'inbound'}, 'owned_public', ${text},
              ${JSON.stringify({ html: '<b>no</b>', attachments: n === 2 ? [{ kind: 'link', title: 'Bad', href: 'javascript:alert(1)' }] : [] })}::jsonb,
              ${new Date(`2026-11-22T${at}:00Z`)}, ${NOW}, ${deleted ? NOW : null} from (${place}) c`.execute(tx);
        await sql`insert into message_versions (workspace_id, message_id, replaced_at, text)
          select workspace_id, id, ${NOW}, 'Where is it' from messages where workspace_id = ${workspace} and external_id = 'x2'`.execute(
          tx,
        );
        await sql`insert into reactions (workspace_id, inbox_id, target_external_id, by_external_id, reaction, at)
          select ${workspace}, c.inbox_id, 'x2', b, '👍', ${NOW} from (${place}) c, unnest(array['business', 'p7', 'p8']) b`.execute(
          tx,
        );
        await sql`insert into posts (workspace_id, thread_id, is_ours, content, posted_at, comments)
          select ${workspace}, c.thread_id, true, '{"text":"Autumn sale","attachments":[]}', ${NOW}, 12 from (${place}) c`.execute(
          tx,
        );
      });
    });

    it('stands under its post, among what others said', async () => {
      const { post, messages } = await get(`/api/conversations/${id}`);
      expect(post).toMatchObject({ text: 'Autumn sale', isOurs: true, comments: 12 });
      const shown = messages.filter((one: { text: string }) => !one.text.includes(' order ') && one.text !== 'x');
      const byText = new Map(shown.map((one: { text: string }) => [one.text, one]));
      const question = byText.get('Where is my order?') as { id: string };
      expect(byText.get('Mine came broken too')).toMatchObject({ isContext: true, author: { kind: 'unknown' } });
      expect(question).toMatchObject({
        isContext: false,
        parentId: (byText.get('Mine came broken too') as { id: string }).id,
        versions: [{ text: 'Where is it' }],
        reactions: [{ reaction: '👍', count: 3, isOurs: true }],
        acts: ['like', 'hide'],
        hasHtml: true,
      });
      expect(byText.get('We look into it')).toMatchObject({
        parentId: question.id,
        author: { kind: 'business', name: 'Shop 0' },
        acts: ['like', 'edit', 'delete'],
      });
      expect(byText.get('')).toMatchObject({ deletedAt: NOW.toISOString(), acts: [] });
    });

    it('never gives a script for a link', async () => {
      const { messages } = await get(`/api/conversations/${id}`);
      const links = messages.flatMap(
        (one: { attachments: { title: string; href: string | null }[] }) => one.attachments,
      );
      expect(links).toMatchObject([{ title: 'Bad', href: null, state: 'none' }]);
    });

    it('says how it can be answered', async () => {
      const { ways } = await get(`/api/conversations/${id}`);
      expect(ways.map((way: { kind: string; isOpen: boolean }) => `${way.kind} ${way.isOpen}`)).toEqual([
        'reply true',
        'private_reply true',
      ]);
    });

    it('reads what was said before', async () => {
      const whole = await get(`/api/conversations/${id}`);
      const last = whole.messages.filter((one: { isContext: boolean }) => !one.isContext).at(-1);
      const earlier = await get(`/api/conversations/${id}?before=${last.id}`);
      const own = (detail: { messages: { id: string; isContext: boolean }[] }) =>
        detail.messages.filter((one) => !one.isContext).map((one) => one.id);
      expect(own(earlier)).toEqual(own(whole).slice(0, -1));
      expect(earlier.hasEarlier).toBe(false);
    });
  });
});
