import { expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { writingDesk } from './writing-desk.fixture.ts';

eachDatabase((open) => {
  const at = writingDesk(open);

  it('moves what was to go out later, for those who may answer', async () => {
    const to = await at.dora();
    const sendAt = new Date(Date.now() + 3_600_000).toISOString();
    const body = at.answer(to, { sendAt });
    const made = await at.ask('POST', `/api/conversations/${to.conversationId}/messages`, at.agent, body);
    expect(made.json()).toMatchObject({ state: 'queued', scheduledFor: sendAt, isHeldBack: false });
    const next = { sendAt: new Date(Date.now() + 7_200_000).toISOString() };
    const viewer = (await at.server.signIn(at.desk.workspaceId, 'viewer')).headers;
    expect((await at.ask('PUT', `/api/outgoing/${body.id}/schedule`, viewer, next)).statusCode).toBe(403);
    expect((await at.ask('PUT', `/api/outgoing/${body.id}/schedule`, at.lead, next)).json()).toMatchObject({
      scheduledFor: next.sendAt,
    });
  });
});
