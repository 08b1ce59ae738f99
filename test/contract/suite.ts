import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import { OUTGOING_KINDS } from '../../src/core/channel/outgoing.ts';
import { type Answer, noFaults, type Persona } from '../../src/simulators/network.ts';
import { replyTo, words } from './acts.ts';
import { contractLab } from './contract-lab.ts';
import { describeActs } from './declared-acts.ts';
import { describeParsing } from './parsing.ts';
import { describeTrouble } from './trouble.ts';
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
    const answers: Answer[] = [];
    const lab = contractLab(name, () => world);
    const { arrivals, isSaid, canReply, placeFor, hear, unique, send, seen } = lab;

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

    describeActs(lab);
    describeTrouble(lab);
  });
}
