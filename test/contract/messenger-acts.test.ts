import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMessenger } from '../../src/connectors/messenger/index.ts';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing, OutgoingAttachment } from '../../src/core/channel/outgoing.ts';
import type { ExternalAccountId, ExternalMessageId } from '../../src/core/ids.ts';
import { PAGE_INBOX_APP } from '../../src/simulators/meta/index.ts';
import { noFaults } from '../../src/simulators/network.ts';
import { actOf, replyTo, words } from './acts.ts';
import { ida, oskar } from './lab.ts';
import { credentials, type Meta, openMeta, PAGE_ID } from './meta-world.ts';

const HOUR_MS = 3_600_000;
const account = PAGE_ID as ExternalAccountId;
const place = `direct:${PAGE_ID}`;
const file: OutgoingAttachment = {
  name: 'receipt.pdf',
  mimeType: 'application/pdf',
  sizeBytes: 3,
  read: async () => Uint8Array.of(1, 2, 3),
};

describe('a private line', () => {
  let meta: Meta;
  beforeAll(async () => {
    meta = await openMeta(createMessenger);
  });
  afterAll(() => meta.close());

  const send = (act: Outgoing) => meta.connector.send(act, credentials, account);
  const find = (act: Outgoing) => meta.connector.find?.(act, credentials, account);
  const events = async () =>
    (
      await Promise.all((await meta.arrived()).map(({ entry, context }) => meta.connector.parse(entry, context)))
    ).flat();
  async function hear(text: string, persona = ida): Promise<MessageEvent> {
    await meta.networks.messenger.say(persona, { place, text });
    const event = (await events()).find(
      (one): one is MessageEvent => one.kind === 'message' && one.content.text === text,
    );
    if (!event) throw new Error(`"${text}" never arrived`);
    return event;
  }

  it('gives our mark back with the echo, and tells that it was delivered and read', async () => {
    const theirs = await hear('Where is order 40217?');
    const act = replyTo(theirs, words('It ships tomorrow.'));
    const outcome = await send(act);
    if (outcome.kind !== 'accepted') throw new Error('not accepted');
    meta.networks.read(PAGE_ID, ida);
    expect(await events()).toMatchObject([
      {
        kind: 'message',
        id: outcome.id,
        mark: act.id,
        author: { kind: 'business' },
        thread: { counterpart: { id: theirs.thread.id } },
      },
      { kind: 'delivery', status: 'delivered', ids: [outcome.id] },
      { kind: 'delivery', status: 'read', thread: theirs.thread.id },
    ]);
  });

  it.each([
    { hours: 23, isByHuman: true, kind: 'accepted' },
    { hours: 25, isByHuman: false, kind: 'refused' },
    { hours: 25, isByHuman: true, kind: 'accepted' },
    { hours: 167, isByHuman: true, kind: 'accepted' },
    { hours: 169, isByHuman: true, kind: 'refused' },
  ])('$hours hours later, by a human: $isByHuman, an answer is $kind', async ({ hours, isByHuman, kind }) => {
    const theirs = await hear(`Asked ${hours} ${isByHuman}`);
    meta.clock.pass(hours * HOUR_MS);
    const outcome = await send({ ...replyTo(theirs, words(`Answer after ${hours} ${isByHuman}`)), isByHuman });
    expect(outcome.kind).toBe(kind);
    if (outcome.kind === 'refused') expect(outcome.reason).toBe('window_closed');
  });

  it('believes Meta when its clock says that the window is closed', async () => {
    const theirs = await hear('On the edge');
    meta.clock.pass(30 * HOUR_MS);
    const act = {
      ...replyTo(theirs, words('Too late')),
      lastInboundAt: new Date(meta.clock.now().getTime() - HOUR_MS),
    };
    expect(await send(act)).toMatchObject({ kind: 'refused', reason: 'window_closed' });
  });

  it('does not write where another app holds the line, and goes on listening', async () => {
    await hear('Hello');
    await meta.networks.giveThreadTo(PAGE_ID, ida, PAGE_INBOX_APP);
    expect(await events()).toMatchObject([{ kind: 'notice', notice: 'thread_taken' }]);
    const theirs = await hear('Still there?');
    expect(await send(replyTo(theirs, words('Yes')))).toMatchObject({ kind: 'refused', reason: 'owned_by_other_app' });
    meta.networks.giveThreadTo(PAGE_ID, ida, null);
    expect(await events()).toMatchObject([{ kind: 'notice', notice: 'thread_given' }]);
    expect(await send(replyTo(theirs, words('Yes, now')))).toMatchObject({ kind: 'accepted' });
  });

  it('takes a file or words, not both', async () => {
    const theirs = await hear('May I have the receipt?');
    await events();
    expect(await send(replyTo(theirs, { text: 'Here', attachments: [file] }))).toMatchObject({
      kind: 'refused',
      reason: 'bad_attachment',
    });
    const act = replyTo(theirs, { text: '', attachments: [file] });
    const outcome = await send(act);
    expect(outcome).toMatchObject({ kind: 'accepted' });
    expect(await events()).toContainEqual(
      expect.objectContaining({
        mark: act.id,
        content: { text: '', attachments: [expect.objectContaining({ kind: 'file', name: 'receipt.pdf' })] },
      }),
    );
    expect(await find(act)).toEqual({ kind: 'accepted', id: (outcome as { id: string }).id });
  });

  it('hears pictures, buttons, edits, reactions and answers typed in the Page inbox', async () => {
    const { messenger } = meta.networks;
    await messenger.say(oskar, {
      place,
      text: '',
      attachment: { name: 'zip.jpg', mimeType: 'image/jpeg', bytes: Uint8Array.of(1) },
    });
    meta.networks.tapButton(PAGE_ID, oskar, 'Track my order', 'MENU_TRACK');
    const { id } = await messenger.say(oskar, { place, text: 'Order 40217' });
    await messenger.edit?.(oskar, id, 'Order 40271');
    const typed = meta.networks.answerInPageInbox(PAGE_ID, oskar, 'Found it');
    await messenger.react?.(oskar, typed, '❤️');
    const heard = (await events()).filter(({ kind }) => kind !== 'delivery');
    expect(heard).toMatchObject([
      { kind: 'message', content: { attachments: [{ kind: 'image' }] } },
      { kind: 'message', content: { text: 'Track my order', payload: 'MENU_TRACK' } },
      { kind: 'message', content: { text: 'Order 40217' } },
      { kind: 'edit', id, content: { text: 'Order 40271' } },
      { kind: 'message', id: typed, author: { kind: 'business' } },
      { kind: 'reaction', target: typed, reaction: '❤️' },
    ]);
    expect(heard[4]).not.toHaveProperty('mark');
  });

  it('likes a message, and takes it back', async () => {
    const theirs = await hear('Great service');
    const none = { id: '' as ExternalMessageId, text: '', at: theirs.sentAt, remote: null };
    expect(await send(actOf('like', theirs, none, '', null))).toEqual({ kind: 'accepted' });
    expect(meta.networks.messenger.view(ida)[0]?.messages.at(-1)?.likes).toBe(1);
    expect(await send(actOf('unlike', theirs, none, '', null))).toEqual({ kind: 'accepted' });
    expect(meta.networks.messenger.view(ida)[0]?.messages.at(-1)?.likes).toBe(0);
  });

  it('does not pretend to know what lies behind the twenty messages that can be read', async () => {
    const theirs = await hear('Busy');
    const act = replyTo(theirs, words('Perhaps said'));
    for (let count = 0; count < 21; count += 1)
      await meta.networks.messenger.say(ida, { place, text: `More ${count}` });
    expect(await find(act)).toMatchObject({ kind: 'unclear' });
  });

  it('finds an answer after a call that never came back', async () => {
    const theirs = await hear('Hung up?');
    const act = replyTo(theirs, words('Said once'));
    meta.networks.messenger.faults.timeoutAfterAccept = 1;
    expect(await send(act)).toMatchObject({ kind: 'unknown' });
    Object.assign(meta.networks.messenger.faults, noFaults());
    expect(await find(act)).toMatchObject({ kind: 'accepted' });
  });

  it('shows a person’s name, and keeps the line when Meta withholds it', async () => {
    const { thread } = await hear('Who am I?');
    const look = () => meta.connector.lookups?.person?.(thread.id, credentials, account);
    expect(await look()).toMatchObject({
      id: thread.id,
      scope: PAGE_ID,
      name: 'Ida Norberg',
      avatarUrl: expect.stringMatching(/^https:/),
    });
    meta.networks.quirks.shouldWithholdProfiles = true;
    expect(await look()).toEqual({ id: thread.id, scope: PAGE_ID });
    expect(await meta.connector.lookups?.person?.('1', credentials, account)).toBeNull();
  });
});
