import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createViber } from '../../src/connectors/viber/index.ts';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing, OutgoingAttachment } from '../../src/core/channel/outgoing.ts';
import { replyTo, words } from './acts.ts';
import { ida, openDoor, oskar } from './lab.ts';
import { account, BOT, credentials, openViberWorld, place, type ViberWorld } from './viber-world.ts';

const HOUR_MS = 3_600_000;
const file = (name: string, mimeType: string, sizeBytes = 3): OutgoingAttachment => ({
  name,
  mimeType,
  sizeBytes,
  read: async () => Uint8Array.of(1, 2, 3),
  address: async () => `https://care.test/files/1/${encodeURIComponent(name)}`,
});

let world: ViberWorld;
beforeEach(async () => {
  world = await openViberWorld({ devices: 2 });
});
afterEach(() => world.close());

const send = (act: Outgoing) => world.connector.send(act, credentials, account);
const check = (callbackUrl?: string) => world.connector.check(credentials, callbackUrl);
async function events(): Promise<ChannelEvent[]> {
  const arrived = await world.arrived();
  return (await Promise.all(arrived.map(({ entry, context }) => world.connector.parse(entry, context)))).flat();
}
async function hear(text: string, persona = ida): Promise<MessageEvent> {
  await world.network.say(persona, { place, text });
  const found = (await events()).find((one) => one.kind === 'message' && one.content.text === text);
  if (!found) throw new Error(`"${text}" never arrived`);
  return found as MessageEvent;
}
const shown = (persona = ida) => world.network.view(persona)[0]?.messages ?? [];

describe('connecting', () => {
  it('sets the webhook while the desk answers, and looks well afterwards', async () => {
    expect(world.connected).toMatchObject({ ok: true });
    expect(await events()).toEqual([expect.objectContaining({ kind: 'ignored' })]);
    for (const ours of [world.door.url, undefined]) expect(await check(ours)).toMatchObject({ ok: true, warnings: [] });
  });

  it.each([
    [undefined, []],
    ['https://care.test/webhooks/main/viber', [expect.stringContaining('not set')]],
  ])('without a webhook, where ours is %s, warns %j', async (callbackUrl, warnings) => {
    await world.connector.connect?.(credentials, account, '');
    expect(await check(callbackUrl)).toMatchObject({ ok: true, warnings });
  });

  it('says in words that Viber cannot reach the desk', async () => {
    world.door.door.status = 503;
    const result = await world.connector.connect?.(credentials, account, world.door.url);
    expect(result).toMatchObject({ ok: false, problem: expect.stringContaining('503'), todo: expect.any(String) });
  });

  it('warns when the webhook goes elsewhere, and moves it here', async () => {
    world.simulator.subscribe('https://elsewhere.test/hook');
    for (const ours of [world.door.url, undefined])
      expect(await check(ours)).toMatchObject({
        warnings: [expect.stringContaining('https://elsewhere.test/hook, not to this desk')],
      });
    expect(await world.connector.connect?.(credentials, account, world.door.url)).toMatchObject({
      ok: true,
      detail: expect.stringContaining('elsewhere.test'),
    });
  });

  it('keeps the callbacks of another bot out', async () => {
    const other = { ...credentials, authToken: 'of-another-bot' };
    const door = await openDoor(world.connector, other, { account, settings: null });
    world.simulator.subscribe(door.url);
    await world.network.say(ida, { place, text: 'Not for you' });
    await world.network.settled();
    expect(door.take()).toEqual([]);
    await door.close();
  });
});

