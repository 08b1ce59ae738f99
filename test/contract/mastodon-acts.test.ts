import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMastodon } from '../../src/connectors/mastodon/index.ts';
import type { OutgoingId } from '../../src/core/ids.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { actOf, replyTo, words } from './acts.ts';
import { ida, oskar } from './lab.ts';
import { CARE, type MastodonLab, openMastodon } from './mastodon-world.ts';

let lab: MastodonLab;
beforeEach(async () => {
  lab = await openMastodon();
});
afterEach(() => lab.close());

const own = (id: string, remote: unknown, text = '') => ({ id, text, at: new Date(), remote }) as never;
const accepted = async (act: Parameters<MastodonLab['send']>[0]) => {
  const outcome = await lab.send(act);
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return outcome;
};
const ours = () => lab.seen().filter(({ by, isDeleted }) => by === 'company' && !isDeleted);

describe('an answer', () => {
  it('names who is answered and everybody else there, each once, and stands in the thread', async () => {
    await lab.network.say(oskar, { place: 'elsewhere', text: 'Hello' });
    const question = await lab.hear(lab.wall(), '@care and @oskar@other.example: it leaks');
    await accepted(replyTo(question, words('@oskar@other.example you too?')));
    expect(ours().at(-1)).toMatchObject({
      text: '@ida@other.example @oskar@other.example you too?',
      inReplyTo: question.id,
    });
  });

  it.each(['unlisted', 'private', 'direct'] as const)(
    'to a post that is %s is read by nobody else',
    async (visibility) => {
      const question = await lab.hear(visibility === 'direct' ? 'direct' : 'wall', 'Order 1044?');
      const remote = { ...(question.remote as object), visibility };
      const { id } = await accepted(replyTo({ ...question, remote }, words('Yes')));
      const raw = await fetch(`${lab.simulator.url}/api/v1/statuses/${id}`, {
        headers: { authorization: `Bearer ${lab.credentials.accessToken}` },
      });
      expect(await raw.json()).toMatchObject({ visibility });
    },
  );

  it('in private stays on the line of the person, also when it was typed elsewhere', async () => {
    const question = await lab.hear('direct', 'Order 1044?');
    expect(question.thread).toMatchObject({
      id: 'direct:https://other.example/@ida',
      reach: 'owned_private',
      counterpart: { name: ida.name },
    });
    const { id } = await accepted(replyTo(question, words('On its way')));
    lab.simulator.publish('@ida@other.example by hand', { visibility: 'direct', inReplyTo: question.id });
    expect(await lab.events()).toMatchObject([
      { kind: 'message', id, author: { kind: 'business' }, thread: { id: question.thread.id } },
      {
        kind: 'message',
        author: { kind: 'business' },
        thread: { id: question.thread.id },
        content: { text: '@ida by hand' },
      },
    ]);
  });

  it('deep in a thread belongs to what began it', async () => {
    const first = await lab.hear(lab.wall(), 'One');
    const { id } = await accepted(replyTo(first, words('Two')));
    await lab.network.say(ida, { place: 'wall', text: 'Three', inReplyTo: id as string });
    const [, third] = await lab
      .events()
      .then((all) =>
        all.filter((one) => one.kind === 'message').toSorted((a, b) => Number(a.sentAt) - Number(b.sentAt)),
      );
    expect(third).toMatchObject({ thread: { id: first.thread.id, reach: 'owned_public' }, parent: id });
  });

  it('is as long as the server says, not as Mastodon usually does', async () => {
    lab.simulator.limits.maxCharacters = 1_000;
    const question = await lab.hear('wall', 'Tell me all');
    const link = `https://kettle.example/${'a'.repeat(300)}`;
    await accepted(replyTo(question, words(`${'x'.repeat(940)} ${link}`)));
    expect(await lab.send(replyTo(question, words('x'.repeat(996))))).toMatchObject({
      kind: 'refused',
      reason: 'too_long',
      detail: expect.stringContaining('1000'),
    });
  });

  it('keeps a warning that stands over what it answers', async () => {
    const question = await lab.hear('wall', 'It burned');
    const remote = { ...(question.remote as object), warning: 'fire' };
    const { id } = await accepted(replyTo({ ...question, remote }, words('Oh no')));
    expect(await lab.connector.lookups?.message?.(id!, lab.credentials, CARE)).toMatchObject({
      content: { text: 'fire\n\n@ida Oh no' },
    });
  });

  it('in private to a public post names its author alone, and opens their line', async () => {
    await lab.network.say(oskar, { place: 'elsewhere', text: 'Hello' });
    const question = await lab.hear(lab.wall(), '@care and @oskar@other.example: it leaks');
    expect(await lab.send(actOf('private_reply', question, own('1', null), 'Your order number?', null))).toMatchObject({
      kind: 'accepted',
      thread: {
        channel: 'mastodon',
        id: 'direct:https://other.example/@ida',
        counterpartId: 'https://other.example/@ida',
      },
    });
    expect(ours().at(-1)?.text).toBe('@ida@other.example Your order number?');
    expect(
      lab.network
        .view(oskar)
        .flatMap(({ messages }) => messages)
        .filter(({ by }) => by === 'company'),
    ).toEqual([]);
  });

  it('to what is gone is refused', async () => {
    const question = await lab.hear('wall', 'Oops');
    await lab.network.remove?.(ida, question.id);
    expect(await lab.send(replyTo(question, words('What?')))).toMatchObject({ kind: 'refused', reason: 'gone' });
  });
});

