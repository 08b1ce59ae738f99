import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { seedConversations } from '../../../test/seed.ts';
import { snoozeConversation } from '../../actions/snooze-conversation.ts';
import type { ConversationId, WorkspaceId } from '../../core/ids.ts';
import { writeNote } from '../../storage/practice/pulse.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { guideRoutes } from './guide-routes.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');

eachDatabase((open) => {
  let desk: Desk;
  let shop: WorkspaceId;
  beforeAll(async () => {
    const db = await open();
    desk = await openDesk(db, {
      now: () => NOW,
      routes: async (app) => {
        await app.register(guideRoutes, { read: () => db.read });
      },
    });
    shop = await desk.makeWorkspace('practice');
    await seedConversations(db, shop, { conversations: 3 }, NOW);
  });
  afterAll(() => desk.close());

  it('ticks off what somebody did by hand after the history ended, and for nobody else', async () => {
    const { db } = desk.deps;
    const [ana, maya] = [await desk.signIn(shop, 'agent'), await desk.signIn(shop, 'agent')];
    const tried = async ({ headers }: { headers: Record<string, string> }) =>
      (await desk.http.inject({ url: '/api/practice/guide', headers })).json();
    const first = await db.read
      .selectFrom('conversations')
      .select('id')
      .where('workspace_id', '=', shop)
      .executeTakeFirstOrThrow();
    const conversationId = first.id as ConversationId;
    const until = new Date(NOW.getTime() + 3_600_000);
    const who = { workspaceId: shop, agentId: ana.agentId };
    const put = (what: string, payload: object) =>
      desk.http.inject({
        method: 'PUT',
        url: `/api/conversations/${conversationId}/${what}`,
        headers: ana.headers,
        payload,
      });

    await snoozeConversation(db, who, { conversationId, until }, new Date(NOW.getTime() - 7_200_000));
    await db.alone((tx) =>
      writeNote(tx, shop, { isFurnished: true, since: new Date(NOW.getTime() - 3_600_000).toISOString() }),
    );
    expect(Object.values(await tried(ana))).not.toContain(true);

    await put('assignee', { agentId: maya.agentId });
    await put('attention', { attention: 'no_reply', reason: 'Only a smiley' });
    expect(await tried(ana)).toMatchObject({ assign: true, decide: true, later: false, publicly: false });
    expect(Object.values(await tried(maya))).not.toContain(true);
  });
});
