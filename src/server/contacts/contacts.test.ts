import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../../test/database.ts';
import type { WorkspaceId } from '../../core/ids.ts';
import { listAudit } from '../../storage/audit.ts';
import type { Database } from '../../storage/database.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { addInboxRow, addTalk, asker } from '../work/talk.fixture.ts';

type Headers = Record<string, string>;

let db: Database;
let end: () => Promise<void>;
let desk: Desk;
let workspaceId: WorkspaceId;
let ask: ReturnType<typeof asker>;
let colleague: Headers;
let write: () => ReturnType<typeof addTalk>;

beforeAll(async () => {
  ({ db, end } = await openEmbedded());
  desk = await openDesk(db, { callsPerMinute: 1_000_000 });
  workspaceId = await desk.makeWorkspace('people');
  const inboxId = await addInboxRow(db, workspaceId);
  ask = asker(desk, (await desk.signIn(workspaceId, 'agent')).headers);
  colleague = (await desk.signIn(workspaceId, 'lead')).headers;
  write = () => addTalk(db, workspaceId, inboxId, 'Ida', new Date());
});
afterAll(async () => {
  await desk.close();
  await end();
});

const detail = async (id: string) => (await ask('GET', `/api/conversations/${id}`)).body;

describe('a person', () => {
  it('is called what people at the desk call them', async () => {
    const { contactId, conversationId } = await write();
    expect((await ask('PATCH', `/api/contacts/${contactId}`, { name: 'Ida Lind' })).status).toBe(200);
    const { contact, timeline } = await detail(conversationId);
    expect(contact.name).toBe('Ida Lind');
    expect(timeline).toMatchObject([{ kind: 'contact_renamed', detail: { from: 'Ida', to: 'Ida Lind' } }]);
    expect((await ask('PATCH', `/api/contacts/${contactId}`, { name: '  ' })).status).toBe(400);
    expect((await ask('PATCH', `/api/contacts/${randomUUID()}`, { name: 'X' })).body).toMatchObject({
      code: 'no_such_contact',
    });
  });

  it('has notes that their writers alone change', async () => {
    const { contactId, conversationId } = await write();
    const url = `/api/contacts/${contactId}/notes`;
    const note = { id: randomUUID(), text: 'Prefers the phone' };
    for (let turn = 0; turn < 2; turn += 1)
      expect((await ask('POST', url, note)).body).toMatchObject({ ...note, editedAt: null });
    expect((await detail(conversationId)).contactNotes).toMatchObject([note]);
    expect((await ask('PATCH', `${url}/${note.id}`, { text: 'x' }, colleague)).body).toMatchObject({
      code: 'not_yours',
    });
    expect((await ask('DELETE', `${url}/${note.id}`, undefined, colleague)).body).toMatchObject({ code: 'not_yours' });
    expect((await ask('POST', url, note, colleague)).body).toMatchObject({ code: 'id_taken' });
    const changed = await ask('PATCH', `${url}/${note.id}`, { text: 'Prefers mail' });
    expect(changed.body).toMatchObject({ text: 'Prefers mail', editedAt: expect.any(String) });
    const other = await write();
    expect((await ask('DELETE', `/api/contacts/${other.contactId}/notes/${note.id}`)).body).toMatchObject({
      code: 'no_such_note',
    });
    expect((await ask('DELETE', `${url}/${note.id}`)).status).toBe(200);
    expect((await detail(conversationId)).contactNotes).toEqual([]);
  });

  it('is blocked and let in again by a person, and what waited waits as before', async () => {
    const { contactId, conversationId } = await write();
    const url = `/api/contacts/${contactId}/standing`;
    const before = (await detail(conversationId)).conversation;
    expect((await ask('PUT', url, { isBlocked: true }, await desk.token(workspaceId))).body).toMatchObject({
      code: 'needs_a_human',
    });
    for (let turn = 0; turn < 2; turn += 1) expect((await ask('PUT', url, { isBlocked: true })).status).toBe(200);
    const blocked = await detail(conversationId);
    expect(blocked.conversation).toMatchObject({
      attention: 'no_reply',
      attentionReason: 'blocked',
      waitingSince: null,
      isBlocked: true,
    });
    expect(blocked.contact.blockedAt).not.toBeNull();
    const listed = (await ask('GET', '/api/conversations?view=needs_answer')).body.items.map(
      ({ id }: { id: string }) => id,
    );
    expect(listed).not.toContain(conversationId);
    await ask('PUT', url, { isBlocked: false });
    const after = await detail(conversationId);
    expect(after.conversation).toMatchObject({
      attention: 'needs_answer',
      waitingSince: before.waitingSince,
      isBlocked: false,
    });
    expect(after.timeline.map(({ kind }: { kind: string }) => kind)).toEqual(['contact_blocked', 'contact_unblocked']);
    const acts = (await listAudit(db.read, workspaceId, { limit: 10 }))
      .filter(({ target }) => target === contactId)
      .map(({ act }) => act);
    expect(acts).toEqual(['contact.unblocked', 'contact.blocked']);
  });

  it('is muted: it waits, and says that it calls nobody', async () => {
    const { contactId, conversationId } = await write();
    await ask('PUT', `/api/contacts/${contactId}/standing`, { isMuted: true });
    expect((await detail(conversationId)).conversation).toMatchObject({ attention: 'needs_answer', isMuted: true });
    await ask('PUT', `/api/contacts/${contactId}/standing`, { isMuted: false });
    expect((await detail(conversationId)).conversation).toMatchObject({ isMuted: false });
  });
});
