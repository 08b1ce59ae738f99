import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type Headers, openWritingDesk, type WritingDesk } from './writing-desk.fixture.ts';

eachDatabase((open) => {
  let desk: WritingDesk['desk'];
  let server: WritingDesk['server'];
  let agent: WritingDesk['agent'];
  let lead: WritingDesk['lead'];
  let ask: WritingDesk['ask'];
  let dora: WritingDesk['dora'];
  let answer: WritingDesk['answer'];
  beforeAll(async () => {
    ({ desk, server, agent, lead, ask, dora, answer } = await openWritingDesk(await open()));
  });
  afterAll(() => server.close());

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
});
