import { describe, expect, it } from 'vitest';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { SendOutcome } from '../../src/core/channel/outgoing.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { actOf, type Reply, replyTo, words } from './acts.ts';
import { ida } from './lab.ts';
import { messages, openRedditLab } from './reddit-lab.ts';

const lab = openRedditLab();
const { arrived, hear, send, find, texts } = lab;
const own = (id: MessageEvent['id']) => ({ id, text: '', at: new Date(), remote: null });

describe('acting', () => {
  it('answers a post of somebody in the own subreddit', async () => {
    const post = await hear('My lid\nIt leaks.', 'wall');
    const outcome = await send(replyTo(post, words('Please **turn** it.')));
    expect(outcome).toMatchObject({ kind: 'accepted', id: expect.stringMatching(/^t1_/) });
    expect(messages(await arrived())).toMatchObject([
      { id: outcome.kind === 'accepted' ? outcome.id : '', author: { kind: 'business' }, parent: post.id },
    ]);
  });

  it('shows when an answer of ours was taken away without a word', async () => {
    const question = await hear('Where?', 'elsewhere');
    const outcome = await send(replyTo(question, words('Here.')));
    await arrived();
    const id = outcome.kind === 'accepted' ? (outcome.id ?? '') : '';
    lab.world.network.moderate(id, 'automod_filtered');
    expect(await arrived()).toMatchObject([{ kind: 'visibility', id, isHidden: true }]);
    expect(await find(replyTo(question, words('Here.')))).toMatchObject({ kind: 'accepted', id });
  });

  it.each<[string, (question: MessageEvent) => void, object]>([
    ['a locked thread', ({ thread }) => lab.world.network.lock(thread.id), { reason: 'not_allowed' }],
    [
      'a private subreddit',
      () => {
        lab.world.network.store.subreddit('kettlehelp').isPrivate = true;
      },
      { reason: 'not_allowed' },
    ],
    [
      'a ban',
      () => void lab.world.network.store.subreddit('kettlehelp').banned.add('kettleco'),
      { reason: 'not_allowed' },
    ],
    ['a deleted comment', ({ id }) => void lab.world.network.remove?.(ida, id), { reason: 'gone' }],
  ])('is refused in words by %s', async (_, spoil, expected) => {
    const question = await hear('Question');
    spoil(question);
    expect(await send(replyTo(question, words('Answer')))).toMatchObject({
      kind: 'refused',
      ...expected,
      detail: expect.stringMatching(/\w+ \w+/),
    });
  });

  it('waits as long as Reddit tells a new account', async () => {
    const question = await hear('Question');
    lab.world.network.karma.waitSeconds = 540;
    expect(await send(replyTo(question, words('Answer')))).toMatchObject({ kind: 'try_later', afterMs: 540_000 });
  });

  it('may hide only where it is a moderator, and says so before', async () => {
    const mine = await hear('Rude');
    const elsewhere = await hear('Rude', 'elsewhere');
    const ask = (event: MessageEvent, kind: 'hide' | 'reply' = 'hide') =>
      lab.world.connector.allows?.({
        kind,
        target: { id: event.id, remote: event.remote ?? null, sentAt: event.sentAt },
        thread: { reach: 'owned_public', remote: null },
        settings: lab.world.settings,
      });
    expect(ask(mine)).toEqual({ isAllowed: true });
    expect(ask(elsewhere, 'reply')).toEqual({ isAllowed: true });
    expect(ask(elsewhere)).toMatchObject({ isAllowed: false, why: expect.stringMatching(/moderators/) });
    expect(await send(actOf('hide', mine, own(mine.id), '', null))).toEqual({ kind: 'accepted' });
    expect(await send(actOf('hide', elsewhere, own(mine.id), '', null))).toMatchObject({
      kind: 'refused',
      reason: 'not_allowed',
    });
  });

  it('does not answer what is left of private messages, and says where it can be done', async () => {
    await arrived();
    lab.world.network.write('somemod', 'About your post', 'Please read our rules.');
    const [message] = messages(await arrived());
    if (!message) throw new Error('The message did not arrive');
    const target = { id: message.id, remote: message.remote ?? null, sentAt: message.sentAt };
    const thread = { reach: message.thread.reach, remote: null };
    expect(lab.world.connector.allows?.({ kind: 'reply', target, thread, settings: lab.world.settings })).toMatchObject(
      {
        isAllowed: false,
        elsewhere: expect.stringMatching(/reddit\.com/),
      },
    );
    expect(await send(replyTo(message, words('We did')))).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
  });

  it('deletes and edits only what is ours', async () => {
    const question = await hear('Question');
    for (const kind of ['delete', 'edit'] as const)
      expect(await send(actOf(kind, question, own(question.id), 'x', null))).toMatchObject({ kind: 'refused' });
    expect(texts()).toContain('Question');
  });

  it('sends 100 answers through a failing network, none twice and none lost', async () => {
    const question = await hear('All at once');
    lab.world.network.limit.count = 10_000;
    Object.assign(lab.world.network.faults, { failAfterAccept: 0.3, failBefore: 0.2, rateLimit: 0.1 });
    for (let at = 0; at < 100; at += 1) await sendAsTheProduct(replyTo(question, words(`Answer ${at}`)));
    Object.assign(lab.world.network.faults, noFaults());
    const answers = texts().filter((text) => text.startsWith('Answer '));
    expect(answers.toSorted()).toEqual(Array.from({ length: 100 }, (_, at) => `Answer ${at}`).toSorted());
  });

  /** Again when it was certainly not sent; a look when nobody knows. */
  async function sendAsTheProduct(reply: Reply): Promise<SendOutcome> {
    for (let attempt = 1; attempt <= 40; attempt += 1) {
      const outcome = await send({ ...reply, attempt });
      if (outcome.kind === 'accepted' || outcome.kind === 'refused') return outcome;
      if (outcome.kind === 'try_later') continue;
      for (let look = 0; look < 40; look += 1) {
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
    ['a wrong app', { clientSecret: 'wrong' }, /client ID/, 'clientSecret'],
    ['a refresh token that was taken back', { refreshToken: '1000-old' }, /refresh token/, 'refreshToken'],
    ['another account', { username: 'kettle_two' }, /u\/kettleco/, 'username'],
  ])('%s', async (_, change, problem, field) => {
    expect(await lab.world.connector.check({ ...lab.world.credentials, ...change })).toMatchObject({
      ok: false,
      problem: expect.stringMatching(problem),
      todo: expect.stringMatching(/\S+ \S+/),
      field,
    });
  });

  it.each([
    ['identity read', { ok: false, field: 'refreshToken' }],
    ['identity read privatemessages submit edit history', { ok: true, warnings: [expect.stringMatching(/modposts/)] }],
    ['*', { ok: true, warnings: [] }],
  ])('what the sign-in allowed: %s', async (scope, expected) => {
    lab.world.network.oauth.scope = scope;
    expect(await lab.world.connector.check(lab.world.credentials)).toMatchObject(expected);
  });

  it('where it cannot hide, and what is closed to it', async () => {
    lab.world.network.store.subreddit('closed').isPrivate = true;
    const credentials = { ...lab.world.credentials, subreddits: ['kettlehelp', 'tea', 'closed', 'nowhere'] };
    expect(await lab.world.connector.check(credentials)).toMatchObject({
      ok: true,
      account: { id: lab.world.account, name: 'kettleco', handle: 'kettleco' },
      warnings: [
        expect.stringMatching(/not a moderator of r\/tea/),
        expect.stringMatching(/r\/closed .*private/),
        expect.stringMatching(/r\/nowhere/),
      ],
    });
  });

  it('nothing of it while tokens end every day: they are renewed by themselves', async () => {
    const question = await hear('Still there?');
    lab.world.network.oauth.expire();
    expect(await send(replyTo(question, words('Yes')))).toMatchObject({ kind: 'accepted' });
    expect(lab.world.calls.filter((call) => call.endsWith('access_token'))).toHaveLength(2);
  });
});

it('looks up posts and comments, and nothing that is gone', async () => {
  const question = await hear('Who am I?');
  const { lookups } = lab.world.connector;
  const { credentials, account } = lab.world;
  expect(await lookups?.post?.(question.thread.id, credentials, account)).toMatchObject({
    isOurs: true,
    authorName: 'u/kettleco',
  });
  expect(await lookups?.message?.(question.id, credentials, account)).toMatchObject({
    person: { handle: 'ida' },
    content: { text: 'Who am I?' },
  });
  await lab.world.network.remove?.(ida, question.id);
  expect(await lookups?.message?.(question.id, credentials, account)).toBeNull();
});

it('is turned away without an honest name', async () => {
  const answer = await fetch(`${lab.world.network.url}/api/v1/me`, { headers: { 'user-agent': 'node' } });
  expect(answer.status).toBe(429);
});

it('goes on with a talk of an earlier run, of which nobody is told again', async () => {
  const told: string[] = [];
  lab.world.network.onAnswer(({ message }) => told.push(message.text));
  const at = (minutes: number) => new Date(lab.world.clock.now().getTime() - minutes * 60_000);
  const line = { account: lab.world.account, thread: 't3_zearlier', kind: 'post' as const };
  lab.world.network.remember([
    { ...line, id: 't1_zone', by: 'person', persona: ida, text: 'Still leaking', at: at(60) },
    { ...line, id: 't1_ztwo', by: 'company', text: 'Oh dear', at: at(50), inReplyTo: 't1_zone' },
  ]);
  expect(told).toEqual([]);
  const question = messages(await arrived()).find(({ id }) => id === 't1_zone');
  expect(question).toMatchObject({ isHistory: true, thread: { id: 't3_zearlier' } });
  expect(await send(replyTo(question!, words('A new lid is on its way')))).toMatchObject({ kind: 'accepted' });
  expect(texts().slice(1)).toEqual(['Still leaking', 'Oh dear', 'A new lid is on its way']);
  expect(told).toEqual(['A new lid is on its way']);
});
