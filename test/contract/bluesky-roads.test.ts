import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BlueskyCredentials } from '../../src/connectors/bluesky/credentials.ts';
import { createBluesky } from '../../src/connectors/bluesky/index.ts';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { OutgoingAttachment, SendOutcome } from '../../src/core/channel/outgoing.ts';
import type { ExternalAccountId } from '../../src/core/ids.ts';
import { type BlueskyNetwork, startBluesky } from '../../src/simulators/bluesky/index.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { actOf, type Reply, replyTo, words } from './acts.ts';
import { type Pulls, pullsOf } from './bluesky-pulls.ts';
import { DORA, IDA } from './bluesky-world.ts';

const HOUR_MS = 3_600_000;
const BRAND = { handle: 'kettleco.test', name: 'Kettle & Co.', password: 'mqk3-vnte-b5ez-bbcl' };

let network: BlueskyNetwork;
let account: ExternalAccountId;
let credentials: BlueskyCredentials;
let pulls: Pulls;
/** Names of the calls that went out. */
let calls: string[];
const counting = (url: string, init: RequestInit) => {
  calls.push(new URL(url).pathname.replace('/xrpc/', ''));
  return fetch(url, init);
};
let connector = createBluesky();

const formed = (rest: object = {}): BlueskyCredentials => {
  const form = { service: network.url, identifier: BRAND.handle, appPassword: BRAND.password, keywords: 'teapot' };
  const result = connector.credentials.parse({ ...form, ...rest });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
};
const use = (rest: object = {}) => {
  credentials = formed(rest);
  pulls = pullsOf(connector, credentials, account);
};

beforeEach(async () => {
  calls = [];
  connector = createBluesky({ fetch: counting, timeoutMs: 300 });
  network = await startBluesky({ seed: 3, brand: { ...BRAND, posts: ['Autumn is here'] } });
  account = network.brand.did as ExternalAccountId;
  use();
});
afterEach(async () => {
  await pulls.close();
  await network.close();
});

async function arrived(): Promise<ChannelEvent[]> {
  const events: ChannelEvent[] = [];
  const context = { account, settings: {}, receivedAt: new Date() };
  for (const entry of await pulls.arrived()) events.push(...(await connector.parse(entry, context)));
  return events;
}
const messages = (events: readonly ChannelEvent[]) =>
  events.filter((event): event is MessageEvent => event.kind === 'message');
async function hear(place: string, text: string, who = IDA): Promise<MessageEvent> {
  const { id } = await network.say(who, { place, text });
  const event = messages(await arrived()).find((one) => one.id === id);
  if (!event) throw new Error(`${text} did not arrive`);
  return event;
}
const send = (act: Parameters<typeof connector.send>[0]) => connector.send(act, credentials, account);
const texts = (who = IDA) => network.view(who).flatMap(({ messages: all }) => all.map(({ text }) => text));

