import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { noteSpikes } from '../../actions/listening/note-spike.ts';
import type { InboxId, WorkspaceId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { addHeard, addPastHours, type HeardPost, listeningBody } from '../../storage/listening/heard.fixture.ts';
import { SAID_TO_US } from '../../storage/listening/spikes.ts';
import { type Desk, openDesk } from '../test/desk.fixture.ts';
import { foundListening, type ListeningDesk } from './listening-desk.fixture.ts';
import { createSearched } from './searched.fixture.ts';

const HOUR = 3_600_000;
/** In the middle of an hour: whatever is counted by hours falls into the same ones, whenever this runs. */
const NOW = new Date('2026-11-18T10:30:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * HOUR);

eachDatabase((open) => {
  let db: Database;
  let desk: Desk;
  let workspaceId: WorkspaceId;
  let inboxId: InboxId;
  let boardId: string;
  let ask: ListeningDesk['ask'];
  let addInbox: ListeningDesk['addInbox'];
  let agent: Record<string, string>;

  beforeAll(async () => {
    db = await open();
    desk = await openDesk(db, {
      callsPerMinute: 1_000_000,
      now: () => NOW,
      connectors: createSearched().connectors,
    });
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    ({ workspaceId, inboxId, boardId, ask, addInbox } = await foundListening(db, desk));
    agent = (await desk.signIn(workspaceId, 'agent')).headers;
  });
  const heard = (posts: readonly HeardPost[], of: { boardId?: string; inboxId?: InboxId } = {}) =>
    addHeard(db, workspaceId, { boardId, inboxId, ...of }, posts);
  const restrict = (id: InboxId) =>
    sql`update inboxes set is_restricted = true where workspace_id = ${workspaceId} and id = ${id}`.execute(db.read);

  describe('a board', () => {
    it('is made, renamed, moved and removed by leads, and told of by everybody', async () => {
      expect((await ask('GET', '/api/boards', undefined, agent)).body.items).toMatchObject([
        { id: boardId, name: 'Kettles', kind: 'own', waiting: { count: 0, isCapped: false }, rules: [], spike: null },
      ]);
      expect((await ask('POST', '/api/boards', { id: randomUUID(), name: 'No', kind: 'own' }, agent)).status).toBe(403);
      // What is said to us goes by this id.
      expect((await ask('POST', '/api/boards', { id: SAID_TO_US, name: 'No', kind: 'own' })).body.code).toBe(
        'id_taken',
      );
      const other = randomUUID();
      await ask('POST', '/api/boards', { id: other, name: 'Rivals', kind: 'competitor' });
      const renamed = await ask('PATCH', `/api/boards/${other}`, { name: 'Other kettles', position: 0 });
      expect(renamed.body.items.map(({ name }: { name: string }) => name)).toEqual(['Other kettles', 'Kettles']);
      const back = { ids: [boardId, other] };
      expect((await ask('PUT', '/api/boards/order', back, agent)).status).toBe(403);
      const ordered = await ask('PUT', '/api/boards/order', back);
      expect(ordered.body.items.map(({ id }: { id: string }) => id)).toEqual([boardId, other]);
      expect((await ask('PATCH', `/api/boards/${other}`, { name: 'kettles' })).body.code).toBe('name_taken');
      expect((await ask('DELETE', `/api/boards/${other}`)).body).toEqual({ ok: true });
      expect((await ask('GET', '/api/boards')).body.items).toHaveLength(1);
      expect((await ask('GET', `/api/boards/${other}/hits`)).body.code).toBe('no_such_board');
    });

    it('gives its posts page by page, with the words that were heard and what can be done', async () => {
      const ids = await heard([
        { at: ago(3), text: 'Kettleco is fine', sentiment: 'positive', permalink: 'https://x.example/1' },
        { at: ago(2), text: 'Kettleco leaks', sentiment: 'negative', permalink: 'javascript:alert(1)' },
        { at: ago(1), text: 'Kettleco again', language: 'de' },
      ]);
      const first = (await ask('GET', `/api/boards/${boardId}/hits?limit=2`, undefined, agent)).body;
      expect(first.items.map(({ id }: { id: string }) => id)).toEqual([ids[2], ids[1]]);
      expect(first.items[1]).toMatchObject({
        state: 'waiting',
        permalink: null,
        because: [{ kind: 'brand', form: 'plain', word: 'kettleco', from: 0, to: 8 }],
      });
      const rest = (await ask('GET', `/api/boards/${boardId}/hits?limit=2&cursor=${encodeURIComponent(first.cursor)}`))
        .body;
      expect(rest).toMatchObject({ items: [{ id: ids[0], permalink: 'https://x.example/1' }], cursor: null });
      const only = async (query: string) =>
        (await ask('GET', `/api/boards/${boardId}/hits?${query}`)).body.items.map(({ id }: { id: string }) => id);
      expect(await only('sentiment=negative')).toEqual([ids[1]]);
      expect(await only('language=de')).toEqual([ids[2]]);
      expect(await only('words=LEAK')).toEqual([ids[1]]);
      expect(await only('words=leak&sentiment=positive')).toEqual([]);
      expect(await only('words=%20')).toHaveLength(3);
      expect(await only(`to=${encodeURIComponent(ago(2.5).toISOString())}`)).toEqual([ids[0]]);
    });

    it('shows somebody who may not see an inbox nothing that was found by it', async () => {
      const closed = await addInbox('bluesky');
      await heard([{ at: ago(1), text: 'Kettleco in secret', channel: 'bluesky' }], { inboxId: closed });
      await heard([{ at: ago(1), text: 'Kettleco in the open' }]);
      await restrict(closed);
      const { body } = await ask('GET', `/api/boards/${boardId}/hits`, undefined, agent);
      expect(body.items.map(({ text }: { text: string }) => text)).toEqual(['Kettleco in the open']);
      const voice = (await ask('GET', `/api/boards/${boardId}/voice`, undefined, agent)).body;
      expect(voice.channels.map(({ channel }: { channel: string }) => channel)).toEqual(['x']);
      expect(JSON.stringify(voice.terms)).not.toContain('secret');
      expect((await ask('GET', '/api/voice', undefined, agent)).body.boards[0].unclear).toBe(1);
    });
  });

  describe('a post', () => {
    it('is shown with those that say nearly the same, and judged with them or alone', async () => {
      const [first = '', second = '', other = ''] = await heard([
        { at: ago(1) },
        { at: ago(2), alikeTo: 0 },
        { at: ago(3) },
      ]);
      const one = (await ask('GET', `/api/hits/${first}`, undefined, agent)).body;
      expect(one).toMatchObject({ id: first, alike: 1, others: [{ id: second }] });
      const judge = (body: object) => ask('POST', '/api/hits/judge', body, agent);
      expect((await judge({ ids: [first], state: 'ignored', reason: 'spam', withAlike: true })).body.done).toBe(2);
      const { body } = await ask('GET', `/api/boards/${boardId}/hits`);
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual([other]);
      const handled = (await ask('GET', `/api/boards/${boardId}/hits?state=handled`)).body.items;
      expect(handled).toHaveLength(2);
      expect(handled[0]).toMatchObject({
        state: 'ignored',
        reason: 'spam',
        judgedBy: expect.stringContaining('agent'),
      });
      expect((await judge({ ids: [randomUUID()], state: 'ignored' })).body).toMatchObject({ done: 0, left: [{}] });
      expect((await judge({ ids: [first], state: 'waiting' })).body.done).toBe(1);
      expect((await ask('GET', `/api/hits/${randomUUID()}`)).body.code).toBe('no_such_hit');
    });

    it('is taken up once, whoever asks how often, and says that it was', async () => {
      const [id = ''] = await heard([{ at: ago(1), text: 'Kettleco broke' }]);
      const takeUp = () => ask('POST', `/api/hits/${id}/take-up`, {}, agent);
      const taken = await Promise.all([takeUp(), takeUp()]);
      expect(taken.map(({ status }) => status)).toEqual([200, 200]);
      expect(taken[0].body).toEqual(taken[1].body);
      const { conversationId } = taken[0].body;
      expect((await ask('GET', `/api/conversations/${conversationId}`, undefined, agent)).body.conversation.id).toBe(
        conversationId,
      );
      expect((await ask('GET', `/api/hits/${id}`)).body).toMatchObject({ state: 'taken_up', conversationId });
    });

    it('is liked and thanked by whoever may write, and tells others why they cannot', async () => {
      const [liked = '', thanked = ''] = await heard([{ at: ago(1) }, { at: ago(2) }], {
        inboxId: await addInbox('bluesky'),
      });
      const viewer = (await desk.signIn(workspaceId, 'viewer')).headers;
      expect((await ask('GET', `/api/hits/${liked}`, undefined, viewer)).body).toMatchObject({
        canLike: false,
        canAnswer: false,
        whyNot: expect.stringContaining('role'),
      });
      expect((await ask('POST', `/api/hits/${liked}/like`, { actId: randomUUID() }, viewer)).status).toBe(403);
      expect(
        (await ask('POST', `/api/hits/${thanked}/thank`, { messageId: randomUUID(), text: ' ' }, agent)).status,
      ).toBe(400);
    });

    it('of an inbox that is not theirs is not there, whatever they ask', async () => {
      const [id = ''] = await heard([{ at: ago(1) }]);
      await restrict(inboxId);
      for (const [method, url, body] of [
        ['GET', `/api/hits/${id}`],
        ['POST', `/api/hits/${id}/take-up`, {}],
        ['POST', `/api/hits/${id}/like`, { actId: randomUUID() }],
        ['POST', `/api/hits/${id}/thank`, { messageId: randomUUID(), text: 'x' }],
      ] as const)
        expect([url, (await ask(method, url, body, agent)).body.code]).toEqual([url, 'no_such_hit']);
      const judged = await ask('POST', '/api/hits/judge', { ids: [id], state: 'ignored' }, agent);
      expect(judged.body).toMatchObject({ done: 0, left: [{ id }] });
    });
  });

  describe('a voice', () => {
    it('is counted without gaps, by network with what was before, by language and by word', async () => {
      await ask('POST', '/api/listening-rules', { id: randomUUID(), ...listeningBody(boardId) });
      await heard([
        ...[1, 2, 3].map((hours) => ({
          at: ago(hours),
          text: `the spout of my kettleco drips ${hours}`,
          sentiment: 'negative' as const,
        })),
        { at: ago(5), text: 'schön, dieser Kettleco', language: 'de', channel: 'bluesky' },
        { at: ago(30), text: 'Kettleco before' },
      ]);
      const voice = (await ask('GET', `/api/boards/${boardId}/voice?days=1`, undefined, agent)).body;
      expect(voice.series).toHaveLength(24);
      expect(voice.series.reduce((sum: number, one: { negative: number }) => sum + one.negative, 0)).toBe(3);
      expect(voice.channels).toMatchObject([
        { channel: 'x', negative: 3, before: 1 },
        { channel: 'bluesky', unclear: 1, before: 0 },
      ]);
      expect(voice.languages).toEqual([
        { language: 'en', posts: 3 },
        { language: 'de', posts: 1 },
      ]);
      expect(voice.terms.map(({ term }: { term: string }) => term).join(' ')).toContain('spout');
      expect(JSON.stringify(voice.terms).toLowerCase()).not.toContain('kettleco');
      expect((await ask('GET', `/api/boards/${boardId}/voice?days=90`)).body).toMatchObject({ step: 'day' });
      expect((await ask('GET', `/api/boards/${boardId}/voice?days=2`)).status).toBe(400);
      expect((await ask('GET', `/api/boards/${SAID_TO_US}/voice`)).status).toBe(200);
    });

    it('is shared by boards, beside what is said to us', async () => {
      const rival = randomUUID();
      await ask('POST', '/api/boards', { id: rival, name: 'Rivals', kind: 'competitor' });
      await heard([{ at: ago(2) }, { at: ago(3) }], { boardId: rival });
      await heard([{ at: ago(2), sentiment: 'positive' }]);
      await addPastHours(db, workspaceId, { boardId: SAID_TO_US, perHour: 1, weeks: 1, now: NOW });
      expect((await ask('GET', '/api/voice?days=1')).body).toMatchObject({
        boards: [
          { name: 'Kettles', positive: 1, before: 0 },
          { name: 'Rivals', kind: 'competitor', unclear: 2 },
        ],
        saidToUs: [{ channel: 'x', neutral: 23, before: 24 }],
        spike: null,
      });
    });
  });

  it('a spike stands on its board and in its list, with the posts that drive it', async () => {
    await addPastHours(db, workspaceId, { boardId, perHour: 1, now: NOW });
    await heard(
      Array.from({ length: 15 }, (_, nth) => ({
        at: ago(0.1),
        text: `kettleco fire number ${nth}`,
        followers: 2_000 + nth,
      })),
    );
    await noteSpikes(db, workspaceId, NOW);
    const [board] = (await ask('GET', '/api/boards', undefined, agent)).body.items;
    expect(board.spike).toMatchObject({ posts: 15, endedAt: null });
    const [spike] = (await ask('GET', `/api/boards/${boardId}/spikes`, undefined, agent)).body.items;
    expect(spike).toMatchObject({ id: board.spike.id, posts: 15 });
    expect(spike.posted.map(({ id }: { id: string }) => id)).toEqual(spike.drivers.hits);
    expect(spike.posted[0].author.followers).toBe(2_014);
    await restrict(inboxId);
    expect((await ask('GET', `/api/boards/${boardId}/spikes`, undefined, agent)).body.items).toEqual([]);
    expect((await ask('GET', '/api/boards', undefined, agent)).body.items[0].spike).toBeNull();
  });

  describe('a rule', () => {
    it('is kept, changed by one of two, and removed', async () => {
      const id = randomUUID();
      const body = listeningBody(boardId);
      expect((await ask('POST', '/api/listening-rules', { id, ...body })).body).toMatchObject({
        id,
        isOn: true,
        version: 1,
        brand: ['Kettleco'],
        hits: 0,
        lastAt: null,
      });
      const changed = await ask('PATCH', `/api/listening-rules/${id}`, {
        body: { ...body, brand: ['Ketill'] },
        version: 1,
      });
      expect(changed.body).toMatchObject({ version: 2, brand: ['Ketill'] });
      expect((await ask('PATCH', `/api/listening-rules/${id}`, { isOn: false, version: 1 })).body.code).toBe(
        'changed_meanwhile',
      );
      expect((await ask('GET', '/api/boards', undefined, agent)).body.items[0].rules).toEqual([
        { id, name: body.name, isOn: true },
      ]);
      expect((await ask('DELETE', `/api/listening-rules/${id}`)).body).toEqual({ ok: true });
      expect((await ask('GET', '/api/listening-rules')).body.items).toEqual([]);
      expect((await ask('GET', '/api/listening-rules', undefined, agent)).status).toBe(403);
    });
  });

  it('sources say who can look, how, at which price, and how much of them is used', async () => {
    const mail = await addInbox('email');
    const rule = { id: randomUUID(), ...listeningBody(boardId) };
    await ask('POST', '/api/listening-rules', rule);
    const { items } = (await ask('GET', '/api/listening-sources')).body;
    const of = (id: string) => items.find((one: { inboxId: string }) => one.inboxId === id);
    expect(of(inboxId)).toMatchObject({ can: true, channel: 'x', problem: null, quota: null });
    expect(of(inboxId).searches).toBeGreaterThan(0);
    expect(of(inboxId).usdPerPost).toBeGreaterThan(0);
    expect(of(inboxId)).toMatchObject({ isNarrowed: true });
    expect(of(mail)).toMatchObject({ can: false, searches: 0, searchesMost: null, isNarrowed: false });
    expect(of(mail).how).toMatch(/\w+ \w+/);
    expect((await ask('GET', '/api/listening-sources', undefined, agent)).status).toBe(403);
  });
});
