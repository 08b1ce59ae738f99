import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { actsOf } from '../../core/access/role.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { addBoardRow, addHeard, addPastHours, type HeardPost } from '../../storage/listening/heard.fixture.ts';
import { listSpikes, SAID_TO_US } from '../../storage/listening/spikes.ts';
import { addWorkspace } from '../../storage/workspaces.ts';
import { inviteAgent } from '../invite-agent.ts';
import { noteSpikes } from './note-spike.ts';

const MINUTE = 60_000;
const NOW = new Date('2026-11-23T10:30:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);

eachDatabase((open) => {
  let db: Database;
  let workspaceId: WorkspaceId;
  let inboxId: InboxId;
  let boardId: string;
  beforeEach(async () => {
    db ??= await open();
    workspaceId = await db.transaction((tx) => addWorkspace(tx, { slug: randomUUID(), name: 'x', isPractice: false }));
    inboxId = randomUUID() as InboxId;
    await sql`insert into inboxes (workspace_id, id, channel, external_id, name, credentials)
      values (${workspaceId}, ${inboxId}, 'x', 'me', 'Us', '')`.execute(db.read);
    boardId = await addBoardRow(db, workspaceId, { name: 'Kettles' });
  });
  const hire = async (role: 'lead' | 'agent' | 'admin') => {
    const house = { workspaceId, agentId: null, acts: actsOf('owner') };
    const wish = { name: role, email: `${randomUUID()}@x.example`, role };
    return (await inviteAgent(db, house, wish, NOW)).agent.id;
  };
  const storm = (posts: number, at = NOW, more: Partial<HeardPost> = {}) =>
    addHeard(
      db,
      workspaceId,
      { boardId, inboxId },
      Array.from({ length: posts }, (_, nth) => ({
        at: new Date(at.getTime() - (nth + 1) * 1000),
        author: `p${nth} ${at.getTime()}`,
        text: `the battery of my kettleco caught fire ${nth}`,
        sentiment: 'negative' as const,
        ...more,
      })),
    );
  const spikes = () => listSpikes(db.read, workspaceId, boardId, 10);
  const notices = async () =>
    (await db.read.selectFrom('notifications').selectAll().where('workspace_id', '=', workspaceId).execute()).map(
      ({ agent_id, kind, text, conversation_id }) => ({ agent: agent_id, kind, text, conversation_id }),
    );
  const changes = async () =>
    (await db.read.selectFrom('changes').selectAll().where('workspace_id', '=', workspaceId).execute()).filter(
      ({ kind }) => kind === 'listening',
    ).length;

  it('opens one where far more is said than usual, says by what, and calls the leads once', async () => {
    const [lead] = [await hire('lead'), await hire('agent')];
    await addPastHours(db, workspaceId, { boardId, perHour: 2, now: NOW });
    const ids = await storm(20, NOW, { followers: 5_000 });
    expect(await noteSpikes(db, workspaceId, NOW)).toBe(1);
    const [spike, ...others] = await spikes();
    expect(others).toEqual([]);
    expect(spike).toMatchObject({ posts: 20, authors: 20, negative: 20, endedAt: null });
    expect(spike?.expected).toBeCloseTo(2, 0);
    expect(spike?.drivers.terms.map(({ term }) => term).join(' ')).toMatch(/battery|fire/);
    expect(spike?.drivers.hits.length).toBeGreaterThan(0);
    for (const id of spike?.drivers.hits ?? []) expect(ids).toContain(id);
    expect(await notices()).toEqual([
      {
        agent: lead,
        kind: 'spike',
        text: 'Kettles: 20 posts within an hour, about 2 are usual. Negative: 20.',
        conversation_id: null,
      },
    ]);
    expect(await changes()).toBe(1);
    for (let again = 0; again < 2; again += 1) expect(await noteSpikes(db, workspaceId, later(1))).toBe(0);
    expect(await notices()).toHaveLength(1);
    expect(await changes()).toBe(1);
  });

  it('is one where several look at once', async () => {
    await hire('lead');
    await addPastHours(db, workspaceId, { boardId, perHour: 2, now: NOW });
    await storm(20);
    const began = await Promise.all([1, 2, 3].map(() => noteSpikes(db, workspaceId, NOW)));
    expect(began.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await spikes()).toHaveLength(1);
    expect(await notices()).toHaveLength(1);
  });

  it('grows while it goes on, ends after two quiet hours, and another is another', async () => {
    await hire('lead');
    await addPastHours(db, workspaceId, { boardId, perHour: 2, now: NOW });
    await storm(20);
    await noteSpikes(db, workspaceId, NOW);
    await storm(40, later(30));
    expect(await noteSpikes(db, workspaceId, later(30))).toBe(0);
    expect(await spikes()).toMatchObject([{ posts: 60, endedAt: null }]);
    await noteSpikes(db, workspaceId, later(70));
    expect(await spikes()).toMatchObject([{ posts: 60, seenAt: later(70), endedAt: null }]);
    await noteSpikes(db, workspaceId, later(151));
    expect(await spikes()).toMatchObject([{ posts: 60, endedAt: later(151) }]);
    expect(await notices()).toHaveLength(1);
    await storm(70, later(300));
    expect(await noteSpikes(db, workspaceId, later(300))).toBe(1);
    expect(await spikes()).toHaveLength(2);
    expect(await notices()).toHaveLength(2);
  });

  it('is none where as many speak as ever, where one speaks for all, nor in another workspace', async () => {
    await addPastHours(db, workspaceId, { boardId, perHour: 10, now: NOW });
    await storm(12, NOW, { sentiment: null });
    expect(await noteSpikes(db, workspaceId, NOW)).toBe(0);
    const other = await addBoardRow(db, workspaceId);
    boardId = other;
    await storm(30, NOW, { author: 'the same', alikeTo: 0 });
    expect(await noteSpikes(db, workspaceId, NOW)).toBe(0);
    expect(await spikes()).toEqual([]);
  });

  it('ends what is open on a board that was removed', async () => {
    await addPastHours(db, workspaceId, { boardId, perHour: 2, now: NOW });
    await storm(20);
    await noteSpikes(db, workspaceId, NOW);
    await sql`update boards set removed_at = now() where workspace_id = ${workspaceId} and id = ${boardId}`.execute(
      db.read,
    );
    await noteSpikes(db, workspaceId, later(200));
    expect(await spikes()).toMatchObject([{ endedAt: later(200) }]);
  });

  it('tells nobody of an inbox that they may not see', async () => {
    const lead = await hire('lead');
    const admin = await hire('admin');
    await sql`update inboxes set is_restricted = true where workspace_id = ${workspaceId}`.execute(db.read);
    await addPastHours(db, workspaceId, { boardId, perHour: 2, now: NOW });
    await storm(20);
    await noteSpikes(db, workspaceId, NOW);
    expect((await notices()).map(({ agent }) => agent)).toEqual([admin]);
    expect(lead).not.toBe(admin);
  });

  it('sees a post of ours below which others add to the fire, though as much is said as ever', async () => {
    await hire('lead');
    const [thread, contact] = [randomUUID(), randomUUID()];
    await addPastHours(db, workspaceId, { boardId: SAID_TO_US, perHour: 15, now: NOW });
    await sql`insert into contacts (workspace_id, id, name, created_at) values (${workspaceId}, ${contact}, 'Ida', now())`.execute(
      db.read,
    );
    await sql`insert into threads (workspace_id, id, inbox_id, external_id, kind, reach, title, created_at)
      values (${workspaceId}, ${thread}, ${inboxId}, 't', 'post', 'owned_public', 'Our new kettle', now())`.execute(
      db.read,
    );
    const talks: string[] = [];
    for (let nth = 0; nth < 12; nth += 1) {
      const [identity, talk] = [randomUUID(), randomUUID()];
      talks.push(talk);
      const at = new Date(NOW.getTime() - (nth + 1) * MINUTE);
      const understood = JSON.stringify([
        'en',
        1,
        ['negative', 0.9],
        ['complaint', 0.9],
        [1, 0.9],
        ['other', 0.9],
        [true, 0.9],
        [],
        [],
        'x',
      ]);
      await sql`insert into identities (workspace_id, id, contact_id, channel, scope, external_id, name, created_at)
        values (${workspaceId}, ${identity}, ${contact}, 'x', '', ${identity}, 'Ida', now())`.execute(db.read);
      await sql`insert into conversations (workspace_id, id, inbox_id, thread_id, channel, reach, contact_id, identity_id, preview, attention, waiting_since, last_message_at, created_at)
        values (${workspaceId}, ${talk}, ${inboxId}, ${thread}, 'x', 'owned_public', ${contact}, ${identity}, 'x', 'needs_answer', ${at}, ${at}, ${at})`.execute(
        db.read,
      );
      await sql`insert into messages (workspace_id, id, inbox_id, thread_id, conversation_id, identity_id, external_id, direction, reach, text, search, understood, sent_at, received_at)
        values (${workspaceId}, ${randomUUID()}, ${inboxId}, ${thread}, ${talk}, ${identity}, ${identity}, 'inbound', 'owned_public', ${`it is a scandal ${nth}`}, ${`it is a scandal ${nth}`}, ${understood}, ${at}, ${at})`.execute(
        db.read,
      );
    }
    await sql`insert into voice_hours (workspace_id, board_id, channel, hour, negative) values (${workspaceId}, ${SAID_TO_US}, 'x', date_trunc('hour', ${NOW}::timestamptz), 12)`.execute(
      db.read,
    );
    expect(await noteSpikes(db, workspaceId, NOW, { isSaidToUsLeftOut: true })).toBe(0);
    expect(await noteSpikes(db, workspaceId, NOW)).toBe(1);
    const [spike] = await listSpikes(db.read, workspaceId, SAID_TO_US, 1);
    expect(spike).toMatchObject({ posts: 12, negative: 12 });
    expect(spike?.drivers.threads).toMatchObject([{ title: 'Our new kettle', posts: 12, negative: 12 }]);
    const [notice] = await notices();
    expect(talks).toContain(notice?.conversation_id);
  });
});
