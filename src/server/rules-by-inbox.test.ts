import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RIGHTS, type Right } from '../core/access/inbox-rights.ts';
import { ACTS } from '../core/access/role.ts';
import type { AgentId, InboxId, RoleId } from '../core/ids.ts';
import { addRole } from '../storage/access/roles.ts';
import { updateAgent } from '../storage/agents.ts';
import { recordChanges } from '../storage/changes.ts';
import { newId } from '../storage/new-id.ts';
import type { RuledRoute } from './rules.ts';
import { addMarkedInbox, type SaidRows, say } from './test/furnished-rows.fixture.ts';
import { type Answer, nameOf, openWalk, type Walk } from './test/walk.fixture.ts';

const OPEN = 'heron-kettle-attic';

/**
 * One inbox is closed to all but those who are named. All of them may do every act there is but manage agents, so that
 * what stops them is the inbox and nothing else.
 */
describe('every route, by what they may in the inbox', () => {
  let walk: Walk;
  let openInbox: InboxId;
  /** Of one person: what they said in the open inbox, and what they said in the closed one. */
  let inOpen: SaidRows;
  let inClosed: SaidRows;
  const agents = new Map<Right | null, AgentId>();

  beforeAll(async () => {
    walk = await openWalk();
    const { db, desk, workspace, things } = walk;
    const closed = things.idOf('inboxes') as InboxId;
    openInbox = newId<InboxId>();
    const now = new Date();
    await addMarkedInbox(desk.deps, workspace, { id: openInbox, account: '2', mark: OPEN }, now);
    inOpen = await say(desk.deps, workspace, { inbox: openInbox, mark: OPEN }, now);
    const again = { inbox: closed, mark: things.mark, contact: inOpen.contact };
    inClosed = await say(desk.deps, workspace, again, new Date(now.getTime() + 1000));
    const roleId = newId<RoleId>();
    const acts = ACTS.filter((act) => act !== 'agents.manage');
    await db.transaction((tx) => addRole(tx, workspace, { id: roleId, name: 'Nearly everything', acts }, now));
    for (const may of [null, ...RIGHTS]) {
      const agentId = await walk.hire('agent', may ?? 'nothing');
      agents.set(may, agentId);
      await db.transaction((tx) => updateAgent(tx, workspace, agentId, { role: { role: 'lead', roleId } }));
    }
    await close();
  });
  afterAll(() => walk.close());

  /** Closes the inbox to all but these, whatever an act has made of it meanwhile. */
  const close = () =>
    walk.db.transaction(async (tx) => {
      const closed = walk.things.idOf('inboxes');
      for (const may of RIGHTS)
        await sql`insert into inbox_grants (workspace_id, inbox_id, agent_id, may)
          values (${walk.workspace}, ${closed}, ${agentWith(may)}, ${may}) on conflict do nothing`.execute(tx);
      await sql`update inboxes set is_restricted = true where workspace_id = ${walk.workspace} and id = ${closed}`.execute(
        tx,
      );
    });
  const agentWith = (may: Right | null) => agents.get(may) as AgentId;
  const headersOf = (may: Right | null) => walk.sessionOf(agentWith(may));
  const knock = async (route: RuledRoute, may: Right | null) => walk.knock(route, await headersOf(may));
  const ask = async (may: Right | null, method: string, url: string, payload?: object): Promise<Answer> => {
    const headers = await headersOf(may);
    const answer = await walk.desk.http.inject({
      method: method as 'GET',
      url,
      headers,
      ...(payload ? { payload } : {}),
    });
    const isJson = String(answer.headers['content-type']).startsWith('application/json');
    return { status: answer.statusCode, code: isJson ? answer.json()?.code : undefined, text: answer.body };
  };
  const onOf = ({ rule }: RuledRoute) => (typeof rule === 'string' ? undefined : rule.on);

  it('whoever may not see it finds nothing of it and changes nothing in it, whatever they ask for', async () => {
    const before = await walk.things.snapshot('inboxes');
    for (const route of walk.guarded) {
      if (route.isWebSocket) continue;
      const { status, code, text } = await knock(route, null);
      expect([nameOf(route), text.includes(walk.things.mark)]).toEqual([nameOf(route), false]);
      if (onOf(route))
        expect([nameOf(route), status, String(code).slice(0, 8)]).toEqual([nameOf(route), 404, 'no_such_']);
      expect([nameOf(route), status < 500]).toEqual([nameOf(route), true]);
    }
    expect(await walk.things.snapshot('inboxes')).toEqual(before);
  });

  it('whoever may only see it changes nothing in it, and is told why', async () => {
    const before = await walk.things.snapshot('inboxes');
    for (const route of walk.guarded) {
      if (route.isWebSocket) continue;
      const { code } = await knock(route, 'see');
      const on = onOf(route);
      if (on?.right === 'see')
        expect([nameOf(route), code === 'not_allowed_here' || code === `no_such_${on.a}`]).toEqual([
          nameOf(route),
          false,
        ]);
      else if (on) expect([nameOf(route), code]).toEqual([nameOf(route), 'not_allowed_here']);
    }
    expect(await walk.things.snapshot('inboxes')).toEqual(before);
  });

  it('an address or a body that names another conversation than its own gives nothing away', async () => {
    const closed = inClosed.conversation;
    const own = `/api/conversations/${inOpen.conversation}`;
    const id = () => newId<string>();
    const asked: readonly (readonly [method: string, url: string, body?: object])[] = [
      ['GET', `/api/conversations?view=all&inbox=${walk.things.idOf('inboxes')}`],
      ['GET', '/api/conversations?view=all'],
      ['GET', '/api/conversations/counts'],
      ['GET', own],
      ['GET', `${own}?around=${inClosed.message}`],
      ['GET', `${own}?before=${inClosed.message}`],
      ['GET', `${own}?after=${inClosed.message}`],
      ['GET', `/api/contacts/${inOpen.contact}`],
      ['GET', `/api/contacts/${inOpen.contact}/line`],
      ['GET', `/api/contacts/${inOpen.contact}/about`],
      ['GET', `/api/contacts/${inOpen.contact}/story`],
      ['GET', '/api/contacts'],
      ['GET', `/api/contacts?q=${walk.things.mark}`],
      ['GET', '/api/contacts.csv'],
      ['GET', '/api/companies'],
      ['GET', '/api/segments'],
      ['POST', `/api/contacts/${inOpen.contact}/merges`, { id: id(), contactId: inClosed.contact }],
      ['PUT', `/api/contacts/${inOpen.contact}/apart`, { contactId: inClosed.contact }],
      ['GET', `/api/search?q=${walk.things.mark}`],
      // By its beginning: what was asked for comes back in the words that say that it is not here.
      ['GET', `/api/search?q=${encodeURIComponent(`inbox:${walk.things.mark.slice(0, -3)}`)}`],
      ['GET', '/api/search?q=is:waiting'],
      ['GET', '/api/search?q=Somebody'],
      ['GET', `/api/ledger?inbox=${walk.things.idOf('inboxes')}`],
      ['GET', '/api/outgoing'],
      ['GET', '/api/inboxes'],
      ['GET', '/api/tasks'],
      ['GET', '/api/notifications'],
      ['GET', '/api/audit'],
      ['GET', '/api/boards'],
      ['GET', `/api/boards/${walk.things.idOf('boards')}/hits?state=all`],
      ['GET', `/api/boards/${walk.things.idOf('boards')}/hits?alike=${walk.things.idOf('hits')}`],
      ['GET', `/api/boards/${walk.things.idOf('boards')}/voice`],
      ['GET', `/api/boards/${walk.things.idOf('boards')}/spikes`],
      ['GET', '/api/voice'],
      ['GET', '/api/listening-sources'],
      ['GET', '/api/audit.csv'],
      ['POST', `${own}/links`, { conversationId: closed }],
      ['DELETE', `${own}/links/${closed}`],
      ['POST', `${own}/merge`, { id: id(), conversations: [closed] }],
      ['POST', `${own}/split`, { id: id(), conversationId: id(), messages: [inClosed.message] }],
      ['POST', '/api/bulk', { id: id(), conversations: [closed], act: { do: 'assign', agentId: null } }],
      ['POST', '/api/bulk', { id: id(), conversations: [closed], act: { do: 'attention', attention: 'answered' } }],
    ];
    await callThem();
    for (const may of [null, 'see'] as const) {
      const before = await dump(closed);
      for (const [method, url, body] of asked) {
        if (may === 'see' && method === 'GET') continue;
        const { status, text } = await ask(may, method, url, body);
        expect([method, url, text.includes(walk.things.mark)]).toEqual([method, url, false]);
        expect([method, url, status < 500]).toEqual([method, url, true]);
      }
      expect(await dump(closed)).toEqual(before);
    }
    // The same questions find it for whoever may see it: they were not simply wrong.
    for (const url of [
      '/api/conversations?view=all',
      `/api/search?q=${walk.things.mark}`,
      '/api/inboxes',
      '/api/notifications',
      `/api/boards/${walk.things.idOf('boards')}/hits?state=all`,
    ])
      expect([url, (await ask('see', 'GET', url)).text.includes(walk.things.mark)]).toEqual([url, true]);
  });

  it('nobody reads on in it with the place where somebody else’s page ended', async () => {
    const mine = await ask('manage', 'GET', '/api/conversations?view=all&limit=1');
    const { cursor } = JSON.parse(mine.text);
    expect(cursor).not.toBeNull();
    const { text } = await ask(
      null,
      'GET',
      `/api/conversations?view=all&limit=50&cursor=${encodeURIComponent(cursor)}`,
    );
    expect(text).not.toContain(walk.things.mark);
  });

  it('its numbers are not in theirs', async () => {
    const counted = async (may: Right | null) => JSON.parse((await ask(may, 'GET', '/api/conversations/counts')).text);
    const [none, sees] = [await counted(null), await counted('see')];
    expect(none.views.all.count).toBe(1);
    expect(sees.views.all.count).toBe(5);
    expect(none.inboxes).not.toHaveProperty(walk.things.idOf('inboxes'));
    const balance = async (may: Right | null) =>
      JSON.parse((await ask(may, 'GET', '/api/ledger/balance')).text).received;
    expect([await balance(null), await balance('see')]).toEqual([1, 2]);
  });

  it('the line of changes tells of it to whoever may see it, and to nobody else', async () => {
    expect(await hear('see')).toContain(walk.things.mark);
    expect(await hear(null)).not.toContain(walk.things.mark);
  });

  it.each([
    { may: 'answer', code: 'not_allowed_here' },
    { may: 'act', code: 'already_done' },
  ] as const)('a like that hangs is $code for whoever may $may', async ({ may, code }) => {
    const { conversation, outgoing } = await say(
      walk.desk.deps,
      walk.workspace,
      { inbox: walk.things.idOf('inboxes') as InboxId, mark: 'x' },
      new Date(),
    );
    expect(conversation).not.toBe('');
    await walk.db.alone((tx) =>
      sql`update outbox set state = 'cancelled' where workspace_id = ${walk.workspace} and id = ${outgoing}`.execute(
        tx,
      ),
    );
    expect((await ask(may, 'POST', `/api/outgoing/${outgoing}/retry`)).code).toBe(code);
  });

  it.each(['answer', 'act', 'manage'] as const)(
    'whoever may %s does what that right says, and no more',
    async (may) => {
      for (const route of walk.guarded) {
        const on = onOf(route);
        // What was not sent asks for the right of the act that it is.
        if (!on || route.url.startsWith('/api/outgoing/')) continue;
        await close();
        const isEnough = RIGHTS.indexOf(may) >= RIGHTS.indexOf(on.right);
        const { code } = await knock(route, may);
        expect([nameOf(route), code === 'not_allowed_here']).toEqual([nameOf(route), !isEnough]);
      }
    },
  );

  /** A notice of the closed inbox, as if they had been called before they lost it. */
  const callThem = () =>
    walk.db.transaction(async (tx) => {
      for (const may of [null, 'see'] as const)
        await sql`insert into notifications (workspace_id, id, agent_id, kind, about, conversation_id, actor_id, text, at)
          values (${walk.workspace}, ${newId()}, ${agentWith(may)}, 'mention', 'x', ${inClosed.conversation}, null, ${walk.things.mark}, now())`.execute(
          tx,
        );
    });

  const dump = async (conversation: string) => {
    const tables = ['messages', 'timeline_events', 'tasks', 'outbox'];
    const about = tables.map(
      (table) =>
        sql`select t::text as row from ${sql.table(table)} t where conversation_id = ${conversation} order by 1`,
    );
    const all = [...about, sql`select t::text as row from conversations t where id = ${conversation}`];
    return Promise.all(all.map(async (query) => (await query.execute(walk.db.read)).rows));
  };

  /** All that a browser is told of what happens in the closed inbox, now and after it was away. */
  const hear = async (may: Right | null) => {
    const said: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const { seq } = JSON.parse((await ask(may, 'GET', '/api/conversations?view=all')).text);
    const change = () =>
      walk.db.transaction((tx) =>
        recordChanges(tx, walk.workspace, [{ kind: 'note', conversationId: inClosed.conversation }], new Date()),
      );
    const newest = (await change()) + 1;
    const socket = await walk.desk.http.injectWS(
      `/api/changes?since=${seq}`,
      { headers: await headersOf(may) },
      {
        onInit: (fresh: { on(event: 'message', heard: (bytes: Buffer) => void): void }) =>
          fresh.on('message', (bytes) => {
            said.push(bytes.toString());
            if (JSON.parse(bytes.toString()).seq >= newest) resolve();
          }),
      },
    );
    await change();
    await promise;
    socket.terminate();
    return said.join('\n');
  };
});
