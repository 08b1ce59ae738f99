import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../../test/database.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { addInboxRow, addTalk, asker } from '../work/talk.fixture.ts';

type Headers = Record<string, string>;

let db: Database;
let end: () => Promise<void>;
let desk: Desk;
let workspaceId: WorkspaceId;
let open: InboxId;
let closed: InboxId;
let ask: ReturnType<typeof asker>;
let lead: Headers;

beforeAll(async () => {
  ({ db, end } = await openEmbedded());
  desk = await openDesk(db, { callsPerMinute: 1_000_000 });
  workspaceId = await desk.makeWorkspace('persons');
  open = await addInboxRow(db, workspaceId);
  closed = await addInboxRow(db, workspaceId);
  ask = asker(desk, (await desk.signIn(workspaceId, 'agent')).headers);
  lead = (await desk.signIn(workspaceId, 'lead')).headers;
  await db.alone((tx) =>
    sql`update inboxes set is_restricted = true where workspace_id = ${workspaceId} and id = ${closed}`.execute(tx),
  );
});
afterAll(async () => {
  await desk.close();
  await end();
});

const talk = (name: string, inbox = open) => addTalk(db, workspaceId, inbox, name, new Date());
const about = async (id: string) => (await ask('GET', `/api/contacts/${id}/about`)).body;
const names = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);

/** As if both had written the same address. */
async function share(a: string, b: string, key = randomUUID()) {
  for (const id of [a, b])
    await db.alone((tx) =>
      sql`insert into contact_keys (workspace_id, kind, key, identity_id, source, is_private, at)
        select workspace_id, 'email', ${key}, id, 'said', true, now() from identities where workspace_id = ${workspaceId} and contact_id = ${id}`.execute(
        tx,
      ),
    );
}

