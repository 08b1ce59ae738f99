import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../../test/database.ts';
import { seedConversations } from '../../../test/seed.ts';
import type { MessageId, WorkspaceId } from '../../core/ids.ts';
import { foldForSearch } from '../../core/text/fold.ts';
import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { PACE } from './find-messages.ts';
import { search } from './search.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const TEXTS = {
  greek: 'Πότε θα έρθει η παραγγελία μου;',
  korean: '주문한 상품의 배송이 너무 늦어요',
  croatian: 'Čekam dostavu već tjedan dana, Šime',
  mail: 'Order AB-10492, write to anna.svensson@shop.example please',
  syntax: "it's a 'quoted' & | ! <-> \\ text",
  hungarian: 'Őszintén szólva csalódott vagyok',
};

eachDatabase((open) => {
  let db: Database;
  let workspace: WorkspaceId;
  const asks = (text: string, limit = 30) => ({ workspaceId: workspace, agentId: null, visible: null, text, limit });
  const find = async (query: string, limit = 30) => {
    const { hits } = await search(db.read, asks(query, limit), NOW);
    return hits.flatMap(({ text }) => Object.entries(TEXTS).find(([, one]) => one === text)?.[0] ?? []);
  };

  beforeAll(async () => {
    db = await open();
    workspace = await makeWorkspace(db);
    await seedConversations(db, workspace, { conversations: 6 }, NOW);
    const conversations = await db.read
      .selectFrom('conversations')
      .select(['id', 'inbox_id', 'thread_id'])
      .where('workspace_id', '=', workspace)
      .execute();
    for (const [index, text] of Object.values(TEXTS).entries()) {
      const { id, inbox_id, thread_id } = conversations[index]!;
      await db.transaction((tx) =>
        tx
          .insertInto('messages')
          .values({
            workspace_id: workspace,
            id: newId<MessageId>(),
            inbox_id,
            thread_id,
            conversation_id: id,
            direction: 'inbound',
            reach: 'owned_private',
            text,
            search: foldForSearch(text),
            sent_at: NOW,
            received_at: NOW,
          })
          .execute(),
      );
    }
  });

  it.each([
    { query: 'παραγγελία', found: ['greek'] },
    { query: 'ΠΑΡΑΓΓΕΛ', found: ['greek'] },
    { query: 'ποτε ερθει', found: ['greek'] },
    { query: '배송', found: ['korean'] },
    { query: '송이', found: ['korean'] },
    { query: '상품의', found: ['korean'] },
    { query: '송배', found: [] },
    { query: '의', found: ['korean'] },
    { query: 'cekam sime', found: ['croatian'] },
    { query: 'Čekam', found: ['croatian'] },
    { query: '10492', found: ['mail'] },
    { query: 'AB-104', found: ['mail'] },
    { query: 'anna.svensson@shop.example', found: ['mail'] },
    { query: 'oszinten', found: ['hungarian'] },
    { query: 'cekam παραγγελια', found: [] },
    { query: "'quoted' & ! \\", found: ['syntax'] },
    { query: ':*', found: [] },
    { query: '😡', found: [] },
    { query: '#1', found: ['mail'] },
    { query: 'workspace', found: [] },
  ])('"$query" finds $found', async ({ query, found }) => {
    expect(await find(query)).toEqual(found);
  });

  it('gives the newest first, and says when there are more', async () => {
    const all = await search(db.read, asks('s'), NOW);
    const some = await search(db.read, asks('s', 1), NOW);
    expect(all.hits.length).toBeGreaterThan(1);
    expect(all.cursor).toBeNull();
    expect(some.hits).toEqual(all.hits.slice(0, 1));
    expect(some.cursor).not.toBeNull();
  });

  describe('among many messages', () => {
    let many: WorkspaceId;
    beforeAll(async () => {
      many = await makeWorkspace(db);
      await seedConversations(db, many, { conversations: 3_000, messagesEach: 1 }, NOW);
    });

    it('finds what is older than those looked through one by one', async () => {
      const wish = { ...asks('seldom', 100), workspaceId: many, pace: { ...PACE, piece: 1_000 } };
      const { hits, cursor } = await search(db.read, wish, NOW);
      expect(hits.length).toBe(3);
      expect(cursor).toBeNull();
      expect(hits.map(({ sentAt }) => sentAt)).toEqual(
        hits.map(({ sentAt }) => sentAt).toSorted((a, b) => b.getTime() - a.getTime()),
      );
    });

    it('finds nothing of another workspace', async () => {
      expect((await search(db.read, asks('seldom'), NOW)).hits).toEqual([]);
    });
  });
});
