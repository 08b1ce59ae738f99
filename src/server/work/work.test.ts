import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../../test/database.ts';
import type { AgentId, WorkspaceId } from '../../core/ids.ts';
import { listAudit } from '../../storage/audit.ts';
import type { Database } from '../../storage/database.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { addInboxRow, addTalk, asker } from './talk.fixture.ts';

type Headers = Record<string, string>;
type Body = Record<string, unknown>;

let db: Database;
let end: () => Promise<void>;
let desk: Desk;
let workspaceId: WorkspaceId;
let lead: { agentId: AgentId; headers: Headers };
let agent: { agentId: AgentId; headers: Headers };
let ask: ReturnType<typeof asker>;
let write: (name: string) => ReturnType<typeof addTalk>;

beforeAll(async () => {
  ({ db, end } = await openEmbedded());
  desk = await openDesk(db, { callsPerMinute: 1_000_000 });
  workspaceId = await desk.makeWorkspace('work');
  const inboxId = await addInboxRow(db, workspaceId);
  lead = await desk.signIn(workspaceId, 'lead');
  agent = await desk.signIn(workspaceId, 'agent');
  ask = asker(desk, agent.headers);
  write = (name) => addTalk(db, workspaceId, inboxId, name, new Date());
});
afterAll(async () => {
  await desk.close();
  await end();
});

const detail = async (id: string) => (await ask('GET', `/api/conversations/${id}`)).body;
const kinds = async (id: string) => (await detail(id)).timeline.map(({ kind }: { kind: string }) => kind);

describe('labels', () => {
  it('are made by whoever may, once for each name, and put on and taken off by everybody who works', async () => {
    const { conversationId } = await write('ida');
    const id = randomUUID();
    const label = { id, name: 'Delivery', colour: 'red' };
    expect((await ask('POST', '/api/labels', label)).status).toBe(403);
    for (let turn = 0; turn < 2; turn += 1)
      expect(await ask('POST', '/api/labels', label, lead.headers)).toEqual({
        status: 200,
        body: { ...label, isArchived: false },
      });
    expect(
      (await ask('POST', '/api/labels', { ...label, id: randomUUID(), name: ' DELIVERY ' }, lead.headers)).body,
    ).toMatchObject({ code: 'name_taken' });
    expect((await ask('PUT', `/api/conversations/${conversationId}/labels`, { add: [id] })).status).toBe(200);
    expect((await detail(conversationId)).conversation.labelIds).toEqual([id]);
    const renamed = await ask('PATCH', `/api/labels/${id}`, { name: 'Parcels', isArchived: true }, lead.headers);
    expect(renamed.body).toEqual({ id, name: 'Parcels', colour: 'red', isArchived: true });
    const other = await write('bo');
    expect((await ask('PUT', `/api/conversations/${other.conversationId}/labels`, { add: [id] })).body).toMatchObject({
      code: 'label_archived',
    });
    expect((await ask('PUT', `/api/conversations/${conversationId}/labels`, { remove: [id] })).status).toBe(200);
    expect((await detail(conversationId)).conversation.labelIds).toEqual([]);
    expect((await ask('GET', '/api/labels')).body.items).toEqual([renamed.body]);
    const [labelled] = (await detail(conversationId)).timeline.filter(
      ({ kind }: { kind: string }) => kind === 'labelled',
    );
    expect(labelled).toMatchObject({ actorKind: 'agent', detail: { added: [{ id, name: 'Delivery' }], removed: [] } });
    const audit = await listAudit(db.read, workspaceId, { limit: 20 });
    expect(audit.find(({ act }) => act === 'label.changed')?.detail).toEqual({
      before: { name: 'Delivery', colour: 'red', isArchived: false },
      after: { name: 'Parcels', colour: 'red', isArchived: true },
    });
  });
});

