import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import type { Database } from '../../storage/database.ts';
import { setAttention } from '../set-attention.ts';
import type { Principal } from '../who.ts';
import { channels, mute, openJudgingLab as open } from './judging-lab.fixture.ts';
import { likeHit } from './like-hit.ts';
import { thankHit } from './thank-hit.ts';

eachDatabase((openDatabase) => {
  let db: Database;
  beforeAll(async () => {
    db = await openDatabase();
  });

  describe('liking a hit', () => {
    it('takes it up, likes it and acknowledges it by that person; a second try changes nothing', async () => {
      const lab = await open(db);
      const actId = randomUUID();
      const like = () => likeHit(db, channels, lab.maja, lab.one, { actId }, lab.now());
      const [made, again] = await Promise.all([like(), like()]);
      expect(again).toEqual(made);
      expect(await lab.outbox()).toMatchObject([{ kind: 'like', state: 'queued' }]);
      expect(await lab.talks()).toMatchObject([{ attention: 'acknowledged', attention_by: lab.maja.agentId }]);
      await setAttention(db, lab.maja, { conversationId: made.conversationId, attention: 'needs_answer' }, lab.now());
      await like();
      expect(await lab.talks()).toMatchObject([{ attention: 'needs_answer' }]);
    });

    it.each([
      ['where the network cannot', mute, {}, 'not_possible'],
      ['by whom that is not allowed', channels, { acts: [] }, 'not_allowed'],
    ])('does nothing %s', async (_, of, more, code) => {
      const lab = await open(db);
      await expect(
        likeHit(db, of, { ...lab.maja, ...more }, lab.one, { actId: randomUUID() }, lab.now()),
      ).rejects.toMatchObject({ code });
      expect(await lab.talks()).toEqual([]);
      expect((await lab.hits())[0]).toMatchObject({ state: 'waiting' });
    });

    it('acknowledges nothing else that waits in the same talk', async () => {
      const lab = await open(db);
      await lab.write(
        lab.mention('by-p1', 'm0', 'I asked you before', { thread: { id: 'p1', kind: 'post', reach: 'earned' } }),
      );
      await likeHit(db, channels, lab.maja, lab.one, { actId: randomUUID() }, lab.now());
      expect(await lab.talks()).toMatchObject([{ attention: 'needs_answer' }]);
    });
  });

  describe('thanking for a hit', () => {
    it('answers it in public, and it is answered by that; a second try sends nothing', async () => {
      const lab = await open(db);
      const input = { messageId: randomUUID(), text: 'Thank you!' };
      const made = await thankHit(db, channels, lab.maja, lab.one, input, lab.now());
      expect(await thankHit(db, channels, lab.maja, lab.one, input, lab.now())).toEqual(made);
      expect(await lab.outbox()).toMatchObject([{ kind: 'reply', state: 'queued', message_id: input.messageId }]);
      expect(await lab.talks()).toMatchObject([{ attention: 'answered', attention_by: lab.maja.agentId }]);
    });

    it('of two at once one is told that it is a conversation by now', async () => {
      const lab = await open(db);
      const thank = (who: Principal) =>
        thankHit(db, channels, who, lab.one, { messageId: randomUUID(), text: 'Thanks' }, lab.now());
      const ends = await Promise.allSettled([thank(lab.maja), thank(lab.bo)]);
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(ends.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'taken_up_already' });
      expect(await lab.outbox()).toHaveLength(1);
    });

    it.each([
      ['is too long', channels, 'x'.repeat(300), 'too_long'],
      ['cannot be said there', mute, 'Thanks', 'not_possible'],
    ])('takes nothing up when the answer %s', async (_, of, words, code) => {
      const lab = await open(db);
      await expect(
        thankHit(db, of, lab.maja, lab.one, { messageId: randomUUID(), text: words }, lab.now()),
      ).rejects.toMatchObject({ code });
      expect(await lab.talks()).toEqual([]);
    });
  });
});
