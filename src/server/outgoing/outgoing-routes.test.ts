import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { createFakeNetwork } from '../../../test/outgoing/channels.ts';
import { type OutgoingDesk, openOutgoingDesk } from '../../../test/outgoing/desk.ts';
import type { InboxId } from '../../core/ids.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';

eachDatabase((open) => {
  let server: Desk;
  let desk: OutgoingDesk;
  let square: InboxId;
  let agent: Record<string, string>;
  beforeAll(async () => {
    const db = await open();
    desk = await openOutgoingDesk(db, new Date());
    square = await desk.addInbox('square');
    server = await openDesk(db, { connectors: createFakeNetwork().connectors() });
    agent = (await server.signIn(desk.workspaceId, 'agent')).headers;
  });
  afterAll(() => server.close());

  const post = (url: string, headers: Record<string, string>, payload: object = {}) =>
    server.http.inject({ method: 'POST', url, headers, payload });
  const comment = () =>
    desk.customerWrites(square, { name: `cy-${randomUUID()}`, text: 'Scam!', reach: 'owned_public' });
  const answer = (threadId: string, more: object = {}) => ({
    id: randomUUID(),
    way: `reply:${threadId}`,
    text: 'Sorry!',
    readAtSeq: 1e6,
    ...more,
  });

  it('answers with the queued act, and with the same for the same id', async () => {
    const to = await comment();
    const body = answer(to.threadId);
    const first = await post(`/api/conversations/${to.conversationId}/messages`, agent, body);
    expect(first.statusCode).toBe(200);
    expect(first.json()).toMatchObject({
      id: body.id,
      kind: 'reply',
      state: 'queued',
      messageId: body.id,
      attempts: 0,
    });
    expect((await post(`/api/conversations/${to.conversationId}/messages`, agent, body)).json()).toEqual(first.json());
    const list = await server.http.inject({ url: '/api/outgoing', headers: agent });
    expect(list.json().items[0]).toMatchObject({ id: body.id, conversationId: to.conversationId });
    expect((await post(`/api/outgoing/${body.id}/cancel`, agent)).json()).toMatchObject({ state: 'cancelled' });
    expect((await post(`/api/outgoing/${body.id}/retry`, agent)).json()).toMatchObject({ code: 'already_done' });
    const decided = await post(`/api/outgoing/${body.id}/decision`, agent, { wasSent: true });
    expect(decided.json()).toMatchObject({ code: 'not_unknown' });
  });

  it('says in words and figures why it is not taken', async () => {
    const to = await comment();
    const body = answer(to.threadId, { text: 'é'.repeat(203) });
    const long = await post(`/api/conversations/${to.conversationId}/messages`, agent, body);
    expect(long.statusCode).toBe(400);
    expect(long.json()).toMatchObject({ code: 'too_long', details: { overBy: 3, unit: 'graphemes', max: 200 } });
    await post(`/api/conversations/${to.conversationId}/messages`, agent, answer(to.threadId));
    const other = (await server.signIn(desk.workspaceId, 'agent')).headers;
    const late = await post(
      `/api/conversations/${to.conversationId}/messages`,
      other,
      answer(to.threadId, { readAtSeq: 0 }),
    );
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({ code: 'answered_meanwhile', details: { messages: [{ text: 'Sorry!' }] } });
  });

  it('lets nobody do what they may not', async () => {
    const to = await comment();
    const hide = { id: randomUUID(), kind: 'hide', reason: 'Insults others' };
    const viewer = (await server.signIn(desk.workspaceId, 'viewer')).headers;
    const lead = (await server.signIn(desk.workspaceId, 'lead')).headers;
    expect((await post(`/api/messages/${to.messageId}/acts`, viewer, hide)).statusCode).toBe(403);
    expect((await post(`/api/messages/${to.messageId}/acts`, agent, hide)).statusCode).toBe(403);
    expect((await post(`/api/messages/${to.messageId}/acts`, lead, hide)).json()).toMatchObject({ state: 'queued' });
    const news = { id: randomUUID(), inboxId: square, text: 'Autumn is here' };
    expect((await post('/api/posts', agent, news)).statusCode).toBe(403);
    expect((await post('/api/posts', lead, news)).json()).toMatchObject({ kind: 'publish', state: 'queued' });
    expect((await post('/api/posts', {}, news)).statusCode).toBe(401);
  });

  it('knows nothing of another workspace', async () => {
    const to = await comment();
    const elsewhere = await server.makeWorkspace(`other-${randomUUID()}`);
    const stranger = (await server.signIn(elsewhere, 'owner')).headers;
    const url = `/api/conversations/${to.conversationId}/messages`;
    expect((await post(url, stranger, answer(to.threadId))).statusCode).toBe(404);
    const like = { id: randomUUID(), kind: 'like' };
    expect((await post(`/api/messages/${to.messageId}/acts`, stranger, like)).statusCode).toBe(404);
  });
});
