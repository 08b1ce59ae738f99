import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type Headers, writingDesk } from './writing-desk.fixture.ts';

eachDatabase((open) => {
  const at = writingDesk(open);

  describe('a saved reply', () => {
    const make = (headers: Headers, more: object = {}) =>
      at.ask('POST', '/api/saved-replies', headers, {
        id: randomUUID(),
        title: 'Greeting',
        variants: [{ language: null, text: 'Hi {{contact.first_name}}, {{agent.first_name}} here.' }],
        ...more,
      });

    it('is filled for the person, with their language, and tells what is missing and what was said before', async () => {
      const to = await at.dora('Dora Kiss');
      const made = await make(at.agent, {
        variants: [
          { language: null, text: 'Hi {{contact.first_name}}, about {{conversation.subject}}.' },
          { language: 'hu', text: 'Szia {{contact.first_name}}!' },
        ],
      });
      const url = `/api/conversations/${to.conversationId}/saved-replies/${made.json().id}`;
      expect((await at.ask('GET', url, at.agent)).json()).toEqual({
        text: 'Hi Dora, about {{conversation.subject}}.',
        language: null,
        missing: ['conversation.subject'],
        saidBefore: false,
      });
      await at.server.deps.db.alone((tx) =>
        tx.updateTable('conversations').set({ language: 'hu' }).where('id', '=', to.conversationId).execute(),
      );
      expect((await at.ask('GET', url, at.agent)).json()).toMatchObject({
        text: 'Szia Kiss!',
        language: 'hu',
        saidBefore: false,
      });
      await at.ask(
        'POST',
        `/api/conversations/${to.conversationId}/messages`,
        at.agent,
        at.answer(to, { text: 'szia  Kiss!\n' }),
      );
      expect((await at.ask('GET', url, at.agent)).json()).toMatchObject({ saidBefore: true });
      await at.ask('POST', `${url}/use`, at.agent);
      expect((await at.ask('POST', `${url}/use`, at.lead)).json()).toMatchObject({ code: 'no_such_reply' });
      const listed = (await at.ask('GET', '/api/saved-replies', at.agent)).json().items;
      expect(listed.find(({ id }: { id: string }) => id === made.json().id)).toMatchObject({
        uses: 1,
        mayChange: true,
      });
    });

    it('belongs to who made it, until a lead shares it', async () => {
      const own = (await make(at.agent, { shortcut: 'hi' })).json();
      expect(own).toMatchObject({ isShared: false, mayChange: true });
      const ids = async (headers: Headers) =>
        (await at.ask('GET', '/api/saved-replies', headers)).json().items.map(({ id }: { id: string }) => id);
      expect(await ids(at.lead)).not.toContain(own.id);
      expect((await at.ask('PATCH', `/api/saved-replies/${own.id}`, at.lead, { title: 'Mine now' })).statusCode).toBe(
        404,
      );
      expect((await make(at.agent, { isShared: true })).json()).toMatchObject({ code: 'may_not_share' });
      expect((await at.ask('PATCH', `/api/saved-replies/${own.id}`, at.agent, { isShared: true })).statusCode).toBe(
        403,
      );
      const shared = (await make(at.lead, { isShared: true, shortcut: 'Hi' })).json();
      expect(shared).toMatchObject({ ownerId: null });
      expect(await ids(at.agent)).toContain(shared.id);
      expect((await at.ask('DELETE', `/api/saved-replies/${shared.id}`, at.agent)).statusCode).toBe(403);
      expect((await make(at.lead, { isShared: true, shortcut: 'hI' })).json()).toMatchObject({
        code: 'shortcut_taken',
      });
      const other = (await make(at.lead, { isShared: true, shortcut: 'bye' })).json();
      const taken = await at.ask('PATCH', `/api/saved-replies/${other.id}`, at.lead, { shortcut: 'HI' });
      expect(taken.json()).toMatchObject({ code: 'shortcut_taken' });
      expect((await at.ask('PATCH', `/api/saved-replies/${other.id}`, at.lead, { title: 'Bye' })).json()).toMatchObject(
        {
          title: 'Bye',
          shortcut: 'bye',
          isShared: true,
        },
      );
      expect((await at.ask('DELETE', `/api/saved-replies/${other.id}`, at.lead)).statusCode).toBe(200);
    });

    it('has one text a language, and the same id twice is one', async () => {
      const twice = {
        variants: [
          { language: 'de', text: 'a' },
          { language: 'DE', text: 'b' },
        ],
      };
      expect((await make(at.agent, twice)).json()).toMatchObject({ code: 'same_language_twice' });
      const id = randomUUID();
      await make(at.agent, { id });
      expect((await make(at.agent, { id, title: 'Again' })).json()).toMatchObject({ title: 'Greeting' });
    });
  });
});
