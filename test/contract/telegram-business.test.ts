import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExternalMessageId, Json } from '../../src/core/ids.ts';
import { actOf, replyTo, words } from './acts.ts';
import { ida } from './lab.ts';
import { openTelegram, type TelegramLab } from './telegram-world.ts';

let lab: TelegramLab;
beforeEach(async () => {
  lab = await openTelegram();
});
afterEach(() => lab.close());

const own = (id: string, remote: unknown, at = new Date()) => ({ id, text: '', at, remote }) as never;
const accepted = async (act: Parameters<TelegramLab['send']>[0]) => {
  const outcome = await lab.send(act);
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome;
};

describe('a business account', () => {
  it('is answered on its own line, apart from the line with the bot', async () => {
    const direct = await lab.hear('direct', 'Hello bot');
    const question = await lab.hear('business', 'Hello shop');
    expect(question.thread.id).not.toBe(direct.thread.id);
    const answer = await accepted(replyTo(question, words('Hello Ida')));
    expect(lab.seen().find(({ id }) => id === answer.id)).toMatchObject({ by: 'company', text: 'Hello Ida' });
    const hand = lab.simulator.answerAsOwner(ida, 'By hand');
    expect(await lab.events()).toMatchObject([
      {
        kind: 'message',
        id: hand,
        author: { kind: 'business' },
        thread: { id: question.thread.id, counterpart: { name: ida.name } },
      },
    ]);
    await lab.network.remove?.(ida, question.id);
    expect(await lab.events()).toMatchObject([{ kind: 'deletion', id: question.id }]);
    expect(await lab.send(actOf('delete', question, own(answer.id as string, answer.remote), '', null))).toEqual({
      kind: 'accepted',
    });
    expect(lab.seen().find(({ id }) => id === answer.id)?.isDeleted).toBe(true);
  });

  it('may answer for a day, and cannot react', async () => {
    const question = await lab.hear('business', 'Hello shop');
    expect(await lab.send(actOf('like', question, own('1:1', null), '', null))).toMatchObject({
      kind: 'refused',
      reason: 'not_allowed',
    });
    const { remote } = question;
    const asked = {
      kind: 'like',
      target: { id: question.id, remote: remote ?? null, sentAt: question.sentAt },
      thread: null,
      settings: {},
    } as const;
    expect(lab.connector.allows?.(asked)).toMatchObject({ isAllowed: false, why: expect.stringContaining('react') });
    lab.clock.pass(24 * 3_600_000);
    expect(await lab.send(replyTo(question, words('Too late')))).toMatchObject({
      kind: 'refused',
      reason: 'window_closed',
    });
    // Telegram says so itself where our own clock believes that it is open
    const late = { ...replyTo(question, words('Too late')), lastInboundAt: lab.clock.now() };
    expect(await lab.send(late)).toMatchObject({ kind: 'refused', reason: 'window_closed' });
  });

  it('keeps its own messages deletable for longer than a chat of the bot', async () => {
    const sentAt = new Date(lab.clock.now().getTime() - 3 * 24 * 3_600_000);
    const asked = (remote: Json) => ({
      kind: 'delete' as const,
      target: { id: '800222333:9' as ExternalMessageId, remote, sentAt },
      thread: null,
      settings: {},
    });
    expect(lab.connector.allows?.(asked({ chat: '800222333', message: 9, connection: 'bc_9f2' }))).toEqual({
      isAllowed: true,
    });
    expect(lab.connector.allows?.(asked({ chat: '800222333', message: 9 }))).toMatchObject({
      isAllowed: false,
      why: expect.stringContaining('48 hours'),
    });
  });

  it('that disconnected the bot is told of, and not answered', async () => {
    const question = await lab.hear('business', 'Hello shop');
    lab.simulator.connectBusiness(false);
    expect(await lab.events()).toMatchObject([{ kind: 'notice', detail: expect.stringContaining('disconnected') }]);
    expect(await lab.send(replyTo(question, words('Hello')))).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
  });
});
