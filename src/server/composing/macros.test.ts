import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type Headers, writingDesk } from './writing-desk.fixture.ts';

eachDatabase((open) => {
  const at = writingDesk(open);

  describe('a macro', () => {
    const label = async () => {
      const id = randomUUID();
      await at.ask('POST', '/api/labels', at.lead, { id, name: `parcel ${id}` });
      return id;
    };
    const make = async (headers: Headers, more: object = {}) =>
      at.ask('POST', '/api/macros', headers, { id: randomUUID(), name: `Late ${randomUUID()}`, acts: [], ...more });

    it('answers and acts in one stroke, once, and its acts can be taken back', async () => {
      const to = await at.dora();
      const parcel = await label();
      const acts = [
        { do: 'label', add: [parcel], remove: [] },
        { do: 'snooze', until: new Date(Date.now() + 3_600_000).toISOString() },
      ];
      const macro = (await make(at.lead, { isShared: true, acts })).json();
      expect(macro).toMatchObject({ isShared: true, uses: 0, acts: [{ do: 'label' }, { do: 'snooze' }] });
      const stroke = { id: randomUUID(), reply: at.answer(to, { thenMark: 'nothing' }) };
      const url = `/api/conversations/${to.conversationId}/macros/${macro.id}`;
      const ran = await at.ask('POST', url, at.agent, stroke);
      expect(ran.json()).toEqual({ undoId: stroke.id });
      expect((await at.ask('POST', url, at.agent, stroke)).json()).toEqual(ran.json());
      expect(await at.desk.messages(to.conversationId)).toHaveLength(2);
      const row = await at.desk.conversation(to.conversationId);
      expect(row).toMatchObject({ label_ids: [parcel], snoozed_until: expect.any(Date) });
      expect((await at.ask('POST', `/api/undo/${stroke.id}`, at.agent)).json()).toMatchObject({ undone: 1 });
      expect(await at.desk.conversation(to.conversationId)).toMatchObject({ label_ids: [], snoozed_until: null });
      const listed = (await at.ask('GET', '/api/macros', at.agent)).json().items;
      expect(listed.find(({ id }: { id: string }) => id === macro.id)).toMatchObject({ uses: 1, mayChange: false });
    });

    it('sent twice is one, and is noted once', async () => {
      const id = randomUUID();
      const macro = { id, name: `Twice ${id}`, isShared: true, acts: [{ do: 'resolve', resolution: 'proposed' }] };
      expect((await make(at.lead, macro)).json()).toMatchObject({ id });
      expect((await make(at.lead, macro)).json()).toMatchObject({ id });
      const noted = await at.server.deps.db.read
        .selectFrom('audit_log')
        .select('act')
        .where('target', '=', id)
        .execute();
      expect(noted).toEqual([{ act: 'macro.added' }]);
    });

    it('goes on without words that others may not read any more', async () => {
      const reply = { id: randomUUID(), title: 'Late', isShared: true, variants: [{ language: null, text: 'Sorry' }] };
      await at.ask('POST', '/api/saved-replies', at.lead, reply);
      const shared = (await make(at.lead, { isShared: true, replyId: reply.id })).json();
      const agents = (await make(at.agent, { replyId: reply.id })).json();
      const leads = (await make(at.lead, { replyId: reply.id })).json();
      const replyOf = async (headers: Headers, { id }: { id: string }) =>
        (await at.ask('GET', '/api/macros', headers)).json().items.find((one: { id: string }) => one.id === id)
          ?.replyId;
      expect(await replyOf(at.agent, shared)).toBe(reply.id);
      await at.ask('PATCH', `/api/saved-replies/${reply.id}`, at.lead, { isShared: false });
      expect(await replyOf(at.agent, shared)).toBeNull();
      expect(await replyOf(at.agent, agents)).toBeNull();
      expect(await replyOf(at.lead, leads)).toBe(reply.id);
    });

    it('does all or nothing', async () => {
      const to = await at.dora();
      const macro = (await make(at.agent, { acts: [{ do: 'assign', agentId: randomUUID() }] })).json();
      const url = `/api/conversations/${to.conversationId}/macros/${macro.id}`;
      const ran = await at.ask('POST', url, at.agent, { id: randomUUID(), reply: at.answer(to) });
      expect(ran.json()).toMatchObject({ code: 'no_such_agent' });
      expect(await at.desk.messages(to.conversationId)).toHaveLength(1);
      expect(await at.desk.conversation(to.conversationId)).toMatchObject({ attention: 'needs_answer' });
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
      expect((await make(at.agent, more)).json()).toMatchObject({ code });
    });

    it('is not run by somebody else, or by a machine that may not answer', async () => {
      const to = await at.dora();
      const macro = (await make(at.agent, { acts: [{ do: 'resolve', resolution: 'proposed' }] })).json();
      const url = `/api/conversations/${to.conversationId}/macros/${macro.id}`;
      expect((await at.ask('POST', url, at.lead, { id: randomUUID(), reply: null })).statusCode).toBe(404);
      const shared = (await make(at.lead, { isShared: true, acts: macro.acts })).json();
      const token = await at.server.token(at.desk.workspaceId, ['conversations.work']);
      const asToken = `/api/conversations/${to.conversationId}/macros/${shared.id}`;
      expect((await at.ask('POST', asToken, token, { id: randomUUID(), reply: at.answer(to) })).statusCode).toBe(403);
      const renamed = await at.ask('PATCH', `/api/macros/${shared.id}`, at.lead, { name: 'Proposed' });
      expect(renamed.json()).toMatchObject({ name: 'Proposed', isShared: true });
      expect((await at.ask('PATCH', `/api/macros/${shared.id}`, at.agent, { name: 'x' })).statusCode).toBe(403);
      expect((await at.ask('DELETE', `/api/macros/${macro.id}`, at.agent)).statusCode).toBe(200);
    });
  });
});
