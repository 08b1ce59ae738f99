import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { seedConversations } from '../../../test/seed.ts';
import type { Role } from '../../core/access/role.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';

const body = (more: object = {}) => ({
  name: 'Angry first',
  when: 'arrived',
  filter: { match: 'all', conditions: [{ about: 'sentiment', is: 'one_of', values: ['negative'] }] },
  acts: [{ do: 'priority', points: 20 }],
  ...more,
});

eachDatabase((open) => {
  let desk: Desk;
  let workspace: WorkspaceId;
  let conversationId: string;
  let lead: Record<string, string>;
  let owner: Record<string, string>;
  beforeAll(async () => {
    const db = await open();
    desk = await openDesk(db);
    workspace = await desk.makeWorkspace(`rules-${randomUUID().slice(0, 8)}`);
    await seedConversations(db, workspace, { conversations: 10, messagesEach: 1 }, new Date());
    await db.alone((tx) =>
      sql`update conversations set sentiment = -1, last_message_at = now() where workspace_id = ${workspace} and id = (
        select id from conversations where workspace_id = ${workspace} and attention = 'needs_answer' and merged_into_id is null limit 1)`.execute(
        tx,
      ),
    );
    const { rows } = await sql<{
      id: string;
    }>`select id from conversations where workspace_id = ${workspace} limit 1`.execute(db.read);
    conversationId = rows[0]?.id ?? '';
    lead = (await desk.signIn(workspace, 'lead')).headers;
    owner = (await desk.signIn(workspace, 'owner')).headers;
  });
  afterAll(() => desk.close());

  const ask = (method: string, url: string, headers: Record<string, string>, payload?: object) =>
    desk.http.inject({ method: method as 'GET', url, headers, ...(payload ? { payload } : {}) });
  const make = async (more: object = {}, headers = lead) =>
    ask('POST', '/api/rules', headers, { id: randomUUID(), ...body(more) });

  it('is made once, changed as another version, taken back, removed and brought back', async () => {
    const id = randomUUID();
    const made = await ask('POST', '/api/rules', lead, { id, ...body() });
    expect(made.json()).toMatchObject({ id, name: 'Angry first', version: 1, isOn: true, runs: 0, lastAt: null });
    expect((await ask('POST', '/api/rules', lead, { id, ...body({ name: 'Again' }) })).json()).toMatchObject({
      name: 'Angry first',
    });
    const changed = await ask('PATCH', `/api/rules/${id}`, lead, { body: body({ name: 'Angrier' }) });
    expect(changed.json()).toMatchObject({ name: 'Angrier', version: 2 });
    expect((await ask('PATCH', `/api/rules/${id}`, lead, { isOn: false })).json()).toMatchObject({
      isOn: false,
      version: 2,
    });
    const versions = (await ask('GET', `/api/rules/${id}/versions`, lead)).json().items;
    expect(versions.map((one: { version: number }) => one.version)).toEqual([2, 1]);
    expect(versions[0].savedBy).toMatch(/lead/);
    expect((await ask('POST', `/api/rules/${id}/take-back`, lead, { version: 1 })).json()).toMatchObject({
      name: 'Angry first',
      version: 3,
    });
    expect((await ask('POST', `/api/rules/${id}/take-back`, lead, { version: 99 })).json()).toMatchObject({
      code: 'no_such_version',
    });
    expect((await ask('DELETE', `/api/rules/${id}`, lead)).statusCode).toBe(200);
    expect((await ask('DELETE', `/api/rules/${id}`, lead)).statusCode).toBe(200);
    expect((await ask('PATCH', `/api/rules/${id}`, lead, { isOn: true })).json()).toMatchObject({
      code: 'no_such_rule',
    });
    expect((await ask('POST', `/api/rules/${id}/take-back`, lead, { version: 3 })).json()).toMatchObject({
      id,
      version: 3,
    });
    const audit = (await ask('GET', '/api/audit?act=rule.', owner)).json().items;
    expect(audit.map(({ act }: { act: string }) => act)).toEqual([
      'rule.taken_back',
      'rule.removed',
      'rule.taken_back',
      'rule.changed',
      'rule.changed',
      'rule.made',
    ]);
    expect(audit[4].detail).toMatchObject({ before: { name: 'Angry first' }, after: { name: 'Angrier' } });
  });

  it('stands where it is put; unknown ones are passed over', async () => {
    const [a, b, c] = [
      (await make({ name: 'a' })).json().id,
      (await make({ name: 'b' })).json().id,
      (await make({ name: 'c' })).json().id,
    ];
    const answer = await ask('PUT', '/api/rules/order', lead, { ids: [c, randomUUID(), a, c] });
    const names = (rows: { name: string }[]) => rows.map(({ name }) => name);
    expect(names(answer.json().items).slice(0, 2)).toEqual(['c', 'a']);
    expect(names((await ask('GET', '/api/rules', lead)).json().items)).toContain('b');
    expect(b).toBeTruthy();
  });

  const nobody = randomUUID();
  it.each([
    { what: 'no name', more: { name: ' ' }, code: 'invalid' },
    { what: 'nothing to do', more: { acts: [] }, code: 'invalid' },
    { what: 'a team of nobody', more: { acts: [{ do: 'team', teamId: nobody }] }, code: 'no_such_team' },
    { what: 'an agent who is not there', more: { acts: [{ do: 'assign', agentId: nobody }] }, code: 'no_such_agent' },
    {
      what: 'a label that is not there',
      more: { acts: [{ do: 'label', add: [nobody], remove: [] }] },
      code: 'no_such_label',
    },
    { what: 'no label', more: { acts: [{ do: 'label' }] }, code: 'no_label' },
    { what: 'no points', more: { acts: [{ do: 'priority', points: 0 }] }, code: 'no_points' },
    { what: 'too many points', more: { acts: [{ do: 'priority', points: 1e9 }] }, code: 'invalid' },
    {
      what: 'a reply that is not shared',
      more: { acts: [{ do: 'reply', replyId: nobody }] },
      code: 'reply_not_shared',
    },
    {
      what: 'a field that is not there',
      more: { acts: [{ do: 'field', fieldId: nobody, value: 'x' }] },
      code: 'no_such_field',
    },
    { what: 'a webhook, by a lead', more: { acts: [{ do: 'hook', hookId: nobody }] }, code: 'not_allowed' },
    { what: 'an act that is none', more: { acts: [{ do: 'explode' }] }, code: 'invalid' },
    { what: 'hours that are none', more: { hours: { is: 'within', week: '9-5', zone: 'UTC' } }, code: 'bad_hours' },
    {
      what: 'a zone that is none',
      more: { hours: { is: 'within', week: 'Mon 09:00-17:00', zone: 'Mars/X' } },
      code: 'bad_zone',
    },
    {
      what: 'somebody who is me',
      more: { filter: { match: 'all', conditions: [{ about: 'assignee', is: 'one_of', values: ['me'] }] } },
      code: 'asks_for_me',
    },
  ])('with $what is refused: $code', async ({ more, code }) => {
    const answer = await make(more);
    expect([400, 403]).toContain(answer.statusCode);
    if (code !== 'invalid') expect(answer.json().code).toBe(code);
  });

  it('is tried without doing anything, and explained for one conversation', async () => {
    const run = (await ask('POST', '/api/rules/dry-run', lead, body())).json();
    expect(run).toMatchObject({ found: 1, newest: [{ steps: [{ do: 'priority', outcome: 'does', why: null }] }] });
    const { id } = (await make({ name: 'Why' })).json();
    const items = (await ask('GET', `/api/conversations/${conversationId}/rules`, lead)).json().items;
    const mine = items.find((one: { id: string }) => one.id === id);
    expect(mine).toMatchObject({
      isOn: true,
      conditions: [{ condition: { about: 'sentiment' } }],
      restsUntil: null,
      isBlocked: false,
      byHand: [],
      stoppedBy: null,
      lastAt: null,
    });
    expect((await ask('GET', `/api/conversations/${randomUUID()}/rules`, lead)).statusCode).toBe(404);
  });

  describe.each<{ role: Role; may: boolean }>([
    { role: 'owner', may: true },
    { role: 'lead', may: true },
    { role: 'agent', may: false },
    { role: 'viewer', may: false },
  ])('by $role', ({ role, may }) => {
    it(may ? 'is managed' : 'is neither read nor changed', async () => {
      const { headers } = await desk.signIn(workspace, role);
      const { id } = (await make()).json();
      const asked = [
        ['GET', '/api/rules'],
        ['POST', '/api/rules', { id: randomUUID(), ...body() }],
        ['PATCH', `/api/rules/${id}`, { isOn: false }],
        ['PUT', '/api/rules/order', { ids: [] }],
        ['GET', `/api/rules/${id}/versions`],
        ['POST', `/api/rules/${id}/take-back`, { version: 1 }],
        ['POST', '/api/rules/dry-run', body()],
        ['GET', `/api/conversations/${conversationId}/rules`],
        ['DELETE', `/api/rules/${id}`],
      ] as const;
      for (const [method, url, payload] of asked)
        expect([url, (await ask(method, url, headers, payload)).statusCode]).toEqual([url, may ? 200 : 403]);
    });
  });

  it('of another workspace is not there, and whoever works in some inboxes only changes none', async () => {
    const { id } = (await make()).json();
    const other = await desk.makeWorkspace(`other-${randomUUID().slice(0, 8)}`);
    const { headers } = await desk.signIn(other, 'owner');
    for (const [method, url, payload] of [
      ['PATCH', `/api/rules/${id}`, { isOn: false }],
      ['DELETE', `/api/rules/${id}`, undefined],
      ['GET', `/api/rules/${id}/versions`, undefined],
      ['POST', `/api/rules/${id}/take-back`, { version: 1 }],
      ['GET', `/api/conversations/${conversationId}/rules`, undefined],
    ] as const)
      expect([url, (await ask(method, url, headers, payload)).statusCode]).toEqual([url, 404]);
    expect((await ask('GET', '/api/rules', headers)).json()).toEqual({ items: [] });

    const some = await desk.signIn(workspace, 'lead');
    const { rows } = await sql<{
      id: string;
    }>`select id from inboxes where workspace_id = ${workspace} limit 1`.execute(desk.deps.db.read);
    await ask('PUT', `/api/inboxes/${rows[0]?.id}/access`, owner, {
      grants: [{ agentId: some.agentId, teamId: null, right: 'manage' }],
    });
    const answer = await ask('PATCH', `/api/rules/${id}`, some.headers, { isOn: false });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'not_allowed_here']);
  });
});
