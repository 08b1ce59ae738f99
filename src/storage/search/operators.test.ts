import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase, makeWorkspace } from '../../../test/database.ts';
import { type Seeded, seedConversations } from '../../../test/seed.ts';
import type { AgentId, InboxId, WorkspaceId } from '../../core/ids.ts';
import { foldForSearch } from '../../core/text/fold.ts';
import type { Database } from '../database.ts';
import { newId } from '../new-id.ts';
import { PACE } from './find-messages.ts';
import { type SearchRequest, search } from './search.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
interface Said {
  readonly mark: string;
  readonly by: 'anna' | 'γιωργος' | 'minsu' | 'agent' | 'note';
  readonly text: string;
  readonly day: number;
  readonly kind?: string;
}
const SAID: readonly Said[] = [
  { mark: 'a1', by: 'anna', text: 'My zip broke, where is my refund?', day: 1 },
  { mark: 'a2', by: 'agent', text: 'Your refund is on its way', day: 2 },
  { mark: 'a3', by: 'anna', text: 'Look: https://shop.example/zip', day: 3, kind: 'image' },
  { mark: 'g1', by: 'γιωργος', text: 'Πού είναι η παραγγελία μου; refund please', day: 4, kind: 'file' },
  { mark: 'g2', by: 'note', text: 'Ask the warehouse about the refund', day: 5 },
  { mark: 'm1', by: 'minsu', text: '배송이 너무 늦어요 is my order lost', day: 6 },
];
const OF: Readonly<Record<string, number>> = { anna: 0, agent: 0, γιωργος: 1, note: 1, minsu: 2 };

