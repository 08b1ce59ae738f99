import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { RIGHTS, type Right } from '../../core/access/inbox-rights.ts';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { type Furnished, furnish } from '../test/furnished.fixture.ts';

eachDatabase((open) => {
  let desk: Desk;
  let workspace: WorkspaceId;
  let things: Furnished;
  let admin: Record<string, string>;
  const agents = new Map<Right | null, Awaited<ReturnType<Desk['signIn']>>>();
  const withRight = (may: Right | null) => agents.get(may) ?? { agentId: '' as AgentId, headers: {} };

  beforeAll(async () => {
    desk = await openDesk(await open(), {
      routes: async (app) => {
        for (const a of ['conversation', 'message', 'inbox', 'contact', 'media', 'outgoing'] as const)
          for (const right of ['see', 'answer', 'act', 'manage'] as const)
            app.get(
              `/${a}/${right}/:id`,
              { config: { rule: { act: 'conversations.read', on: { a, right } } } },
              async () => 'in',
            );
      },
    });
    workspace = await desk.makeWorkspace('shop');
    things = await furnish(desk, workspace);
    await restrict();
    for (const may of [null, ...RIGHTS]) {
      const agent = await desk.signIn(workspace, 'agent');
      if (may) await grant(agent.agentId, may);
      agents.set(may, agent);
    }
    admin = (await desk.signIn(workspace, 'admin')).headers;
  });
  afterAll(() => desk.close());

  const restrict = () =>
    desk.deps.db.transaction((tx) =>
      sql`update inboxes set is_restricted = true where workspace_id = ${workspace}`.execute(tx),
    );
  const grant = (agentId: AgentId, may: Right) =>
    desk.deps.db.transaction((tx) =>
      sql`insert into inbox_grants (workspace_id, inbox_id, agent_id, may)
        select ${workspace}, id, ${agentId}, ${may} from inboxes where workspace_id = ${workspace}`.execute(tx),
    );
  const answers = async (headers: Record<string, string>, a: string, id: string) =>
    Promise.all(
      ['see', 'answer', 'act', 'manage'].map(async (right) => {
        const answer = await desk.http.inject({ url: `/${a}/${right}/${id}`, headers });
        return answer.statusCode === 200 ? 'in' : answer.json().code;
      }),
    );
  const nouns = [
    ['conversation', 'conversations', 'no_such_conversation'],
    ['message', 'messages', 'no_such_message'],
    ['inbox', 'inboxes', 'no_such_inbox'],
    ['contact', 'contacts', 'no_such_contact'],
    ['outgoing', 'outgoing', 'no_such_act'],
    ['media', 'media', 'no_such_media'],
  ] as const;

  describe.each(nouns)('a %s in a restricted inbox', (a, plural, unknown) => {
    it.each([
      { may: null, expected: [unknown, unknown, unknown, unknown] },
      { may: 'see', expected: ['in', 'not_allowed_here', 'not_allowed_here', 'not_allowed_here'] },
      { may: 'act', expected: ['in', 'in', 'in', 'not_allowed_here'] },
      { may: 'manage', expected: ['in', 'in', 'in', 'in'] },
    ] as const)('for somebody with $may', async ({ may, expected }) => {
      const agent = withRight(may);
      expect(await answers(agent.headers, a, things.idOf(plural))).toEqual(expected);
    });

    it('is there for whoever manages agents, and no rubbish gets past', async () => {
      expect(await answers(admin, a, things.idOf(plural))).toEqual(['in', 'in', 'in', 'in']);
      const agent = withRight('manage');
      for (const id of ["x'; drop table inboxes", '00000000-0000-7000-8000-000000000000', '0'])
        expect(await answers(agent.headers, a, encodeURIComponent(id))).toEqual([unknown, unknown, unknown, unknown]);
    });
  });

  it('a file of a message lies where the message lies, and an unsent one with whoever uploaded it', async () => {
    const [seer, outsider] = [withRight('see'), withRight(null)];
    const file = things.idOf('media');
    await desk.deps.db.transaction((tx) =>
      sql`update media set uploaded_by = ${outsider.agentId}, message_id = null where workspace_id = ${workspace} and id = ${file}`.execute(
        tx,
      ),
    );
    expect((await answers(outsider.headers, 'media', file))[0]).toBe('in');
    expect((await answers(seer.headers, 'media', file))[0]).toBe('no_such_media');
    await desk.deps.db.transaction((tx) =>
      sql`update media set message_id = ${things.idOf('messages')} where workspace_id = ${workspace} and id = ${file}`.execute(
        tx,
      ),
    );
    expect((await answers(outsider.headers, 'media', file))[0]).toBe('no_such_media');
    expect((await answers(seer.headers, 'media', file))[0]).toBe('in');
  });

  it('a token carries the rights of whoever made it', async () => {
    const limited = await desk.token(workspace, ['conversations.read']);
    await desk.deps.db.transaction((tx) =>
      sql`update api_tokens set inbox_rights = '{}' where workspace_id = ${workspace} and name = 'test'`.execute(tx),
    );
    expect(await answers(limited, 'conversation', things.idOf('conversations'))).toEqual(
      Array(4).fill('no_such_conversation'),
    );
  });
});
