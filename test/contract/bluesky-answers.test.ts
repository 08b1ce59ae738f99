import { describe, expect, it } from 'vitest';
import { createBluesky } from '../../src/connectors/bluesky/index.ts';
import type { OutgoingAttachment, SendOutcome } from '../../src/core/channel/outgoing.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { actOf, type Reply, replyTo, words } from './acts.ts';
import { messages, openLab, picture } from './bluesky-lab.ts';
import { DORA, IDA } from './bluesky-world.ts';

const lab = openLab();

describe('direct messages', () => {
  it('of a stranger are accepted with the answer, which reaches them', async () => {
    const question = await lab.hear('direct', 'Order 1044?');
    const reply = replyTo(question, words('x'.repeat(900)));
    const outcome = await lab.send(reply);
    expect(outcome).toMatchObject({ kind: 'accepted' });
    expect(lab.calls).toContain('chat.bsky.convo.acceptConvo');
    expect(lab.texts()).toContain('x'.repeat(900));
    expect(await lab.connector.find?.(reply, lab.credentials, lab.account)).toEqual(outcome);
    const echo = messages(await lab.arrived())[0];
    expect(echo).toMatchObject({
      author: { kind: 'business' },
      thread: { id: question.thread.id, counterpart: { name: IDA.name } },
    });
    expect(outcome).toMatchObject({ id: echo?.id });
  });

  it.each<[string, Partial<ReturnType<typeof noFaults>>, number]>([
    ['was carried out and answered 500', { failAfterAccept: 1 }, 1],
    ['was carried out and never answered', { timeoutAfterAccept: 1 }, 1],
    ['was answered 500 before anything was done', { failBefore: 1 }, 0],
  ])('are found or not when a send %s', async (_, faults, count) => {
    const question = await lab.hear('direct', 'There?');
    const reply = replyTo(question, words('Here.'));
    await lab.send(replyTo(question, words('Something else.')));
    Object.assign(lab.network.faults, faults);
    expect(await lab.send(reply)).toMatchObject({ kind: 'unknown' });
    Object.assign(lab.network.faults, noFaults());
    expect(lab.texts().filter((text) => text === 'Here.')).toHaveLength(count);
    expect(await lab.connector.find?.(reply, lab.credentials, lab.account)).toMatchObject({
      kind: count ? 'accepted' : 'absent',
    });
  });

  it('leave it to a person when the same words stand there twice', async () => {
    const question = await lab.hear('direct', 'There?');
    const [one, two] = [replyTo(question, words('Yes.')), replyTo(question, words('Yes.'))];
    await lab.send(one);
    await lab.send(two);
    expect(await lab.connector.find?.(two, lab.credentials, lab.account)).toMatchObject({ kind: 'unclear' });
  });

  it('carry no files, and say so', async () => {
    const question = await lab.hear('direct', 'A picture?');
    const content = { text: 'Here', attachments: [picture({})] };
    expect(await lab.send(replyTo(question, content))).toMatchObject({ kind: 'refused', reason: 'bad_attachment' });
    expect(await lab.send(replyTo(question, words('a'.repeat(1_001))))).toMatchObject({
      kind: 'refused',
      reason: 'too_long',
    });
    expect(
      await lab.send(actOf('like', question, { ...question, text: '', at: new Date(), remote: null }, '', null)),
    ).toMatchObject({
      kind: 'refused',
    });
  });

  it('are deleted and reacted to', async () => {
    const question = await lab.hear('direct', 'Never mind');
    await lab.network.react?.(IDA, question.id, '🙏');
    await lab.network.remove?.(IDA, question.id);
    expect(await lab.arrived()).toMatchObject([
      { kind: 'reaction', target: question.id, reaction: '🙏' },
      { kind: 'deletion', id: question.id },
    ]);
  });

  it('are off without a word where the app password does not allow them', async () => {
    lab.use({ appPassword: lab.network.plainPassword });
    await lab.network.say(IDA, { place: 'direct', text: 'Hidden' });
    await lab.network.say(IDA, { place: 'wall', text: 'Seen' });
    expect(messages(await lab.arrived()).map(({ content }) => content.text)).toEqual(['@kettleco.test Seen']);
    expect(lab.calls.filter((name) => name.startsWith('chat.'))).toEqual([]);
  });
});

