import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../src/core/channel/outgoing.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { actOf, type Reply, replyTo, words } from './acts.ts';
import { ida, oskar } from './lab.ts';
import { messages, openYouTubeLab } from './youtube-lab.ts';

const MINUTE_MS = 60_000;
const lab = openYouTubeLab();
const { use, arrived, say, hear, send, find, texts } = lab;

describe('acting', () => {
  it('answers an answer below the same first comment', async () => {
    const question = await hear('Question');
    await say('Same', { inReplyTo: question.id }, oskar);
    const [other] = messages(await arrived());
    const outcome = await send(replyTo(other!, words('For both of you')));
    expect(outcome).toMatchObject({ kind: 'accepted', id: expect.stringMatching(`^${question.id}\\.`) });
    expect(texts()).toContain('For both of you');
  });

  it('writes below a video itself', async () => {
    const question = await hear('Question');
    const act = { ...replyTo(question, words('Pinned help')), inReplyTo: null };
    const outcome = await send(act);
    expect(outcome).toMatchObject({ kind: 'accepted' });
    expect(await find(act)).toEqual(outcome);
    expect(messages(await arrived())).toMatchObject([
      { author: { kind: 'business' }, content: { text: 'Pinned help' } },
    ]);
  });

  it.each(['heldForReview', 'rejected'] as const)(
    'hides as the inbox says: %s, and it is never taken for deleted',
    async (hideAs) => {
      await use({ form: { hideAs } });
      const question = await hear('Something rude');
      const own = { id: question.id, text: '', at: new Date(), remote: null };
      expect(await send(actOf('hide', question, own, '', null))).toEqual({ kind: 'accepted' });
      expect(lab.world.network.view(ida)[0]?.messages[0]?.isHidden).toBe(true);
      lab.world.clock.pass(30 * MINUTE_MS);
      expect((await arrived()).filter(({ kind }) => kind === 'deletion')).toEqual([]);
      expect(await send(actOf('unhide', question, own, '', null))).toEqual({ kind: 'accepted' });
      expect(lab.world.network.view(ida)[0]?.messages[0]?.isHidden).toBeUndefined();
    },
  );

  it('refuses what cannot be, in words', async () => {
    const question = await hear('Question');
    lab.world.network.moderate(question.id, 'heldForReview');
    expect(await send(replyTo(question, words('Hello')))).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
    lab.world.network.moderate(question.id, 'published');
    lab.world.network.closeComments(question.thread.id);
    expect(await send(replyTo(question, words('Hello')))).toMatchObject({
      kind: 'refused',
      detail: 'Comments are switched off for this video.',
    });
    await lab.world.network.remove?.(ida, question.id);
    expect(await send(replyTo(question, words('Hello')))).toMatchObject({ kind: 'refused', reason: 'gone' });
  });

  it('leaves an answer with a link that is not to be seen to a person', async () => {
    const question = await hear('Where?');
    const act = replyTo(question, words('See https://kettle.example'));
    lab.world.network.faults.failBefore = 1;
    expect(await send(act)).toMatchObject({ kind: 'unknown' });
    Object.assign(lab.world.network.faults, noFaults());
    lab.world.clock.pass(10 * MINUTE_MS);
    expect(await find(act)).toMatchObject({ kind: 'unclear', detail: expect.stringMatching(/links/) });
  });

  it('is not believed to be absent before YouTube shows new comments', async () => {
    const act = replyTo(await hear('Where?'), words('Here'));
    lab.world.network.faults.failBefore = 1;
    expect(await send(act)).toMatchObject({ kind: 'unknown' });
    Object.assign(lab.world.network.faults, noFaults());
    expect(await find(act)).toMatchObject({ kind: 'unclear', detail: expect.stringMatching(/minutes/) });
    lab.world.clock.pass(10 * MINUTE_MS);
    expect(await find(act)).toEqual({ kind: 'absent' });
  });

  it('sends 60 answers through a failing network, none twice and none lost', async () => {
    await use({ quota: 100_000 });
    const question = await hear('All at once');
    Object.assign(lab.world.network.faults, { failAfterAccept: 0.3, failBefore: 0.2, rateLimit: 0.1 });
    for (let at = 0; at < 60; at += 1) await sendAsTheProduct(replyTo(question, words(`Answer ${at}`)));
    Object.assign(lab.world.network.faults, noFaults());
    const answers = texts().filter((text) => text.startsWith('Answer '));
    expect(answers.toSorted()).toEqual(Array.from({ length: 60 }, (_, at) => `Answer ${at}`).toSorted());
  });

  /** Again when it was certainly not sent; a look when nobody knows. */
  async function sendAsTheProduct(reply: Reply): Promise<SendOutcome> {
    for (let attempt = 1; attempt <= 40; attempt += 1) {
      const outcome = await send({ ...reply, attempt });
      if (outcome.kind === 'accepted' || outcome.kind === 'refused') return outcome;
      if (outcome.kind === 'try_later') continue;
      for (let look = 0; look < 40; look += 1) {
        lab.world.clock.pass(10 * MINUTE_MS);
        const finding = await find(reply);
        if (finding?.kind === 'accepted') return finding;
        if (finding?.kind === 'absent') break;
      }
    }
    throw new Error('It never got through');
  }
});

