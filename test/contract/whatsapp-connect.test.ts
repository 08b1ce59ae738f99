import { describe, expect, it } from 'vitest';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import { ida, openDoor } from './lab.ts';
import { account, credentials, openWhatsApp, place } from './whatsapp-world.ts';

describe('connecting a number', () => {
  it('gives this account an address of its own where the app serves somebody else', async () => {
    const lab = await openWhatsApp();
    const theirs = await openDoor(lab.connector, credentials);
    const check = (ours = lab.door.url) => lab.connector.check(credentials, ours);
    const connect = (more = {}) => lab.connector.connect?.({ ...credentials, ...more }, account, lab.door.url);
    try {
      lab.whatsapp.sendAppElsewhere(theirs.url, []);
      expect(await connect(), 'the app does not ask for messages').toMatchObject({
        ok: false,
        todo: expect.stringContaining('"messages"'),
      });
      lab.whatsapp.sendAppElsewhere(theirs.url, ['messages']);
      lab.whatsapp.tieToApp();
      expect(await check(), 'the app sends elsewhere').toMatchObject({
        warnings: [expect.stringMatching(/not to this desk.+an address of its own/)],
      });
      expect(await connect({ verifyToken: 'wrong' })).toMatchObject({
        ok: false,
        todo: expect.stringContaining('HTTPS'),
      });
      expect(await connect()).toMatchObject({ ok: true, detail: expect.stringContaining(theirs.url) });
      expect(await connect(), 'twice').toMatchObject({ ok: true });
      expect(await check()).toMatchObject({ warnings: [] });
      expect(await check(theirs.url), 'the account has another address of its own').toMatchObject({
        warnings: [expect.stringMatching(/not to this desk.+Disconnect/)],
      });
      await lab.whatsapp.network.say(ida, { place, text: 'Anybody there?' });
      expect(await lab.arrived()).toHaveLength(1);
      expect(theirs.take()).toEqual([]);
      expect(await lab.connector.connect?.(credentials, account, theirs.url), 'ours is not theirs').toMatchObject({
        ok: false,
        problem: expect.stringContaining(lab.door.url),
      });
    } finally {
      await theirs.close();
      await lab.close();
    }
  });
});

describe('a number that is also in the WhatsApp Business app', () => {
  it('tells what is typed, changed and taken back there', async () => {
    const lab = await openWhatsApp();
    const other = 'direct:660055443322119';
    try {
      const { network } = lab.whatsapp;
      const { id } = await network.say(ida, { place: other, text: 'Do you have skis?' });
      await network.edit?.(ida, id, 'Do you have skis for children?');
      const typed = lab.whatsapp.typeInApp('660055443322119', ida, 'We do');
      await network.remove?.(ida, id);
      const events = await lab.events();
      expect(events).toMatchObject([
        { kind: 'message', account: '660055443322119', id },
        { kind: 'edit', id, content: { text: 'Do you have skis for children?' } },
        { kind: 'message', id: typed, author: { kind: 'business' } },
        { kind: 'deletion', id },
      ]);
      const [asked, , answered] = events as MessageEvent[];
      expect(answered?.thread.id).toBe(asked?.thread.id);
    } finally {
      await lab.close();
    }
  });
});
