import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../../test/database.ts';
import { seedConversations } from '../../../test/seed.ts';
import type { InboxRights } from '../../core/access/inbox-rights.ts';
import type { ConversationId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { CHANGES_LAST_MS, pruneChanges } from '../../storage/change-feed.ts';
import { recordChanges } from '../../storage/changes.ts';
import { listConversations } from '../../storage/conversations/list.ts';
import { readConversationRows } from '../../storage/conversations/rows.ts';
import type { Database } from '../../storage/database.ts';
import { Heard } from '../../wire/realtime.ts';
import { type ChangeFeed, createChangeFeed } from './change-feed.ts';
import { MOST_MISSED } from './room.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const shortly = (one: Heard) => `${one.type} ${'seq' in one ? one.seq : ''}`;

/** A browser: keeps what it hears and can be waited for. */
function listen(feed: ChangeFeed, workspaceId: WorkspaceId, inboxes: InboxRights = null) {
  /** What they may see, and what they will find when they are asked. */
  const sight = { now: inboxes, next: inboxes };
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  let leave: (() => void) | undefined;
  const seq = () => heard.flatMap((one) => ('seq' in one ? one.seq : [])).at(-1) ?? null;
  return {
    heard,
    seq,
    sight,
    join: async (since: number | null) => {
      leave = await feed.join(
        workspaceId,
        {
          tell: (text) => {
            heard.push(Heard.parse(JSON.parse(text)));
            for (const wake of waiting) wake();
          },
          inboxes: () => sight.now,
          askAgain: async () => {
            sight.now = sight.next;
          },
        },
        since,
      );
    },
    leave: () => leave?.(),
    until: (isThere: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (isThere()) {
            waiting.delete(look);
            resolve();
          }
        };
        waiting.add(look);
        look();
      }),
  };
}

