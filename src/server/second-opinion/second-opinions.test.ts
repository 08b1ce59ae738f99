import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { correctMessage } from '../../actions/learning/correct-message.ts';
import type { MessageId } from '../../core/ids.ts';
import { HEADS } from '../../core/learning/own.ts';
import type { Understood } from '../../core/understanding/understood.ts';
import { writeUnderstood } from '../../storage/learning/corrections.ts';
import { wantSecondOpinions } from '../../storage/second-opinion/rows.ts';
import { FRIENDLY, KEPT, openLab } from './second-opinion-lab.fixture.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
async function opened(...given: Parameters<typeof openLab>) {
  const lab = await openLab(...given);
  ends.push(lab.close);
  return lab;
}

eachDatabase((open) => {
  describe('a second opinion', () => {
    it('comes after filing, is marked as the model’s, moves the conversation, and is told as the machine’s word', async () => {
      const db = await open();
      const { lab, model, keep, says, askAll, messages, conversation, state } = await opened(db, FRIENDLY);
      await keep();
      await says('Where is my parcel?');
      await sql`update conversations set triage_at = null where workspace_id = ${lab.workspaceId}`.execute(db.read);
      await askAll();
      await askAll();

      expect(model.asked).toHaveLength(1);
      expect(model.asked[0]?.headers.authorization).toBe('Bearer sk-house-secret');
      expect(model.asked[0]?.question).toMatchObject({ model: 'small-1', temperature: 0, max_tokens: 200 });
      const [message] = await messages();
      expect(message?.understood.kind).toEqual({ label: 'complaint', p: 0.8, because: ['small-1'], by: 'llm' });
      expect(message?.understood.urgency).toMatchObject({ label: 1, by: 'llm' });
      expect(await conversation()).toMatchObject({ sentiment: -1, kind: 'complaint', urgency: 1, topic: 'delivery' });
      // At once, but nothing that rules would answer.
      expect(String((await conversation()).triage_at)).toContain('1970');
      const told = await db.read
        .selectFrom('timeline_events')
        .select(['actor_kind', 'detail'])
        .where('workspace_id', '=', lab.workspaceId)
        .where('kind', '=', 'second_opinion')
        .execute();
      expect(told).toMatchObject([{ actor_kind: 'bot', detail: { model: 'small-1' } }]);
      expect(await state()).toMatchObject({
        today: { calls: 1, tokens: 400 },
        settled: [{ state: 'done', changed: [{ head: 'sentiment', was: null, is: 'negative' }, {}, {}, {}] }],
      });
      const { rows } = await sql`select 1 from corrections where workspace_id = ${lab.workspaceId}`.execute(db.read);
      expect(rows).toHaveLength(0);
    });

    it('is asked of nobody, and nothing is put down, while it is off', async () => {
      const db = await open();
      const { model, keep, says, askAll, rows } = await opened(db, FRIENDLY);
      await says('Before anybody decided');
      await keep({ isOn: false });
      await says('Decided against it');
      await askAll();
      expect(await rows()).toEqual([]);
      await keep();
      await says('Now it waits');
      await keep({ isOn: false }, KEPT);
      await askAll();
      expect(await rows()).toMatchObject([{ text: 'Now it waits', state: 'left', why: 'off' }]);
      expect(model.asked).toHaveLength(0);
    });

    it('is not asked about private messages, history, other languages, or what the house is sure of', async () => {
      const db = await open();
      const { lab, model, keep, says, askAll, rows } = await opened(db, FRIENDLY);
      await keep({ heads: ['kind'] });
      await lab.receive([
        lab.direct('ida', 'd1', 'My secret matter'),
        lab.comment('ida', 'p1', 'h1', 'Years ago', { isHistory: true }),
      ]);
      await lab.file();
      expect(await rows()).toEqual([]);
      await keep({ withPrivate: true, languages: ['de'] }, KEPT);
      await lab.receive([lab.direct('ida', 'd2', 'In no language that is known')]);
      await lab.file();
      expect(await rows()).toEqual([]);
      await keep({ withPrivate: true }, KEPT);
      await lab.receive([lab.direct('ida', 'd3', 'Shown meanwhile')]);
      await lab.file();
      expect(await rows()).toMatchObject([{ heads: [...HEADS], state: 'waiting' }]);
      // Decided otherwise before it was asked.
      await keep({}, KEPT);
      await askAll();
      expect(await rows()).toMatchObject([{ state: 'left', why: 'private' }]);
      expect(model.asked).toHaveLength(0);
      await says('In public');
      await askAll();
      expect(model.asked.map(({ text }) => text)).toEqual(['In public']);
    });

    it('is wanted for heads that are less sure than the bar or not shown, and never for what a rule says', async () => {
      const db = await open();
      const { lab, keep, says, messages, rows } = await opened(db, FRIENDLY);
      await says('Read by the house');
      const [message] = await messages();
      const understood = {
        ...(message?.understood as Understood),
        sentiment: { label: 'negative', p: 0.7, because: [], by: 'model' },
        kind: { label: 'complaint', p: 0.55, because: ['late'], by: 'own' },
        urgency: { label: 2, p: 0.3, because: ['fire'], by: 'rule' },
        topic: { label: null, p: 0.9, because: [], by: 'model' },
      } as const;
      await keep();
      const want = () =>
        db.transaction(async (tx) => {
          await writeUnderstood(tx, lab.workspaceId, message?.id as MessageId, understood);
          await wantSecondOpinions(tx, lab.workspaceId, [message?.id as MessageId], lab.now());
        });
      await want();
      await want();
      expect(await rows()).toMatchObject([{ heads: ['kind', 'topic'] }]);
    });

    it('is asked once for the same words, whoever wrote them and whatever their numbers', async () => {
      const db = await open();
      const { model, keep, says, askAll, rows, lab } = await opened(db, FRIENDLY);
      await keep();
      await says('@kettle Order 48213377 is broken!!', '@pot order 99887766 is broken!!', 'Something else entirely');
      await askAll();
      lab.pass(60_000);
      await says('@lid ORDER 11223344 is broken!!');
      await askAll();
      expect(model.asked).toHaveLength(2);
      expect((await rows()).filter(({ state }) => state === 'done')).toHaveLength(4);
      expect((await rows()).filter(({ copy }) => copy)).toHaveLength(2);
      lab.pass(25 * 3_600_000);
      await says('@lid ORDER 11223344 is broken!!');
      await askAll();
      expect(model.asked).toHaveLength(3);
    });

    it('shows no personal data to anybody', async () => {
      const db = await open();
      const { model, keep, says, askAll } = await opened(db, FRIENDLY);
      await keep();
      const secrets = [
        'ida.novak@example.com',
        '+49 30 901820',
        'DE89 3704 0044 0532 0130 00',
        '4111 1111 1111 1111',
        '48213377',
        'maja_lab',
        'token=abc123',
      ];
      await says(
        `Write ${secrets[0]} or call ${secrets[1]}, IBAN ${secrets[2]}, card ${secrets[3]}, order #${secrets[4]}, cc @${secrets[5]}, see https://shop.example/t?${secrets[6]}`,
      );
      await askAll();
      expect(model.asked).toHaveLength(1);
      for (const secret of secrets) expect(model.asked[0]?.raw).not.toContain(secret);
      expect(model.asked[0]?.text).toContain('[email]');
      expect(model.asked[0]?.text).toContain('[iban]');
    });

    it('comes too late where a colleague put it right, the text was edited, or it is gone', async () => {
      const db = await open();
      const { lab, model, keep, says, askAll, rows, messages } = await opened(db, FRIENDLY);
      await keep();
      await says('Put right meanwhile', 'Edited meanwhile', 'Gone meanwhile');
      const [right, edited, gone] = await messages();
      let done: Promise<unknown> = Promise.resolve();
      const meanwhile = async () => {
        await correctMessage(
          db,
          lab.who,
          { messageId: right?.id as MessageId, head: 'kind', label: 'idea' },
          lab.now(),
        );
        await sql`update messages set text = 'Now it says this' where id = ${edited?.id}`.execute(db.read);
        await sql`update messages set deleted_at = now() where id = ${gone?.id}`.execute(db.read);
      };
      let answered = 0;
      model.will((one, nth) => {
        if (answered++ === 0) done = meanwhile();
        return answered <= 2 ? { status: 503 } : FRIENDLY(one, nth);
      });
      await askAll();
      await done;
      const [after] = await messages();
      expect(after?.understood.kind).toMatchObject({ label: 'idea', by: 'agent' });
      expect(after?.understood.sentiment).toMatchObject({ label: 'negative', by: 'llm' });
      expect((await rows()).map(({ state, why }) => why ?? state)).toEqual(['done', 'edited', 'gone']);
    });

    it('gives a kept key to the house that it was typed for alone', async () => {
      const db = await open();
      const { keep } = await opened(db, FRIENDLY);
      await keep();
      await expect(keep({ address: 'https://elsewhere.example/v1' }, KEPT)).rejects.toMatchObject({
        code: 'key_again',
      });
      await keep({ address: 'https://elsewhere.example/v1' }, 'sk-other');
    });
  });
});
