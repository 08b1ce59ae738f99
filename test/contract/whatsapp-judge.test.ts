import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WhatsAppAPI } from 'whatsapp-api-js';
import {
  ActionButtons,
  ActionList,
  Body,
  BodyComponent,
  BodyParameter,
  Button,
  HeaderComponent,
  HeaderParameter,
  Image,
  Interactive,
  ListSection,
  Reaction,
  Row,
  Template,
  Text,
} from 'whatsapp-api-js/messages';
import type { PostData, ServerMessage } from 'whatsapp-api-js/types';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import { replyTo, words } from './acts.ts';
import { ida, oskar } from './lab.ts';
import { account, credentials, type Lab, NUMBER_ID, openWhatsApp, place } from './whatsapp-world.ts';

interface Read {
  readonly messages: {
    readonly message: ServerMessage;
    readonly name: string | undefined;
    readonly id: string | undefined;
  }[];
  readonly statuses: { readonly id: string; readonly status: string; readonly biz_opaque_callback_data?: string }[];
}

/** A client that others keep, as a caller of the simulated network and a reader of what it delivers. */
describe('whatsapp-api-js', () => {
  let lab: Lab;
  let api: WhatsAppAPI;
  const phone = (persona = ida) => lab.whatsapp.phoneOf(persona);
  beforeAll(async () => {
    // It reads only the first change of a request.
    lab = await openWhatsApp({ changesPerRequest: 1 });
    api = new WhatsAppAPI({
      token: credentials.accessToken,
      appSecret: credentials.appSecret,
      webhookVerifyToken: credentials.verifyToken,
      v: 'v26.0',
      // It knows one address only, so its calls are led to the loopback.
      ponyfill: {
        fetch: (input, init) => {
          const url = new URL(input instanceof Request ? input.url : input);
          if (url.host === 'graph.facebook.com') return fetch(`${lab.whatsapp.url}${url.pathname}${url.search}`, init);
          return fetch(url, init);
        },
      },
    });
    await lab.whatsapp.network.say(ida, { place, text: 'Hello' });
    await lab.whatsapp.network.say(oskar, { place, text: 'Hello too' });
    await lab.arrived();
  });
  afterAll(() => lab.close());

  const lastSeen = () => lab.whatsapp.network.view(ida)[0]?.messages.at(-1);
  const to = () => ({ phone: phone().phone, bsuid: phone().userId });

  it.each([
    { what: 'words', message: () => new Text('Hi Ida'), seen: { text: 'Hi Ida' } },
    {
      what: 'answers to tap',
      message: () =>
        new Interactive(new ActionButtons(new Button('a', 'Refund'), new Button('b', 'Delivery')), new Body('Which?')),
      seen: { text: 'Which?' },
    },
    {
      what: 'a list',
      message: () =>
        new Interactive(
          new ActionList('Choose', new ListSection(undefined, new Row('r1', 'Tents'), new Row('r2', 'Skis'))),
          new Body('Pick'),
        ),
      seen: { text: 'Pick' },
    },
    {
      what: 'a template',
      message: () =>
        new Template(
          'order_shipped',
          'en_US',
          new HeaderComponent(new HeaderParameter('40217')),
          new BodyComponent(new BodyParameter('Ida'), new BodyParameter('Friday')),
        ),
      refused: 132012,
    },
    {
      what: 'a template with names',
      message: () =>
        new Template(
          'still_there',
          'en_US',
          new BodyComponent(new BodyParameter('Ida', 'first_name'), new BodyParameter('a tent', 'topic')),
        ),
      seen: { text: 'Hi Ida, do you still need help with a tent?' },
    },
  ])('sends $what', async ({ message, seen, refused }) => {
    const answer = await api.sendMessage(NUMBER_ID, to(), message());
    if (refused)
      return expect(answer).toMatchObject({ error: { code: refused, error_data: { details: expect.any(String) } } });
    expect(answer).toMatchObject({
      messages: [{ id: expect.stringMatching(/^wamid\./) }],
      contacts: [{ wa_id: phone().phone }],
    });
    expect(lastSeen()).toMatchObject(seen ?? {});
  });

  it('reaches somebody by the id of the business alone, reacts, and marks as read', async () => {
    const { userId } = lab.whatsapp.phoneOf(oskar);
    expect(await api.sendMessage(NUMBER_ID, { bsuid: userId }, new Text('Hi Oskar'))).toMatchObject({
      contacts: [{ input: userId, user_id: userId }],
    });
    const theirs = lab.whatsapp.network.view(ida)[0]?.messages[0]?.id ?? '';
    expect(await api.sendMessage(NUMBER_ID, to(), new Reaction(theirs, '👍'))).toMatchObject({ messages: [{}] });
    expect(lab.whatsapp.network.view(ida)[0]?.messages[0]?.likes).toBe(1);
    expect(await api.markAsRead(NUMBER_ID, theirs, 'text')).toEqual({ success: true });
  });

  it('uploads a file, sends it, and fetches it again', async () => {
    const form = new FormData();
    form.set('type', 'image/png');
    form.set('messaging_product', 'whatsapp');
    form.set('file', new Blob([Uint8Array.of(1, 2)], { type: 'image/png' }), 'tent.png');
    const taken = await api.uploadMedia(NUMBER_ID, form);
    if (!('id' in taken)) throw new Error(JSON.stringify(taken));
    expect(await api.sendMessage(NUMBER_ID, to(), new Image(taken.id, true, 'The tent'))).toMatchObject({
      messages: [{}],
    });
    const media = await api.retrieveMedia(taken.id, NUMBER_ID);
    if (!('url' in media)) throw new Error(JSON.stringify(media));
    expect(media).toMatchObject({ mime_type: 'image/png', file_size: '2' });
    expect(new Uint8Array(await (await api.fetchMedia(media.url)).arrayBuffer())).toEqual(Uint8Array.of(1, 2));
    expect(await api.deleteMedia(taken.id, NUMBER_ID)).toEqual({ success: true });
  });

  it('reads what is delivered as our parser does: words, files, taps, reactions, statuses', async () => {
    const read: Read = { messages: [], statuses: [] };
    api.on.message = ({ message, name, contact }) => {
      read.messages.push({ message, name, id: contact.user_id });
    };
    api.on.status = ({ id, status, biz_opaque_callback_data }) => {
      read.statuses.push({ id, status, ...(biz_opaque_callback_data ? { biz_opaque_callback_data } : {}) });
    };
    const { network } = lab.whatsapp;
    const heard: MessageEvent[] = [];
    const hand = async () => {
      for (const { entry, context } of await lab.arrived()) {
        for (const event of await lab.connector.parse(entry, context)) if (event.kind === 'message') heard.push(event);
        const text = Buffer.from(entry.body).toString();
        await api.post(JSON.parse(text) as PostData, text, entry.headers['x-hub-signature-256'] ?? '');
      }
    };
    await network.say(ida, { place, text: 'café 😊' });
    await hand();
    await network.say(oskar, {
      place,
      text: 'Look',
      attachment: { name: 'a.jpg', mimeType: 'image/jpeg', bytes: Uint8Array.of(1) },
    });
    await hand();
    const theirs = heard.at(-1);
    if (!theirs) throw new Error('nothing heard');
    const act = replyTo(theirs, { ...words('Which?'), choices: ['Zip', 'Pole'] });
    const outcome = await lab.connector.send(act, credentials, account);
    if (outcome.kind !== 'accepted' || !outcome.id) throw new Error(JSON.stringify(outcome));
    await hand();
    lab.whatsapp.tap(NUMBER_ID, oskar, outcome.id, 'Zip');
    await hand();
    expect(read.messages.map(({ name, id }) => ({ name, id }))).toEqual(
      heard.map(({ author }) => author.kind === 'contact' && { name: author.person.name, id: author.person.id }),
    );
    expect(read.messages.map(({ message }) => message)).toMatchObject([
      { type: 'text', text: { body: 'café 😊' } },
      { type: 'image', image: { caption: 'Look', mime_type: 'image/jpeg' } },
      { type: 'interactive', interactive: { button_reply: { id: 'choice_1', title: 'Zip' } } },
    ]);
    const told = read.statuses.filter(({ id }) => id === outcome.id);
    expect(told).toContainEqual({ id: outcome.id, status: 'read', biz_opaque_callback_data: act.id });
    for (const status of told) expect(status.biz_opaque_callback_data).toBe(act.id);
    expect(
      api.get({ 'hub.mode': 'subscribe', 'hub.verify_token': credentials.verifyToken, 'hub.challenge': '7' }),
    ).toBe('7');
  });
});
