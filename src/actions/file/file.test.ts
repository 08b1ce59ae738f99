import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { ContactId, ConversationId } from '../../core/ids.ts';
import type { Database } from '../../storage/database.ts';
import { resolveConversation } from '../resolve-conversation.ts';
import { setAttention } from '../set-attention.ts';
import { createLab, type Lab } from './lab.fixture.ts';

eachDatabase((open) => {
  let db: Database;
  let lab: Lab;
  beforeAll(async () => {
    db = await open();
  });
  beforeEach(async () => {
    lab = await createLab(db);
  });
  const conversations = () =>
    db.read
      .selectFrom('conversations')
      .selectAll()
      .where('workspace_id', '=', lab.workspaceId)
      .orderBy('created_at')
      .execute();
  const messages = () =>
    db.read.selectFrom('messages').selectAll().where('workspace_id', '=', lab.workspaceId).orderBy('sent_at').execute();
  const states = async () =>
    (
      await sql<{
        state: string;
        reason: string | null;
      }>`select state, reason from ledger where workspace_id = ${lab.workspaceId} order by id`.execute(db.read)
    ).rows;

  it('makes 100 conversations and 600 messages out of 1,200 overlapping deliveries', async () => {
    const deliveries = Array.from({ length: 1200 }, (_, i) => {
      const customer = i % 100;
      const nth = Math.floor(i / 100) % 6;
      return [lab.direct(`c${customer}`, `m${customer}-${nth}`, `message ${nth}`)];
    });
    await Promise.all([...deliveries.map((events) => lab.receive(events)), lab.file()]);
    await Promise.all([lab.file(), lab.file()]);
    await lab.file();
    expect(await conversations()).toHaveLength(100);
    expect(await messages()).toHaveLength(600);
    expect(await lab.balance()).toEqual({
      received: 1200,
      filed: 600,
      duplicate: 600,
      ignored: 0,
      setAside: 0,
      waiting: 0,
    });
  });

  it('gives every commenter of a post a conversation of their own, and none for our own words', async () => {
    await lab.receive([
      lab.post('p1', 'Autumn is here'),
      lab.comment('ida', 'p1', 'c1', 'The zip split'),
      lab.comment('oskar', 'p1', 'c2', 'Mine too', { parent: 'c1' }),
      lab.comment('ida', 'p1', 'c3', 'Hello?'),
      lab.comment('us', 'p1', 'c4', 'So sorry', { parent: 'c1' }),
      lab.comment('us', 'p1', 'c5', 'More news soon'),
    ]);
    await lab.file();
    const all = await conversations();
    expect(all.map(({ message_count, attention }) => [message_count, attention])).toEqual([
      [3, 'needs_answer'],
      [1, 'needs_answer'],
    ]);
    expect(all[0]?.answered_elsewhere_at).not.toBeNull();
    expect((await messages()).find(({ external_id }) => external_id === 'c5')?.conversation_id).toBeNull();
  });

  it('reopens what was resolved, and asks again after an answer', async () => {
    await lab.receive([lab.direct('ida', 'm1', 'Where is it?')]);
    await lab.file();
    const [first] = await conversations();
    const conversationId = first?.id as ConversationId;
    await setAttention(db, lab.who, { conversationId, attention: 'answered' }, lab.now());
    await resolveConversation(db, lab.who, { conversationId, resolution: 'confirmed' }, lab.now());
    await lab.receive([lab.direct('ida', 'm1', 'Where is it?')]);
    await lab.file();
    expect((await conversations())[0]).toMatchObject({ attention: 'answered', resolution: 'confirmed' });
    await lab.receive([lab.direct('ida', 'm2', 'Still nothing')]);
    await lab.file();
    expect(await conversations()).toMatchObject([
      { attention: 'needs_answer', resolution: 'open', attention_by: null },
    ]);
  });

  it('opens a new conversation when a person comes back a month after the old one was solved', async () => {
    await lab.receive([lab.direct('ida', 'm1', 'Where is it?')]);
    await lab.file();
    const conversationId = (await conversations())[0]?.id as ConversationId;
    await setAttention(db, lab.who, { conversationId, attention: 'answered' }, lab.now());
    await resolveConversation(db, lab.who, { conversationId, resolution: 'confirmed' }, lab.now());
    lab.pass(31 * 24 * 60 * 60 * 1000);
    await lab.receive([lab.direct('ida', 'm2', 'Another matter')]);
    await lab.file();
    expect((await conversations()).map(({ resolution }) => resolution)).toEqual(['confirmed', 'open']);
  });

  it('shows the new stars of a review whose words stayed', async () => {
    const review = lab.comment('ida', 'p1', 'r1', 'Good jacket');
    const stars = (count: number) => ({ text: 'Good jacket', attachments: [], rating: { stars: count, of: 5 } });
    await lab.receive([{ ...review, content: stars(5) }]);
    await lab.receive([{ ...lab.edit('r1', 'Good jacket'), content: stars(1) }]);
    await lab.receive([{ ...lab.edit('r1', 'Good jacket'), content: stars(1) }]);
    await lab.file();
    expect(await messages()).toMatchObject([{ content: { rating: { stars: 1, of: 5 } } }]);
    expect(await lab.balance()).toMatchObject({ setAside: 0, waiting: 0 });
  });

  it('mirrors edits, hides and deletions, and leaves no deleted word behind', async () => {
    await lab.receive([lab.comment('ida', 'p1', 'c1', 'secret one')]);
    await lab.receive([lab.edit('c1', 'secret two')]);
    await lab.receive([lab.visibility('c1', true)]);
    await lab.file();
    expect(await messages()).toMatchObject([{ text: 'secret two', hidden_at: expect.any(Date) }]);
    expect(
      await db.read.selectFrom('message_versions').select('text').where('workspace_id', '=', lab.workspaceId).execute(),
    ).toEqual([{ text: 'secret one' }]);
    await lab.receive([lab.deletion('c1')]);
    await lab.file();
    expect(await messages()).toMatchObject([{ text: '', deleted_at: expect.any(Date) }]);
    expect(
      await db.read.selectFrom('message_versions').select('text').where('workspace_id', '=', lab.workspaceId).execute(),
    ).toEqual([]);
    const left = await sql<{
      n: number;
    }>`select count(*)::int as n from ledger where workspace_id = ${lab.workspaceId} and convert_from(body, 'UTF8') like '%secret%'`.execute(
      db.read,
    );
    expect(left.rows[0]?.n).toBe(0);
    const kinds = await db.read
      .selectFrom('timeline_events')
      .select('kind')
      .where('workspace_id', '=', lab.workspaceId)
      .execute();
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['message_edited', 'message_hidden', 'message_deleted']),
    );
    expect((await conversations())[0]?.preview).toBe('');
  });

  it('keeps a deletion that overtook its message', async () => {
    await lab.receive([lab.deletion('c1')]);
    await lab.receive([lab.edit('c2', 'after')]);
    await lab.file();
    await lab.receive([lab.comment('ida', 'p1', 'c1', 'gone'), lab.comment('ida', 'p1', 'c2', 'before')]);
    await lab.file();
    expect((await messages()).map(({ text, deleted_at }) => [text, deleted_at !== null])).toEqual(
      expect.arrayContaining([
        ['', true],
        ['after', false],
      ]),
    );
  });

  it('counts each reaction once, and forgets one that was taken back even when the adding comes again', async () => {
    const added = lab.reaction('c1', 'oskar', '❤️', false, 0);
    await lab.receive([lab.comment('ida', 'p1', 'c1', 'Lovely')]);
    await lab.receive([added]);
    await lab.receive([added]);
    await lab.receive([lab.reaction('c1', 'oskar', '❤️', true, 1000)]);
    await lab.receive([added]);
    await lab.file();
    const left = await db.read
      .selectFrom('reactions')
      .selectAll()
      .where('workspace_id', '=', lab.workspaceId)
      .where('removed_at', 'is', null)
      .execute();
    expect(left).toEqual([]);
    expect((await states()).map(({ state }) => state)).toContain('duplicate');
  });

  it('files the rest of a batch when one entry cannot be filed, shows why, and files it on replay', async () => {
    await lab.receive([lab.direct('ida', 'm1', 'fine')]);
    await lab.receive([lab.direct('oskar', 'm2', 'fine too'), lab.broken('m3')]);
    await lab.receive('rubbish {');
    await lab.receive([lab.direct('petra', 'm4', 'fine as well')]);
    await lab.file();
    expect((await messages()).map(({ external_id }) => external_id)).toEqual(['m1', 'm2', 'm4']);
    expect((await states()).map(({ state }) => state)).toEqual(['filed', 'set_aside', 'set_aside', 'filed']);
    expect((await states())[1]?.reason).toMatch(/sent_at/);
    lab.mend();
    await lab.replay();
    await lab.file();
    expect((await messages()).map(({ external_id }) => external_id).toSorted()).toEqual(['m1', 'm2', 'm3', 'm4']);
    expect(await lab.balance()).toMatchObject({ waiting: 0, received: 4 });
  });

  it('ignores, with the reason, what belongs to no inbox of ours', async () => {
    await lab.receive([{ ...lab.direct('ida', 'm1', 'hi'), account: 'another page' }]);
    await lab.file();
    expect(await states()).toEqual([
      { state: 'ignored', reason: 'No Lab inbox is connected for account another page.' },
    ]);
  });

  it('stores any text that a customer can send', async () => {
    const texts = [
      'NUL \u0000 inside',
      'half \ud83d pair',
      '안녕 👩‍👩‍👧 καλησπέρα',
      "'; drop table messages; --",
      '\\u0000 in words',
    ];
    await lab.receive(texts.map((text, i) => lab.direct('ida', `m${i}`, text)));
    await lab.file();
    expect((await messages()).map(({ text }) => text)).toEqual([
      'NUL  inside',
      'half � pair',
      texts[2],
      texts[3],
      texts[4],
    ]);
  });

  it('joins a mail to the thread of the mail that it answers, also within one batch', async () => {
    await lab.receive([
      lab.mail('ida', '<1@x>', 'Zip', 'It broke', []),
      lab.mail('ida', '<2@x>', 'Re: Zip', 'Hello?', ['<1@x>']),
      lab.mail('oskar', '<3@x>', 'Fwd: Zip', 'Mine too', ['<2@x>', '<1@x>']),
    ]);
    await lab.file();
    expect(await conversations()).toMatchObject([{ message_count: 3, subject: 'Zip' }]);
  });

  it('lets a machine neither open a clock nor reopen', async () => {
    await lab.receive([lab.direct('ida', 'm1', 'Where is it?')]);
    await lab.file();
    const conversationId = (await conversations())[0]?.id as ConversationId;
    await setAttention(db, lab.who, { conversationId, attention: 'answered' }, lab.now());
    await resolveConversation(db, lab.who, { conversationId, resolution: 'proposed' }, lab.now());
    await lab.receive([{ ...lab.direct('ida', 'm2', 'I am away until Monday'), automatic: 'auto_reply' }]);
    await lab.file();
    expect(await conversations()).toMatchObject([{ attention: 'answered', resolution: 'proposed', message_count: 2 }]);
  });

  it('what a machine says about somebody is that person’s matter, not the machine’s', async () => {
    const bounce = lab.mail('mailer-daemon', 'm1', 'Delayed mail', 'We try for two days more.', []);
    const thread = { ...(bounce.thread as object), counterpart: { id: 'ida', scope: '', name: 'ida' } };
    await lab.receive([{ ...bounce, thread, automatic: 'bounce' }]);
    await lab.file();
    await lab.receive([lab.mail('ida', 'm2', 'Re: Delayed mail', 'It reached me after all.', ['m1'])]);
    await lab.file();
    const [one, ...others] = await conversations();
    expect(others).toEqual([]);
    const contacts = await db.read
      .selectFrom('contacts')
      .select('name')
      .where('workspace_id', '=', lab.workspaceId)
      .where('id', '=', one?.contact_id as ContactId)
      .execute();
    expect({ contacts, attention: one?.attention }).toEqual({ contacts: [{ name: 'ida' }], attention: 'needs_answer' });
  });

  it('imports history as waiting only where the customer had the last word', async () => {
    const past = (event: object, ms: number) => ({
      ...event,
      isHistory: true,
      sentAt: new Date(lab.now().getTime() - ms).toISOString(),
    });
    await lab.receive([past(lab.direct('ida', 'm1', 'Where is it?'), 5000)]);
    await lab.receive([past(lab.direct('oskar', 'm2', 'Open on Sunday?'), 5000)]);
    await lab.file();
    await lab.receive([past({ ...lab.direct('ida', 'm3', 'On its way'), author: { kind: 'business' } }, 4000)]);
    await lab.file();
    const byCount = (await conversations()).toSorted((a, b) => b.message_count - a.message_count);
    expect(byCount.map(({ attention }) => attention)).toEqual([null, 'needs_answer']);
  });

  describe('attention', () => {
    it('is never cleared by an answer that was typed elsewhere', async () => {
      await lab.receive([lab.direct('ida', 'm1', 'Where is it?')]);
      await lab.receive([{ ...lab.direct('ida', 'm2', 'It ships today'), author: { kind: 'business' } }]);
      await lab.file();
      expect(await conversations()).toMatchObject([
        { attention: 'needs_answer', answered_elsewhere_at: expect.any(Date) },
      ]);
    });

    it('needs a person and, for no reply, a reason', async () => {
      await lab.receive([lab.direct('ida', 'm1', 'Where is it?')]);
      await lab.file();
      const conversationId = (await conversations())[0]?.id as ConversationId;
      await expect(
        setAttention(db, { ...lab.who, agentId: null }, { conversationId, attention: 'answered' }, lab.now()),
      ).rejects.toMatchObject({ code: 'needs_a_human' });
      await expect(
        setAttention(db, lab.who, { conversationId, attention: 'no_reply' }, lab.now()),
      ).rejects.toMatchObject({ code: 'reason_missing' });
      await expect(
        resolveConversation(db, lab.who, { conversationId, resolution: 'confirmed' }, lab.now()),
      ).rejects.toMatchObject({ code: 'still_waiting' });
    });
  });
});