eachDatabase((open) => {
  let db: Database;
  let feed: ChangeFeed;
  let workspace: WorkspaceId;
  let ids: readonly ConversationId[];

  beforeAll(async () => {
    db = await open();
    feed = createChangeFeed(db, (error) => {
      throw error;
    });
  });
  afterAll(() => feed.close());

  const begin = async () => {
    workspace = await makeWorkspace(db);
    await seedConversations(db, workspace, { conversations: 10 }, NOW);
    const page = await listConversations(db.read, workspace, { view: 'all', agentId: null, limit: 10 }, NOW);
    ids = page.rows.map(({ id }) => id);
  };
  const change = (index: number, kind = 'message', at = NOW) =>
    db.transaction((tx) => recordChanges(tx, workspace, [{ kind, conversationId: ids[index % 10] ?? null }], at));

  it('greets with where the newcomer stands, then tells what happens with the row as it is', async () => {
    await begin();
    const browser = listen(feed, workspace);
    await browser.join(null);
    expect(browser.heard).toEqual([{ type: 'hello', seq: 0 }]);
    await change(3, 'assignee');
    await browser.until(() => browser.seq() === 1);
    expect(browser.heard.at(-1)).toMatchObject({
      type: 'changes',
      seq: 1,
      kinds: ['assignee'],
      conversations: [{ id: ids[3], changedSeq: 1, contact: { name: expect.stringMatching(/^Person /) } }],
    });
    browser.leave();
  });

  it('loses nothing and repeats nothing, however often a browser is cut off while others write', async () => {
    await begin();
    const writes = 120;
    const seen: number[] = [];
    const browser = listen(feed, workspace);
    await browser.join(null);
    const writing = Promise.all(Array.from({ length: writes }, (_, index) => change(index)));
    while ((browser.seq() ?? 0) < writes) {
      const before = browser.seq() ?? 0;
      await browser.until(() => (browser.seq() ?? 0) > before);
      browser.leave();
      await browser.join(browser.seq());
    }
    await writing;
    for (const one of browser.heard) if (one.type === 'changes') seen.push(one.seq);
    expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(writes);
    expect(browser.heard.some(({ type }) => type === 'reset')).toBe(false);
    const told = browser.heard.flatMap((one) => (one.type === 'changes' ? one.conversations : []));
    const newest = new Map(told.map((row) => [row.id, row.changedSeq]));
    const page = await listConversations(db.read, workspace, { view: 'all', agentId: null, limit: 10 }, NOW);
    expect(newest).toEqual(new Map(page.rows.map((row) => [row.id, row.changedSeq])));
    browser.leave();
  });

  it('tells everybody the same', async () => {
    await begin();
    const browsers = Array.from({ length: 5 }, () => listen(feed, workspace));
    for (const browser of browsers) await browser.join(null);
    await Promise.all(Array.from({ length: 20 }, (_, index) => change(index)));
    for (const browser of browsers) await browser.until(() => browser.seq() === 20);
    for (const browser of browsers) {
      expect(browser.heard).toEqual(browsers[0]?.heard);
      browser.leave();
    }
  });

  it('tells a workspace nothing of another', async () => {
    await begin();
    const neighbour = listen(feed, await makeWorkspace(db));
    await neighbour.join(null);
    const browser = listen(feed, workspace);
    await browser.join(null);
    await change(1);
    await browser.until(() => browser.seq() === 1);
    expect(neighbour.heard).toEqual([{ type: 'hello', seq: 0 }]);
    neighbour.leave();
    browser.leave();
  });

  describe('by rights', () => {
    const inboxOf = async (index: number) => {
      const [row] = await readConversationRows(db.read, workspace, [ids[index] as ConversationId]);
      return row?.inboxId as InboxId;
    };
    const told = ({ heard }: ReturnType<typeof listen>) =>
      heard.map((one) =>
        one.type === 'changes' ? [one.seq, one.kinds, one.conversations.map(({ id }) => id)] : one.type,
      );

    it('nobody hears of a conversation whose inbox they may not see, nor what happened to it', async () => {
      await begin();
      const everybody = listen(feed, workspace);
      const insider = listen(feed, workspace, new Map([[await inboxOf(1), 'see']]));
      const outsider = listen(feed, workspace, new Map());
      for (const browser of [everybody, insider, outsider]) await browser.join(null);
      await change(1, 'note');
      for (const browser of [everybody, insider, outsider]) await browser.until(() => browser.seq() === 1);
      expect(told(everybody)).toEqual(['hello', [1, ['note'], [ids[1]]]]);
      expect(told(insider)).toEqual(told(everybody));
      expect(told(outsider)).toEqual(['hello', [1, [], []]]);
      // Nor afterwards, from what was missed.
      const late = listen(feed, workspace, new Map());
      await late.join(0);
      expect(told(late)).toEqual(['hello', [1, [], []]]);
      for (const browser of [everybody, insider, outsider, late]) browser.leave();
    });

    it('whoever loses or gains an inbox is asked before the next word, and reads afresh', async () => {
      await begin();
      const [loser, gainer, other] = [
        listen(feed, workspace, new Map([[await inboxOf(1), 'see']])),
        listen(feed, workspace, new Map()),
        listen(feed, workspace),
      ];
      for (const browser of [loser, gainer, other]) await browser.join(null);
      loser.sight.next = new Map();
      gainer.sight.next = null;
      await db.transaction((tx) =>
        recordChanges(
          tx,
          workspace,
          [
            { kind: 'message', conversationId: ids[1] ?? null },
            { kind: 'access', conversationId: null },
          ],
          NOW,
        ),
      );
      for (const browser of [loser, gainer, other]) await browser.until(() => browser.seq() === 2);
      expect(told(loser)).toEqual(['hello', 'reset']);
      expect(told(gainer)).toEqual(['hello', 'reset']);
      expect(told(other)).toEqual(['hello', [2, ['message', 'access'], [ids[1]]]]);
      await change(1);
      for (const browser of [loser, gainer]) await browser.until(() => browser.seq() === 3);
      expect(told(loser).at(-1)).toEqual([3, [], []]);
      expect(told(gainer).at(-1)).toEqual([3, ['message'], [ids[1]]]);
      for (const browser of [loser, gainer, other]) browser.leave();
    });

    it('whoever was away while it happened reads afresh too', async () => {
      await begin();
      await change(1);
      await db.transaction((tx) => recordChanges(tx, workspace, [{ kind: 'access', conversationId: null }], NOW));
      await change(2);
      const late = listen(feed, workspace, new Map());
      await late.join(0);
      expect(late.heard).toEqual([
        { type: 'hello', seq: 0 },
        { type: 'reset', seq: 3 },
      ]);
      late.leave();
    });
  });

  it('does not forget one who comes while the last one goes', async () => {
    await begin();
    const [first, second] = [listen(feed, workspace), listen(feed, workspace)];
    await first.join(null);
    const coming = second.join(null);
    first.leave();
    await coming;
    await change(1);
    await second.until(() => second.seq() === 1);
    second.leave();
  });

  describe('a browser that was away for too long', () => {
    const comeBack = async (since: number) => {
      const browser = listen(feed, workspace);
      await browser.join(since);
      browser.leave();
      return browser.heard;
    };
    const manyChanges = (count: number, at = NOW) =>
      db.transaction((tx) =>
        recordChanges(
          tx,
          workspace,
          Array.from({ length: count }, () => ({ kind: 'message', conversationId: ids[0] ?? null })),
          at,
        ),
      );

    it('reads afresh after more changes than are worth telling', async () => {
      await begin();
      await manyChanges(MOST_MISSED + 1);
      expect(await comeBack(0)).toEqual([{ type: 'reset', seq: MOST_MISSED + 1 }]);
      expect((await comeBack(1)).map(shortly)).toEqual([
        'hello 1',
        'changes 501',
        'changes 1001',
        'changes 1501',
        'changes 2001',
      ]);
    });

    it('reads afresh when what it missed is forgotten', async () => {
      await begin();
      await manyChanges(3, new Date(NOW.getTime() - CHANGES_LAST_MS - 1));
      await manyChanges(2);
      expect(await db.alone((tx) => pruneChanges(tx, workspace, NOW))).toBe(3);
      expect(await comeBack(2)).toEqual([{ type: 'reset', seq: 5 }]);
      expect((await comeBack(3)).map(shortly)).toEqual(['hello 3', 'changes 5']);
      expect(await comeBack(5)).toEqual([{ type: 'hello', seq: 5 }]);
    });

    it('reads afresh when everything is forgotten', async () => {
      await begin();
      await manyChanges(3, new Date(0));
      await db.alone((tx) => pruneChanges(tx, workspace, NOW));
      expect(await comeBack(1)).toEqual([{ type: 'reset', seq: 3 }]);
      expect(await comeBack(3)).toEqual([{ type: 'hello', seq: 3 }]);
    });

    it('reads afresh when it was further than the workspace is (a backup was restored)', async () => {
      await begin();
      expect(await comeBack(99)).toEqual([{ type: 'reset', seq: 0 }]);
    });
  });
});
