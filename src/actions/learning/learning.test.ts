import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { ACTS } from '../../core/access/role.ts';
import type { MessageId } from '../../core/ids.ts';
import type { BaseOf } from '../../core/learning/base.ts';
import { type Head, LABELS } from '../../core/learning/own.ts';
import { notUnderstood } from '../../core/understanding/not-understood.ts';
import type { Understand } from '../../core/understanding/understood.ts';
import type { Database } from '../../storage/database.ts';
import { listModels } from '../../storage/learning/models.ts';
import { rememberOwn } from '../../storage/learning/own.ts';
import { dueHeads, readProgress } from '../../storage/learning/progress.ts';
import { packUnderstood } from '../../storage/packed-understood.ts';
import { createLab, type Lab } from '../file/lab.fixture.ts';
import { chooseModel } from './choose-model.ts';
import { correctMessage } from './correct-message.ts';
import { keepWords } from './keep-words.ts';
import { learnAnew } from './learn-anew.ts';

const reading = { isPrivate: false, likelyLanguage: null, rating: null };
const calm: Understand = (text) => ({
  ...notUnderstood(text, reading),
  sentiment: { label: 'neutral', p: 0.7, because: ['zip'], by: 'model' },
  kind: { label: 'question', p: 0.8, because: ['?'], by: 'model' },
});
/** The shipped model of these tests takes everything for calm; each word has a place. */
const baseOf: BaseOf = (text) => {
  const words = text.split(' ');
  return {
    language: 'en',
    features: {
      index: Uint32Array.from(
        words,
        (word) => [...word].reduce((sum, sign) => sum * 31 + (sign.codePointAt(0) ?? 0), 7) % 60_000,
      ),
      value: new Float32Array(words.length).fill(1 / Math.sqrt(words.length)),
    },
    p: {
      sentiment: [0.1, 0.8, 0.1],
      kind: LABELS.kind.map(() => 1 / 7),
      urgency: [1, 0, 0],
      topic: LABELS.topic.map(() => 1 / 12),
    },
  };
};
const shipped = { baseOf, version: 'test-1' };

async function said(lab: Lab, db: Database, ...texts: readonly string[]) {
  await lab.receive(texts.map((text, at) => lab.comment('ida', 'p1', `m${at}-${text.length}`, text)));
  await lab.file();
  await sql`update messages set understood = ${JSON.stringify(packUnderstood(calm('', reading)))} where direction = 'inbound'`.execute(
    db.read,
  );
  const rows = await db.read.selectFrom('messages').select(['id', 'text']).orderBy('sent_at').execute();
  return rows.map(({ id }) => id as MessageId);
}
const conversation = (db: Database) =>
  db.read
    .selectFrom('conversations')
    .select(['sentiment', 'kind', 'urgency', 'topic', 'triage_at'])
    .executeTakeFirstOrThrow();
const events = async (db: Database) =>
  (await db.read.selectFrom('timeline_events').select(['kind', 'detail']).orderBy('id').execute()).filter(({ kind }) =>
    kind.endsWith('corrected'),
  );