describe('testing an account says', () => {
  it.each<[string, object, RegExp, string]>([
    ['a wrong client', { clientSecret: 'wrong' }, /client ID/, 'clientSecret'],
    ['a refresh token that ended', { refreshToken: '1//old' }, /refresh token/, 'refreshToken'],
  ])('%s', async (_, change, problem, field) => {
    expect(await lab.world.connector.check({ ...lab.world.credentials, ...change })).toMatchObject({
      ok: false,
      problem: expect.stringMatching(problem),
      todo: expect.stringMatching(/\S+ \S+/),
      field,
    });
  });

  it('that the sign-in did not allow enough', async () => {
    lab.world.network.oauth.scope = 'https://www.googleapis.com/auth/youtube.readonly';
    expect(await lab.world.connector.check(lab.world.credentials)).toMatchObject({ ok: false, field: 'refreshToken' });
  });

  it('when a sign-in in testing ends', async () => {
    lab.world.network.oauth.consentSeconds = 600_000;
    expect(await lab.world.connector.check(lab.world.credentials)).toMatchObject({
      ok: true,
      expiresAt: expect.any(Date),
      warnings: [expect.stringMatching(/testing/)],
    });
  });

  it('that all is well', async () => {
    expect(await lab.world.connector.check(lab.world.credentials)).toEqual({
      ok: true,
      account: { id: lab.world.account, name: 'Kettle & Co.', handle: 'kettleco', avatarUrl: expect.any(String) },
      warnings: [],
    });
  });

  it('nothing of it while tokens end every hour: they are renewed by themselves', async () => {
    const question = await hear('Still there?');
    lab.world.network.oauth.expire();
    expect(await send(replyTo(question, words('Yes')))).toMatchObject({ kind: 'accepted' });
  });
});

it('looks up videos, people and comments', async () => {
  const question = await hear('Who am I?');
  const { lookups } = lab.world.connector;
  const { credentials, account } = lab.world;
  const person = question.author.kind === 'contact' ? question.author.person.id : '';
  expect(await lookups?.post?.(question.thread.id, credentials, account)).toMatchObject({
    isOurs: true,
    authorName: 'Kettle & Co.',
  });
  expect(await lookups?.person?.(person, credentials, account)).toMatchObject({ name: 'Ida Norberg', handle: 'ida' });
  expect(await lookups?.message?.(question.id, credentials, account)).toMatchObject({ content: { text: 'Who am I?' } });
  expect(await lookups?.post?.('gone0000000', credentials, account)).toBeNull();
});

it('goes on with a talk of an earlier run, of which nobody is told again', async () => {
  const told: string[] = [];
  lab.world.network.onAnswer(({ message }) => told.push(message.text));
  const at = (minutes: number) => new Date(lab.world.clock.now().getTime() - minutes * MINUTE_MS);
  const line = { account: lab.world.account, thread: 'earlier0001', kind: 'post' as const };
  lab.world.network.remember([
    { ...line, id: 'UgxEarlier', by: 'person', persona: ida, text: 'Still leaking', at: at(60) },
    { ...line, id: 'UgxEarlier.1', by: 'company', text: 'Oh dear', at: at(50), inReplyTo: 'UgxEarlier' },
  ]);
  expect(told).toEqual([]);
  const [question] = messages(await arrived());
  expect(question).toMatchObject({ id: 'UgxEarlier', isHistory: true, thread: { id: 'earlier0001' } });
  expect(await send(replyTo(question!, words('A new lid is on its way')))).toMatchObject({ kind: 'accepted' });
  expect(texts()).toEqual(['Still leaking', 'Oh dear', 'A new lid is on its way']);
  expect(told).toEqual(['A new lid is on its way']);
});
