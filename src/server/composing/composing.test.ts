import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { createFakeNetwork } from '../../../test/outgoing/channels.ts';
import { type OutgoingDesk, openOutgoingDesk, type Written } from '../../../test/outgoing/desk.ts';
import type { InboxId } from '../../core/ids.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';

type Headers = Record<string, string>;

eachDatabase((open) => {
  let server: Desk;
  let desk: OutgoingDesk;
  let line: InboxId;
  let agent: Headers;
  let lead: Headers;
  beforeAll(async () => {
    const db = await open();
    desk = await openOutgoingDesk(db, new Date());
    line = await desk.addInbox('line');
    server = await openDesk(db, { connectors: createFakeNetwork().connectors() });
    agent = (await server.signIn(desk.workspaceId, 'agent')).headers;
    lead = (await server.signIn(desk.workspaceId, 'lead')).headers;
  });
  afterAll(() => server.close());

  const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, headers: Headers, payload?: object) =>
    server.http.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  const dora = (name = `Dora ${randomUUID().replaceAll(/[-\d]/g, '')}`) =>
    desk.customerWrites(line, { name, text: 'Where is my parcel?' });
  const upload = async (headers: Headers) => {
    const body =
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\nhello\r\n--x--\r\n';
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    const made = await server.http.inject({
      method: 'POST',
      url: '/api/media',
      headers: { ...headers, ...type },
      payload: body,
    });
    return String(made.json().id);
  };
  const answer = (to: Written, more: object = {}) => ({
    id: randomUUID(),
    way: `reply:${to.threadId}`,
    text: 'On its way.',
    readAtSeq: 1e6,
    ...more,
  });

  describe('a draft', () => {
    const words = (text: string, onVersion: number, more: object = {}) => ({
      kind: 'reply',
      way: null,
      subject: null,
      text,
      attachments: [],
      onVersion,
      ...more,
    });
    const url = (to: Written) => `/api/conversations/${to.conversationId}/draft`;

    it('is kept for all devices of one person, with its files, and seen by nobody else', async () => {
      const to = await dora();
      const file = await upload(agent);
      const saved = await ask(
        'PUT',
        url(to),
        agent,
        words('Dear', 0, { attachments: [file], alts: { [file]: 'A torn seam' } }),
      );
      expect(saved.json()).toMatchObject({
        version: 1,
        text: 'Dear',
        attachments: [{ id: file, name: 'a.txt', sizeBytes: 5, alt: 'A torn seam' }],
      });
      await ask('PUT', url(to), agent, words('Ask Bo', 0, { kind: 'note' }));
      const read = await ask('GET', url(to), agent);
      expect(read.json().items).toMatchObject([
        { kind: 'reply', text: 'Dear' },
        { kind: 'note', text: 'Ask Bo' },
      ]);
      expect((await ask('GET', '/api/drafts', agent)).json().items).toHaveLength(2);
      expect((await ask('GET', url(to), lead)).json()).toEqual({ items: [] });
      expect((await ask('GET', '/api/drafts', lead)).json()).toEqual({ items: [] });
      await ask('DELETE', `${url(to)}?kind=note`, agent);
      await ask('DELETE', `${url(to)}?kind=note`, agent);
      expect((await ask('GET', '/api/drafts', agent)).json().items).toMatchObject([{ kind: 'reply' }]);
      await ask('DELETE', url(to), agent);
    });

    it('is never written over by a device that had not seen the newest', async () => {
      const to = await dora();
      await ask('PUT', url(to), agent, words('One', 0));
      const onePhone = ask('PUT', url(to), agent, words('One, by phone', 1));
      const oneDesk = ask('PUT', url(to), agent, words('One, at the desk', 1));
      const answers = await Promise.all([onePhone, oneDesk]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
      const lost = answers.find(({ statusCode }) => statusCode === 409)?.json();
      const kept = answers.find(({ statusCode }) => statusCode === 200)?.json();
      expect(lost).toMatchObject({ code: 'draft_moved', details: { draft: { version: 2, text: kept.text } } });
      expect((await ask('PUT', url(to), agent, words(kept.text, 1))).statusCode).toBe(200);
      await ask('DELETE', url(to), agent);
      const stale = await ask('PUT', url(to), agent, words('From last week', 2));
      expect(stale.json()).toMatchObject({ code: 'draft_moved', details: { draft: { text: '' } } });
      const fresh = await ask('PUT', url(to), agent, words('Anew', stale.json().details.draft.version));
      expect(fresh.statusCode).toBe(200);
    });

    it('is spent by the answer, on every device', async () => {
      const to = await dora();
      await ask('PUT', url(to), agent, words('On its way.', 0));
      await ask('POST', `/api/conversations/${to.conversationId}/messages`, agent, answer(to));
      expect((await ask('GET', url(to), agent)).json().items).toMatchObject([{ text: '', version: 2 }]);
    });

    it('of a note is spent by the note', async () => {
      const to = await dora();
      await ask('PUT', url(to), agent, words('Ask Bo', 0, { kind: 'note' }));
      await ask('PUT', url(to), agent, words('Dear', 0));
      const note = { id: randomUUID(), text: 'Ask Bo' };
      await ask('POST', `/api/conversations/${to.conversationId}/notes`, agent, note);
      expect((await ask('GET', url(to), agent)).json().items).toMatchObject([
        { kind: 'reply', text: 'Dear' },
        { kind: 'note', text: '' },
      ]);
      await ask('DELETE', url(to), agent);
    });

    it.each([
      { who: 'an API token', status: 403, headers: () => server.token(desk.workspaceId) },
      {
        who: 'the owner of another workspace',
        status: 404,
        headers: async () => (await server.signIn(await server.makeWorkspace(randomUUID()), 'owner')).headers,
      },
    ])('is not for $who', async ({ headers, status }) => {
      const to = await dora();
      expect((await ask('PUT', url(to), await headers(), words('x', 0))).statusCode).toBe(status);
    });
  });

  describe('a saved reply', () => {
    const make = (headers: Headers, more: object = {}) =>
      ask('POST', '/api/saved-replies', headers, {
        id: randomUUID(),
        title: 'Greeting',
        variants: [{ language: null, text: 'Hi {{contact.first_name}}, {{agent.first_name}} here.' }],
        ...more,
      });

    it('is filled for the person, with their language, and tells what is missing and what was said before', async () => {
      const to = await dora('Dora Kiss');
      const made = await make(agent, {
        variants: [
          { language: null, text: 'Hi {{contact.first_name}}, about {{conversation.subject}}.' },
          { language: 'hu', text: 'Szia {{contact.first_name}}!' },
        ],
      });
      const url = `/api/conversations/${to.conversationId}/saved-replies/${made.json().id}`;
      expect((await ask('GET', url, agent)).json()).toEqual({
        text: 'Hi Dora, about {{conversation.subject}}.',
        language: null,
        missing: ['conversation.subject'],
        saidBefore: false,
      });
      await server.deps.db.alone((tx) =>
        tx.updateTable('conversations').set({ language: 'hu' }).where('id', '=', to.conversationId).execute(),
      );
      expect((await ask('GET', url, agent)).json()).toMatchObject({
        text: 'Szia Kiss!',
        language: 'hu',
        saidBefore: false,
      });
      await ask(
        'POST',
        `/api/conversations/${to.conversationId}/messages`,
        agent,
        answer(to, { text: 'szia  Kiss!\n' }),
      );
      expect((await ask('GET', url, agent)).json()).toMatchObject({ saidBefore: true });
      await ask('POST', `${url}/use`, agent);
      expect((await ask('POST', `${url}/use`, lead)).json()).toMatchObject({ code: 'no_such_reply' });
      const listed = (await ask('GET', '/api/saved-replies', agent)).json().items;
      expect(listed.find(({ id }: { id: string }) => id === made.json().id)).toMatchObject({
        uses: 1,
        mayChange: true,
      });
    });

    it('belongs to who made it, until a lead shares it', async () => {
      const own = (await make(agent, { shortcut: 'hi' })).json();
      expect(own).toMatchObject({ isShared: false, mayChange: true });
      const ids = async (headers: Headers) =>
        (await ask('GET', '/api/saved-replies', headers)).json().items.map(({ id }: { id: string }) => id);
      expect(await ids(lead)).not.toContain(own.id);
      expect((await ask('PATCH', `/api/saved-replies/${own.id}`, lead, { title: 'Mine now' })).statusCode).toBe(404);
      expect((await make(agent, { isShared: true })).json()).toMatchObject({ code: 'may_not_share' });
      expect((await ask('PATCH', `/api/saved-replies/${own.id}`, agent, { isShared: true })).statusCode).toBe(403);
      const shared = (await make(lead, { isShared: true, shortcut: 'Hi' })).json();
      expect(shared).toMatchObject({ ownerId: null });
      expect(await ids(agent)).toContain(shared.id);
      expect((await ask('DELETE', `/api/saved-replies/${shared.id}`, agent)).statusCode).toBe(403);
      expect((await make(lead, { isShared: true, shortcut: 'hI' })).json()).toMatchObject({ code: 'shortcut_taken' });
      const other = (await make(lead, { isShared: true, shortcut: 'bye' })).json();
      const taken = await ask('PATCH', `/api/saved-replies/${other.id}`, lead, { shortcut: 'HI' });
      expect(taken.json()).toMatchObject({ code: 'shortcut_taken' });
      expect((await ask('PATCH', `/api/saved-replies/${other.id}`, lead, { title: 'Bye' })).json()).toMatchObject({
        title: 'Bye',
        shortcut: 'bye',
        isShared: true,
      });
      expect((await ask('DELETE', `/api/saved-replies/${other.id}`, lead)).statusCode).toBe(200);
    });

    it('has one text a language, and the same id twice is one', async () => {
      const twice = {
        variants: [
          { language: 'de', text: 'a' },
          { language: 'DE', text: 'b' },
        ],
      };
      expect((await make(agent, twice)).json()).toMatchObject({ code: 'same_language_twice' });
      const id = randomUUID();
      await make(agent, { id });
      expect((await make(agent, { id, title: 'Again' })).json()).toMatchObject({ title: 'Greeting' });
    });
  });

  describe('a macro', () => {
    const label = async () => {
      const id = randomUUID();
      await ask('POST', '/api/labels', lead, { id, name: `parcel ${id}` });
      return id;
    };
    const make = async (headers: Headers, more: object = {}) =>
      ask('POST', '/api/macros', headers, { id: randomUUID(), name: `Late ${randomUUID()}`, acts: [], ...more });

    it('answers and acts in one stroke, once, and its acts can be taken back', async () => {
      const to = await dora();
      const parcel = await label();
      const acts = [
        { do: 'label', add: [parcel], remove: [] },
        { do: 'snooze', until: new Date(Date.now() + 3_600_000).toISOString() },
      ];
      const macro = (await make(lead, { isShared: true, acts })).json();
      expect(macro).toMatchObject({ isShared: true, uses: 0, acts: [{ do: 'label' }, { do: 'snooze' }] });
      const stroke = { id: randomUUID(), reply: answer(to, { thenMark: 'nothing' }) };
      const url = `/api/conversations/${to.conversationId}/macros/${macro.id}`;
      const ran = await ask('POST', url, agent, stroke);
      expect(ran.json()).toEqual({ undoId: stroke.id });
      expect((await ask('POST', url, agent, stroke)).json()).toEqual(ran.json());
      expect(await desk.messages(to.conversationId)).toHaveLength(2);
      const row = await desk.conversation(to.conversationId);
      expect(row).toMatchObject({ label_ids: [parcel], snoozed_until: expect.any(Date) });
      expect((await ask('POST', `/api/undo/${stroke.id}`, agent)).json()).toMatchObject({ undone: 1 });
      expect(await desk.conversation(to.conversationId)).toMatchObject({ label_ids: [], snoozed_until: null });
      const listed = (await ask('GET', '/api/macros', agent)).json().items;
      expect(listed.find(({ id }: { id: string }) => id === macro.id)).toMatchObject({ uses: 1, mayChange: false });
    });

    it('sent twice is one, and is noted once', async () => {
      const id = randomUUID();
      const macro = { id, name: `Twice ${id}`, isShared: true, acts: [{ do: 'resolve', resolution: 'proposed' }] };
      expect((await make(lead, macro)).json()).toMatchObject({ id });
      expect((await make(lead, macro)).json()).toMatchObject({ id });
      const noted = await server.deps.db.read.selectFrom('audit_log').select('act').where('target', '=', id).execute();
      expect(noted).toEqual([{ act: 'macro.added' }]);
    });

    it('goes on without words that others may not read any more', async () => {
      const reply = { id: randomUUID(), title: 'Late', isShared: true, variants: [{ language: null, text: 'Sorry' }] };
      await ask('POST', '/api/saved-replies', lead, reply);
      const shared = (await make(lead, { isShared: true, replyId: reply.id })).json();
      const agents = (await make(agent, { replyId: reply.id })).json();
      const leads = (await make(lead, { replyId: reply.id })).json();
      const replyOf = async (headers: Headers, { id }: { id: string }) =>
        (await ask('GET', '/api/macros', headers)).json().items.find((one: { id: string }) => one.id === id)?.replyId;
      expect(await replyOf(agent, shared)).toBe(reply.id);
      await ask('PATCH', `/api/saved-replies/${reply.id}`, lead, { isShared: false });
      expect(await replyOf(agent, shared)).toBeNull();
      expect(await replyOf(agent, agents)).toBeNull();
      expect(await replyOf(lead, leads)).toBe(reply.id);
    });

    it('does all or nothing', async () => {
      const to = await dora();
      const macro = (await make(agent, { acts: [{ do: 'assign', agentId: randomUUID() }] })).json();
      const url = `/api/conversations/${to.conversationId}/macros/${macro.id}`;
      const ran = await ask('POST', url, agent, { id: randomUUID(), reply: answer(to) });
      expect(ran.json()).toMatchObject({ code: 'no_such_agent' });
      expect(await desk.messages(to.conversationId)).toHaveLength(1);
      expect(await desk.conversation(to.conversationId)).toMatchObject({ attention: 'needs_answer' });
    });

    it.each([
      { what: 'nothing', more: {}, code: 'does_nothing' },
      {
        what: 'no reply without a reason',
        more: { acts: [{ do: 'attention', attention: 'no_reply' }] },
        code: 'reason_missing',
      },
      { what: 'a reply that is not there', more: { replyId: randomUUID() }, code: 'no_such_reply' },
      {
        what: 'shared by an agent',
        more: { isShared: true, acts: [{ do: 'resolve', resolution: 'proposed' }] },
        code: 'may_not_share',
      },
    ])('is refused with $what', async ({ more, code }) => {
      expect((await make(agent, more)).json()).toMatchObject({ code });
    });

    it('is not run by somebody else, or by a machine that may not answer', async () => {
      const to = await dora();
      const macro = (await make(agent, { acts: [{ do: 'resolve', resolution: 'proposed' }] })).json();
      const url = `/api/conversations/${to.conversationId}/macros/${macro.id}`;
      expect((await ask('POST', url, lead, { id: randomUUID(), reply: null })).statusCode).toBe(404);
      const shared = (await make(lead, { isShared: true, acts: macro.acts })).json();
      const token = await server.token(desk.workspaceId, ['conversations.work']);
      const asToken = `/api/conversations/${to.conversationId}/macros/${shared.id}`;
      expect((await ask('POST', asToken, token, { id: randomUUID(), reply: answer(to) })).statusCode).toBe(403);
      const renamed = await ask('PATCH', `/api/macros/${shared.id}`, lead, { name: 'Proposed' });
      expect(renamed.json()).toMatchObject({ name: 'Proposed', isShared: true });
      expect((await ask('PATCH', `/api/macros/${shared.id}`, agent, { name: 'x' })).statusCode).toBe(403);
      expect((await ask('DELETE', `/api/macros/${macro.id}`, agent)).statusCode).toBe(200);
    });
  });

  it('moves what was to go out later, for those who may answer', async () => {
    const to = await dora();
    const sendAt = new Date(Date.now() + 3_600_000).toISOString();
    const body = answer(to, { sendAt });
    const made = await ask('POST', `/api/conversations/${to.conversationId}/messages`, agent, body);
    expect(made.json()).toMatchObject({ state: 'queued', scheduledFor: sendAt, isHeldBack: false });
    const next = { sendAt: new Date(Date.now() + 7_200_000).toISOString() };
    const viewer = (await server.signIn(desk.workspaceId, 'viewer')).headers;
    expect((await ask('PUT', `/api/outgoing/${body.id}/schedule`, viewer, next)).statusCode).toBe(403);
    expect((await ask('PUT', `/api/outgoing/${body.id}/schedule`, lead, next)).json()).toMatchObject({
      scheduledFor: next.sendAt,
    });
  });
});
