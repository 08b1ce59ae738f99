import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { Written } from '../../../test/outgoing/desk.ts';
import { writingDesk } from './writing-desk.fixture.ts';

eachDatabase((open) => {
  const at = writingDesk(open);

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
      const to = await at.dora();
      const file = await at.upload(at.agent);
      const saved = await at.ask(
        'PUT',
        url(to),
        at.agent,
        words('Dear', 0, { attachments: [file], alts: { [file]: 'A torn seam' } }),
      );
      expect(saved.json()).toMatchObject({
        version: 1,
        text: 'Dear',
        attachments: [{ id: file, name: 'a.txt', sizeBytes: 5, alt: 'A torn seam' }],
      });
      await at.ask('PUT', url(to), at.agent, words('Ask Bo', 0, { kind: 'note' }));
      const read = await at.ask('GET', url(to), at.agent);
      expect(read.json().items).toMatchObject([
        { kind: 'reply', text: 'Dear' },
        { kind: 'note', text: 'Ask Bo' },
      ]);
      expect((await at.ask('GET', '/api/drafts', at.agent)).json().items).toHaveLength(2);
      expect((await at.ask('GET', url(to), at.lead)).json()).toEqual({ items: [] });
      expect((await at.ask('GET', '/api/drafts', at.lead)).json()).toEqual({ items: [] });
      await at.ask('DELETE', `${url(to)}?kind=note`, at.agent);
      await at.ask('DELETE', `${url(to)}?kind=note`, at.agent);
      expect((await at.ask('GET', '/api/drafts', at.agent)).json().items).toMatchObject([{ kind: 'reply' }]);
      await at.ask('DELETE', url(to), at.agent);
    });

    it('is never written over by a device that had not seen the newest', async () => {
      const to = await at.dora();
      await at.ask('PUT', url(to), at.agent, words('One', 0));
      const onePhone = at.ask('PUT', url(to), at.agent, words('One, by phone', 1));
      const oneDesk = at.ask('PUT', url(to), at.agent, words('One, at the desk', 1));
      const answers = await Promise.all([onePhone, oneDesk]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
      const lost = answers.find(({ statusCode }) => statusCode === 409)?.json();
      const kept = answers.find(({ statusCode }) => statusCode === 200)?.json();
      expect(lost).toMatchObject({ code: 'draft_moved', details: { draft: { version: 2, text: kept.text } } });
      expect((await at.ask('PUT', url(to), at.agent, words(kept.text, 1))).statusCode).toBe(200);
      await at.ask('DELETE', url(to), at.agent);
      const stale = await at.ask('PUT', url(to), at.agent, words('From last week', 2));
      expect(stale.json()).toMatchObject({ code: 'draft_moved', details: { draft: { text: '' } } });
      const fresh = await at.ask('PUT', url(to), at.agent, words('Anew', stale.json().details.draft.version));
      expect(fresh.statusCode).toBe(200);
    });

    it('is spent by the answer, on every device', async () => {
      const to = await at.dora();
      await at.ask('PUT', url(to), at.agent, words('On its way.', 0));
      await at.ask('POST', `/api/conversations/${to.conversationId}/messages`, at.agent, at.answer(to));
      expect((await at.ask('GET', url(to), at.agent)).json().items).toMatchObject([{ text: '', version: 2 }]);
    });

    it('of a note is spent by the note', async () => {
      const to = await at.dora();
      await at.ask('PUT', url(to), at.agent, words('Ask Bo', 0, { kind: 'note' }));
      await at.ask('PUT', url(to), at.agent, words('Dear', 0));
      const note = { id: randomUUID(), text: 'Ask Bo' };
      await at.ask('POST', `/api/conversations/${to.conversationId}/notes`, at.agent, note);
      expect((await at.ask('GET', url(to), at.agent)).json().items).toMatchObject([
        { kind: 'reply', text: 'Dear' },
        { kind: 'note', text: '' },
      ]);
      await at.ask('DELETE', url(to), at.agent);
    });

    it.each([
      { who: 'an API token', status: 403, headers: () => at.server.token(at.desk.workspaceId) },
      {
        who: 'the owner of another workspace',
        status: 404,
        headers: async () => (await at.server.signIn(await at.server.makeWorkspace(randomUUID()), 'owner')).headers,
      },
    ])('is not for $who', async ({ headers, status }) => {
      const to = await at.dora();
      expect((await at.ask('PUT', url(to), await headers(), words('x', 0))).statusCode).toBe(status);
    });
  });
});
