import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { type Headers, openWritingDesk, type WritingDesk } from './writing-desk.fixture.ts';

eachDatabase((open) => {
  let server: WritingDesk['server'];
  let agent: WritingDesk['agent'];
  let lead: WritingDesk['lead'];
  let ask: WritingDesk['ask'];
  let dora: WritingDesk['dora'];
  let answer: WritingDesk['answer'];
  beforeAll(async () => {
    ({ server, agent, lead, ask, dora, answer } = await openWritingDesk(await open()));
  });
  afterAll(() => server.close());

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
});