eachDatabase((open) => {
  describe('putting right what was understood', () => {
    it('changes the message and what the conversation comes to, is told, and has priority decided anew', async () => {
      const db = await open();
      const lab = await createLab(db);
      const [first = '' as MessageId, second = '' as MessageId] = await said(lab, db, 'My zip broke', 'Hello?');
      await sql`update conversations set triage_at = null`.execute(db.read);

      const to = (messageId: MessageId, head: Head, label: string | null) =>
        correctMessage(db, lab.who, { messageId, head, label }, lab.now());
      const after = await to(first, 'kind', 'complaint');
      expect(after.kind).toEqual({ label: 'complaint', p: 1, because: [], by: 'agent' });
      await to(first, 'sentiment', 'negative');
      await to(first, 'urgency', '2');
      expect(await conversation(db)).toMatchObject({ sentiment: -1, kind: 'complaint', urgency: 2 });
      expect((await conversation(db)).triage_at).not.toBeNull();
      expect(await events(db)).toMatchObject([
        { kind: 'corrected', detail: { messageId: first, head: 'kind', was: 'question', is: 'complaint' } },
        { kind: 'corrected', detail: { head: 'sentiment', was: 'neutral', is: 'negative' } },
        { kind: 'corrected', detail: { head: 'urgency', was: null, is: '2' } },
      ]);
      // The second message is calm; the first stays what a person said.
      await to(second, 'kind', 'chatter');
      expect(await conversation(db)).toMatchObject({ kind: 'complaint' });
    });

    it('is one correction however often it is said, and can be taken back', async () => {
      const db = await open();
      const lab = await createLab(db);
      const [id = '' as MessageId] = await said(lab, db, 'My zip broke');
      const to = (label: string | null) =>
        correctMessage(db, lab.who, { messageId: id, head: 'kind', label }, lab.now());
      await Promise.all([to('complaint'), to('complaint'), to('complaint')]);
      expect(await readProgress(db.read, lab.workspaceId)).toMatchObject([{ head: 'kind', corrections: 1 }]);
      await to('idea');
      expect((await to(null)).kind).toEqual({ label: 'question', p: 0.8, because: ['?'], by: 'model' });
      expect(await conversation(db)).toMatchObject({ kind: 'question' });
      expect((await to(null)).kind.label).toBe('question');
      expect((await events(db)).map(({ kind }) => kind)).toEqual(['corrected', 'corrected', 'uncorrected']);
    });

    it.each([
      { head: 'kind', label: 'rant', code: 'no_such_label' },
      { head: 'urgency', label: '3', code: 'no_such_label' },
      { head: 'topic', label: 'warranty', code: 'no_such_label' },
    ] as const)('$head cannot be $label', async ({ head, label, code }) => {
      const db = await open();
      const lab = await createLab(db);
      const [id = '' as MessageId] = await said(lab, db, 'My zip broke');
      const trying = correctMessage(db, lab.who, { messageId: id, head, label }, lab.now());
      await expect(trying).rejects.toMatchObject({ code });
      expect(await readProgress(db.read, lab.workspaceId)).toEqual([]);
    });

    it('knows the workspace’s own topics, and nothing of other workspaces', async () => {
      const db = await open();
      const lab = await createLab(db);
      const [id = '' as MessageId] = await said(lab, db, 'My zip broke');
      const lead = { ...lab.who, acts: ACTS };
      const topics = [{ key: 'Warranty', words: ['Guarantee', 'guarantee'] }];
      const kept = await keepWords(db, lead, { version: 0, triggers: { added: {}, off: {} }, topics }, lab.now());
      expect(kept).toMatchObject({ version: 1, topics: [{ key: 'Warranty', words: ['guarantee'] }] });
      await correctMessage(db, lab.who, { messageId: id, head: 'topic', label: 'Warranty' }, lab.now());
      expect(await conversation(db)).toMatchObject({ topic: 'Warranty' });
      const other = await createLab(db);
      const trying = correctMessage(db, other.who, { messageId: id, head: 'topic', label: 'store' }, lab.now());
      await expect(trying).rejects.toMatchObject({ code: 'no_such_message' });
      const late = keepWords(db, lead, { version: 0, triggers: { added: {}, off: {} }, topics: [] }, lab.now());
      await expect(late).rejects.toMatchObject({ code: 'changed_meanwhile' });
      const doubled = [{ key: 'Delivery', words: [] }];
      const taken = keepWords(db, lead, { version: 1, triggers: { added: {}, off: {} }, topics: doubled }, lab.now());
      await expect(taken).rejects.toMatchObject({ code: 'name_taken' });
    });
  });

  it('learns from corrections, keeps three versions, goes back to one and is switched off', async () => {
    const db = await open();
    const lab = await createLab(db);
    const texts = Array.from({ length: 240 }, (_, at) => `${at % 2 ? 'splendid' : 'dreadful'} kettle number ${at}`);
    const ids = await said(lab, db, ...texts);
    // Putting 240 right one by one is tested above.
    const correct = (from: number, to: number) =>
      sql`insert into corrections (workspace_id, id, message_id, conversation_id, head, to_label, opinion, at)
        select workspace_id, gen_random_uuid(), id, conversation_id, 'sentiment', case when text like 'splendid%' then 'positive' else 'negative' end, '{}', sent_at
        from messages where id = any(${ids.slice(from, to)}::uuid[])`.execute(db.read);
    const count = (corrections: number) =>
      sql`insert into own_learning (workspace_id, head, corrections) values (${lab.workspaceId}, 'sentiment', ${corrections})
        on conflict (workspace_id, head) do update set corrections = ${corrections}`.execute(db.read);
    const ownOf = rememberOwn(db.read);
    const run = async () => {
      const due = await dueHeads(db.read, lab.workspaceId);
      for (const progress of due) await learnAnew(db, lab.workspaceId, progress, shipped, lab.now());
      return due.length;
    };

    await correct(0, 150);
    await count(150);
    expect(await run()).toBe(0);
    expect(await ownOf(lab.workspaceId)).toBeNull();

    await correct(150, 240);
    for (const corrections of [240, 264, 265, 290, 320]) {
      await count(corrections);
      expect([corrections, await run()]).toEqual([corrections, corrections === 264 ? 0 : 1]);
    }
    const versions = (await listModels(db.read, lab.workspaceId)).map(({ version }) => version);
    expect(versions).toEqual([4, 3, 2]);
    const own = await ownOf(lab.workspaceId);
    expect(own?.version).toBe('sentiment-4');
    expect(own?.heads.sentiment?.labels).toEqual(LABELS.sentiment);
    expect(await ownOf(lab.workspaceId)).toBe(own);

    const lead = { ...lab.who, acts: ACTS };
    await chooseModel(db, lead, { head: 'sentiment', mode: 'held', version: 3 }, lab.now());
    expect((await ownOf(lab.workspaceId))?.version).toBe('sentiment-3');
    await count(400);
    expect(await run()).toBe(0);
    await chooseModel(db, lead, { head: 'sentiment', mode: 'off' }, lab.now());
    expect((await ownOf(lab.workspaceId))?.heads).toEqual({});
    await chooseModel(db, lead, { head: 'sentiment', mode: 'auto' }, lab.now());
    expect((await ownOf(lab.workspaceId))?.version).toBe('sentiment-4');
    await expect(
      chooseModel(db, lead, { head: 'sentiment', mode: 'held', version: 1 }, lab.now()),
    ).rejects.toMatchObject({ code: 'no_such_version' });
    await expect(chooseModel(db, lead, { head: 'kind', mode: 'off' }, lab.now())).rejects.toMatchObject({
      code: 'nothing_learned',
    });
    const { rows } = await sql<{
      act: string;
    }>`select act from audit_log where workspace_id = ${lab.workspaceId}`.execute(db.read);
    expect(rows).toHaveLength(3);
  });
});
