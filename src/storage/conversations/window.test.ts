import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../../test/database.ts';
import { seedConversations } from '../../../test/seed.ts';
import type { ConversationId, MessageId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../database.ts';
import { readConversation } from './detail.ts';
import type { Asked } from './window.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const START = Date.parse('2026-11-20T00:00:00Z');
const at = (n: number) => new Date(START + n * 60_000);
const idOf = (n: number) => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}` as MessageId;

eachDatabase((open) => {
  let db: Database;
  let workspace: WorkspaceId;
  let conversations: readonly ConversationId[];
  let made = 0;

  beforeAll(async () => {
    db = await open();
    workspace = await makeWorkspace(db);
    await seedConversations(db, workspace, { conversations: 20 }, NOW);
    const { rows } = await sql<{ id: ConversationId }>`select id from conversations where workspace_id = ${workspace}
      and channel = 'messenger' order by id`.execute(db.read);
    conversations = rows.map(({ id }) => id);
  });

  /** A conversation of its own in which `said` was said, a minute each: c customer, m machine, u us, f of ours that failed, n note. */
  async function say(said: string, waitingSince: number | null, most = said.length) {
    const id = conversations[made++] as ConversationId;
    const first = made * 10_000;
    await db.transaction(async (tx) => {
      await sql`insert into messages (workspace_id, id, inbox_id, thread_id, conversation_id, identity_id, direction, reach, automatic, delivery, text, sent_at, received_at)
        select ${workspace}, ('0198c0de-0000-7000-8000-' || lpad((${first} + n)::text, 12, '0'))::uuid, c.inbox_id, c.thread_id, c.id, c.identity_id,
          case k when 'c' then 'inbound' when 'm' then 'inbound' when 'n' then 'note' else 'outbound' end, c.reach,
          case k when 'm' then 'out_of_office' end, case k when 'f' then 'failed' when 'u' then 'sent' end, 'x', ${at(0)}::timestamptz + n * interval '1 minute', ${NOW}
        from conversations c, generate_series(0, ${most - 1}::integer) n, lateral (select substr(${said}, 1 + n % ${said.length}, 1) as k) s
        where c.workspace_id = ${workspace} and c.id = ${id}`.execute(tx);
      await sql`update conversations set attention = ${waitingSince === null ? null : 'needs_answer'}, snoozed_until = null,
          waiting_since = ${waitingSince === null ? null : at(waitingSince)} where workspace_id = ${workspace} and id = ${id}`.execute(
        tx,
      );
    });
    const read = async (asked: Asked = {}) => {
      const detail = await readConversation(db.read, workspace, id, asked);
      const numbers = (detail?.messages ?? []).map((one) => Number(one.id.slice(-12)) - first);
      return {
        range: [numbers[0], numbers.at(-1)],
        count: numbers.length,
        hasEarlier: detail?.hasEarlier,
        hasLater: detail?.hasLater,
        opensAt: detail?.opensAt ? Number(detail.opensAt.slice(-12)) - first : null,
      };
    };
    return { read, message: (n: number) => idOf(first + n) };
  }

  it.each([
    { what: 'a first question', said: 'c', since: 0, opensAt: 0 },
    { what: 'what came after our answer', said: 'cucc', since: 2, opensAt: 2 },
    { what: 'nothing where nothing waits', said: 'cucc', since: null, opensAt: null },
    { what: 'what came after a decision without words', said: 'cccc', since: 3, opensAt: 3 },
    { what: 'what came after words that did not end the waiting', said: 'cuc', since: 0, opensAt: 2 },
    { what: 'nothing, when our words were the last and it is still open', said: 'ccu', since: 0, opensAt: null },
    { what: 'the question, when the answer failed', said: 'cf', since: 0, opensAt: 0 },
    { what: 'no note and no machine', said: 'cunmc', since: 2, opensAt: 4 },
  ])('opens at $what', async ({ said, since, opensAt }) => {
    const { read } = await say(said, since);
    expect(await read()).toMatchObject({ opensAt, hasEarlier: false, hasLater: false, count: said.length });
  });

  describe('a thread of 2,000', () => {
    it('opens at what waits, and can be read in both directions to its ends', async () => {
      const { read, message } = await say('cu', 1_000, 1_000);
      await db.transaction((tx) =>
        sql`insert into messages (workspace_id, id, inbox_id, thread_id, conversation_id, identity_id, direction, reach, text, sent_at, received_at)
          select m.workspace_id, ('0198c0de-0000-7000-8000-' || lpad((substr(m.id::text, 25)::bigint + 1000)::text, 12, '0'))::uuid, m.inbox_id, m.thread_id,
            m.conversation_id, m.identity_id, 'inbound', m.reach, 'x', m.sent_at + interval '1000 minutes', m.received_at
          from messages m where m.workspace_id = ${workspace} and m.conversation_id = ${conversations[made - 1] as ConversationId}`.execute(
          tx,
        ),
      );
      expect(await read()).toEqual({ range: [940, 1139], count: 200, hasEarlier: true, hasLater: true, opensAt: 1000 });
      expect(await read({ before: message(940) })).toMatchObject({ range: [740, 939], hasEarlier: true });
      expect(await read({ before: message(150) })).toMatchObject({ range: [0, 149], hasEarlier: false });
      expect(await read({ after: message(1139) })).toMatchObject({ range: [1140, 1339], hasLater: true });
      expect(await read({ after: message(1900) })).toMatchObject({ range: [1901, 1999], hasLater: false });
      expect(await read({ around: message(500) })).toMatchObject({
        range: [440, 639],
        hasEarlier: true,
        hasLater: true,
      });
      expect(await read({ around: message(3) })).toMatchObject({ range: [0, 142], hasEarlier: false, hasLater: true });
      expect(await read({ around: idOf(1) })).toMatchObject({ range: [940, 1139], opensAt: 1000 });
    });

    it('shows the newest when what waits is among them', async () => {
      const { read } = await say('cu', 480, 500);
      expect(await read()).toMatchObject({ range: [300, 499], hasEarlier: true, hasLater: false });
    });
  });
});