describe('a person', () => {
  it('may be the same as another one, until somebody says that they are not', async () => {
    const [a, b] = [await talk('Ida Karlsson'), await talk('ida_k')];
    await share(a.contactId, b.contactId);
    expect((await about(a.contactId)).suggestions).toMatchObject([
      {
        person: { id: b.contactId },
        confidence: 0.85,
        evidence: [{ kind: 'email', how: 'both_wrote', isPrivate: true }],
      },
    ]);
    const url = `/api/contacts/${a.contactId}/apart`;
    for (let turn = 0; turn < 2; turn += 1)
      expect((await ask('PUT', url, { contactId: b.contactId })).status).toBe(200);
    expect((await about(a.contactId)).suggestions).toEqual([]);
    expect((await about(b.contactId)).suggestions).toEqual([]);
    await ask('PUT', url, { contactId: b.contactId, isApart: false });
    expect((await about(b.contactId)).suggestions).toHaveLength(1);
  });

  it('becomes one with another, and two again from either page', async () => {
    const [a, b] = [await talk('Eva Ek'), await talk('eva')];
    const merge = { id: randomUUID(), contactId: b.contactId };
    for (let turn = 0; turn < 2; turn += 1)
      expect((await ask('POST', `/api/contacts/${a.contactId}/merges`, merge)).status).toBe(200);
    expect((await about(b.contactId)).mergedIntoId).toBe(a.contactId);
    expect((await about(a.contactId)).merges).toMatchObject([{ id: merge.id, name: 'eva' }]);
    expect((await ask('GET', `/api/contacts/${a.contactId}/story`)).body.items).toHaveLength(2);
    expect((await ask('DELETE', `/api/contacts/${b.contactId}/merges/${merge.id}`)).status).toBe(200);
    expect((await ask('GET', `/api/contacts/${a.contactId}/story`)).body.items).toHaveLength(1);
    expect((await about(b.contactId)).mergedIntoId).toBeNull();
  });

  it('is a VIP, on a stage, and of a company', async () => {
    const { contactId, conversationId } = await talk('Vera');
    await ask('PUT', `/api/contacts/${contactId}/vip`, { isVip: true });
    await ask('PUT', `/api/contacts/${contactId}/stage`, { stage: 'returning' });
    expect((await ask('PUT', `/api/contacts/${contactId}/stage`, { stage: 'rich' })).status).toBe(400);
    const company = { id: randomUUID(), name: 'Acme', domains: ['https://www.ACME.example/shop'] };
    expect((await ask('POST', '/api/companies', company)).body).toMatchObject({ domains: ['acme.example'] });
    expect((await ask('POST', '/api/companies', { ...company, id: randomUUID() })).body).toMatchObject({
      code: 'name_taken',
    });
    const other = { id: randomUUID(), name: 'Other', domains: ['acme.example'] };
    expect((await ask('POST', '/api/companies', other)).body).toMatchObject({ code: 'domain_taken' });
    expect((await ask('POST', '/api/companies', { ...other, domains: ['gmail.com'] })).body).toMatchObject({
      code: 'not_a_domain',
    });
    await ask('PUT', `/api/contacts/${contactId}/company`, { companyId: company.id });
    expect((await ask('PUT', `/api/contacts/${contactId}/company`, { companyId: randomUUID() })).body).toMatchObject({
      code: 'no_such_company',
    });
    expect(await about(contactId)).toMatchObject({
      vipAt: expect.any(String),
      stage: { stage: 'returning', because: 'by_hand' },
      company: { name: 'Acme' },
    });
    expect(names((await ask('GET', '/api/contacts?vip=true')).body)).toEqual(['Vera']);
    expect(names((await ask('GET', `/api/contacts?company=${company.id}`)).body)).toEqual(['Vera']);
    const { timeline } = (await ask('GET', `/api/conversations/${conversationId}`)).body;
    expect(timeline.map(({ kind }: { kind: string }) => kind)).toEqual([
      'contact_vip',
      'contact_stage',
      'contact_company',
    ]);
    expect((await ask('DELETE', `/api/companies/${company.id}`)).body).toMatchObject({ code: 'not_allowed_here' });
    const owner = (await desk.signIn(workspaceId, 'owner')).headers;
    expect((await ask('DELETE', `/api/companies/${company.id}`, undefined, owner)).status).toBe(200);
    expect((await about(contactId)).company).toBeNull();
  });

  it('has one story, narrowed by channel, page by page', async () => {
    const { contactId, conversationId } = await talk('Stina');
    await ask('POST', `/api/contacts/${contactId}/notes`, { id: randomUUID(), text: 'Prefers mail' });
    await ask('POST', `/api/conversations/${conversationId}/tasks`, { id: randomUUID(), text: 'Send it' });
    const url = `/api/contacts/${contactId}/story`;
    const { items } = (await ask('GET', url)).body;
    expect(items.map(({ kind, text }: { kind: string; text: string }) => [kind, text])).toEqual([
      ['task', 'Send it'],
      ['note', 'Prefers mail'],
      ['said', 'Help!'],
    ]);
    const first = (await ask('GET', `${url}?limit=2`)).body;
    const rest = (await ask('GET', `${url}?limit=2&cursor=${encodeURIComponent(first.cursor)}`)).body;
    expect([...first.items, ...rest.items]).toEqual(items);
    expect((await ask('GET', `${url}?channel=facebook`)).body.items).toHaveLength(2);
    expect((await ask('GET', `${url}?channel=x`)).body.items).toEqual([]);
    expect((await ask('GET', `${url}?kind=order`)).body.items).toEqual([]);
    expect((await ask('GET', `${url}?cursor=nonsense`)).body).toMatchObject({ code: 'bad_cursor' });
  });
});