describe('testing an account says in words', () => {
  const strangers: { close(): void }[] = [];
  afterEach(() => {
    for (const one of strangers.splice(0)) one.close();
  });
  async function otherServer(): Promise<string> {
    const server = createServer((_, response) => response.writeHead(404).end('<h1>Not Found</h1>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    strangers.push(server);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it.each<[string, () => Promise<object>, RegExp, string | undefined]>([
    ['a wrong password', async () => ({ appPassword: 'wrong' }), /does not know this handle/, 'appPassword'],
    ['a wrong handle', async () => ({ identifier: 'nobody.test' }), /does not know this handle/, 'appPassword'],
    ['nobody there', async () => ({ service: 'http://127.0.0.1:9' }), /does not answer/, 'service'],
    ['another kind of server', async () => ({ service: await otherServer() }), /not a Bluesky server/, 'service'],
  ])('%s', async (_, change, problem, field) => {
    const result = await connector.check(formed(await change()));
    expect(result).toMatchObject({
      ok: false,
      problem: expect.stringMatching(problem),
      todo: expect.stringMatching(/\w+ \w+/),
      field,
    });
  });

  it.each([
    ['takendown', /suspended/],
    ['suspended', /suspended/],
    ['deactivated', /deactivated/],
  ])('an account that is %s', async (status, problem) => {
    network.standing.status = status;
    expect(await connector.check(credentials)).toMatchObject({ ok: false, problem: expect.stringMatching(problem) });
  });

  it('that the main password needs a code', async () => {
    network.standing.hasTwoFactor = true;
    const result = await connector.check(formed({ appPassword: network.mainPassword }));
    expect(result).toMatchObject({ ok: false, todo: expect.stringMatching(/app password/), field: 'appPassword' });
  });

  it('that all is well', async () => {
    expect(await connector.check(credentials)).toEqual({
      ok: true,
      account: { id: account, name: 'Kettle & Co.', handle: 'kettleco.test' },
      warnings: [],
    });
  });

  it.each([
    [
      'the app password does not allow direct messages',
      () => ({ appPassword: network.plainPassword }),
      /does not allow them/,
    ],
    ['direct messages are off', () => ({ chatProxy: '' }), /no chat service/],
  ])('that %s', async (_, change, warning) => {
    expect(await connector.check(formed(change()))).toMatchObject({
      ok: true,
      warnings: [expect.stringMatching(warning)],
    });
  });

  it('that strangers cannot write', async () => {
    await network.close();
    network = await startBluesky({ brand: { ...BRAND, allowIncoming: 'following' } });
    expect(await connector.check(formed())).toMatchObject({
      ok: true,
      warnings: [expect.stringMatching(/only people whom/)],
    });
  });
});

describe('the session', () => {
  it('is made once, however many ask', async () => {
    await Promise.all(Array.from({ length: 10 }, () => connector.lookups?.person?.(account, credentials, account)));
    await arrived();
    expect(calls.filter((name) => name.endsWith('createSession'))).toHaveLength(1);
  });

  it('is refreshed when it ends, without a new login', async () => {
    const question = await hear('wall', 'Still open?');
    network.expireSessions();
    const both = await Promise.all([
      send(replyTo(question, words('Yes'))),
      connector.lookups?.person?.(account, credentials, account),
    ]);
    expect(both[0]).toMatchObject({ kind: 'accepted' });
    expect(both[1]).toMatchObject({ followers: 4_210 });
    expect(calls.filter((name) => name.endsWith('createSession'))).toHaveLength(1);
    expect(calls.filter((name) => name.endsWith('refreshSession'))).toHaveLength(1);
  });

  it('does not hammer the login with a revoked password', async () => {
    await arrived();
    network.faults.isTokenRevoked = true;
    for (let at = 0; at < 20; at += 1) await expect(pulls.arrived()).rejects.toMatchObject({ kind: 'needs_login' });
    expect(calls.filter((name) => name.endsWith('createSession')).length).toBeLessThan(10);
  });

  it('does not read another account into this inbox', async () => {
    const other = pullsOf(connector, credentials, 'did:plc:another' as ExternalAccountId);
    await expect(other.arrived()).rejects.toMatchObject({
      kind: 'misconfigured',
      message: expect.stringContaining('@kettleco.test'),
    });
  });
});

describe('reading', () => {
  it('brings the days before as history, and what comes later not', async () => {
    const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS);
    await network.say(IDA, { place: 'wall', text: 'long ago', at: ago(24 * 30) });
    await network.say(IDA, { place: 'wall', text: 'yesterday', at: ago(24) });
    await network.say(DORA, { place: 'direct', text: 'in private', at: ago(30) });
    const history = messages(await arrived());
    expect(new Set(history.map(({ content }) => content.text))).toEqual(
      new Set(['@kettleco.test yesterday', 'in private']),
    );
    expect(history.every(({ isHistory }) => isHistory)).toBe(true);
    await network.say(DORA, { place: 'direct', text: 'just now' });
    const later = messages(await arrived());
    expect(later.map(({ content, isHistory }) => [content.text, isHistory])).toEqual([['just now', undefined]]);
  });

  it('gives a post the same id as a mention and as a keyword', async () => {
    await arrived();
    await network.say(IDA, { place: 'wall', text: 'my teapot leaks' });
    const found = messages(await arrived());
    expect(found).toHaveLength(2);
    expect(found[0]).toEqual(found[1]);
  });

  it('files what the company wrote elsewhere as its own', async () => {
    const question = await hear('wall', 'Anybody there?');
    network.publish('New: the tea pot');
    network.publish('We are!', { inReplyTo: question.id });
    const events = await arrived();
    expect(events).toMatchObject([
      { kind: 'post', author: { kind: 'business' }, thread: { reach: 'owned_public' } },
      { kind: 'message', author: { kind: 'business' }, thread: { id: question.thread.id }, parent: question.id },
    ]);
  });

  it('sees likes, reposts and deletions, each once', async () => {
    await arrived();
    const own = network.publish('Look').id;
    const { id } = await network.say(IDA, { place: 'wall', text: 'Oh' });
    await network.react?.(IDA, own, '❤️');
    await network.react?.(DORA, own, 'repost');
    const reactions = (await arrived()).filter((event) => event.kind === 'reaction');
    expect(reactions.map(({ target, reaction }) => [target, reaction]).toSorted()).toEqual([
      [own, 'repost'],
      [own, '❤️'],
    ]);
    await network.remove?.(IDA, id);
    expect(await arrived()).toMatchObject([{ kind: 'deletion', id }]);
    expect(await arrived()).toEqual([]);
  });

  it('loses nothing and doubles nothing in bad weather', async () => {
    await arrived();
    Object.assign(network.faults, { duplicate: 0.3, reorder: 0.5, drop: 0.3, failBefore: 0.1, rateLimit: 0.05 });
    const said = new Set<string>();
    const heard: string[] = [];
    for (let at = 0; at < 150; at += 1) {
      const place = at % 3 === 0 ? 'direct' : at % 3 === 1 ? 'wall' : 'elsewhere';
      said.add((await network.say(at % 2 ? IDA : DORA, { place, text: `Teapot ${at}` })).id);
      // a pull that failed keeps its cursor and is made again, as the product does
      if (at % 10 === 0) heard.push(...messages(await arrived().catch(() => [])).map(({ id }) => id));
    }
    Object.assign(network.faults, noFaults());
    heard.push(...messages(await arrived()).map(({ id }) => id));
    expect(new Set(heard)).toEqual(said);
  });

  it('catches up with what a lagging network shows late', async () => {
    await arrived();
    network.faults.isSilent = true;
    const { id } = await network.say(IDA, { place: 'wall', text: 'Hello?', at: new Date(Date.now() - 120_000) });
    await network.say(IDA, { place: 'direct', text: 'Hello!' });
    expect(await arrived()).toEqual([]);
    network.faults.isSilent = false;
    expect(
      messages(await arrived())
        .map(({ content }) => content.text)
        .toSorted(),
    ).toEqual(['@kettleco.test Hello?', 'Hello!']);
    expect(texts()).toContain('Hello!');
    expect(id).toMatch(/^at:/);
  });

  it('goes on after a burst larger than one pull', async () => {
    await arrived();
    const said = await Promise.all(
      Array.from({ length: 700 }, (_, at) => network.say(IDA, { place: 'wall', text: `${at}` })),
    );
    const heard = messages(await arrived()).map(({ id }) => id);
    expect(heard).toHaveLength(700);
    expect(new Set(heard)).toEqual(new Set(said.map(({ id }) => id)));
  });
});

