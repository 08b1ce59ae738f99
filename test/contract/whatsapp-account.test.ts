import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Trouble } from '../../src/core/channel/connector.ts';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import { fillTemplate } from '../../src/core/channel/template.ts';
import { replyTo } from './acts.ts';
import { ida } from './lab.ts';
import { account, credentials, type Lab, NUMBER_ID, openWhatsApp, place } from './whatsapp-world.ts';

const DAY_MS = 86_400_000;
const BYTES = Uint8Array.of(7, 7, 7);

describe('a number of WhatsApp', () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openWhatsApp();
  });
  afterAll(() => lab.close());
  const check = (more: Partial<typeof credentials> = {}) => lab.connector.check({ ...credentials, ...more });

  it.each([
    {
      when: 'the token is nobody’s',
      change: { accessToken: 'EAAnobody' },
      field: 'accessToken',
      problem: 'no longer accepts',
    },
    { when: 'the app secret is wrong', change: { appSecret: 'guess' }, field: 'appSecret', problem: 'app secret' },
    {
      when: 'the account is another',
      change: { wabaId: '330099887766555' },
      field: 'wabaId',
      problem: '330099887766555',
    },
    {
      when: 'the number is another',
      change: { phoneNumberId: '46870011220' },
      field: 'phoneNumberId',
      problem: '46870011220',
    },
  ])('names the field when $when', async ({ change, field, problem }) => {
    expect(await check(change)).toMatchObject({
      ok: false,
      field,
      problem: expect.stringContaining(problem),
      todo: expect.stringMatching(/\S+ \S+/),
    });
  });

  it('says which permission the token lacks, and when it ends', async () => {
    const { token } = lab.whatsapp;
    const all = [...token.scopes];
    token.scopes = ['whatsapp_business_messaging'];
    expect(await check()).toMatchObject({
      ok: false,
      problem: expect.stringContaining('whatsapp_business_management'),
    });
    token.scopes = all;
    token.expiresAt = new Date(lab.clock.now().getTime() + DAY_MS);
    const result = await check();
    expect(result).toMatchObject({ ok: true, expiresAt: expect.any(Date) });
    expect(result.ok && result.warnings.join(' ')).toContain('never expire');
    token.expiresAt = null;
    expect(await check()).not.toHaveProperty('expiresAt');
  });

  it('warns of quality, name and a lost subscription', async () => {
    expect(await check()).toEqual({
      ok: true,
      account: { id: NUMBER_ID, name: 'Lindqvist Outdoor', handle: '+46 8 700 11 22' },
      warnings: [],
    });
    const [number] = lab.whatsapp.numbers;
    if (!number) throw new Error('no number');
    number.quality = 'RED';
    number.status = 'RESTRICTED';
    number.nameStatus = 'DECLINED';
    lab.whatsapp.unsubscribe();
    const result = await check();
    expect(result.ok && result.warnings).toEqual([
      expect.stringContaining('restricted this number'),
      expect.stringContaining('quality: low'),
      expect.stringContaining('refused the name'),
      expect.stringContaining('does not send its messages to this app'),
    ]);
    expect(await lab.connector.connect?.(credentials, account, lab.door.url)).toMatchObject({ ok: true });
    number.quality = 'GREEN';
    number.status = 'CONNECTED';
    number.nameStatus = 'APPROVED';
    expect(await check()).toMatchObject({ warnings: [] });
  });

  it('says that Meta cannot be reached', async () => {
    const away = await openWhatsApp();
    await away.close();
    expect(await away.connector.check(credentials)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('could not be reached'),
    });
  });

  it('lists the approved messages with their gaps, and why others cannot be sent', async () => {
    lab.whatsapp.quirks.emptyPages = true;
    const templates = (await lab.connector.templates?.(credentials, account)) ?? [];
    lab.whatsapp.quirks.emptyPages = false;
    const by = (name: string) => templates.find((one) => one.name === name);
    expect(by('order_shipped')).toEqual({
      name: 'order_shipped',
      language: 'en_US',
      category: 'UTILITY',
      text: 'Order {{header.1}}\n\nHello {{1}}, your parcel is on its way and comes on {{2}}.\n\nTrack it: https://lindqvist.example.com/t/{{button.1.url}}',
      variables: [
        { key: 'header.1', example: '40217' },
        { key: '1', example: 'Ida' },
        { key: '2', example: 'Friday' },
        { key: 'button.1.url', example: 'SE40217' },
      ],
      closedBecause: null,
    });
    const closed = templates.map(({ name, closedBecause }) => [name, closedBecause]);
    expect(closed).toEqual([
      ['case_update', null],
      ['order_shipped', null],
      ['still_there', null],
      ['autumn_sale', expect.stringContaining('begins with a picture')],
      ['coupon', null],
      ['old_news', expect.stringContaining('paused')],
      ['not_yet', expect.stringContaining('not approved')],
      ['sign_in', expect.stringContaining('signing in')],
    ]);
  });

  it('sends every template that it offers, filled with its own examples', async () => {
    await lab.whatsapp.network.say(ida, { place, text: 'Long ago' });
    const theirs = (await lab.events()).find((one): one is MessageEvent => one.kind === 'message');
    if (!theirs) throw new Error('nothing arrived');
    lab.clock.pass(9 * DAY_MS);
    const offered = (await lab.connector.templates?.(credentials, account))?.filter(
      (one) => one.closedBecause === null,
    );
    expect(offered).toHaveLength(4);
    for (const { name, language, variables, text: gaps } of offered ?? []) {
      const values = Object.fromEntries(variables.map(({ key, example = '?' }) => [key, example]));
      const text = fillTemplate({ text: gaps }, values);
      expect(text, name).not.toContain('{{');
      const act = replyTo(theirs, { text, attachments: [], template: { name, language, values } });
      expect(await lab.connector.send(act, credentials, account), name).toMatchObject({ kind: 'accepted' });
      // The person sees the header, the body and the footer; what a button leads to is behind it.
      const seen = lab.whatsapp.network.view(ida)[0]?.messages.at(-1)?.text ?? '';
      expect(text.startsWith(seen), `${name}: "${seen}" of "${text}"`).toBe(true);
    }
  });

  it('asks where a file is just now, with the token, and knows when it is gone', async () => {
    const attachment = { name: 'pole.jpg', mimeType: 'image/jpeg', bytes: BYTES };
    await lab.whatsapp.network.say(ida, { place, text: 'Broken', attachment });
    const heard = (await lab.events()).find((one): one is MessageEvent => one.kind === 'message');
    const source = heard?.content.attachments[0]?.source;
    if (source?.kind !== 'ask') throw new Error('nothing to ask for');
    const place_ = await lab.connector.media?.(source.id, credentials, account);
    if (!place_ || !('url' in place_)) throw new Error('no address');
    const get = async (headers = {}) => (await fetch(place_.url, { headers })).status;
    expect(await get(), 'without the token').toBe(401);
    const response = await fetch(place_.url, { headers: place_.headers ?? {} });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(BYTES);
    lab.clock.pass(6 * 60_000);
    expect(await get(place_.headers), 'after five minutes').toBe(404);
    expect(await lab.connector.media?.(source.id, credentials, account)).toHaveProperty('url');
    expect(
      await lab.connector.media?.(source.id, { ...credentials, phoneNumberId: '660055443322119' }, account),
    ).toBeNull();
    lab.clock.pass(8 * DAY_MS);
    expect(await lab.connector.media?.(source.id, credentials, account)).toBeNull();
  });

  it('says what hinders it from looking', async () => {
    lab.whatsapp.network.faults.isTokenRevoked = true;
    const { media, templates } = lab.connector;
    for (const look of [() => media?.('1', credentials, account), () => templates?.(credentials, account)]) {
      const trouble = await look()?.catch((error: unknown) => error);
      expect(trouble).toBeInstanceOf(Trouble);
      expect(trouble).toMatchObject({ kind: 'needs_login' });
    }
    lab.whatsapp.network.faults.isTokenRevoked = false;
  });
});