describe('segments', () => {
  it('are filled by what is declared, counted, and exported by a lead only', async () => {
    const town = (
      await ask('POST', '/api/fields', { id: randomUUID(), about: 'contact', name: 'Town', kind: 'text' }, lead)
    ).body;
    const [a, b] = [await talk('Malin'), await talk('Mona')];
    await ask('PUT', `/api/contacts/${a.contactId}/fields`, { values: { [town.id]: '=Malmö' } });
    await ask('PUT', `/api/contacts/${b.contactId}/fields`, { values: { [town.id]: 'Lund' } });
    const filter = { match: 'all', conditions: [{ on: 'field', fieldId: town.id, is: 'contains', value: 'malm' }] };
    const segment = { id: randomUUID(), name: 'From Malmö', filter };
    expect((await ask('POST', '/api/segments', segment)).body).toMatchObject({ code: 'not_allowed' });
    for (let turn = 0; turn < 2; turn += 1)
      expect((await ask('POST', '/api/segments', segment, lead)).body).toMatchObject({ name: 'From Malmö' });
    expect((await ask('GET', '/api/segments')).body.items).toMatchObject([{ people: { count: 1, isCapped: false } }]);
    expect(names((await ask('GET', `/api/contacts?segment=${segment.id}`)).body)).toEqual(['Malin']);
    const bad = {
      ...segment,
      id: randomUUID(),
      name: 'Old',
      filter: { match: 'all', conditions: [{ on: 'age', least: 60 }] },
    };
    expect((await ask('POST', '/api/segments', bad, lead)).status).toBe(400);
    const csv = async (headers: Headers) =>
      desk.http.inject({ url: `/api/contacts.csv?segment=${segment.id}`, headers });
    const file = await csv(lead);
    expect(file.body.split('\r\n')[1]).toMatch(/^Malin,/);
    expect(file.body).not.toContain('Mona');
    expect((await csv((await desk.signIn(workspaceId, 'agent')).headers)).statusCode).toBe(403);
  });

  it.each([
    [{ on: 'channel', any: ['facebook'] }, true],
    [{ on: 'channel', any: ['x'] }, false],
    [{ on: 'vip', is: false }, true],
    [{ on: 'blocked', is: true }, false],
    [{ on: 'stage', any: ['first_contact'] }, true],
    [{ on: 'stage', any: ['customer', 'returning'] }, false],
    [{ on: 'orders', least: 1 }, false],
    [{ on: 'spent', least: 0 }, true],
    [{ on: 'bought', withinDays: 30 }, false],
    [{ on: 'language', any: ['sv'] }, false],
  ])('%j holds for somebody new: %s', async (condition, holds) => {
    const { contactId } = await talk('Nina');
    const segment = { id: randomUUID(), name: randomUUID(), filter: { match: 'any', conditions: [condition] } };
    await ask('POST', '/api/segments', segment, lead);
    const { items } = (await ask('GET', `/api/contacts?segment=${segment.id}`)).body;
    expect(items.some(({ id }: { id: string }) => id === contactId)).toBe(holds);
  });
});

describe('nobody finds a person through an inbox that they may not see', () => {
  it('in no list, count, suggestion, or merge', async () => {
    const [seen, hidden] = [await talk('Sven Berg'), await talk('Sven Secret', closed)];
    await share(seen.contactId, hidden.contactId);
    expect((await about(seen.contactId)).suggestions).toEqual([]);
    expect(names((await ask('GET', '/api/contacts?q=sven')).body)).toEqual(['Sven Berg']);
    expect((await ask('GET', '/api/contacts?q=sven')).body.total.count).toBe(1);
    for (const path of ['about', 'story'])
      expect((await ask('GET', `/api/contacts/${hidden.contactId}/${path}`)).body).toMatchObject({
        code: 'no_such_contact',
      });
    const merge = { id: randomUUID(), contactId: hidden.contactId };
    expect((await ask('POST', `/api/contacts/${seen.contactId}/merges`, merge)).body).toMatchObject({
      code: 'no_such_contact',
    });
    expect(
      (await ask('PUT', `/api/contacts/${seen.contactId}/apart`, { contactId: hidden.contactId })).body,
    ).toMatchObject({ code: 'no_such_contact' });
    // Whoever may see both makes them one; the one that is gone lies where the other one lies, and nowhere else.
    const owner = (await desk.signIn(workspaceId, 'owner')).headers;
    const third = await talk('Third', closed);
    const both = { id: randomUUID(), contactId: third.contactId };
    expect((await ask('POST', `/api/contacts/${hidden.contactId}/merges`, both, owner)).status).toBe(200);
    expect((await ask('GET', `/api/contacts/${third.contactId}/about`)).body).toMatchObject({
      code: 'no_such_contact',
    });
    expect((await ask('GET', '/api/contacts?q=sven', undefined, owner)).body.total.count).toBe(2);
  });
});
