import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../../test/database.ts';
import { type Seeded, seedConversations } from '../../../test/seed.ts';
import type { ContactId, InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { readPersonLine } from './person-line.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');

eachDatabase((open) => {
  let db: Database;
  let workspace: WorkspaceId;
  let seeded: Seeded;
  let person: ContactId;

  beforeAll(async () => {
    db = await open();
    workspace = await makeWorkspace(db);
    seeded = await seedConversations(db, workspace, { conversations: 6, messagesEach: 3 }, NOW);
    const { rows } = await sql<{
      contact_id: ContactId;
    }>`select contact_id from conversations where workspace_id = ${workspace} order by id`.execute(db.read);
    person = rows[0]?.contact_id as ContactId;
    await db.transaction(async (tx) => {
      // One person on both channels, who was answered and of whom something was noted.
      await sql`update conversations set contact_id = ${person} where workspace_id = ${workspace} and contact_id = any(${rows.slice(0, 4).map((row) => row.contact_id)}::uuid[])`.execute(
        tx,
      );
      for (const [direction, text] of [
        ['outbound', 'We look into it'],
        ['note', 'Knows the owner'],
      ])
        await sql`insert into messages (workspace_id, id, inbox_id, conversation_id, agent_id, direction, reach, text, sent_at, received_at)
          select ${workspace}, ${newId()}::uuid, c.inbox_id, c.id, ${seeded.agentIds[0]}, ${direction}, c.reach, ${text}, ${NOW}, ${NOW}
          from conversations c where c.workspace_id = ${workspace} and c.contact_id = ${person} order by c.id limit 1`.execute(
          tx,
        );
    });
  });

  const readAll = async (visible: readonly InboxId[] | null, limit: number) => {
    const items = [];
    let cursor: string | undefined;
    do {
      const page = await readPersonLine(db.read, workspace, person, { visible, cursor, limit });
      items.push(...page.items);
      cursor = page.cursor ?? undefined;
    } while (cursor);
    return items;
  };

  it('holds everything said by and to them, once each, the newest first, on all channels', async () => {
    const whole = await readAll(null, 100);
    expect(whole).toHaveLength(4 * 3 + 2);
    expect(new Set(whole.map(({ channel }) => channel)).size).toBe(2);
    const times = whole.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(
      whole
        .filter(({ direction }) => direction !== 'inbound')
        .map(({ text, authorName }) => `${authorName}: ${text}`)
        .toSorted(),
    ).toEqual(['Agent 0: Knows the owner', 'Agent 0: We look into it']);
    expect((await readAll(null, 3)).map(({ messageId }) => messageId)).toEqual(whole.map(({ messageId }) => messageId));
  });

  it('ends at the inboxes that may be seen', async () => {
    const [first] = seeded.inboxIds as readonly [InboxId];
    const seen = await readAll([first], 4);
    expect(new Set(seen.map(({ inboxId }) => inboxId))).toEqual(new Set([first]));
    expect(await readAll([], 4)).toEqual([]);
  });

  it('refuses a cursor of another line', async () => {
    const { cursor } = await readPersonLine(db.read, workspace, person, { visible: null, limit: 1 });
    for (const [id, text] of [
      [newId<ContactId>(), cursor ?? ''],
      [person, 'rubbish'],
    ] as const)
      await expect(
        readPersonLine(db.read, workspace, id, { visible: null, limit: 1, cursor: text }),
      ).rejects.toMatchObject({ code: 'bad_cursor' });
  });
});
