import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../../test/database.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { addBoardRow, addHeard } from './heard.fixture.ts';
import { listHits } from './hits.ts';
import { mirrorHitDeletion, mirrorHitEdit } from './mirror-hit.ts';

const NOW = new Date('2026-11-18T10:30:00Z');

eachDatabase((open) => {
  describe('posts of a board with a word in them', () => {
    let db: Database;
    let workspaceId: WorkspaceId;
    let inboxId: InboxId;
    beforeAll(async () => {
      db = await open();
      workspaceId = await makeWorkspace(db);
      inboxId = newId<InboxId>();
      await sql`insert into inboxes (workspace_id, id, channel, external_id, name, credentials)
        values (${workspaceId}, ${inboxId}, 'x', 'us', 'Us', '\\x00'::bytea)`.execute(db.read);
    });
    const heard = async (...texts: readonly string[]) => {
      const boardId = await addBoardRow(db, workspaceId);
      const posts = texts.map((text, nth) => ({ text, at: new Date(NOW.getTime() - nth * 60_000) }));
      const ids = await addHeard(db, workspaceId, { boardId, inboxId }, posts);
      const list = (words: string | undefined, more: { cursor?: string; lookedAt?: number; limit?: number } = {}) =>
        listHits(
          db.read,
          workspaceId,
          {
            boardId,
            visible: null,
            state: 'all',
            limit: more.limit ?? 50,
            words,
            ...(more.cursor ? { cursor: more.cursor } : {}),
          },
          more.lookedAt,
        );
      const find = async (words: string) => (await list(words)).items.map(({ text }) => text);
      return { ids, list, find };
    };

    it.each([
      ['another case, another accent', 'ECOLE', ['Une école fermée'], ['Une colère']],
      ['the beginning of a word', 'ref', ['A refund!', '(Refunded)'], ['I prefer tea']],
      ['all words, in whatever order', 'late parcel', ['My parcel is late'], ['My parcel came', 'Late again']],
      ['any part of writing without spaces', '配送', ['また配送が遅れました'], ['送配はまだ']],
      ['in Greek, however it is written', 'ΑΘΗΝΑ', ['Στην Αθήνα έσπασε'], ['Στη Θήβα']],
      ['signs are not looked for beside letters', '#refund%', ['refund now'], ['100 % sure']],
      ['signs alone, as they stand', '🔥', ['On 🔥!'], ['On fire']],
      ['nothing that means more to the database', 'a_b', ['a b c'], ['axb']],
    ])('%s', async (_, words, with_, without) => {
      const { find } = await heard(...with_, ...without);
      expect(await find(words)).toEqual(with_);
    });

    it('come page by page, also where many pages in a row hold none', async () => {
      const texts = Array.from({ length: 40 }, (_, nth) => (nth === 3 || nth === 37 ? `broken ${nth}` : `fine ${nth}`));
      const { list } = await heard(...texts);
      const pages: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await list('broken', { lookedAt: 10, ...(cursor ? { cursor } : {}) });
        pages.push(page.items.map(({ text }) => text));
        cursor = page.cursor ?? undefined;
      } while (cursor && pages.length < 20);
      // After the last full piece it is looked once more whether there are others.
      expect(pages).toEqual([['broken 3'], [], [], ['broken 37'], []]);
      const first = await list('fine', { lookedAt: 10, limit: 4 });
      expect(first.items).toHaveLength(4);
      const rest = await list('fine', { lookedAt: 10, limit: 4, cursor: String(first.cursor) });
      expect(rest.items.map(({ text }) => text)).toEqual(['fine 5', 'fine 6', 'fine 7', 'fine 8']);
      await expect(list('other', { cursor: String(first.cursor) })).rejects.toMatchObject({ code: 'bad_cursor' });
    });

    it('are found by what they say now, and not at all when they are gone', async () => {
      const { ids, find } = await heard('It leaks', 'It drips');
      const of = (nth: number) => ({ inboxId, externalId: String(ids[nth]) });
      await db.transaction((tx) => mirrorHitEdit(tx, workspaceId, { ...of(0), content: { text: 'It steams' } }, NOW));
      await db.transaction((tx) => mirrorHitDeletion(tx, workspaceId, of(1), NOW));
      expect([await find('leaks'), await find('steam'), await find('drips')]).toEqual([[], ['It steams'], []]);
      const { rows } = await sql<{ search: string }>`select search from hits where id = ${ids[1]}`.execute(db.read);
      expect(rows).toEqual([{ search: '' }]);
    });
  });
});
