import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { SendOutcome } from '../../src/core/channel/outgoing.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { actOf, type Reply, replyTo, words } from './acts.ts';
import { type Pulls, pullsOf } from './bluesky-pulls.ts';
import { ida, oskar } from './lab.ts';
import { openYouTubeWorld } from './youtube-world.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
type World = Awaited<ReturnType<typeof openYouTubeWorld>>;
let world: World;
let pulls: Pulls;

async function use(options: Parameters<typeof openYouTubeWorld>[0] = {}) {
  await world?.network.close();
  world = await openYouTubeWorld(options);
  pulls = pullsOf(world.connector, world.credentials, world.account);
}
beforeEach(() => use());
afterEach(async () => {
  await pulls.close();
  await world.network.close();
});

async function arrived(): Promise<ChannelEvent[]> {
  const context = { account: world.account, settings: {}, receivedAt: new Date() };
  const events: ChannelEvent[] = [];
  for (const entry of await pulls.arrived()) events.push(...(await world.connector.parse(entry, context)));
  return events.filter(({ kind }) => kind !== 'post');
}
const messages = (events: readonly ChannelEvent[]) =>
  events.filter((event): event is MessageEvent => event.kind === 'message');
const place = (at = 0) => world.network.places(ida)[at]?.id ?? '';
const say = (text: string, rest: { inReplyTo?: string; at?: Date } = {}, who = ida) =>
  world.network.say(who, { place: place(), text, ...rest });
async function hear(text: string): Promise<MessageEvent> {
  const { id } = await say(text);
  const event = messages(await arrived()).find((one) => one.id === id);
  if (!event) throw new Error(`${text} did not arrive`);
  return event;
}
const send = (act: Parameters<World['connector']['send']>[0]) =>
  world.connector.send(act, world.credentials, world.account);
const find = (act: Parameters<World['connector']['send']>[0]) =>
  world.connector.find?.(act, world.credentials, world.account);
const texts = () => world.network.view(ida).flatMap(({ messages: all }) => all.map(({ text }) => text));