eachDatabase((open) => {
  let db: Database;
  let workspace: WorkspaceId;
  let seeded: Seeded;
  const asks = (text: string, more: Partial<SearchRequest> = {}): SearchRequest => ({
    workspaceId: workspace,
    agentId: seeded.agentIds[0] as AgentId,
    visible: null,
    text,
    limit: 30,
    ...more,
  });
  const look = async (text: string, more: Partial<SearchRequest> = {}) => search(db.read, asks(text, more), NOW);
  const marksOf = (texts: readonly { readonly text: string }[]) =>
    texts.map(({ text }) => SAID.find((one) => one.text === text)?.mark ?? '?').join(' ');
  const find = async (text: string, more: Partial<SearchRequest> = {}) => marksOf((await look(text, more)).hits);

  beforeAll(async () => {
    db = await open();
    workspace = await makeWorkspace(db);
    seeded = await seedConversations(db, workspace, { conversations: 3 }, NOW);
    const { rows } = await sql<{ id: string; contact_id: string }>`
      select id, contact_id from conversations where workspace_id = ${workspace} order by preview`.execute(db.read);
    await db.transaction(async (tx) => {
      const [label, team] = [newId<string>(), newId<string>()];
      await sql`insert into labels (workspace_id, id, name, folded, colour, created_at) values (${workspace}, ${label}, 'Late parcel', 'late parcel', 'red', ${NOW})`.execute(
        tx,
      );
      await sql`insert into teams (workspace_id, id, name, created_at) values (${workspace}, ${team}, 'Returns', ${NOW})`.execute(
        tx,
      );
      const people = [
        ['Ánna Svensson', 'anna.svensson'],
        ['Γιώργος Παπαδόπουλος', null],
        ['김민수', 'minsu_k'],
      ] as const;
      for (const [index, [name, handle]] of people.entries()) {
        const { id, contact_id } = rows[index] as (typeof rows)[number];
        await sql`update contacts set name = ${name} where workspace_id = ${workspace} and id = ${contact_id}`.execute(
          tx,
        );
        await sql`update identities set name = ${name}, handle = ${handle} where workspace_id = ${workspace} and contact_id = ${contact_id}`.execute(
          tx,
        );
        await sql`update conversations set attention = ${index === 1 ? 'answered' : 'needs_answer'}, attention_by = ${index === 1 ? seeded.agentIds[1] : null},
            waiting_since = ${index === 1 ? null : NOW}, snoozed_until = ${index === 2 ? NOW : null}, promised_for = null, reach = ${index === 0 ? 'owned_public' : 'owned_private'},
            assignee_id = ${index === 0 ? seeded.agentIds[0] : null}, label_ids = ${index === 1 ? [label] : []}::uuid[], team_id = ${index === 2 ? team : null},
            inbox_id = ${seeded.inboxIds[index === 2 ? 1 : 0]}, last_message_at = ${new Date(`2026-11-0${index + 1}T00:00:00Z`)}
          where workspace_id = ${workspace} and id = ${id}`.execute(tx);
      }
      for (const { by, text, day, kind } of SAID) {
        const index = OF[by] ?? 0;
        await sql`insert into messages (workspace_id, id, inbox_id, thread_id, conversation_id, identity_id, agent_id, direction, reach, text, search, content, sent_at, received_at)
          select ${workspace}, ${newId()}::uuid, c.inbox_id, c.thread_id, c.id, case when ${by === 'note' || by === 'agent'} then null else c.identity_id end,
            case when ${by === 'note' || by === 'agent'} then ${seeded.agentIds[1]}::uuid end, ${by === 'note' ? 'note' : by === 'agent' ? 'outbound' : 'inbound'},
            case when ${by === 'note'} then 'owned_private' else c.reach end, ${text}, ${foldForSearch(text)}, ${JSON.stringify({ attachments: kind ? [{ kind }] : [] })}::jsonb,
            ${new Date(`2026-11-0${day}T10:00:00Z`)}, ${NOW}
          from conversations c where c.workspace_id = ${workspace} and c.id = ${rows[index]?.id ?? ''}::uuid`.execute(
          tx,
        );
      }
    });
  });

  it.each([
    { q: 'refund', found: 'g2 g1 a2 a1' },
    { q: 'refund -zip', found: 'g2 g1 a2' },
    { q: '"is my order"', found: 'm1' },
    { q: '"my is order"', found: '' },
    { q: 'refund -"on its way"', found: 'g2 g1 a1' },
    { q: '"배송이 너무"', found: 'm1' },
    { q: 'from:anna', found: 'a3 a1' },
    { q: 'from:svens refund', found: 'a1' },
    { q: 'from:@anna.sv', found: 'a3 a1' },
    { q: 'from:ΓΙΩΡΓΟΣ', found: 'g1' },
    { q: 'from:김민', found: 'm1' },
    { q: 'from:"Agent 1" refund', found: 'g2 a2' },
    { q: '-from:anna refund', found: 'g2 g1 a2' },
    { q: 'refund inbox:"Shop 1"', found: '' },
    { q: 'is inbox:"shop 1"', found: 'm1' },
    { q: 'refund channel:face', found: 'g2 g1 a2 a1' },
    { q: 'before:2026-11-03', found: 'a2 a1' },
    { q: 'after:2026-11-04 refund', found: 'g2 g1' },
    { q: 'after:2026-11-02 before:2026-11-05', found: 'g1 a3 a2' },
    { q: 'is:public', found: 'a3 a2 a1' },
    { q: 'is:private', found: 'm1 g1' },
    { q: 'is:note', found: 'g2' },
    { q: 'refund -is:note', found: 'g1 a2 a1' },
    { q: 'has:image', found: 'a3' },
    { q: 'has:file', found: 'g1 a3' },
    { q: 'has:link', found: 'a3' },
    { q: 'is:waiting', found: 'a3' },
    { q: 'is:waiting refund', found: 'a2 a1' },
    { q: '-is:waiting refund', found: 'g2 g1' },
    { q: 'is:answered', found: 'g2' },
    { q: 'is:snoozed', found: 'm1' },
    { q: 'is:mine refund', found: 'a2 a1' },
    { q: 'is:unassigned', found: 'm1 g2' },
    { q: 'label:late', found: 'g2' },
    { q: 'label:"Late parcel" refund', found: 'g2 g1' },
    { q: '-label:late refund', found: 'a2 a1' },
    { q: 'team:returns', found: 'm1' },
    { q: 'assignee:me refund', found: 'a2 a1' },
    { q: 'assignee:none', found: 'm1 g2' },
    { q: 'inbox:"Shop 0"', found: 'g2 a3' },
    { q: 'is:waiting inbox:"Shop 0" is:public', found: 'a3' },
    { q: 'arehous', found: 'g2' },
    { q: 'ραγγελι', found: 'g1' },
    { q: 'from:nobody', found: '' },
    { q: "';drop table messages;--", found: '' },
    { q: 'refund & | ! <-> :*', found: 'g2 g1 a2 a1' },
  ])('$q finds $found', async ({ q, found }) => {
    expect(await find(q)).toBe(found);
    // However it is looked for, the same is found.
    for (const pace of [
      { ...PACE, piece: 2, ms: 10_000, rare: 0, few: 0 },
      { ...PACE, piece: 2, ms: 10_000, rare: 100, few: 0 },
    ])
      if (!['arehous', 'ραγγελι'].includes(q)) expect(await find(q, { pace })).toBe(found);
  });

  it.each(['refund', 'is:unassigned', 'before:2027', 'is:public refund'])(
    'reads %s page by page, each hit once',
    async (q) => {
      const all = (await look(q)).hits.map(({ messageId }) => messageId);
      for (const pace of [PACE, { ...PACE, piece: 1, ms: 0, rare: 0, few: 0 }]) {
        const seen: string[] = [];
        let cursor: string | undefined;
        for (let pages = 0; pages < 20; pages += 1) {
          const page = await look(q, { limit: 1, cursor, pace });
          seen.push(...page.hits.map(({ messageId }) => messageId));
          if (!page.cursor) break;
          cursor = page.cursor;
        }
        expect(seen).toEqual(all);
      }
      const { cursor } = await look(q, { limit: 1 });
      await expect(look(`${q} x`, { cursor: cursor ?? '' })).rejects.toMatchObject({ code: 'bad_cursor' });
      await expect(look(q, { cursor: 'rubbish' })).rejects.toMatchObject({ code: 'bad_cursor' });
    },
  );

  it.each([
    { q: 'from:nobody', says: 'Nobody here is called “nobody”.' },
    { q: 'label:unknown refund', says: 'There is no label called “unknown”.' },
    { q: 'inbox:unknown', says: 'There is no inbox called “unknown”.' },
    { q: 'is:angry refund', says: 'is:angry means nothing here' },
  ])('says of $q what is not there', async ({ q, says }) => {
    expect((await look(q)).notUnderstood).toEqual([expect.stringContaining(says)]);
  });

  describe('people', () => {
    it.each([
      { q: 'anna', found: ['Ánna Svensson'] },
      { q: 'SVENS', found: ['Ánna Svensson'] },
      { q: '@minsu', found: ['김민수'] },
      { q: '김민수', found: ['김민수'] },
      { q: '민수', found: ['김민수'] },
      { q: 'παπαδ', found: ['Γιώργος Παπαδόπουλος'] },
      { q: 'vensso', found: ['Ánna Svensson'] },
      { q: '%', found: [] },
      { q: 'is:waiting', found: [] },
    ])('$q', async ({ q, found }) => {
      const { people } = await look(q);
      expect(people.map(({ name }) => name)).toEqual(found);
      for (const { conversationId } of people) expect(conversationId).not.toBeNull();
    });
  });

  it('tells nothing of inboxes that may not be seen', async () => {
    const [first, second] = seeded.inboxIds as readonly [InboxId, InboxId];
    expect(await find('is', { visible: [first] })).not.toContain('m1');
    expect(await find('refund', { visible: [second] })).toBe('');
    expect(await find('is:waiting', { visible: [second] })).toBe('');
    expect(await find('inbox:"Shop 0"', { visible: [second] })).toBe('');
    expect(await find('from:anna', { visible: [second] })).toBe('');
    expect(await find('arehous', { visible: [second] })).toBe('');
    expect(await find('refund', { visible: [] })).toBe('');
    expect((await look('anna', { visible: [second] })).people).toEqual([]);
    expect((await look('minsu', { visible: [second] })).people).toHaveLength(1);
  });

  it('names who said it', async () => {
    const { hits } = await look('refund');
    expect(hits.map(({ authorName }) => authorName)).toEqual([
      'Agent 1',
      'Γιώργος Παπαδόπουλος',
      'Agent 1',
      'Ánna Svensson',
    ]);
  });
});