describe('direct messages', () => {
  it('of a stranger are accepted with the answer, which reaches them', async () => {
    const question = await hear('direct', 'Order 1044?');
    const reply = replyTo(question, words('x'.repeat(900)));
    const outcome = await send(reply);
    expect(outcome).toMatchObject({ kind: 'accepted' });
    expect(calls).toContain('chat.bsky.convo.acceptConvo');
    expect(texts()).toContain('x'.repeat(900));
    expect(await connector.find?.(reply, credentials, account)).toEqual(outcome);
    const echo = messages(await arrived())[0];
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
    const question = await hear('direct', 'There?');
    const reply = replyTo(question, words('Here.'));
    await send(replyTo(question, words('Something else.')));
    Object.assign(network.faults, faults);
    expect(await send(reply)).toMatchObject({ kind: 'unknown' });
    Object.assign(network.faults, noFaults());
    expect(texts().filter((text) => text === 'Here.')).toHaveLength(count);
    expect(await connector.find?.(reply, credentials, account)).toMatchObject({ kind: count ? 'accepted' : 'absent' });
  });

  it('leave it to a person when the same words stand there twice', async () => {
    const question = await hear('direct', 'There?');
    const [one, two] = [replyTo(question, words('Yes.')), replyTo(question, words('Yes.'))];
    await send(one);
    await send(two);
    expect(await connector.find?.(two, credentials, account)).toMatchObject({ kind: 'unclear' });
  });

  it('carry no files, and say so', async () => {
    const question = await hear('direct', 'A picture?');
    const content = { text: 'Here', attachments: [picture({})] };
    expect(await send(replyTo(question, content))).toMatchObject({ kind: 'refused', reason: 'bad_attachment' });
    expect(await send(replyTo(question, words('a'.repeat(1_001))))).toMatchObject({
      kind: 'refused',
      reason: 'too_long',
    });
    expect(
      await send(actOf('like', question, { ...question, text: '', at: new Date(), remote: null }, '', null)),
    ).toMatchObject({
      kind: 'refused',
    });
  });

  it('are deleted and reacted to', async () => {
    const question = await hear('direct', 'Never mind');
    await network.react?.(IDA, question.id, '🙏');
    await network.remove?.(IDA, question.id);
    expect(await arrived()).toMatchObject([
      { kind: 'reaction', target: question.id, reaction: '🙏' },
      { kind: 'deletion', id: question.id },
    ]);
  });

  it('are off without a word where the app password does not allow them', async () => {
    use({ appPassword: network.plainPassword });
    await network.say(IDA, { place: 'direct', text: 'Hidden' });
    await network.say(IDA, { place: 'wall', text: 'Seen' });
    expect(messages(await arrived()).map(({ content }) => content.text)).toEqual(['@kettleco.test Seen']);
    expect(calls.filter((name) => name.startsWith('chat.'))).toEqual([]);
  });
});