describe('reading', () => {
  it('brings what was said before as history, as far back as asked for', async () => {
    const ago = (days: number) => ({ at: new Date(world.clock.now().getTime() - days * DAY_MS) });
    await say('a year ago', ago(365));
    await say('yesterday', ago(1));
    expect(messages(await arrived()).map(({ content, isHistory }) => [content.text, isHistory])).toEqual([
      ['yesterday', true],
    ]);
    await say('now');
    expect(messages(await arrived()).map(({ content, isHistory }) => [content.text, isHistory])).toEqual([
      ['now', undefined],
    ]);
  });

  it('brings every answer of a long thread, once and in order', async () => {
    const { id } = await say('First');
    for (let at = 0; at < 130; at += 1) await say(`Answer ${at}`, { inReplyTo: id }, at % 2 ? ida : oskar);
    const heard = messages(await arrived());
    expect(heard.map(({ content }) => content.text)).toEqual([
      'First',
      ...Array.from({ length: 130 }, (_, at) => `Answer ${at}`),
    ]);
    expect(heard.slice(1).every(({ parent }) => parent === id)).toBe(true);
    expect(await arrived()).toEqual([]);
  });

  it('hears an answer below a comment that is no longer among the newest', async () => {
    const { id } = await say('An old question');
    for (let at = 0; at < 120; at += 1) await say(`Newer ${at}`);
    await arrived();
    await say('Me too', { inReplyTo: id }, oskar);
    let heard = messages(await arrived());
    for (let look = 0; look < 6 && heard.length === 0; look += 1) {
      world.clock.pass(5 * MINUTE_MS);
      heard = messages(await arrived());
    }
    expect(heard).toMatchObject([{ parent: id, content: { text: 'Me too' } }]);
  });

  it('sees edits and deletions, each once', async () => {
    const question = await hear('Mine leaks');
    const answer = await say('Same', { inReplyTo: question.id }, oskar);
    await arrived();
    await world.network.edit?.(ida, question.id, 'Mine leaks at the lid');
    expect(await arrived()).toMatchObject([
      { kind: 'edit', id: question.id, content: { text: 'Mine leaks at the lid' } },
    ]);
    await world.network.remove?.(oskar, answer.id);
    world.clock.pass(15 * MINUTE_MS);
    expect(await arrived()).toMatchObject([{ kind: 'deletion', id: answer.id }]);
    await world.network.remove?.(ida, question.id);
    world.clock.pass(15 * MINUTE_MS);
    expect(await arrived()).toMatchObject([{ kind: 'deletion', id: question.id }]);
    world.clock.pass(15 * MINUTE_MS);
    expect(await arrived()).toEqual([]);
  });

  it('hears what YouTube holds back, and when it was published after all', async () => {
    await arrived();
    const { id } = await say('Buy at http://cheap.example');
    world.network.moderate(id, 'likelySpam');
    world.clock.pass(10 * MINUTE_MS);
    expect(await arrived()).toMatchObject([
      { kind: 'message', id },
      { kind: 'visibility', id, isHidden: true },
    ]);
    world.network.moderate(id, 'published');
    expect(await arrived()).toMatchObject([{ kind: 'visibility', id, isHidden: false }]);
    world.clock.pass(30 * MINUTE_MS);
    expect(await arrived()).toEqual([]);
  });

  it('hears a held answer, and does not take its neighbours for held', async () => {
    const question = await hear('Question');
    const { id } = await say('Spam', { inReplyTo: question.id }, oskar);
    world.network.moderate(id, 'heldForReview');
    world.clock.pass(10 * MINUTE_MS);
    expect(await arrived()).toMatchObject([
      { kind: 'message', id },
      { kind: 'visibility', id, isHidden: true },
    ]);
  });

  it('keeps a comment whose author is gone', async () => {
    await arrived();
    const { id } = await say('I was here');
    world.network.forgetAuthor(id);
    expect(await arrived()).toMatchObject([{ kind: 'message', id, author: { kind: 'unknown' } }]);
  });

  it('tells of videos with their counts, again only when these change', async () => {
    const all = async () => {
      const context = { account: world.account, settings: {}, receivedAt: new Date() };
      const events = await Promise.all((await pulls.arrived()).map((entry) => world.connector.parse(entry, context)));
      return events.flat().filter(({ kind }) => kind === 'post');
    };
    expect(await all()).toHaveLength(2);
    world.clock.pass(30 * MINUTE_MS);
    expect(await all()).toEqual([]);
    await say('One more');
    world.clock.pass(30 * MINUTE_MS);
    expect(await all()).toMatchObject([{ counts: { comments: 1 }, author: { kind: 'business' } }]);
  });

  it('loses nothing and doubles nothing in bad weather', async () => {
    await arrived();
    Object.assign(world.network.faults, { duplicate: 0.3, reorder: 0.5, drop: 0.2, failBefore: 0.1, rateLimit: 0.05 });
    const said: string[] = [];
    const heard: string[] = [];
    for (let at = 0; at < 150; at += 1) {
      const inReplyTo = at % 3 === 0 ? said.at(-1) : undefined;
      said.push((await say(`Word ${at}`, inReplyTo === undefined ? {} : { inReplyTo }, at % 2 ? ida : oskar)).id);
      if (at % 10 === 0) heard.push(...messages(await arrived().catch(() => [])).map(({ id }) => id));
    }
    Object.assign(world.network.faults, noFaults());
    heard.push(...messages(await arrived()).map(({ id }) => id));
    expect(heard.toSorted()).toEqual(said.toSorted());
  });

  it('does not read another channel into this inbox', async () => {
    const other = pullsOf(world.connector, world.credentials, 'UCother' as World['account']);
    await expect(other.arrived()).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.stringMatching(/Kettle/),
    });
  });
});

