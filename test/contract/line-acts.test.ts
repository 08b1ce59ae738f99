import { afterEach, describe, expect, it } from 'vitest';
import { createLine } from '../../src/connectors/line/index.ts';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing, OutgoingAttachment } from '../../src/core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../src/core/ids.ts';
import type { LineSimulatorOptions } from '../../src/simulators/line/index.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { replyTo, targetOf, words } from './acts.ts';
import { ida, oskar } from './lab.ts';
import { ACCOUNT, account, credentials, type LineWorld, openLineWorld, place } from './line-world.ts';

const HOUR_MS = 3_600_000;
const PUSH = 'POST /v2/bot/message/push';
const TOKEN = 'POST /oauth2/v3/token';
const picture = (name: string, more: Partial<OutgoingAttachment> = {}): OutgoingAttachment => ({
  name,
  mimeType: 'image/jpeg',
  sizeBytes: 3,
  read: async () => Uint8Array.of(1, 2, 3),
  address: async () => `https://care.test/files/1/${name}`,
  ...more,
});

let world: LineWorld;
const open = async (options: Partial<LineSimulatorOptions> = {}) => {
  world = await openLineWorld(options);
};
afterEach(() => world.close());

const send = (act: Outgoing) => world.connector.send(act, credentials, account);
const check = (callbackUrl?: string) => world.connector.check(credentials, callbackUrl);
const media = (id: string) => world.connector.media?.(id, credentials, account);
async function events(): Promise<ChannelEvent[]> {
  const arrived = await world.arrived();
  return (await Promise.all(arrived.map(({ entry, context }) => world.connector.parse(entry, context)))).flat();
}
const messages = async () => (await events()).filter((one): one is MessageEvent => one.kind === 'message');
async function hear(text: string, persona = ida, where = place): Promise<MessageEvent> {
  await world.network.say(persona, { place: where, text });
  const found = (await messages()).find((one) => one.content.text === text);
  if (!found) throw new Error(`"${text}" never arrived`);
  return found;
}
const shown = (persona = ida) => world.network.view(persona)[0]?.messages ?? [];
const counted = (call: string) => world.calls.filter((one) => one === call).length;

describe('connecting', () => {
  it('sets the webhook, tries it, and looks well afterwards', async () => {
    await open();
    expect(world.connected).toMatchObject({ ok: true });
    expect(await events()).toEqual([expect.objectContaining({ kind: 'ignored' })]);
    for (const ours of [world.door.url, undefined]) expect(await check(ours)).toMatchObject({ ok: true, warnings: [] });
  });

  it('says that "Use webhook" is off, on connecting and on testing', async () => {
    await open({ isWebhookOn: false });
    expect(world.connected).toMatchObject({ ok: false, todo: expect.stringContaining('Use webhook') });
    expect(await check(world.door.url)).toMatchObject({ warnings: [expect.stringContaining('switched off')] });
  });

  it.each([
    [undefined, []],
    ['https://care.test/webhooks/main/line', [expect.stringContaining('no webhook')]],
  ])('without a webhook, where ours is %s, warns %j', async (callbackUrl, warnings) => {
    await open();
    world.simulator.subscribe('');
    expect(await check(callbackUrl)).toMatchObject({ ok: true, warnings });
  });

  it('says that LINE cannot reach the desk', async () => {
    await open();
    world.door.door.status = 503;
    const result = await world.connector.connect?.(credentials, account, world.door.url);
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining('ERROR_STATUS_CODE, 503') });
  });

  it('warns when the webhook goes elsewhere, and moves it here', async () => {
    await open();
    world.simulator.subscribe('https://elsewhere.test/hook');
    for (const ours of [world.door.url, undefined])
      expect(await check(ours)).toMatchObject({ warnings: [expect.stringContaining('not to this desk')] });
    expect(await world.connector.connect?.(credentials, account, world.door.url)).toMatchObject({
      ok: true,
      detail: expect.stringContaining('elsewhere.test'),
    });
  });
});

describe('tokens', () => {
  it('are asked for once, even by many at a time, and anew before they end', async () => {
    await open();
    const before = counted(TOKEN);
    await Promise.all([check(), check(), check()]);
    expect(counted(TOKEN)).toBe(before);
    world.clock.pass(14 * 60_000);
    await Promise.all([check(), check(), check()]);
    expect(counted(TOKEN)).toBe(before + 1);
  });

  it('are made anew when LINE takes one back before its time', async () => {
    await open();
    const theirs = await hear('Still valid?');
    world.network.faults.isTokenRevoked = true;
    expect(await send(replyTo(theirs, words('No')))).toMatchObject({ kind: 'refused', reason: 'needs_login' });
    Object.assign(world.network.faults, noFaults());
    expect(await send(replyTo(theirs, words('Yes')))).toMatchObject({ kind: 'accepted' });
  });
});

