import { beforeEach, describe, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/database.ts';
import { HASTE } from '../../../test/outgoing/run-sender.ts';
import { openWorld, type World } from '../../../test/outgoing/world.ts';
import { cancelOutgoing } from '../../actions/cancel-outgoing.ts';
import { decideOutgoing } from '../../actions/decide-outgoing.ts';
import { retryOutgoing } from '../../actions/retry-outgoing.ts';
import type { SendOutcome } from '../../core/channel/outgoing.ts';
import type { Database } from '../../storage/database.ts';

eachDatabase((open) => {
  let db: Database;
  let world: World;
  beforeEach(async () => {
    db ??= await open();
    world = await openWorld(db);
  });

  describe('what a network says becomes what the desk shows', () => {
    const refused = (reason: 'blocked' | 'gone'): SendOutcome => ({
      kind: 'refused',
      reason,
      detail: 'They blocked you.',
    });
    it.each([
      { says: 'accepted', plan: () => 'accept' as const, state: 'sent', times: 1, attention: 'answered' },
      { says: 'refused', plan: () => refused('blocked'), state: 'failed', times: 0, attention: 'needs_answer' },
      {
        says: '500 after it had accepted',
        plan: () => 'accept_then_500' as const,
        state: 'sent',
        times: 1,
        attention: 'answered',
      },
      { says: 'nothing at all', plan: () => 'lose' as const, state: 'failed', times: 0, attention: 'needs_answer' },
      {
        says: 'try later, for hours',
        plan: (): SendOutcome => ({ kind: 'try_later', afterMs: 1, detail: 'Busy.' }),
        state: 'failed',
        times: 0,
        attention: 'needs_answer',
      },
    ])('$says: $state', async ({ plan, state, times, attention }) => {
      world.net.plan(plan);
      const to = await world.dora();
      const id = await world.reply(to);
      await world.send(world.settled, { pace: { ...HASTE, giveUpAfterMs: 150 } });
      expect(await world.row(id)).toMatchObject({ state });
      expect(await world.message(to, id)).toMatchObject({ delivery: state });
      expect(world.net.done.filter((one) => one.act.id === id)).toHaveLength(times);
      expect((await world.desk.conversation(to.conversationId)).attention).toBe(attention);
      if (state === 'failed') {
        expect((await world.message(to, id))?.delivery_detail).toMatch(/\w+/);
        expect(await world.desk.timeline(to.conversationId)).toContain('send_failed');
        expect((await world.desk.conversation(to.conversationId)).first_response_at).toBeNull();
      } else expect((await world.message(to, id))?.external_id).toBe(world.net.done[0]?.name);
    });

    it('tries again what was certainly not sent, and sends it once', async () => {
      let tries = 0;
      world.net.plan(() => {
        tries += 1;
        return tries < 4 ? { kind: 'try_later', afterMs: 1, detail: 'Busy.' } : 'accept';
      });
      const to = await world.dora();
      const id = await world.reply(to);
      await world.send();
      expect(await world.row(id)).toMatchObject({ state: 'sent', attempts: 4, detail: null });
      expect(world.net.done).toHaveLength(1);
    });

    it('sends again what the network, asked twice, says is not there', async () => {
      let tries = 0;
      world.net.plan(() => {
        tries += 1;
        return tries === 1 ? 'lose' : 'accept';
      });
      const id = await world.reply(await world.dora());
      await world.send();
      expect(await world.row(id)).toMatchObject({ state: 'sent', attempts: 2 });
      expect(world.net.done).toHaveLength(1);
    });
  });

  describe('an outcome that nobody can tell', () => {
    it.each([
      { when: 'the network cannot be asked', options: { canFind: false } },
      { when: 'the network does not know either', options: {} },
    ])('waits for a person when $when', async ({ options }) => {
      world.net.plan(() => 'accept_then_500');
      world.net.find(() => ({ kind: 'unclear', detail: 'Two look like it.' }));
      const to = await world.dora();
      const id = await world.reply(to);
      await world.send(world.settled, options);
      expect(await world.row(id)).toMatchObject({ state: 'unknown', awaits_person: true });
      expect((await world.desk.conversation(to.conversationId)).attention).toBe('needs_answer');
      await expect(retryOutgoing(db, world.channels, world.desk.ana, id, world.desk.now())).rejects.toMatchObject({
        code: 'undecided',
      });
      await expect(cancelOutgoing(db, world.desk.ana, id, world.desk.now())).rejects.toMatchObject({
        code: 'undecided',
      });
      await expect(
        decideOutgoing(db, world.channels, world.desk.token, { id, wasSent: true }, world.desk.now()),
      ).rejects.toMatchObject({
        code: 'needs_a_human',
      });
      await decideOutgoing(db, world.channels, world.desk.ana, { id, wasSent: true }, world.desk.now());
      expect(await world.message(to, id)).toMatchObject({ delivery: 'sent' });
      await world.send(world.settled, options);
      expect(world.net.done).toHaveLength(1);
    });

    it('is sent again when a person looked and it is not there', async () => {
      world.net.plan(() => 'lose');
      world.net.find(() => ({ kind: 'unclear', detail: 'Who knows.' }));
      const to = await world.dora();
      const id = await world.reply(to);
      await world.send();
      world.net.plan(() => 'accept');
      await decideOutgoing(db, world.channels, world.desk.ana, { id, wasSent: false }, world.desk.now());
      expect((await world.desk.conversation(to.conversationId)).attention).toBe('answered');
      await world.send();
      expect(await world.row(id)).toMatchObject({ state: 'sent', attempts: 2 });
    });

    it('holds up what was written after it in the same talk, and nothing else', async () => {
      world.net.plan((one) => (one.kind === 'reply' && one.content.text === 'first' ? 'lose' : 'accept'));
      world.net.find(() => ({ kind: 'unclear', detail: 'Who knows.' }));
      const to = await world.dora();
      const first = await world.reply(to, 'first');
      const second = await world.reply(to, 'second');
      const elsewhere = await world.reply(await world.comment(), 'elsewhere');
      await world.send(
        async () => (await world.row(first))?.awaits_person === true && (await world.row(elsewhere))?.state === 'sent',
      );
      expect(await world.row(second)).toMatchObject({ state: 'queued' });
      await decideOutgoing(db, world.channels, world.desk.ana, { id: first, wasSent: true }, world.desk.now());
      await world.send();
      expect(await world.row(second)).toMatchObject({ state: 'sent' });
    });
  });

  it('sends the answers of one talk in the order in which they were written', async () => {
    const to = await world.dora();
    const texts = Array.from({ length: 12 }, (_, index) => `answer ${index}`);
    for (const text of texts) await world.reply(to, text);
    world.net.plan(async (one) => {
      await new Promise((resolve) => setTimeout(resolve, one.createdAt.getTime() % 3));
      return 'accept' as const;
    });
    await world.send();
    expect(world.net.done.map(({ act: one }) => one.kind === 'reply' && one.content.text)).toEqual(texts);
  });

  it('lets two senders at the same outbox send everything once', async () => {
    for (let index = 0; index < 20; index += 1)
      await world.reply(await world.desk.customerWrites(world.line, { name: `p${index}`, text: 'Hi' }), `to ${index}`);
    await Promise.all([world.send(), world.send()]);
    expect(world.net.done).toHaveLength(20);
    expect(new Set(world.net.done.map(({ act: one }) => one.id)).size).toBe(20);
  });

  it('is not slowed by another inbox whose network hangs', async () => {
    world.net.plan((one) =>
      one.kind === 'reply' && one.thread.reach === 'owned_public' ? new Promise(() => undefined) : 'accept',
    );
    await world.reply(await world.comment());
    const id = await world.reply(await world.dora());
    await world.send(async () => (await world.row(id))?.state === 'sent', { sendTimeoutMs: 300 });
    expect(await world.row(id)).toMatchObject({ state: 'sent' });
  });

  it('counts the late answer of a network that was given up on', async () => {
    let answer: (said: 'accept') => void = () => undefined;
    world.net.plan(
      () =>
        new Promise<'accept'>((resolve) => {
          answer = resolve;
        }),
    );
    world.net.find(() => ({ kind: 'unclear', detail: 'Not yet.' }));
    const id = await world.reply(await world.dora());
    await world.send(
      async () => {
        const now = await world.row(id);
        if (now?.state === 'unknown') answer('accept');
        return now?.state === 'sent';
      },
      { sendTimeoutMs: 20 },
    );
    expect(world.net.done).toHaveLength(1);
  });

  describe('an inbox that needs a login', () => {
    it('keeps its queue, says why, and sends it when it is connected again', async () => {
      world.net.plan(() => ({ kind: 'refused', reason: 'needs_login', detail: 'The token was revoked.' }));
      const id = await world.reply(await world.dora());
      const inbox = () =>
        db.read
          .selectFrom('inboxes')
          .select(['state', 'state_detail'])
          .where('id', '=', world.line)
          .executeTakeFirstOrThrow();
      await world.send(async () => (await inbox()).state === 'needs_login');
      expect(await inbox()).toMatchObject({ state_detail: 'The token was revoked.' });
      expect(await world.row(id)).toMatchObject({ state: 'queued', detail: expect.stringMatching(/login/) });
      world.net.plan(() => 'accept');
      await db.alone((tx) =>
        tx.updateTable('inboxes').set({ state: 'connected' }).where('id', '=', world.line).execute(),
      );
      await world.send();
      expect(await world.row(id)).toMatchObject({ state: 'sent' });
    });
  });

  it('notes on the inbox when its network last did what it was asked', async () => {
    await world.reply(await world.dora());
    const lastCall = async () =>
      (await db.read.selectFrom('inboxes').select('last_call_at').where('id', '=', world.line).executeTakeFirst())
        ?.last_call_at ?? null;
    expect(await lastCall()).toBeNull();
    await world.send(async () => (await world.settled()) && (await lastCall()) !== null);
    expect(await lastCall()).toBeInstanceOf(Date);
  });

  it('does not take an earlier answer with the same words for this one', async () => {
    const to = await world.dora();
    const first = await world.reply(to, 'Yes');
    await world.send();
    world.net.plan(() => 'lose');
    world.net.find(() => ({ kind: 'accepted', id: `n-${first}-0` as never }));
    const second = await world.reply(to, 'Yes');
    await world.send();
    expect(await world.row(second)).toMatchObject({ state: 'unknown', awaits_person: true });
    expect(await world.row(first)).toMatchObject({ state: 'sent' });
    expect(await world.desk.messages(to.conversationId)).toHaveLength(3);
  });

  describe('a refused answer', () => {
    it('is really sent when somebody tries it again, and answers again', async () => {
      world.net.plan(() => ({ kind: 'refused', reason: 'blocked', detail: 'No.' }));
      const to = await world.dora();
      const id = await world.reply(to);
      await world.send();
      world.net.plan(() => 'accept');
      await retryOutgoing(db, world.channels, world.desk.bo, id, world.desk.now());
      expect(await world.desk.conversation(to.conversationId)).toMatchObject({
        attention: 'answered',
        attention_by: world.desk.bo.agentId,
      });
      await world.send();
      expect(await world.row(id)).toMatchObject({ state: 'sent' });
      expect(world.net.done).toHaveLength(1);
      await expect(retryOutgoing(db, world.channels, world.desk.ana, id, world.desk.now())).rejects.toMatchObject({
        code: 'already_done',
      });
    });

    it('is tried at once when somebody asks, though it would have waited for longer', async () => {
      world.net.plan(() => ({ kind: 'try_later', afterMs: 600_000, detail: 'Slow down.' }));
      const to = await world.dora();
      const id = await world.reply(to);
      await world.send(async () => (await world.message(to, id))?.delivery_detail === 'Slow down.');
      world.net.plan(() => 'accept');
      await retryOutgoing(db, world.channels, world.desk.bo, id, world.desk.now());
      expect(await world.message(to, id)).toMatchObject({ delivery: 'queued', delivery_detail: null });
      await world.send();
      expect(await world.row(id)).toMatchObject({ state: 'sent', attempts: 2 });
    });

    it('can be dropped; what waits can be taken back', async () => {
      const to = await world.dora();
      const id = await world.reply(to);
      await cancelOutgoing(db, world.desk.ana, id, world.desk.now());
      expect(await world.message(to, id)).toBeUndefined();
      expect((await world.desk.conversation(to.conversationId)).attention).toBe('needs_answer');
      await world.send();
      expect(world.net.done).toHaveLength(0);
    });
  });
});