describe('sent once', () => {
  it('however often it is told to', async () => {
    const question = await lab.hear('wall', 'Once?');
    const act = replyTo(question, words('Once.'));
    const outcomes = [await lab.send(act), await lab.send(act), await lab.send(act)];
    expect(new Set(outcomes.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(ours()).toHaveLength(1);
  });

  it('when one answer is lost it is asked again at once, by the same key', async () => {
    const question = await lab.hear('wall', 'Lost?');
    const act = replyTo(question, words('Here.'));
    let fails = 1;
    const shaky = createMastodon({
      fetch: async (url, init) => {
        const answer = await fetch(url, init);
        if (init?.method !== 'POST' || fails-- <= 0) return answer;
        return new Response('<h1>Bad gateway</h1>', { status: 502 });
      },
    });
    expect(await shaky.send(act, lab.credentials, CARE)).toMatchObject({ kind: 'accepted' });
    expect(ours()).toHaveLength(1);
  });

  it.each([
    { server: 'Mastodon', version: '4.6.0+glitch', second: 429, tries: 2 },
    { server: 'Mastodon', version: '4.6.0', second: 404, tries: 2 },
    { server: 'another server', version: '0.17.3', second: 200, tries: 1 },
    { server: 'another server', version: '3.5.3 (compatible; Pixelfed 0.11.9)', second: 200, tries: 1 },
  ])('$server $version answers $second to the second try: it is in doubt', async ({ version, second, tries }) => {
    const question = await lab.hear('wall', 'Lost?');
    const posts: number[] = [];
    const shaky = createMastodon({
      fetch: async (url, init) => {
        const path = new URL(String(url)).pathname;
        if (path === '/api/v2/instance') return Response.json({ version, api_versions: { mastodon: 10 } });
        if (path !== '/api/v1/statuses' || init?.method !== 'POST') return fetch(url, init);
        const status = posts.length === 0 ? 502 : second;
        posts.push(status);
        return Response.json({ id: '1' }, { status });
      },
    });
    expect(await shaky.send(replyTo(question, words('Yes')), lab.credentials, CARE)).toMatchObject({ kind: 'unknown' });
    expect(posts).toHaveLength(tries);
  });

  it('does not take for absent what may be among posts that cannot be read', async () => {
    const question = await lab.hear('wall', 'Lost?');
    const act = replyTo(question, words('Yes'));
    const odd = createMastodon({
      fetch: async (url, init) => {
        const isList = /accounts\/[^/]+\/statuses$/.test(new URL(String(url)).pathname);
        return isList ? Response.json([{ id: '7', content: null }]) : fetch(url, init);
      },
    });
    expect(await odd.find?.(act, lab.credentials, CARE)).toMatchObject({ kind: 'unclear' });
  });

  it.each<[string, Partial<ReturnType<typeof noFaults>>, string]>([
    ['carried out and answered by a broken proxy', { failAfterAccept: 1 }, 'accepted'],
    ['carried out and never answered', { timeoutAfterAccept: 1 }, 'accepted'],
    ['never carried out', { failBefore: 1 }, 'absent'],
  ])('%s: a look says so, although the server writes names in its own way', async (_, faults, kind) => {
    const quick = createMastodon({ timeoutMs: 2_000, now: lab.clock.now });
    const question = await lab.hear('wall', 'Lost?');
    const act = {
      ...replyTo(question, words('Ask @oskar@other.example or https://kettle.example/a/very/long/address/of/a/page')),
      id: crypto.randomUUID() as OutgoingId,
    };
    Object.assign(lab.network.faults, faults);
    expect(await quick.send(act, lab.credentials, CARE)).toMatchObject({ kind: 'unknown' });
    Object.assign(lab.network.faults, noFaults());
    expect(await quick.find?.(act, lab.credentials, CARE)).toMatchObject({ kind });
  });

  it('200 answers through a failing network, none twice and none lost', async () => {
    const question = await lab.hear('wall', 'All at once');
    Object.assign(lab.network.faults, { failAfterAccept: 0.3, failBefore: 0.2, rateLimit: 0.1 });
    for (let at = 0; at < 200; at += 1) {
      const act = replyTo(question, words(`Answer ${at}`));
      let isDone = false;
      for (let attempt = 0; attempt < 60 && !isDone; attempt += 1) {
        const outcome = await lab.send(act);
        isDone = outcome.kind === 'accepted';
        for (let look = 0; look < 60 && outcome.kind === 'unknown' && !isDone; look += 1) {
          const finding = await lab.connector.find?.(act, lab.credentials, CARE);
          isDone = finding?.kind === 'accepted';
          if (finding?.kind === 'absent') break;
        }
      }
      expect(isDone, `answer ${at}`).toBe(true);
    }
    Object.assign(lab.network.faults, noFaults());
    const texts = ours().map(({ text }) => text.replace('@ida@other.example ', ''));
    expect(texts.toSorted()).toEqual(Array.from({ length: 200 }, (_, at) => `Answer ${at}`).toSorted());
  });
});
