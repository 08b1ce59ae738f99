import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { openWritingDesk, type WritingDesk } from './writing-desk.fixture.ts';

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