describe('fields', () => {
  const make = async (more: Body) => {
    const id = randomUUID();
    const made = await ask(
      'POST',
      '/api/fields',
      { id, about: 'conversation', name: id, kind: 'text', ...more },
      lead.headers,
    );
    return { id, made };
  };

  it.each([
    { kind: 'text', good: 'A-17', bad: 17 },
    { kind: 'number', good: 17.5, bad: '17' },
    { kind: 'date', good: '2026-02-28', bad: '2026-02-30' },
    { kind: 'choice', good: 'Blue', bad: 'Green', choices: ['Red', 'Blue'] },
    { kind: 'toggle', good: true, bad: 'yes' },
  ])('of kind $kind take what fits, and say in words what does not', async ({ kind, good, bad, choices = [] }) => {
    const { conversationId } = await write('ida');
    const { id } = await make({ kind, choices, name: `My ${kind}` });
    const url = `/api/conversations/${conversationId}/fields`;
    const refused = await ask('PUT', url, { values: { [id]: bad } });
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'wrong_value', message: expect.stringContaining(`My ${kind}`) },
    });
    expect((await ask('PUT', url, { values: { [id]: good } })).status).toBe(200);
    expect((await detail(conversationId)).fields).toEqual({ [id]: good });
    await ask('PUT', url, { values: { [id]: null } });
    expect((await detail(conversationId)).fields).toEqual({});
    expect(await kinds(conversationId)).toEqual(['fields_filled', 'fields_filled']);
  });

  it('are about a conversation or about a person, never about both', async () => {
    const { conversationId, contactId } = await write('ida');
    const { id } = await make({ about: 'contact' });
    expect(
      (await ask('PUT', `/api/conversations/${conversationId}/fields`, { values: { [id]: 'x' } })).body,
    ).toMatchObject({ code: 'no_such_field' });
    expect((await ask('PUT', `/api/contacts/${contactId}/fields`, { values: { [id]: 'Gold' } })).status).toBe(200);
    expect((await detail(conversationId)).contactFields).toEqual({ [id]: 'Gold' });
  });

  it('stand in the order that somebody gave them, all at once; what was made meanwhile stays behind', async () => {
    const [a, b, c, other]: string[] = [
      (await make({})).id,
      (await make({})).id,
      (await make({})).id,
      (await make({ about: 'contact' })).id,
    ];
    const ordered = (body: Body, { headers } = lead) => ask('PUT', '/api/fields/order', body, headers);
    const made = (ids: readonly unknown[]) => ids.filter((id) => [a, b, c, other].some((one) => one === id));
    const idsOf = ({ body }: { body: { items: { id: string }[] } }) => made(body.items.map(({ id }) => id));
    const about = 'conversation';
    expect(idsOf(await ordered({ about, ids: [c, randomUUID(), other, a, c] }))).toEqual([c, a, b, other]);
    expect(idsOf(await ask('GET', '/api/fields'))).toEqual([c, a, b, other]);
    // As it is already.
    await ordered({ about, ids: [c, a] });
    const noted = (await listAudit(db.read, workspaceId, { limit: 50 })).filter(({ act }) => act === 'field.ordered');
    expect(noted.map(({ detail }) => made((detail as { after: string[] }).after))).toEqual([[c, a, b]]);
    expect((await ordered({ about, ids: [a] }, agent)).status).toBe(403);
    expect((await ordered({ about: 'nobody', ids: [a] })).status).toBe(400);
  });

  it.each([
    { what: 'no choices', body: { kind: 'choice', choices: [] }, code: 'choices_missing' },
    { what: 'a choice twice', body: { kind: 'choice', choices: ['A', 'A'] }, code: 'choice_twice' },
  ])('are not made with $what', async ({ body, code }) => {
    expect((await make(body)).made).toMatchObject({ status: 400, body: { code } });
  });
});

describe('tasks', () => {
  it('are written, given to somebody who is called, ticked off and removed', async () => {
    const { conversationId } = await write('ida');
    const task = {
      id: randomUUID(),
      text: 'Call the carrier',
      assigneeId: lead.agentId,
      dueAt: '2030-01-01T09:00:00.000Z',
    };
    const url = `/api/conversations/${conversationId}/tasks`;
    for (let turn = 0; turn < 2; turn += 1)
      expect((await ask('POST', url, task)).body).toMatchObject({ ...task, doneAt: null, createdBy: agent.agentId });
    expect((await ask('GET', '/api/tasks', undefined, lead.headers)).body.items).toMatchObject([task]);
    expect((await ask('GET', '/api/tasks?dueBefore=2029-01-01T00:00:00Z', undefined, lead.headers)).body.items).toEqual(
      [],
    );
    expect((await ask('GET', '/api/tasks')).body.items).toEqual([]);
    const notices = await ask('GET', '/api/notifications', undefined, lead.headers);
    expect(notices.body.items.filter(({ kind }: { kind: string }) => kind === 'task')).toMatchObject([
      { text: 'Call the carrier', conversationId },
    ]);
    const done = await ask('PATCH', `/api/tasks/${task.id}`, { isDone: true });
    expect(done.body).toMatchObject({ doneAt: expect.any(String), doneBy: agent.agentId });
    expect((await ask('GET', '/api/tasks', undefined, lead.headers)).body.items).toEqual([]);
    expect((await detail(conversationId)).tasks).toEqual([done.body]);
    expect((await ask('DELETE', `/api/tasks/${task.id}`)).status).toBe(200);
    expect((await ask('DELETE', `/api/tasks/${task.id}`)).body).toMatchObject({ code: 'no_such_task' });
    expect(await kinds(conversationId)).toEqual(['task_added', 'task_done', 'task_removed']);
  });

  it.each([
    { what: 'for nobody who works here', more: { assigneeId: randomUUID() }, status: 400 },
    { what: 'without words', more: { text: '   ' }, status: 400 },
  ])('are not taken $what', async ({ more, status }) => {
    const { conversationId } = await write('ida');
    const task = { id: randomUUID(), text: 'Call', ...more };
    expect((await ask('POST', `/api/conversations/${conversationId}/tasks`, task)).status).toBe(status);
  });
});