describe('an answer on LINE', () => {
  it('is said once, though the first time nobody confirmed it', async () => {
    await open();
    const act = replyTo(await hear('Hello?'), words('Said once'));
    world.network.faults.timeoutAfterAccept = 1;
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
    world.clock.pass(24 * HOUR_MS);
    expect(await send({ ...act, attempt: 2 })).toMatchObject({ kind: 'unknown' });
    expect(counted(PUSH)).toBe(0);
    expect(await send(act)).toMatchObject({ kind: 'accepted' });
  });

  it('is tried again later when LINE fails and does nothing', async () => {
    await open();
    const act = replyTo(await hear('Broken?'), words('Later'));
    world.network.faults.failBefore = 1;
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
    const session = await world.connector.source?.open(credentials, account, null);
    expect(await session?.pull('quota', null)).toEqual({
      entries: [],
      cursor: null,
      more: false,
      quota: { of: 'messages of this month', used: 2, limit: 2, resetsAt: null },
    });
    world.network.faults.isTokenRevoked = true;
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
    const line = createLine({ fetch: async () => answers.shift() ?? Response.error(), now: world.clock.now });
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
    world.simulator.tap(ida, 'The second');
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
    world.simulator.block(ida);
    expect(await events()).toMatchObject([{ kind: 'notice', detail: expect.stringContaining('Blocked') }]);
    // LINE takes it all the same: the notice is the only sign.
    expect(await send(replyTo(theirs, words('Wait')))).toMatchObject({ kind: 'accepted' });
    expect(shown().map(({ text }) => text)).toEqual(['Enough']);
    world.simulator.befriend(ida);
    expect(await events()).toMatchObject([{ kind: 'notice', detail: expect.stringContaining('Unblocked') }]);
  });

  it('to nobody that LINE knows is refused in words', async () => {
    await open();
    const act = replyTo(await hear('Hi'), words('To whom?'));
    const thread = { ...act.thread, id: 'U00000000000000000000000000000000' as typeof act.thread.id };
    expect(await send({ ...act, thread })).toMatchObject({ kind: 'refused', reason: 'person_unavailable' });
  });
});

describe('a group', () => {
  it('is one thread, whoever speaks, and an answer there shows what it answers', async () => {
    await open();
    const group = world.simulator.group('Kettle lovers', [ida, oskar]);
    expect(await events()).toContainEqual(expect.objectContaining({ kind: 'notice', thread: group }));
    const [one, other] = [await hear('Mine leaks', ida, group), await hear('Mine too', oskar, group)];
    expect([one.thread.id, other.thread.id]).toEqual([group, group]);
    expect(one.author).not.toEqual(other.author);
    expect(await send(replyTo(one, words('Which model?')))).toMatchObject({ kind: 'accepted' });
    for (const persona of [ida, oskar])
      expect(shown(persona).map(({ text }) => text)).toEqual(['Mine leaks', 'Mine too', 'Which model?']);
    const stale = { ...one, remote: { quoteToken: 'of-something-else' } };
    expect(await send(replyTo(stale, words('Which?')))).toMatchObject({ kind: 'refused', reason: 'other' });
  });

  it('knows again what one to one is another thread', async () => {
    await open();
    const group = world.simulator.group('Kettle lovers', [ida]);
    const said = [await hear('Here', ida, group), await hear('And here', ida)];
    expect(said[0]?.thread.id).not.toBe(said[1]?.thread.id);
    expect(said[0]?.author).toEqual(said[1]?.author);
  });
});

