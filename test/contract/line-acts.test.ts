import { describe, expect, it } from 'vitest';
import { createLine } from '../../src/connectors/line/index.ts';
import type { OutgoingAttachment } from '../../src/core/channel/outgoing.ts';
import { replyTo, words } from './acts.ts';
import { ida } from './lab.ts';
import { lineLab } from './line-lab.ts';
import { account, credentials } from './line-world.ts';

const HOUR_MS = 3_600_000;
const PUSH = 'POST /v2/bot/message/push';
const picture = (name: string, more: Partial<OutgoingAttachment> = {}): OutgoingAttachment => ({
  name,
  mimeType: 'image/jpeg',
  sizeBytes: 3,
  read: async () => Uint8Array.of(1, 2, 3),
  address: async () => `https://care.test/files/1/${name}`,
  ...more,
});
const lab = lineLab();
const { open, send, events, messages, hear, shown, counted } = lab;

describe('an answer on LINE', () => {
  it('is said once, though the first time nobody confirmed it', async () => {
    await open();
    const act = replyTo(await hear('Hello?'), words('Said once'));
    lab.world.network.faults.timeoutAfterAccept = 1;
    const outcome = await send(act);
    expect(outcome).toMatchObject({ kind: 'accepted', id: shown().at(-1)?.id });
    expect(counted(PUSH)).toBe(2);
    expect(shown().filter(({ text }) => text === 'Said once')).toHaveLength(1);
    expect(await send({ ...act, attempt: 2 })).toEqual(outcome);
    expect(shown().filter(({ text }) => text === 'Said once')).toHaveLength(1);
  });

  it('is not asked for again when LINE may have forgotten the key', async () => {
    await open();
    const act = replyTo(await hear('Slow?'), words('A day later'));
    lab.world.clock.pass(24 * HOUR_MS);
    expect(await send({ ...act, attempt: 2 })).toMatchObject({ kind: 'unknown' });
    expect(counted(PUSH)).toBe(0);
    expect(await send(act)).toMatchObject({ kind: 'accepted' });
  });

  it('is tried again later when LINE fails and does nothing', async () => {
    await open();
    const act = replyTo(await hear('Broken?'), words('Later'));
    lab.world.network.faults.failBefore = 1;
    expect(await send(act)).toMatchObject({ kind: 'try_later', detail: expect.stringContaining('twice') });
    expect(counted(PUSH)).toBe(2);
  });

  it('counts against the month, and is refused in words when that is used up', async () => {
    await open({ quota: 2 });
    const theirs = await hear('How many?');
    await send(replyTo(theirs, words('One')));
    await send(replyTo(theirs, words('Two')));
    expect(await send(replyTo(theirs, words('Three')))).toMatchObject({
      kind: 'refused',
      reason: 'not_allowed',
      detail: expect.stringContaining('this month'),
    });
    const session = await lab.world.connector.source?.open(credentials, account, null);
    expect(await session?.pull('quota', null)).toEqual({
      entries: [],
      cursor: null,
      more: false,
      quota: { of: 'messages of this month', used: 2, limit: 2, resetsAt: null },
    });
    lab.world.network.faults.isTokenRevoked = true;
    await expect(session?.pull('quota', null)).rejects.toMatchObject({ kind: 'needs_login' });
  });

  it('is not called unsent when the first asking may have used up the month', async () => {
    await open();
    const act = replyTo(await hear('Still there?'), words('The last one'));
    const answers = [
      Response.json({ access_token: 'eyJ', expires_in: 899 }),
      Response.json({ message: 'Internal server error' }, { status: 500 }),
      Response.json({ message: 'You have reached your monthly limit.' }, { status: 429 }),
    ];
    const line = createLine({ fetch: async () => answers.shift() ?? Response.error(), now: lab.world.clock.now });
    expect(await line.send(act, credentials, account)).toMatchObject({
      kind: 'unknown',
      detail: expect.stringContaining('may have been sent'),
    });
    expect(answers).toEqual([]);
  });

  it('may have pictures and answers to tap, in one call', async () => {
    await open();
    const act = replyTo(await hear('Show me'), {
      text: 'These two',
      attachments: [picture('a.jpg'), picture('b.jpg')],
      choices: ['The first', 'The second'],
    });
    const outcome = await send(act);
    expect(outcome).toMatchObject({
      kind: 'accepted',
      remote: { ids: [expect.any(String), expect.any(String), expect.any(String)] },
    });
    expect(counted(PUSH)).toBe(1);
    expect(shown().slice(-3)).toMatchObject([{ text: 'These two' }, { files: ['a.jpg'] }, { files: ['b.jpg'] }]);
    lab.world.simulator.tap(ida, 'The second');
    expect(await messages()).toMatchObject([{ content: { text: 'The second' } }]);
  });

  it.each([
    ['no picture', picture('a.pdf', { mimeType: 'application/pdf' })],
    ['too big', picture('a.jpg', { sizeBytes: 1_000_001 })],
    ['without an address', { ...picture('a.jpg'), address: undefined } as unknown as OutgoingAttachment],
    ['without HTTPS', picture('a.jpg', { address: async () => 'http://localhost/a.jpg' })],
  ])('is refused with a file that is %s', async (_what, file) => {
    await open();
    const act = replyTo(await hear('A file?'), { text: 'Here', attachments: [file] });
    expect(await send(act)).toMatchObject({ kind: 'refused', reason: 'bad_attachment' });
    expect(counted(PUSH)).toBe(0);
  });

  it.each([[Array.from({ length: 14 }, (_, at) => `${at}`)], [['x'.repeat(21)]], [['']]])(
    'is refused with answers that LINE does not show: %j',
    async (choices) => {
      await open();
      const act = replyTo(await hear('Which?'), { ...words('Choose'), choices });
      expect(await send(act)).toMatchObject({ kind: 'refused', reason: 'other' });
    },
  );

  it('goes nowhere when the person has blocked the account, which is told when they do', async () => {
    await open();
    const theirs = await hear('Enough');
    lab.world.simulator.block(ida);
    expect(await events()).toMatchObject([{ kind: 'notice', detail: expect.stringContaining('Blocked') }]);
    // LINE takes it all the same: the notice is the only sign.
    expect(await send(replyTo(theirs, words('Wait')))).toMatchObject({ kind: 'accepted' });
    expect(shown().map(({ text }) => text)).toEqual(['Enough']);
    lab.world.simulator.befriend(ida);
    expect(await events()).toMatchObject([{ kind: 'notice', detail: expect.stringContaining('Unblocked') }]);
  });

  it('to nobody that LINE knows is refused in words', async () => {
    await open();
    const act = replyTo(await hear('Hi'), words('To whom?'));
    const thread = { ...act.thread, id: 'U00000000000000000000000000000000' as typeof act.thread.id };
    expect(await send({ ...act, thread })).toMatchObject({ kind: 'refused', reason: 'person_unavailable' });
  });
});