const picture = (rest: Partial<OutgoingAttachment>): OutgoingAttachment => {
  const bytes = Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d494844520000032000000258080600', 'hex'));
  return { name: 'lid.png', mimeType: 'image/png', sizeBytes: bytes.length, read: async () => bytes, ...rest };
};

describe('writing in public', () => {
  it('carries pictures with their description and shape', async () => {
    const question = await hear('wall', 'Which lid?');
    const outcome = await send(
      replyTo(question, { text: 'These', attachments: [picture({ alt: 'Red' }), picture({})] }),
    );
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
    const post = await connector.lookups?.message?.(outcome.id!, credentials, account);
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
    const question = await hear('wall', 'Which?');
    const outcome = await send(replyTo(question, { text: 'This', attachments: files.map(picture) }));
    expect(outcome).toMatchObject({
      kind: 'refused',
      reason: 'bad_attachment',
      detail: expect.stringMatching(/\w+ \w+/),
    });
  });

  it('tells whoever is mentioned', async () => {
    const question = await hear('wall', 'Where?');
    await network.say(DORA, { place: 'elsewhere', text: 'Hi' });
    const reached: string[] = [];
    network.onAnswer(({ persona }) => reached.push(persona));
    await send(replyTo(question, words('Ask @dora.test, ☕ @nobody.test knows too')));
    expect(reached.toSorted()).toEqual(['dora', 'ida']);
  });

  it('refuses to answer what is gone', async () => {
    const question = await hear('wall', 'Oops');
    await network.remove?.(IDA, question.id);
    expect(await send(replyTo(question, words('What?')))).toMatchObject({ kind: 'refused', reason: 'gone' });
  });

  it('answers although the reading half is away', async () => {
    const question = await hear('wall', 'Anyone?');
    const away = createBluesky({
      fetch: async (url, init) =>
        url.includes('app.bsky.')
          ? Response.json({ error: 'UpstreamFailure', message: 'Upstream Failure' }, { status: 502 })
          : fetch(url, init),
    });
    expect(await away.send(replyTo(question, words('Here')), credentials, account)).toMatchObject({ kind: 'accepted' });
    expect(texts()).toContain('Here');
  });

  it('says the same thing once, however often it is told to', async () => {
    const question = await hear('wall', 'Once?');
    const reply = replyTo(question, words('Once.'));
    const outcomes = [await send(reply), await send(reply), await send(reply)];
    expect(new Set(outcomes.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(texts().filter((text) => text === 'Once.')).toHaveLength(1);
  });

  it("undoes a like that was given in the network's own app", async () => {
    const question = await hear('wall', 'Like me');
    const own = { id: question.id, text: '', at: new Date(), remote: null };
    await send(actOf('like', question, own, '', null));
    expect(network.view(IDA)[0]?.messages[0]?.likes).toBe(1);
    expect(await send(actOf('unlike', question, own, '', null))).toEqual({ kind: 'accepted' });
    expect(network.view(IDA)[0]?.messages[0]?.likes).toBe(0);
  });

  it('deletes only what is ours', async () => {
    const question = await hear('wall', 'Delete me');
    const theirs = { id: question.id, text: '', at: new Date(), remote: null };
    expect(await send(actOf('delete', question, theirs, '', null))).toMatchObject({
      kind: 'refused',
      reason: 'not_allowed',
    });
  });

  it('sends 200 answers through a failing network, none twice and none lost', async () => {
    const question = await hear('wall', 'All at once');
    const direct = await hear('direct', 'And in private');
    Object.assign(network.faults, { failAfterAccept: 0.3, failBefore: 0.2, rateLimit: 0.1, timeoutAfterAccept: 0.01 });
    for (let at = 0; at < 200; at += 1)
      await sendAsTheProduct(replyTo(at % 2 ? question : direct, words(`Answer ${at}`)));
    Object.assign(network.faults, noFaults());
    const answers = texts().filter((text) => text.startsWith('Answer '));
    expect(answers.toSorted()).toEqual(Array.from({ length: 200 }, (_, at) => `Answer ${at}`).toSorted());
  });

  /** Again when it was certainly not sent; a look when nobody knows. */
  async function sendAsTheProduct(reply: Reply): Promise<SendOutcome> {
    for (let attempt = 1; attempt <= 40; attempt += 1) {
      const outcome = await send({ ...reply, attempt });
      if (outcome.kind === 'accepted' || outcome.kind === 'refused') return outcome;
      if (outcome.kind === 'try_later') continue;
      for (let look = 0; look < 40; look += 1) {
        const finding = await connector.find?.(reply, credentials, account);
        if (finding?.kind === 'accepted') return finding;
        if (finding?.kind === 'absent') break;
      }
    }
    throw new Error('It never got through');
  }
});