describe('what people send', () => {
  it('is fetched by its message, with the token, while LINE has it', async () => {
    await open();
    const bytes = Uint8Array.of(7, 8, 9);
    await world.network.say(ida, { place, text: '', attachment: { name: 'a.png', mimeType: 'image/png', bytes } });
    const [said] = await messages();
    const source = said?.content.attachments[0]?.source;
    if (source?.kind !== 'ask') throw new Error('nothing to ask for');
    const found = await media(source.id);
    if (!found || !('url' in found)) throw new Error('no place');
    expect((await fetch(found.url)).status).toBe(401);
    const given = await fetch(found.url, { headers: found.headers ?? {} });
    expect(new Uint8Array(await given.arrayBuffer())).toEqual(bytes);
  });

  it('is waited for while LINE prepares it, and given up when that failed', async () => {
    await open();
    const attachment = { name: 'a.mp4', mimeType: 'video/mp4', bytes: Uint8Array.of(1) };
    const { id } = await world.network.say(ida, { place, text: '', attachment });
    world.simulator.prepare(id, 'processing');
    await expect(media(id)).rejects.toMatchObject({ kind: 'unavailable', afterMs: expect.any(Number) });
    world.simulator.prepare(id, 'succeeded');
    expect(await media(id)).toMatchObject({ url: expect.stringContaining(id) });
    world.simulator.prepare(id, 'failed');
    expect(await media(id)).toBeNull();
    world.network.faults.isTokenRevoked = true;
    await expect(media(id)).rejects.toMatchObject({ kind: 'needs_login' });
  });

  it('is a deletion when they take it back', async () => {
    await open();
    const theirs = await hear('Oops');
    await world.network.remove?.(ida, theirs.id);
    expect(await events()).toMatchObject([{ kind: 'deletion', id: theirs.id }]);
  });

  it('is changed when they edit it in a group', async () => {
    await open();
    const theirs = await hear('It leeks', ida, world.simulator.group('Kettle lovers', [ida]));
    await world.network.edit?.(ida, theirs.id, 'It leaks');
    expect(await events()).toMatchObject([{ kind: 'edit', id: theirs.id, content: { text: 'It leaks' } }]);
  });

  it('is heard as a sticker, a place or a tapped button', async () => {
    await open();
    world.simulator.send(ida, { type: 'sticker', packageId: '1', stickerId: '2', keywords: ['happy'] });
    world.simulator.send(ida, { type: 'location', latitude: 55.6, longitude: 13, address: 'Malmö' });
    world.simulator.postback(ida, 'csat=5');
    const heard = (await messages()).map(({ content }) => [content.attachments[0]?.kind, content.payload]);
    expect(heard).toEqual(
      expect.arrayContaining([
        ['sticker', undefined],
        ['location', undefined],
        ['unsupported', 'csat=5'],
      ]),
    );
  });

  it('keeps its ids when it is delivered again, doubled, out of order or late', async () => {
    await open();
    await hear('First of all');
    Object.assign(world.network.faults, { duplicate: 1, reorder: 0.5 });
    for (let count = 0; count < 6; count += 1) await world.network.say(ida, { place, text: `Number ${count}` });
    const ids = (await messages()).map(({ id }) => id);
    expect(ids).toHaveLength(12);
    expect(new Set(ids)).toEqual(
      new Set(
        shown()
          .slice(1)
          .map(({ id }) => id as ExternalMessageId),
      ),
    );
  });

  it('is not lost while the desk is away, when redelivery is on', async () => {
    await open();
    await events();
    world.door.door.status = 503;
    await world.network.say(ida, { place, text: 'Anybody there?' });
    await world.network.settled();
    world.door.door.status = 200;
    await expect.poll(async () => (await messages()).length, { timeout: 5_000 }).toBe(1);
  });

  it('is left to the other app that holds the chat', async () => {
    await open();
    world.simulator.giveAway(true);
    const theirs = await hear('To the other one');
    const thread = { reach: theirs.thread.reach, remote: null };
    expect(world.connector.allows?.({ kind: 'reply', target: targetOf(theirs), thread, settings: null })).toMatchObject(
      {
        isAllowed: false,
        elsewhere: expect.stringMatching(/^https:/),
      },
    );
    expect(await send(replyTo(theirs, words('Me too')))).toMatchObject({
      kind: 'refused',
      reason: 'owned_by_other_app',
    });
    world.simulator.giveAway(false);
    expect(await send(replyTo(await hear('And now?'), words('Here')))).toMatchObject({ kind: 'accepted' });
  });
});

it('tells who a friend is, and nothing of anybody else', async () => {
  await open();
  const { thread } = await hear('Who am I?');
  const look = (id: string) => world.connector.lookups?.person?.(id, credentials, account);
  expect(await look(thread.id)).toEqual({
    id: thread.id,
    scope: ACCOUNT.userId,
    name: 'Ida Norberg',
    avatarUrl: expect.stringMatching(/^https:/),
  });
  world.simulator.block(ida);
  expect(await look(thread.id)).toBeNull();
  expect(await look('../../info')).toBeNull();
});
