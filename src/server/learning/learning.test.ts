import { describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { openDesk } from '../test/desk.fixture.ts';
import { furnish } from '../test/furnished.fixture.ts';

eachDatabase((open) => {
  describe('what is understood, at the desk', () => {
    it('is put right by whoever answers, tuned by leads, and both are written down', async () => {
      const desk = await openDesk(await open());
      const workspace = await desk.makeWorkspace('kettle');
      const things = await furnish(desk, workspace);
      const [agent, lead, viewer] = [
        await desk.signIn(workspace, 'agent'),
        await desk.signIn(workspace, 'lead'),
        await desk.signIn(workspace, 'viewer'),
      ];
      const ask = async (who: typeof agent, method: 'GET' | 'PUT', url: string, payload?: object) => {
        const answer = await desk.http.inject({ method, url, headers: who.headers, ...(payload ? { payload } : {}) });
        return { status: answer.statusCode, ...(answer.json() as Record<string, unknown>) };
      };
      const message = things.idOf('messages');
      const url = `/api/messages/${message}/understanding`;

      expect(await ask(viewer, 'PUT', url, { head: 'kind', label: 'idea' })).toMatchObject({ status: 403 });
      expect(await ask(agent, 'PUT', url, { head: 'mood', label: 'idea' })).toMatchObject({ status: 400 });
      expect(await ask(agent, 'PUT', url, { head: 'kind', label: 'idea' })).toMatchObject({
        status: 200,
        kind: { label: 'idea', p: 1, by: 'agent' },
      });
      const page = await ask(agent, 'GET', `/api/conversations/${things.idOf('conversations')}`);
      expect(page).toMatchObject({ conversation: { kind: 'idea' } });
      expect(JSON.stringify(page)).toContain('"corrected"');

      const words = {
        version: 0,
        triggers: { added: { '*': ['Recall'], en: ['burnt smell'] }, off: { en: ['help'] } },
        topics: [{ key: 'Loyalty card', words: ['stamp*'] }],
      };
      expect(await ask(agent, 'PUT', '/api/understanding/words', words)).toMatchObject({ status: 403 });
      expect(await ask(lead, 'PUT', '/api/understanding/words', words)).toMatchObject({ status: 200, version: 1 });
      expect(await ask(lead, 'PUT', '/api/understanding/words', { ...words, topics: [] })).toMatchObject({
        status: 409,
        code: 'changed_meanwhile',
      });
      for (const rubbish of [{ added: { english: ['x'] }, off: {} }, { added: { en: [''] }, off: {} }, { added: {} }])
        expect(
          await ask(lead, 'PUT', '/api/understanding/words', { ...words, version: 1, triggers: rubbish }),
        ).toMatchObject({ status: 400 });
      expect(await ask(viewer, 'GET', '/api/understanding/choices')).toMatchObject({ topics: ['Loyalty card'] });

      const shown = await ask(lead, 'GET', '/api/understanding');
      expect(shown).toMatchObject({
        own: [
          { head: 'sentiment', corrections: 0, version: null },
          { head: 'kind', corrections: 1, needed: 200, version: null, versions: [] },
          { head: 'urgency' },
          { head: 'topic' },
        ],
        words: { version: 1, triggers: { added: { '*': ['recall'], en: ['burnt smell'] } } },
      });
      expect(await ask(lead, 'PUT', '/api/understanding/model', { head: 'topic', mode: 'off' })).toMatchObject({
        status: 409,
        code: 'nothing_learned',
      });
      const log = await ask(lead, 'GET', '/api/audit?act=understanding');
      expect(JSON.stringify(log)).toContain('understanding.words_changed');
      await desk.close();
    });
  });
});
