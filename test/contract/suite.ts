import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ChannelEvent, MessageEvent } from '../../src/core/channel/event.ts';
import { OUTGOING_KINDS, type Outgoing, type OutgoingKind } from '../../src/core/channel/outgoing.ts';
import type { Json } from '../../src/core/ids.ts';
import { type Answer, noFaults, type Persona, type SeenMessage } from '../../src/simulators/network.ts';
import { ACT_KINDS, actOf, type Ours, replyTo, words } from './acts.ts';
import { describeParsing } from './parsing.ts';
import type { ContractWorld } from './world.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What every connector owes the product, asked of it through the network it talks to. */
export function describeContract(name: string, makeWorld: () => Promise<ContractWorld>): void {
  describe(`${name} keeps the contract`, () => {
    let world: ContractWorld;
    let ida: Persona;
    let counter = 0;
    const answers: Answer[] = [];

    beforeAll(async () => {
      world = await makeWorld();
      ida = world.personas[0];
      world.network.onAnswer((answer) => answers.push(answer));
    });
    afterAll(async () => world?.close());
    afterEach(async () => {
      Object.assign(world.network.faults, noFaults());
      await arrivals();
    });

    async function arrivals(): Promise<ChannelEvent[]> {
      const events: ChannelEvent[] = [];
      for (const { entry, context } of await world.arrived())
        events.push(...(await world.connector.parse(entry, context)));
      return events;
    }
    const isSaid = (event: ChannelEvent, text: string): event is MessageEvent =>
      event.kind === 'message' &&
      // Whoever writes down what was said says first what it was.
      (world.connector.home === 'desk' ? event.content.text.endsWith(text) : event.content.text.trim() === text);
    const canReply = () => world.connector.capabilities.acts.reply !== undefined;

    function placeFor(persona: Persona) {
      const places = world.network.places(persona);
      const place = places.find(({ kind }) => kind === 'post' || kind === 'direct' || kind === 'mail') ?? places[0];
      if (!place) throw new Error(`${name}: there is nowhere to write`);
      return place;
    }
    /** A customer writes, and what reached us of it. */
    async function hear(persona: Persona, text: string): Promise<MessageEvent> {
      await world.network.say(persona, { place: placeFor(persona).id, text });
      const event = (await arrivals()).find((one) => isSaid(one, text));
      if (!event) throw new Error(`${name}: "${text}" never arrived`);
      return event as MessageEvent;
    }
    const unique = (text: string) => `${text} (${++counter})`;
    const send = (act: Outgoing) => world.connector.send(act, world.credentials, world.account);
    const find = (act: Outgoing) => world.connector.find?.(act, world.credentials, world.account);
    const seen = (persona: Persona, text: string): SeenMessage[] =>
      world.network
        .view(persona)
        .flatMap(({ messages }) => messages)
        .filter((one) => one.text.includes(text));

    describeParsing(() => world);

    it('has capabilities that agree with each other', () => {
      const { acts, lacks, attachments, text, privateReply, rate } = world.connector.capabilities;
      for (const kind of OUTGOING_KINDS) {
        if (acts[kind] === undefined) expect(lacks[kind], `why not ${kind}`).toMatch(/\S+ \S+/);
        else expect(lacks[kind], kind).toBeUndefined();
      }
      // A channel without an answer says what to do instead, above.
      expect(text.max).toBeGreaterThan(0);
      expect(rate.count).toBeGreaterThan(0);
      expect(attachments.max === 0 || attachments.maxBytes > 0).toBe(true);
      expect(privateReply === undefined).toBe(acts.private_reply === undefined);
      for (const [done, undone] of [
        ['like', 'unlike'],
        ['repost', 'unrepost'],
        ['hide', 'unhide'],
      ] as const) {
        expect(acts[undone] === undefined || acts[done] !== undefined, `${undone} without ${done}`).toBe(true);
      }
    });

    it('accepts good credentials and says whose account they open', async () => {
      const result = await world.connector.check(world.credentials);
      expect(result).toMatchObject({ ok: true, account: { id: world.account } });
    });

    it('says what is wrong with refused credentials, and what to do', async () => {
      if (world.connector.home) return;
      const result = await world.connector.check(world.refusedCredentials);
      expect(result.ok).toBe(false);
      if (!result.ok) {
        expect(result.problem).toMatch(/\S+ \S+/);
        expect(result.todo).toMatch(/\S+ \S+/);
      }
    });

    it.each([
      'Plain words',
      'Hämärä ñandú çà café',
      'Πού είναι η παραγγελία μου;',
      '재킷 지퍼가 고장났어요',
      'Broken 😡👩‍👩‍👧‍👦🇫🇮 ❤️',
    ])('hears "%s" with its author, place and time', async (phrase) => {
      const text = unique(phrase);
      const event = await hear(ida, text);
      const place = placeFor(ida);
      const [mine] = seen(ida, text);

      expect(event.account).toBe(world.account);
      expect(event.author.kind).toBe('contact');
      if (event.author.kind === 'contact') {
        expect(event.author.person.id).not.toBe('');
        if (event.author.person.name !== undefined) expect(event.author.person.name).toBe(ida.name);
      }
      expect(event.thread.id).not.toBe('');
      expect(event.thread.reach === 'owned_private').toBe(!place.isPublic);
      expect(Math.abs(event.sentAt.getTime() - (mine?.at.getTime() ?? 0))).toBeLessThanOrEqual(2_000);
    });

    it('tells two people apart and knows one again', async () => {
      const idOf = (event: MessageEvent) => (event.author.kind === 'contact' ? event.author.person.id : null);
      const first = idOf(await hear(ida, unique('First')));
      const other = idOf(await hear(world.personas[1], unique('Another person')));
      const again = idOf(await hear(ida, unique('Me again')));
      if (world.connector.capabilities.anonymous === undefined) expect(again).toBe(first);
      else expect(again).not.toBe(first);
      expect(other).not.toBe(first);
    });

    it('gives a message that is delivered twice the same id', async () => {
      world.network.faults.duplicate = 1;
      const text = unique('Once or twice');
      await world.network.say(ida, { place: placeFor(ida).id, text });
      const copies = (await arrivals()).filter((one) => isSaid(one, text)) as MessageEvent[];
      expect(copies.length).toBeGreaterThan(0);
      expect(new Set(copies.map(({ id }) => id)).size).toBe(1);
    });

    it('hears a picture that came along', async () => {
      if (!world.connector.capabilities.receives.includes('image')) return;
      const text = unique('Look at this zip');
      const attachment = { name: 'zip.png', mimeType: 'image/png', bytes: PIXEL };
      await world.network.say(ida, { place: placeFor(ida).id, text, attachment });
      // Where words and pictures are messages of their own, two come of it, and both have arrived.
      const said = (await arrivals()).filter((one) => one.kind === 'message');
      expect(said.filter((one) => isSaid(one, text))).toHaveLength(1);
      expect(said.flatMap(({ content }) => content.attachments)).toMatchObject([{ kind: 'image' }]);
    });

    it('brings a picture of ours to the customer', async () => {
      const { attachments } = world.connector.capabilities;
      if (attachments.max === 0) return;
      const question = await hear(ida, unique('Which one is it?'));
      const text = attachments.withText === false ? '' : unique('This one');
      const read = async () => PIXEL;
      const picture = {
        name: 'jacket.png',
        mimeType: 'image/png',
        sizeBytes: PIXEL.length,
        alt: 'A green jacket',
        read,
        address: async () => 'https://care.test/files/7f21/jacket.png',
      };
      expect(await send(replyTo(question, { text, attachments: [picture] }))).toMatchObject({ kind: 'accepted' });
      const huge = { ...picture, sizeBytes: attachments.maxBytes + 1 };
      expect(await send(replyTo(question, { text, attachments: [huge] }))).toMatchObject({
        kind: 'refused',
        reason: 'bad_attachment',
      });
    });

    it('brings an answer to the customer, and knows its echo', async () => {
      if (!canReply()) return;
      const question = await hear(ida, unique('Where is it?'));
      const text = unique('On its way, Ida. Ναι, 네 😊');
      const act = replyTo(question, words(text));
      const outcome = await send(act);

      expect(outcome).toMatchObject({ kind: 'accepted', id: expect.any(String) });
      expect(seen(ida, text)).toMatchObject([{ by: 'company' }]);
      await expect
        .poll(() => answers.filter((one) => one.message.text.includes(text)).map(({ persona }) => persona))
        .toContain(ida.id);
      const echoes = (await arrivals()).filter(
        (one) => one.kind === 'message' && one.content.text.includes(text),
      ) as MessageEvent[];
      for (const echo of echoes) {
        expect(echo.author.kind).toBe('business');
        expect([echo.id, echo.mark]).toContain(echo.mark === act.id ? act.id : (outcome as { id?: string }).id);
        expect(echo.thread.id).toBe(question.thread.id);
      }
    });

    it('refuses a text that is over the limit', async () => {
      if (!canReply()) return;
      const { acts, text } = world.connector.capabilities;
      const limit = acts.reply?.text ?? text;
      const question = await hear(ida, unique('Tell me everything'));
      const outcome = await send(replyTo(question, words('a'.repeat(limit.max + 1))));
      expect(outcome).toMatchObject({ kind: 'refused', reason: 'too_long', detail: expect.stringMatching(/\S/) });
    });

    it('carries out every act that it declares, and refuses the others in words', async () => {
      const theirs = await hear(ida, unique('Something to act on'));
      if (!canReply()) {
        for (const kind of ACT_KINDS.filter((one) => world.connector.capabilities.acts[one] === undefined)) {
          const nothing: Ours = { id: theirs.id, text: '', at: theirs.sentAt, remote: null };
          const outcome = await send(actOf(kind, theirs, nothing, unique(`By ${kind}`), null));
          expect(outcome, kind).toMatchObject({ kind: 'refused', detail: expect.stringMatching(/\S/) });
        }
        return;
      }
      const first = unique('Our own words');
      const reply = await send(replyTo(theirs, words(first)));
      if (reply.kind !== 'accepted' || !reply.id)
        throw new Error(`${name}: the reply was not accepted: ${JSON.stringify(reply)}`);
      const ours: Ours = { id: reply.id, text: first, at: theirs.sentAt, remote: reply.remote ?? null };
      const undo: Partial<Record<OutgoingKind, Json>> = {};

      for (const kind of ACT_KINDS) {
        const text = unique(`By ${kind}`);
        const act = actOf(kind, theirs, ours, text, undo[kind.replace(/^un/, '') as OutgoingKind] ?? null);
        const outcome = await send(act);
        if (world.connector.capabilities.acts[kind] === undefined) {
          expect(outcome, kind).toMatchObject({ kind: 'refused', detail: expect.stringMatching(/\S/) });
          continue;
        }
        if (outcome.kind === 'refused') {
          expect(outcome.detail, kind).toMatch(/\S/);
          continue;
        }
        expect(outcome.kind, kind).toBe('accepted');
        if (outcome.kind === 'accepted') undo[kind] = outcome.remote ?? null;

        const their = seen(ida, theirs.content.text)[0];
        if (kind === 'reply' || kind === 'edit') expect(seen(ida, text), kind).not.toHaveLength(0);
        if (kind === 'edit') expect(seen(ida, first), kind).toHaveLength(0);
        if (kind === 'publish' && outcome.kind === 'accepted') expect(outcome.id, kind).toBeTruthy();
        if (kind === 'like' && their?.likes !== undefined) expect(their.likes, kind).toBeGreaterThan(0);
        if (kind === 'hide' && their) expect(their.isHidden, kind).toBe(true);
        if (kind === 'unhide') expect(their?.isHidden ?? false, kind).toBe(false);
        if (kind === 'delete') {
          const left = seen(ida, first)
            .concat(seen(ida, 'By edit'))
            .filter((one) => one.id === ours.id && !one.isDeleted);
          expect(left, kind).toHaveLength(0);
        }
      }
    });

    it('says that the login is needed when the token was revoked', async () => {
      if (world.connector.home) return;
      const question = await hear(ida, unique('Are you there?'));
      world.network.faults.isTokenRevoked = true;
      expect(await send(replyTo(question, words(unique('Yes'))))).toMatchObject({
        kind: 'refused',
        reason: 'needs_login',
      });
      expect(await world.connector.check(world.credentials)).toMatchObject({
        ok: false,
        todo: expect.stringMatching(/\S/),
      });
    });

    it('waits when the network says slow down', async () => {
      if (world.connector.home) return;
      const question = await hear(ida, unique('Quick!'));
      world.network.faults.rateLimit = 1;
      const outcome = await send(replyTo(question, words(unique('Slowly'))));
      expect(outcome.kind).toBe('try_later');
      if (outcome.kind === 'try_later') expect(outcome.afterMs).toBeGreaterThan(0);
    });

    it('does not claim a send that never happened', async () => {
      if (world.connector.home) return;
      const question = await hear(ida, unique('Hello?'));
      const text = unique('Never said');
      const act = replyTo(question, words(text));
      world.network.faults.failBefore = 1;
      const outcome = await send(act);
      expect(['try_later', 'unknown']).toContain(outcome.kind);
      expect(seen(ida, text)).toHaveLength(0);

      Object.assign(world.network.faults, noFaults());
      world.untilShown?.();
      if (outcome.kind === 'unknown' && world.connector.find) expect(await find(act)).toEqual({ kind: 'absent' });
    });

    it('finds a send whose answer was lost, and it stands there once', async () => {
      if (world.connector.home) return;
      const question = await hear(ida, unique('Still there?'));
      const text = unique('Said, though nobody confirmed it');
      const act = replyTo(question, words(text));
      world.network.faults.failAfterAccept = 1;
      const outcome = await send(act);
      expect(['unknown', 'accepted']).toContain(outcome.kind);
      expect(seen(ida, text)).toHaveLength(1);

      Object.assign(world.network.faults, noFaults());
      if (world.connector.find) expect(await find(act)).toMatchObject({ kind: 'accepted', id: expect.any(String) });
      expect(seen(ida, text)).toHaveLength(1);
    });
  });
}