describe('the quota', () => {
  it('is not spent on a quiet day by more than planned, and is told as used', async () => {
    const session = await world.connector.source?.open(world.credentials, world.account, {});
    let cursor = null;
    let told = 0;
    for (let at = 0; at < 720; at += 1) {
      const pulled = await session!.pull('comments', cursor);
      cursor = JSON.parse(JSON.stringify(pulled.cursor));
      if (pulled.quota?.used) told = Math.max(told, pulled.quota.used);
      world.clock.pass(2 * MINUTE_MS - 5 * 1_300);
    }
    const asked = world.calls.filter((call) => !call.includes('/token')).length;
    expect(asked).toBeLessThan(1_700);
    expect(told).toBeGreaterThan(700);
  });

  it('when used up stops reading and answering until midnight in California', async () => {
    const question = await hear('Anyone?');
    world.network.quota.limit = world.network.quota.used;
    await expect(pulls.arrived()).rejects.toMatchObject({ kind: 'limited' });
    const outcome = await send(replyTo(question, words('Here')));
    expect(outcome).toMatchObject({ kind: 'try_later', detail: expect.stringMatching(/midnight/) });
    const wait = outcome.kind === 'try_later' ? outcome.afterMs : 0;
    expect(wait).toBeGreaterThan(10 * 3_600_000);
    world.clock.pass(wait);
    await say('A new day');
    expect(messages(await arrived())).toHaveLength(1);
  });

  it('that runs short makes reading slow before it ends', async () => {
    await use({ quota: 1_200, form: { dailyUnits: 1_200 } });
    await arrived();
    const before = world.calls.length;
    for (let at = 0; at < 10; at += 1) await arrived();
    expect(world.calls.length).toBe(before);
  });
});

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
      expect(world.network.view(ida)[0]?.messages[0]?.isHidden).toBe(true);
      world.clock.pass(30 * MINUTE_MS);
      expect((await arrived()).filter(({ kind }) => kind === 'deletion')).toEqual([]);
      expect(await send(actOf('unhide', question, own, '', null))).toEqual({ kind: 'accepted' });
      expect(world.network.view(ida)[0]?.messages[0]?.isHidden).toBeUndefined();
    },
  );

  it('refuses what cannot be, in words', async () => {
    const question = await hear('Question');
    world.network.moderate(question.id, 'heldForReview');
    expect(await send(replyTo(question, words('Hello')))).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
    world.network.moderate(question.id, 'published');
    world.network.closeComments(question.thread.id);
    expect(await send(replyTo(question, words('Hello')))).toMatchObject({
      kind: 'refused',
      detail: 'Comments are switched off for this video.',
    });
    await world.network.remove?.(ida, question.id);
    expect(await send(replyTo(question, words('Hello')))).toMatchObject({ kind: 'refused', reason: 'gone' });
  });

  it('leaves an answer with a link that is not to be seen to a person', async () => {
    const question = await hear('Where?');
    const act = replyTo(question, words('See https://kettle.example'));
    world.network.faults.failBefore = 1;
    expect(await send(act)).toMatchObject({ kind: 'unknown' });
    Object.assign(world.network.faults, noFaults());
    expect(await find(act)).toMatchObject({ kind: 'unclear', detail: expect.stringMatching(/links/) });
  });

  it('sends 60 answers through a failing network, none twice and none lost', async () => {
    await use({ quota: 100_000 });
    const question = await hear('All at once');
    Object.assign(world.network.faults, { failAfterAccept: 0.3, failBefore: 0.2, rateLimit: 0.1 });
    for (let at = 0; at < 60; at += 1) await sendAsTheProduct(replyTo(question, words(`Answer ${at}`)));
    Object.assign(world.network.faults, noFaults());
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
    expect(await world.connector.check({ ...world.credentials, ...change })).toMatchObject({
      ok: false,
      problem: expect.stringMatching(problem),
      todo: expect.stringMatching(/\S+ \S+/),
      field,
    });
  });

  it('that the sign-in did not allow enough', async () => {
    world.network.oauth.scope = 'https://www.googleapis.com/auth/youtube.readonly';
    expect(await world.connector.check(world.credentials)).toMatchObject({ ok: false, field: 'refreshToken' });
  });

  it('when a sign-in in testing ends', async () => {
    world.network.oauth.consentSeconds = 600_000;
    expect(await world.connector.check(world.credentials)).toMatchObject({
      ok: true,
      expiresAt: expect.any(Date),
      warnings: [expect.stringMatching(/testing/)],
    });
  });

  it('that all is well', async () => {
    expect(await world.connector.check(world.credentials)).toEqual({
      ok: true,
      account: { id: world.account, name: 'Kettle & Co.', handle: 'kettleco', avatarUrl: expect.any(String) },
      warnings: [],
    });
  });

  it('nothing of it while tokens end every hour: they are renewed by themselves', async () => {
    const question = await hear('Still there?');
    world.network.oauth.expire();
    expect(await send(replyTo(question, words('Yes')))).toMatchObject({ kind: 'accepted' });
  });
});

it('looks up videos, people and comments', async () => {
  const question = await hear('Who am I?');
  const { lookups } = world.connector;
  const { credentials, account } = world;
  const person = question.author.kind === 'contact' ? question.author.person.id : '';
  expect(await lookups?.post?.(question.thread.id, credentials, account)).toMatchObject({
    isOurs: true,
    authorName: 'Kettle & Co.',
  });
  expect(await lookups?.person?.(person, credentials, account)).toMatchObject({ name: 'Ida Norberg', handle: 'ida' });
  expect(await lookups?.message?.(question.id, credentials, account)).toMatchObject({ content: { text: 'Who am I?' } });
  expect(await lookups?.post?.('gone0000000', credentials, account)).toBeNull();
});
