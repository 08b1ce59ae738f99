import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { Written } from '../../../test/outgoing/desk.ts';
import { openWritingDesk, type WritingDesk } from './writing-desk.fixture.ts';

eachDatabase((open) => {
  let desk: WritingDesk['desk'];
  let server: WritingDesk['server'];
  let agent: WritingDesk['agent'];
  let lead: WritingDesk['lead'];
  let ask: WritingDesk['ask'];
  let dora: WritingDesk['dora'];
  let upload: WritingDesk['upload'];
  let answer: WritingDesk['answer'];
  beforeAll(async () => {
    ({ desk, server, agent, lead, ask, dora, upload, answer } = await openWritingDesk(await open()));
  });
  afterAll(() => server.close());

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
});
