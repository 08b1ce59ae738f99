import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import type { Outgoing, OutgoingAttachment, OutgoingContent } from '../../src/core/channel/outgoing.ts';
import { replyTo } from './acts.ts';
import { ida } from './lab.ts';
import { account, credentials, type Lab, NUMBER_ID, openWhatsApp, place } from './whatsapp-world.ts';

const file = (name: string, mimeType: string, size = 3): OutgoingAttachment => ({
  name,
  mimeType,
  sizeBytes: size,
  read: async () => Uint8Array.of(1, 2, 3),
});
const content = (more: Partial<OutgoingContent>): OutgoingContent => ({ text: '', attachments: [], ...more });

describe('what an answer on WhatsApp may hold', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openWhatsApp();
  });
  afterAll(() => lab.close());
  afterEach(() => lab.arrived());

  const send = (act: Outgoing) => lab.connector.send(act, credentials, account);
  async function hear(text: string): Promise<MessageEvent> {
    await lab.whatsapp.network.say(ida, { place, text });
    const event = (await lab.events()).find(
      (one): one is MessageEvent => one.kind === 'message' && one.content.text === text,
    );
    if (!event) throw new Error(`"${text}" never arrived`);
    return event;
  }
  const lastSeen = () => lab.whatsapp.network.view(ida)[0]?.messages.at(-1);

  it.each([
    { choices: ['Refund', 'Delivery'], kind: 'button_reply' },
    { choices: ['Tents', 'Skis', 'Shoes', 'Something else'], kind: 'list_reply' },
  ])('offers $choices, and hears which was tapped', async ({ choices }) => {
    const theirs = await hear(`What do you sell? ${choices.length}`);
    const outcome = await send(replyTo(theirs, content({ text: 'What is it about?', choices })));
    if (outcome.kind !== 'accepted' || !outcome.id) throw new Error(JSON.stringify(outcome));
    await lab.events();
    lab.whatsapp.tap(NUMBER_ID, ida, outcome.id, choices[1] ?? '');
    expect((await lab.events()).filter(({ kind }) => kind === 'message')).toMatchObject([
      { content: { text: choices[1], payload: 'choice_2', quotes: outcome.id } },
    ]);
  });

  it('puts answers to tap below a picture', async () => {
    const theirs = await hear('Which one?');
    const picture = file('tent.png', 'image/png');
    const offer = content({ text: 'This one?', attachments: [picture], choices: ['Yes', 'No'] });
    expect(await send(replyTo(theirs, offer))).toMatchObject({ kind: 'accepted' });
    expect(lastSeen()).toMatchObject({ text: 'This one?', files: ['tent.png'] });
  });

  it.each<{ what: string; more: Partial<OutgoingContent>; reason: string }>([
    {
      what: 'eleven answers',
      more: { text: 'Pick', choices: Array.from({ length: 11 }, (_, at) => `${at}`) },
      reason: 'other',
    },
    { what: 'an answer of 21 letters', more: { text: 'Pick', choices: ['x'.repeat(21)] }, reason: 'other' },
    { what: 'the same answer twice', more: { text: 'Pick', choices: ['Yes', 'Yes'] }, reason: 'other' },
    { what: 'answers without words', more: { choices: ['Yes'] }, reason: 'other' },
    { what: 'too many words above buttons', more: { text: 'x'.repeat(1_025), choices: ['Yes'] }, reason: 'too_long' },
    {
      what: 'a list with a file',
      more: { text: 'Pick', choices: ['1', '2', '3', '4'], attachments: [file('a.png', 'image/png')] },
      reason: 'bad_attachment',
    },
    {
      what: 'a recording with words',
      more: { text: 'Listen', attachments: [file('a.ogg', 'audio/ogg')] },
      reason: 'bad_attachment',
    },
    {
      what: 'a picture of 6 MB',
      more: { attachments: [file('a.png', 'image/png', 6_000_000)] },
      reason: 'bad_attachment',
    },
    {
      what: 'a type that WhatsApp does not take',
      more: { attachments: [file('a.zip', 'application/zip')] },
      reason: 'bad_attachment',
    },
    {
      what: 'a long caption',
      more: { text: 'x'.repeat(1_025), attachments: [file('a.png', 'image/png')] },
      reason: 'too_long',
    },
    { what: 'nothing at all', more: {}, reason: 'other' },
    {
      what: 'a template with an empty gap',
      more: { template: { name: 'case_update', language: 'en_US', values: { 1: 'Ida', 2: ' ' } } },
      reason: 'other',
    },
    {
      what: 'a value of two lines',
      more: { template: { name: 'case_update', language: 'en_US', values: { 1: 'Ida', 2: 'a\nb' } } },
      reason: 'other',
    },
    {
      what: 'a template with a file',
      more: { template: { name: 'coupon', language: 'en_US', values: {} }, attachments: [file('a.png', 'image/png')] },
      reason: 'bad_attachment',
    },
    {
      what: 'a template that is paused',
      more: { template: { name: 'old_news', language: 'en_US', values: {} } },
      reason: 'not_allowed',
    },
    {
      what: 'a template with too few values',
      more: { template: { name: 'case_update', language: 'en_US', values: { 1: 'Ida' } } },
      reason: 'other',
    },
  ])('refuses $what in words', async ({ more, reason }) => {
    const theirs = await hear('Whatever');
    const outcome = await send(replyTo(theirs, content(more)));
    expect(outcome).toMatchObject({ kind: 'refused', reason, detail: expect.stringMatching(/\S+ \S+/) });
  });

  it('sends documents, recordings and stickers as what they are', async () => {
    const theirs = await hear('Send me things');
    for (const [name, type] of [
      ['label.pdf', 'application/pdf'],
      ['note.ogg', 'audio/ogg'],
      ['hi.webp', 'image/webp'],
    ] as const) {
      expect(await send(replyTo(theirs, content({ attachments: [file(name, type)] }))), name).toMatchObject({
        kind: 'accepted',
      });
      expect(lastSeen()?.files).toEqual([name]);
    }
  });
});