describe('notes', () => {
  it('call those they name, once, and whole teams', async () => {
    const { conversationId } = await write('ida');
    const third = await desk.signIn(workspaceId, 'agent');
    const owner = await desk.signIn(workspaceId, 'owner');
    const team = { id: randomUUID(), name: 'Carriers', agentIds: [lead.agentId, third.agentId] };
    expect((await ask('POST', '/api/teams', team, owner.headers)).status).toBeLessThan(300);
    const mentions = { agents: [lead.agentId], teams: [team.id] };
    const note = { id: randomUUID(), text: '@Lead and @Carriers, please look', mentions };
    for (let turn = 0; turn < 2; turn += 1)
      expect((await ask('POST', `/api/conversations/${conversationId}/notes`, note)).status).toBe(200);
    for (const headers of [lead.headers, third.headers]) {
      const { items } = (await ask('GET', '/api/notifications', undefined, headers)).body;
      expect(items.filter(({ kind }: { kind: string }) => kind === 'mention')).toMatchObject([
        { text: note.text, conversationId },
      ]);
    }
    const shown = (await detail(conversationId)).messages.find(({ id }: { id: string }) => id === note.id);
    expect(shown).toMatchObject({ text: note.text, mentions });
    const stranger = { agents: [randomUUID()], teams: [] };
    const refused = await ask('POST', `/api/conversations/${conversationId}/notes`, {
      ...note,
      id: randomUUID(),
      mentions: stranger,
    });
    expect(refused.body).toMatchObject({ code: 'no_such_mention' });
  });
});

describe('links', () => {
  it('stand on both sides and are told on both, and follow what is merged', async () => {
    const [a, b, c] = [await write('ida'), await write('bo'), await write('cy')];
    const link = { conversationId: b.conversationId };
    for (let turn = 0; turn < 2; turn += 1)
      expect((await ask('POST', `/api/conversations/${a.conversationId}/links`, link)).status).toBe(200);
    const linked = async (id: string) => (await detail(id)).linked.map((one: { id: string }) => one.id);
    expect([await linked(a.conversationId), await linked(b.conversationId)]).toEqual([
      [b.conversationId],
      [a.conversationId],
    ]);
    expect([await kinds(a.conversationId), await kinds(b.conversationId)]).toEqual([['linked'], ['linked']]);
    const merge = await ask('POST', `/api/conversations/${c.conversationId}/merge`, {
      id: randomUUID(),
      conversations: [b.conversationId],
    });
    expect([await linked(a.conversationId), await linked(c.conversationId)]).toEqual([
      [c.conversationId],
      [a.conversationId],
    ]);
    expect((await detail(c.conversationId)).merged).toMatchObject([
      { undoId: merge.body.undoId, conversation: { id: b.conversationId } },
    ]);
    expect((await ask('DELETE', `/api/conversations/${c.conversationId}/links/${a.conversationId}`)).status).toBe(200);
    expect(await linked(a.conversationId)).toEqual([]);
    expect(
      (await ask('POST', `/api/conversations/${a.conversationId}/links`, { conversationId: a.conversationId })).body,
    ).toMatchObject({ code: 'linked_with_itself' });
    expect((await ask('POST', `/api/undo/${merge.body.undoId}`)).body).toEqual({ undone: 2, left: [] });
    expect((await detail(c.conversationId)).merged).toEqual([]);
  });
});

describe('team and promise', () => {
  it('are set and taken back, and keeping a promise is a human act', async () => {
    const { conversationId } = await write('ida');
    const url = `/api/conversations/${conversationId}`;
    const at = new Date(Date.now() + 3_600_000).toISOString();
    expect((await ask('PUT', `${url}/promise`, { for: at, words: 'By ten' })).status).toBe(200);
    expect((await detail(conversationId)).conversation).toMatchObject({ promisedFor: at, promise: 'By ten' });
    await ask('PUT', `${url}/attention`, { attention: 'answered' });
    expect((await detail(conversationId)).conversation).toMatchObject({ promisedFor: at });
    const token = await desk.token(workspaceId);
    expect((await ask('DELETE', `${url}/promise`, undefined, token)).body).toMatchObject({ code: 'needs_a_human' });
    expect((await ask('DELETE', `${url}/promise`)).status).toBe(200);
    expect((await detail(conversationId)).conversation).toMatchObject({ promisedFor: null, promise: null });
    expect((await ask('PUT', `${url}/team`, { teamId: randomUUID() })).body).toMatchObject({ code: 'no_such_team' });
    expect(await kinds(conversationId)).toEqual(['promised', 'answered', 'promise_kept']);
  });
});

describe('bulk', () => {
  it('does five hundred at once, and no more', async () => {
    const talks = [await write('a'), await write('b')];
    const conversations = [
      ...talks.map((talk) => talk.conversationId),
      ...Array.from({ length: 498 }, () => randomUUID()),
    ];
    const act = { do: 'attention', attention: 'answered' };
    const done = await ask('POST', '/api/bulk', { id: randomUUID(), conversations, act });
    expect(done.body).toMatchObject({ done: 2, undoId: expect.any(String) });
    expect(done.body.left).toHaveLength(498);
    expect((await ask('POST', `/api/undo/${done.body.undoId}`)).body).toEqual({ undone: 2, left: [] });
    const more = { id: randomUUID(), conversations: [...conversations, randomUUID()], act };
    expect((await ask('POST', '/api/bulk', more)).status).toBe(400);
  });
});