describe('writing in public', () => {
  it('carries pictures with their description and shape', async () => {
    const question = await lab.hear('wall', 'Which lid?');
    const outcome = await lab.send(
      replyTo(question, { text: 'These', attachments: [picture({ alt: 'Red' }), picture({})] }),
    );
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
    const post = await lab.connector.lookups?.message?.(outcome.id!, lab.credentials, lab.account);
    expect(post?.content.attachments).toMatchObject([
      { kind: 'image', alt: 'Red', source: { kind: 'url' } },
      { kind: 'image' },
    ]);
    const source = post?.content.attachments[0]?.source;
    expect((await fetch(source?.kind === 'url' ? source.url : '')).headers.get('content-type')).toBe('image/png');
  });

  it.each<[string, Partial<OutgoingAttachment>[]]>([
    ['five pictures', [{}, {}, {}, {}, {}]],
    ['a file', [{ mimeType: 'application/pdf' }]],
    ['a picture over 1 MB', [{ sizeBytes: 1_000_001 }]],
  ])('refuses %s in words', async (_, files) => {
    const question = await lab.hear('wall', 'Which?');
    const outcome = await lab.send(replyTo(question, { text: 'This', attachments: files.map(picture) }));
    expect(outcome).toMatchObject({
      kind: 'refused',
      reason: 'bad_attachment',
      detail: expect.stringMatching(/\w+ \w+/),
    });
  });

  it('tells whoever is mentioned', async () => {
    const question = await lab.hear('wall', 'Where?');
    await lab.network.say(DORA, { place: 'elsewhere', text: 'Hi' });
    const reached: string[] = [];
    lab.network.onAnswer(({ persona }) => reached.push(persona));
    await lab.send(replyTo(question, words('Ask @dora.test, ☕ @nobody.test knows too')));
    expect(reached.toSorted()).toEqual(['dora', 'ida']);
  });

  it('refuses to answer what is gone', async () => {
    const question = await lab.hear('wall', 'Oops');
    await lab.network.remove?.(IDA, question.id);
    expect(await lab.send(replyTo(question, words('What?')))).toMatchObject({ kind: 'refused', reason: 'gone' });
  });

  it('answers although the reading half is away', async () => {
    const question = await lab.hear('wall', 'Anyone?');
    const away = createBluesky({
      fetch: async (url, init) =>
        url.includes('app.bsky.')
          ? Response.json({ error: 'UpstreamFailure', message: 'Upstream Failure' }, { status: 502 })
          : fetch(url, init),
    });
    expect(await away.send(replyTo(question, words('Here')), lab.credentials, lab.account)).toMatchObject({
      kind: 'accepted',
    });
    expect(lab.texts()).toContain('Here');
  });

  it('says the same thing once, however often it is told to', async () => {
    const question = await lab.hear('wall', 'Once?');
    const reply = replyTo(question, words('Once.'));
    const outcomes = [await lab.send(reply), await lab.send(reply), await lab.send(reply)];
    expect(new Set(outcomes.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(lab.texts().filter((text) => text === 'Once.')).toHaveLength(1);
  });

  it.each(['quote', 'like', 'repost', 'delete'] as const)('offers no %s in private, and says why', async (kind) => {
    const question = await lab.hear('direct', 'Between us');
    const target = { id: question.id, remote: question.remote ?? null, sentAt: question.sentAt };
    expect(lab.connector.allows?.({ kind, target, thread: null, settings: {} })).toMatchObject({
      isAllowed: false,
      why: expect.stringMatching(/direct message/),
    });
    const own = { id: question.id, text: '', at: new Date(), remote: null };
    expect(await lab.send(actOf(kind, question, own, 'Listen', null))).toMatchObject({ kind: 'refused' });
  });

  it("undoes a like that was given in the network's own app", async () => {
    const question = await lab.hear('wall', 'Like me');
    const own = { id: question.id, text: '', at: new Date(), remote: null };
    await lab.send(actOf('like', question, own, '', null));
    expect(lab.network.view(IDA)[0]?.messages[0]?.likes).toBe(1);
    expect(await lab.send(actOf('unlike', question, own, '', null))).toEqual({ kind: 'accepted' });
    expect(lab.network.view(IDA)[0]?.messages[0]?.likes).toBe(0);
  });

  it('deletes only what is ours', async () => {
    const question = await lab.hear('wall', 'Delete me');
    const theirs = { id: question.id, text: '', at: new Date(), remote: null };
    expect(await lab.send(actOf('delete', question, theirs, '', null))).toMatchObject({
      kind: 'refused',
      reason: 'not_allowed',
    });
  });

  it('sends 200 answers through a failing network, none twice and none lost', async () => {
    const question = await lab.hear('wall', 'All at once');
    const direct = await lab.hear('direct', 'And in private');
    Object.assign(lab.network.faults, {
      failAfterAccept: 0.3,
      failBefore: 0.2,
      rateLimit: 0.1,
      timeoutAfterAccept: 0.01,
    });
    for (let at = 0; at < 200; at += 1)
      await sendAsTheProduct(replyTo(at % 2 ? question : direct, words(`Answer ${at}`)));
    Object.assign(lab.network.faults, noFaults());
    const answers = lab.texts().filter((text) => text.startsWith('Answer '));
    expect(answers.toSorted()).toEqual(Array.from({ length: 200 }, (_, at) => `Answer ${at}`).toSorted());
  });

  /** Again when it was certainly not sent; a look when nobody knows. */
  async function sendAsTheProduct(reply: Reply): Promise<SendOutcome> {
    for (let attempt = 1; attempt <= 40; attempt += 1) {
      const outcome = await lab.send({ ...reply, attempt });
      if (outcome.kind === 'accepted' || outcome.kind === 'refused') return outcome;
      if (outcome.kind === 'try_later') continue;
      for (let look = 0; look < 40; look += 1) {
        const finding = await lab.connector.find?.(reply, lab.credentials, lab.account);
        if (finding?.kind === 'accepted') return finding;
        if (finding?.kind === 'absent') break;
      }
    }
    throw new Error('It never got through');
  }
});
