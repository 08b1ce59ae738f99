import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMastodon } from '../../src/connectors/mastodon/index.ts';
import type { OutgoingAttachment } from '../../src/core/channel/outgoing.ts';
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

const picture = (rest: Partial<OutgoingAttachment> = {}): OutgoingAttachment => {
  const bytes = new Uint8Array([1, 2, 3]);
  return { name: 'lid.png', mimeType: 'image/png', sizeBytes: bytes.length, read: async () => bytes, ...rest };
};
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

  it.each<[string, Partial<ReturnType<typeof noFaults>>, string]>([
    ['carried out and answered by a broken proxy', { failAfterAccept: 1 }, 'accepted'],
    ['carried out and never answered', { timeoutAfterAccept: 1 }, 'accepted'],
    ['never carried out', { failBefore: 1 }, 'absent'],
  ])('%s: a look says so, although the server writes names in its own way', async (_, faults, kind) => {
    const quick = createMastodon({ timeoutMs: 200, now: lab.clock.now });
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

describe('files', () => {
  it('are waited for while the server works on them, and keep their description', async () => {
    lab.simulator.dials.slowMedia = 3;
    const question = await lab.hear('wall', 'Which lid?');
    await accepted(
      replyTo(question, { text: 'These', attachments: [picture({ alt: 'Red' }), picture({ alt: 'Blue' })] }),
    );
    expect(ours().at(-1)?.files).toEqual(['Red', 'Blue']);
    expect(lab.pauses).toHaveLength(4);
  });

  it('that are never done are tried again later, and nothing is posted', async () => {
    lab.simulator.dials.slowMedia = 1_000;
    const question = await lab.hear('wall', 'Which lid?');
    expect(await lab.send(replyTo(question, { text: 'This', attachments: [picture()] }))).toMatchObject({
      kind: 'try_later',
    });
    expect(ours()).toEqual([]);
  });

  it.each<[string, OutgoingAttachment[]]>([
    ['five', Array.from({ length: 5 }, () => picture())],
    ['a document', [picture({ mimeType: 'application/pdf' })]],
    ['a picture over 16 MB', [picture({ sizeBytes: 16_777_217 })]],
  ])('%s are refused in words', async (_, attachments) => {
    const question = await lab.hear('wall', 'Which?');
    expect(await lab.send(replyTo(question, { text: 'This', attachments }))).toMatchObject({
      kind: 'refused',
      reason: 'bad_attachment',
      detail: expect.stringMatching(/\w+ \w+/),
    });
  });

  it('stay when the words are changed, and so do the names', async () => {
    const question = await lab.hear('wall', 'Which lid?');
    const { id, remote } = await accepted(replyTo(question, { text: 'This', attachments: [picture({ alt: 'Red' })] }));
    expect(await lab.send(actOf('edit', question, own(id as string, remote), 'That', null))).toEqual({
      kind: 'accepted',
    });
    expect(ours().at(-1)).toMatchObject({ text: '@ida@other.example That', files: ['Red'] });
  });
});

describe('other acts', () => {
  it('a post of our own shows its link, and one that quotes shows theirs', async () => {
    const question = await lab.hear('wall', 'My kettle sings');
    await accepted({
      ...replyTo(question, words('')),
      kind: 'publish',
      content: words('New'),
      link: 'https://kettle.example/new',
    } as never);
    const quote = await accepted(actOf('quote', question, own('1', null), 'Listen', null));
    expect(await lab.connector.lookups?.post?.(quote.id as string, lab.credentials, CARE)).toMatchObject({
      isOurs: true,
      content: { text: 'Listen', attachments: [{ kind: 'link', title: expect.stringContaining('My kettle sings') }] },
    });
    await expect.poll(async () => JSON.stringify(await lab.events())).toContain('https://kettle.example/new');
  });

  it('an older server knows no quotes', async () => {
    lab.simulator.limits.apiVersion = 6;
    const question = await lab.hear('wall', 'My kettle sings');
    expect(await lab.send(actOf('quote', question, own('1', null), 'Listen', null))).toMatchObject({
      kind: 'refused',
      reason: 'not_allowed',
    });
  });

  it.each(['repost', 'quote'] as const)('what was said in private has no %s', async (kind) => {
    const question = await lab.hear('direct', 'Between us');
    const remote = question.remote ?? null;
    expect(
      lab.connector.allows?.({
        kind,
        target: { id: question.id, remote, sentAt: question.sentAt },
        thread: null,
        settings: {},
      }),
    ).toMatchObject({ isAllowed: false });
    expect(await lab.send(actOf(kind, question, own('1', null), 'All of you', null))).toMatchObject({
      kind: 'refused',
      reason: 'not_allowed',
    });
  });

  it('a lost answer to a mark, an edit or a deletion is simply tried again', async () => {
    const question = await lab.hear('wall', 'Hello');
    const { id, remote } = await accepted(replyTo(question, words('Hi')));
    for (const kind of ['like', 'unlike', 'repost', 'unrepost', 'edit', 'delete'] as const) {
      const act = actOf(kind, question, own(id as string, remote), 'Hi!', null);
      lab.network.faults.failAfterAccept = 1;
      expect(await lab.send(act), kind).toMatchObject({ kind: 'try_later' });
      lab.network.faults.failAfterAccept = 0;
      expect(await lab.send(act), kind).toEqual({ kind: 'accepted' });
    }
  });

  it('slows down until the time that the server names', async () => {
    const question = await lab.hear('wall', 'Hello');
    lab.network.faults.rateLimit = 1;
    const outcome = await lab.send(replyTo(question, words('Hi')));
    expect(outcome).toMatchObject({ kind: 'try_later' });
    expect(outcome.kind === 'try_later' && outcome.afterMs).toBeLessThanOrEqual(300_000);
  });
});