describe('a line on Viber', () => {
  it('says the welcome once, in the answer to the opened chat, and nothing else may follow', async () => {
    world.simulator.open(ida, 'qr-shop-door');
    await world.network.settled();
    expect(shown()).toMatchObject([{ by: 'company', text: credentials.welcome }]);
    expect(await events()).toContainEqual(expect.objectContaining({ kind: 'notice', notice: 'referral' }));

    const theirs = await hear('Hello', oskar);
    const userId = world.network.view(ida)[0]?.id ?? '';
    const toIda = replyTo(theirs, words('May I?'));
    const act = { ...toIda, thread: { ...toIda.thread, id: userId as typeof toIda.thread.id, counterpartId: userId } };
    expect(await send(act)).toMatchObject({ kind: 'refused', reason: 'person_unavailable' });
    await hear('Now I wrote');
    expect(await send(act)).toMatchObject({ kind: 'accepted' });
  });

  it('is refused in words after the person left, and open again when they write', async () => {
    const theirs = await hear('Bye');
    world.simulator.leave(ida);
    expect(await events()).toMatchObject([{ kind: 'notice', detail: expect.stringContaining('Unsubscribed') }]);
    expect(await send(replyTo(theirs, words('Wait')))).toEqual({
      kind: 'refused',
      reason: 'person_unavailable',
      detail: expect.stringContaining('until they write'),
    });
    await hear('Back again');
    expect(await send(replyTo(theirs, words('Welcome back')))).toMatchObject({ kind: 'accepted' });
  });

  it('tells of each device, then that it was seen, with the token that the send gave', async () => {
    const outcome = await send(replyTo(await hear('Where is it?'), words('On its way')));
    if (outcome.kind !== 'accepted') throw new Error('not accepted');
    expect(outcome.id).toMatch(/^\d{19}$/);
    expect(outcome.remote).toEqual({ billing: 1 });
    world.simulator.see(ida);
    expect(await events()).toMatchObject([
      { kind: 'delivery', status: 'delivered', ids: [outcome.id] },
      { kind: 'delivery', status: 'delivered', ids: [outcome.id] },
      { kind: 'delivery', status: 'read', ids: [outcome.id] },
    ]);
  });

  it('offers answers to tap, and hears which was tapped', async () => {
    const theirs = await hear('Help');
    const choices = ['Refund & return', 'A delivery that is late or lost', 'Sizes <XS'];
    expect(await send(replyTo(theirs, { ...words('What is it about?'), choices }))).toMatchObject({ kind: 'accepted' });
    expect(await events()).toMatchObject([{ status: 'delivered' }, { status: 'delivered' }]);
    world.simulator.tap(ida, 'Refund & return');
    expect(await events()).toContainEqual(
      expect.objectContaining({ kind: 'message', content: { text: 'Refund & return', attachments: [] } }),
    );
  });

  it.each([[['Yes', 'No']], [['Yes', 'No', 'Later']], [Array.from({ length: 12 }, (_, at) => `Number ${at}`)]])(
    'fills the rows of a keyboard with %j, as phones want it',
    async (choices) => {
      await send(replyTo(await hear('Ask me'), { ...words('Which?'), choices }));
      expect((await events()).map((one) => one.kind === 'delivery' && one.status)).toEqual(['delivered', 'delivered']);
    },
  );

  it('refuses more answers than it shows', async () => {
    const theirs = await hear('Ask me');
    const choices = Array.from({ length: 13 }, (_, at) => `Number ${at}`);
    expect(await send(replyTo(theirs, { ...words('Which?'), choices }))).toMatchObject({ kind: 'refused' });
    expect(await send(replyTo(theirs, { ...words('Which?'), choices: ['x'.repeat(61)] }))).toMatchObject({
      kind: 'refused',
    });
  });

  it('hears that a message failed on the phone', async () => {
    const theirs = await hear('Hm');
    world.simulator.emit({
      event: 'failed',
      timestamp: 1,
      message_token: '5741311803571721088',
      user_id: theirs.thread.id,
      desc: 'keyboard is not valid',
    });
    expect(await events()).toMatchObject([{ kind: 'delivery', status: 'failed', ids: ['5741311803571721088'] }]);
  });

  it.each([
    [file('chart.jpg', 'image/jpeg'), 'accepted'],
    [file('large.png', 'image/png', 3_000_000), 'accepted'],
    [file('fix.mp4', 'video/mp4'), 'accepted'],
    [file('long.mp4', 'video/mp4', 40_000_000), 'accepted'],
    [file('return label.pdf', 'application/pdf'), 'accepted'],
    [file('moving.gif', 'image/gif'), 'accepted'],
    [file('without-ending', 'application/pdf'), 'refused'],
    [file('huge.zip', 'application/zip', 50_000_001), 'refused'],
    [{ ...file('a.pdf', 'application/pdf'), address: undefined } as unknown as OutgoingAttachment, 'refused'],
  ])('sends a file as Viber takes it: %j, %s', async (one, kind) => {
    const outcome = await send(replyTo(await hear('Send it'), { text: '', attachments: [one] }));
    expect(outcome.kind).toBe(kind);
    if (outcome.kind === 'refused') expect(outcome).toMatchObject({ reason: 'bad_attachment' });
    else expect(shown().at(-1)?.files).toEqual([one.name]);
  });

  it('is refused for the rest of the clock hour after 100 unanswered messages', async () => {
    const theirs = await hear('Spam me');
    for (let count = 0; count < 100; count += 1)
      expect((await send(replyTo(theirs, words(`Number ${count}`)))).kind).toBe('accepted');
    expect(await send(replyTo(theirs, words('One too many')))).toMatchObject({
      kind: 'refused',
      reason: 'not_allowed',
      detail: expect.stringContaining('without answering'),
    });
    world.clock.pass(HOUR_MS);
    expect((await send(replyTo(theirs, words('In the next hour')))).kind).toBe('accepted');
  });

  it('hears stickers, places, contacts and links', async () => {
    world.simulator.send(ida, { type: 'sticker', sticker_id: 40_101, media: 'https://media.test/s.png' });
    world.simulator.send(ida, { type: 'location', location: { lat: 55.605, lon: 13.0038 } });
    world.simulator.send(ida, { type: 'contact', contact: { name: 'Oskar', phone_number: '+4670' } });
    world.simulator.send(ida, { type: 'url', media: 'https://lindqvist.example.com' });
    const kinds = (await events()).flatMap((one) => (one.kind === 'message' ? one.content.attachments : []));
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['sticker', 'location', 'contact_card', 'link']),
    );
  });

  it('hears a file whose bytes can be had for an hour', async () => {
    const attachment = { name: 'receipt.pdf', mimeType: 'application/pdf', bytes: Uint8Array.of(7, 8) };
    await world.network.say(ida, { place, text: 'My receipt', attachment });
    const [said] = (await events()).filter(
      (one): one is MessageEvent => one.kind === 'message' && one.content.text === '',
    );
    const source = said?.content.attachments[0]?.source;
    if (source?.kind !== 'url') throw new Error('no address');
    expect(new Uint8Array(await (await fetch(source.url)).arrayBuffer())).toEqual(attachment.bytes);
    world.clock.pass(HOUR_MS);
    expect((await fetch(source.url)).status).toBe(403);
  });

  it('does not lose what was said while the desk was away', async () => {
    await events();
    world.door.door.status = 503;
    await world.network.say(ida, { place, text: 'Anybody there?' });
    await world.network.settled();
    world.door.door.status = 200;
    await expect.poll(async () => (await events()).map(({ kind }) => kind)).toContain('message');
  });

  it('tells who somebody is, twice in 12 hours', async () => {
    const { thread } = await hear('Who am I?');
    const look = () => world.connector.lookups?.person?.(thread.id, credentials, account);
    const person = { id: thread.id, scope: BOT.id, name: 'Ida Norberg', avatarUrl: expect.stringMatching(/^https:/) };
    expect(await look()).toEqual(person);
    expect(await look()).toEqual(person);
    await expect(look()).rejects.toMatchObject({ kind: 'limited' });
    expect(await world.connector.lookups?.person?.('nobody==', credentials, account)).toBeNull();
  });

  it('knows that nothing left when Viber cannot be reached at all', async () => {
    const act = replyTo(await hear('Far away'), words('Hello'));
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const away = createViber({ fetch: () => Promise.reject(new TypeError('fetch failed', { cause })) });
    expect(await away.send(act, credentials, account)).toMatchObject({ kind: 'try_later' });
  });
});
