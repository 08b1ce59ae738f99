import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing } from '../../src/core/channel/outgoing.ts';
import type { ExternalMessageId } from '../../src/core/ids.ts';
import { noFaults, type Persona } from '../../src/simulators/network.ts';
import { actOf, replyTo, words } from './acts.ts';
import { ida, oskar } from './lab.ts';
import { account, credentials, type Lab, NUMBER_ID, openWhatsApp, place } from './whatsapp-world.ts';

const HOUR_MS = 3_600_000;
describe('a line on WhatsApp', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openWhatsApp();
  });
  afterAll(() => lab.close());
  afterEach(async () => {
    Object.assign(lab.whatsapp.network.faults, noFaults());
    await lab.arrived();
  });

  const send = (act: Outgoing) => lab.connector.send(act, credentials, account);
  async function hear(text: string, persona: Persona = ida): Promise<MessageEvent> {
    await lab.whatsapp.network.say(persona, { place, text });
    const event = (await lab.events()).find(
      (one): one is MessageEvent => one.kind === 'message' && one.content.text === text,
    );
    if (!event) throw new Error(`"${text}" never arrived`);
    return event;
  }
  const lastSeen = (persona: Persona) => lab.whatsapp.network.view(persona)[0]?.messages.at(-1);

  it.each([
    {
      who: 'whoever shows a number',
      persona: ida,
      handle: /^\+4670/,
      remote: { phone: expect.stringMatching(/^4670/) },
    },
    {
      who: 'whoever has a username',
      persona: oskar,
      handle: /^oskar$/,
      remote: { userId: expect.stringMatching(/^SE\./) },
    },
  ])('knows $who by the id of the business, and reaches them', async ({ persona, handle, remote }) => {
    const theirs = await hear(`Hello from ${persona.name}`, persona);
    expect(theirs.thread).toMatchObject({ id: expect.stringMatching(/^SE\./), remote });
    expect(theirs.author).toMatchObject({ person: { id: theirs.thread.id, handle: expect.stringMatching(handle) } });
    const kept = replyTo(theirs, words(`Hello ${persona.name}`));
    expect(await send(kept)).toMatchObject({ kind: 'accepted' });
    const bare = replyTo(theirs, words('And by the id alone'));
    expect(await send({ ...bare, thread: { ...bare.thread, remote: null } })).toMatchObject({ kind: 'accepted' });
    expect(lastSeen(persona)?.text).toBe('And by the id alone');
  });

  it('knows a person again who takes a username, and goes on reaching them', async () => {
    const before = await hear('With my number', { ...ida, id: 'petra', name: 'Petra Ahl' });
    const petra = { ...ida, id: 'petra', name: 'Petra Ahl' };
    lab.whatsapp.takeUsername(petra, 'petra.ahl');
    const after = await hear('With my name', petra);
    expect(after.thread.id).toBe(before.thread.id);
    expect(after.thread.remote).toEqual({ userId: before.thread.id });
    expect(await send(replyTo(after, words('Welcome back')))).toMatchObject({ kind: 'accepted' });
  });

  it('tells of a changed number on the line that is known, and hears the person on a new one', async () => {
    const lena = { ...ida, id: 'lena', name: 'Lena Berg' };
    const before = await hear('My old number', lena);
    const { userId } = lab.whatsapp.changeNumber(NUMBER_ID, lena);
    expect(await lab.events()).toMatchObject([
      { kind: 'notice', thread: before.thread.id, detail: expect.stringContaining(userId) },
    ]);
    expect((await hear('My new number', lena)).thread.id).toBe(userId);
  });

  it('names its message by our mark in every status, in whatever order they come', async () => {
    const theirs = await hear('Where is order 40217?');
    const act = replyTo(theirs, words('It ships tomorrow.'));
    const outcome = await send(act);
    if (outcome.kind !== 'accepted') throw new Error('not accepted');
    lab.whatsapp.read(NUMBER_ID, ida);
    const events = await lab.events();
    for (const event of events) {
      if (event.kind === 'sent') expect(event).toMatchObject({ id: outcome.id, mark: act.id });
      else expect(event).toMatchObject({ kind: 'delivery', ids: [outcome.id] });
    }
    expect(events).toContainEqual(expect.objectContaining({ kind: 'delivery', status: 'read' }));
    expect(events.filter(({ kind }) => kind === 'sent').length).toBeGreaterThan(0);
  });

  it('learns by a status what a call without an answer had brought', async () => {
    const theirs = await hear('Hung up?');
    const act = replyTo(theirs, words('Said once'));
    lab.whatsapp.network.faults.timeoutAfterAccept = 1;
    expect(await send(act)).toMatchObject({ kind: 'unknown' });
    expect(await lab.events()).toContainEqual(
      expect.objectContaining({ kind: 'sent', mark: act.id, id: lastSeen(ida)?.id }),
    );
  });

  it.each([
    { hours: 23, kind: 'accepted' },
    { hours: 25, kind: 'refused' },
  ])('$hours hours later an answer is $kind, and a template goes out', async ({ hours, kind }) => {
    const theirs = await hear(`Asked ${hours} hours ago`);
    lab.clock.pass(hours * HOUR_MS);
    const outcome = await send(replyTo(theirs, words(`After ${hours}`)));
    expect(outcome.kind).toBe(kind);
    if (outcome.kind === 'refused')
      expect(outcome).toMatchObject({ reason: 'window_closed', detail: expect.stringContaining('template') });
    const template = { name: 'case_update', language: 'en_US', values: { 2: '40217', 1: 'Ida' } };
    const text = 'as it reads';
    expect(await send(replyTo(theirs, { text, template, attachments: [] }))).toMatchObject({ kind: 'accepted' });
    expect(lastSeen(ida)?.text).toMatch(/^Hi Ida, there is news about your case 40217\./);
  });

  it.each([false, true])(
    'believes WhatsApp when its clock says that the window is closed (told later: %s)',
    async (isLater) => {
      const theirs = await hear(`On the edge ${isLater}`);
      lab.clock.pass(30 * HOUR_MS);
      lab.whatsapp.quirks.failsLater = isLater;
      const lastInboundAt = new Date(lab.clock.now().getTime() - HOUR_MS);
      const outcome = await send({ ...replyTo(theirs, words('Too late')), lastInboundAt });
      lab.whatsapp.quirks.failsLater = false;
      if (!isLater) return expect(outcome).toMatchObject({ kind: 'refused', reason: 'window_closed' });
      expect(outcome).toMatchObject({ kind: 'accepted' });
      const failed = { kind: 'delivery', status: 'failed', detail: expect.stringMatching(/24 hours.*\(131047\)/) };
      expect(await lab.events()).toContainEqual(expect.objectContaining(failed));
    },
  );

  it('tells why somebody was not reached', async () => {
    const nils = { ...ida, id: 'nils', name: 'Nils Gran' };
    const theirs = await hear('Bye', nils);
    lab.whatsapp.leave(nils);
    expect(await send(replyTo(theirs, words('Wait!')))).toMatchObject({ kind: 'accepted' });
    expect(await lab.events()).toContainEqual(
      expect.objectContaining({ kind: 'delivery', status: 'failed', detail: expect.stringContaining('131026') }),
    );
  });

  it('waits longer each time when one person was sent too much', async () => {
    const theirs = await hear('Chatty');
    lab.whatsapp.refuseNext(131056);
    lab.whatsapp.refuseNext(131056);
    const act = replyTo(theirs, words('Once more'));
    expect(await send(act)).toMatchObject({ kind: 'try_later', afterMs: 4_000 });
    expect(await send({ ...act, attempt: 3 })).toMatchObject({ kind: 'try_later', afterMs: 64_000 });
  });

  it('says which message it answers when another came after it', async () => {
    const first = await hear('First question');
    const second = await hear('Second question');
    await send({ ...replyTo(first, words('To the first')), lastInboundAt: second.sentAt });
    expect(lastSeen(ida)).toMatchObject({ text: 'To the first', inReplyTo: first.id });
    await send(replyTo(second, words('To the second')));
    expect(lastSeen(ida)).not.toHaveProperty('inReplyTo');
  });

  it('likes a message and takes it back, for a month', async () => {
    const theirs = await hear('Great service');
    const none = { id: '' as ExternalMessageId, text: '', at: theirs.sentAt, remote: null };
    const likes = () => lab.whatsapp.network.view(ida)[0]?.messages.find(({ id }) => id === theirs.id)?.likes;
    expect(await send(actOf('like', theirs, none, '', null))).toEqual({ kind: 'accepted' });
    expect(likes()).toBe(1);
    expect(await send(actOf('unlike', theirs, none, '', null))).toEqual({ kind: 'accepted' });
    expect(likes()).toBe(0);
    lab.clock.pass(31 * 24 * HOUR_MS);
    expect(await send(actOf('like', theirs, none, '', null))).toMatchObject({ kind: 'refused', reason: 'not_allowed' });
  });

  it('hears reactions and their end, answers to a message, and kinds that are not passed on', async () => {
    const { network } = lab.whatsapp;
    const { id } = await network.say(oskar, { place, text: 'Which?' });
    await network.say(oskar, { place, text: 'I mean this', inReplyTo: id });
    await network.react?.(oskar, id, '❤️');
    await network.react?.(oskar, id, '');
    lab.whatsapp.emit(NUMBER_ID, oskar, {
      type: 'unsupported',
      errors: [{ code: 131051, title: 'Message type unknown' }],
    });
    expect((await lab.events()).filter(({ kind }) => kind !== 'delivery' && kind !== 'sent')).toMatchObject([
      { kind: 'message', id },
      { kind: 'message', content: { quotes: id } },
      { kind: 'reaction', target: id, reaction: '❤️', isRemoved: false },
      { kind: 'reaction', target: id, isRemoved: true },
      { kind: 'message', content: { attachments: [{ kind: 'unsupported' }] } },
    ]);
  });
});
