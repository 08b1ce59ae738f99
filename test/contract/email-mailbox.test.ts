import { afterEach, describe, expect, it } from 'vitest';
import type { MessageEvent } from '../../src/core/channel/event.ts';
import { replyTo, words } from './acts.ts';
import { ADDRESS, type Mailbox, openMailbox, personas } from './email-world.ts';

const [ida] = personas;
const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = new Date('2026-11-20T09:30:00Z');

/** What only a mailbox has: cursors, UIDs, folders, and servers that say 4xx or nothing. */
describe('a mailbox', () => {
  let mailbox: Mailbox;
  const opened = async (...options: Parameters<typeof openMailbox>) => {
    mailbox = await openMailbox({ now: () => NOW, ...options[0] }, options[1]);
    return mailbox;
  };
  afterEach(() => mailbox.network.close());

  const say = (text: string, at?: Date) => mailbox.network.say(ida, { place: ADDRESS, text, ...(at ? { at } : {}) });
  async function messages(streams?: readonly string[]): Promise<MessageEvent[]> {
    const found: MessageEvent[] = [];
    for (const { entry, context } of await mailbox.read(streams))
      for (const event of await mailbox.connector.parse(entry, context))
        if (event.kind === 'message') found.push(event);
    return found;
  }
  const hear = async (text: string) => {
    await say(text);
    const [heard] = await messages(['INBOX']);
    if (!heard) throw new Error('nothing came');
    return heard;
  };
  const send = (act: Parameters<typeof mailbox.connector.send>[0], credentials = mailbox.credentials) =>
    mailbox.connector.send(act, credentials, mailbox.account);
  const inSent = () => mailbox.network.folder(ADDRESS, 'Sent').length;

  it('is read in batches, oldest first, each mail once, and nothing is marked as read', async () => {
    await opened();
    for (let at = 0; at < 130; at++) await say(`Mail ${at}`, new Date(NOW.getTime() - DAY_MS + at * 1_000));
    const entries = await mailbox.read(['INBOX']);
    expect(entries.map(({ entry }) => Number(entry.headers.uid))).toEqual(
      Array.from({ length: 130 }, (_, at) => at + 1),
    );
    expect(mailbox.last.pulled).toMatchObject({ more: false, count: { onServer: 130, seen: 130 } });
    expect(await mailbox.read(['INBOX'])).toEqual([]);
    expect(mailbox.network.folder(ADDRESS, 'INBOX').filter(({ flags }) => flags.has('\\Seen'))).toEqual([]);
  });

  it('takes the days of history at first, as history, and then only what is new', async () => {
    await opened({}, { historyDays: 7 });
    await say('Long ago', new Date(NOW.getTime() - 20 * DAY_MS));
    await say('Lately', new Date(NOW.getTime() - 2 * DAY_MS));
    expect((await messages()).map(({ content, isHistory }) => [content.text, isHistory])).toEqual([['Lately', true]]);
    await say('Now');
    expect((await messages()).map(({ content, isHistory }) => [content.text, isHistory])).toEqual([['Now', undefined]]);
  });

  it('is read again with the same ids when the server numbers its mails anew', async () => {
    await opened();
    await say('Old', new Date(NOW.getTime() - 3 * DAY_MS));
    await say('First');
    const before = await messages();
    await say('Second');
    mailbox.network.renumber(ADDRESS, 'INBOX');
    const after = await messages();
    expect(after.map(({ content, isHistory }) => [content.text, isHistory])).toEqual([
      ['Old', true],
      ['First', undefined],
      ['Second', undefined],
    ]);
    expect(after.slice(0, 2).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('hands over a mail that was skipped, and says so in the count', async () => {
    await opened();
    for (const text of ['One', 'Two', 'Three']) await say(text);
    await messages(['INBOX']);
    mailbox.cursors.set('INBOX', { ...(mailbox.cursors.get('INBOX') as object), seen: '1,3' });
    expect((await messages(['INBOX'])).map(({ content }) => content.text)).toEqual(['Two']);
    expect(mailbox.last.pulled?.count).toEqual({ onServer: 3, seen: 3 });
  });

  it.each([[null], ['nonsense'], [{ uidValidity: '1' }]])(
    'is read from the beginning with the cursor %j',
    async (cursor) => {
      await opened();
      await say('Hello');
      mailbox.cursors.set('INBOX', cursor);
      expect(await messages(['INBOX'])).toHaveLength(1);
    },
  );

  it('wakes us when a mail comes, while the other folder was read too', async () => {
    await opened();
    const session = await mailbox.open();
    try {
      let woken: (stream: string) => void = () => {};
      session.watch?.((stream) => woken(stream));
      for (const text of ['First', 'Second']) {
        await session.pull('Sent', null);
        const wake = new Promise((resolve) => {
          woken = resolve;
        });
        await say(text);
        expect(await wake).toBe('INBOX');
      }
    } finally {
      await session.close();
    }
  });

  it.each([
    ['isTokenRevoked', true, 'needs_login'],
    ['failBefore', 1, 'unavailable'],
  ] as const)('tells the trouble: %s', async (fault, value, kind) => {
    await opened();
    Object.assign(mailbox.network.faults, { [fault]: value });
    await expect(mailbox.read()).rejects.toMatchObject({ name: 'Trouble', kind });
  });

  it('a session whose connection is gone says so, and a new one reads on', async () => {
    await opened();
    const session = await mailbox.open();
    mailbox.network.faults.isTokenRevoked = true;
    await expect(session.pull('INBOX', null)).rejects.toMatchObject({ name: 'Trouble' });
    await expect(session.pull('INBOX', null)).rejects.toMatchObject({ name: 'Trouble' });
    await session.close();
    mailbox.network.faults.isTokenRevoked = false;
    await say('After the break');
    expect(await messages()).toHaveLength(1);
  });

  it('does not know whether a mail was sent when the server never confirms it, and finds it', async () => {
    await opened();
    const act = replyTo(await hear('Hello?'), words('Is it there?'));
    mailbox.network.faults.timeoutAfterAccept = 1;
    expect(await send(act)).toMatchObject({ kind: 'unknown' });
    expect(await mailbox.connector.find?.(act, mailbox.credentials, mailbox.account)).toMatchObject({
      kind: 'accepted',
    });
  });

  it('cannot tell where the server keeps no copies, until the customer answers', async () => {
    await opened({ keepsSent: false }, { sentCopy: 'auto' });
    const asked = await hear('Hello?');
    const act = replyTo(asked, words('Is it there?'));
    mailbox.network.faults.failAfterAccept = 1;
    expect(await send(act)).toMatchObject({ kind: 'unknown' });
    mailbox.network.faults.failAfterAccept = 0;
    const find = () => mailbox.connector.find?.(act, mailbox.credentials, mailbox.account);
    expect(await find()).toMatchObject({ kind: 'unclear', detail: expect.stringMatching(/customer/) });
    await mailbox.network.say(ida, { place: ADDRESS, text: 'Yes', inReplyTo: `<earshot.${act.id}@kettle.example>` });
    expect(await find()).toMatchObject({ kind: 'accepted' });
  });

  it('files its own copy in Sent, once, where the server does not', async () => {
    await opened({ keepsSent: false }, { sentCopy: 'auto' });
    const act = replyTo(await hear('Hello?'), words('Hello!'));
    expect(await send(act)).toMatchObject({ kind: 'accepted', remote: { hasSentCopy: true } });
    await send({ ...act, attempt: 2 });
    expect(inSent()).toBe(1);
    expect(await messages(['Sent'])).toMatchObject([
      { author: { kind: 'business' }, mark: act.id, thread: { counterpart: { id: ida.email } } },
    ]);
  });

  it('keeps talking in one thread, and shows only what is new in each answer', async () => {
    await opened();
    const asked = await hear('My kettle leaks.');
    const act = replyTo(asked, words('Please send a picture.'));
    await send(act);
    await mailbox.network.say(ida, {
      place: ADDRESS,
      text: 'Here it is.',
      inReplyTo: `<earshot.${act.id}@kettle.example>`,
      attachment: { name: 'leak.png', mimeType: 'image/png', bytes: new Uint8Array([137, 80, 78, 71]) },
    });
    const [again] = await messages(['INBOX']);
    expect(again).toMatchObject({
      thread: { id: asked.thread.id },
      content: { text: 'Here it is.', attachments: [{ kind: 'image', name: 'leak.png', sizeBytes: 4 }] },
    });
    expect(again?.belongsWith?.[0]).toBe(`<earshot.${act.id}@kettle.example>`);
  });

  it.each([
    [
      'nobody knows the address',
      { counterpartId: 'nobody@mail.test', remote: null },
      'person_unavailable',
      /550.*nobody@mail\.test/,
    ],
    ['the address is none', { counterpartId: 'not an address', remote: null }, 'person_unavailable', /which address/],
  ])('is refused in words when %s', async (_when, target, reason, detail) => {
    await opened();
    const act = replyTo(await hear('Hello?'), words('Hello!'));
    const outcome = await send({ ...act, inReplyTo: null, thread: { ...act.thread, ...target } } as typeof act);
    expect(outcome).toMatchObject({ kind: 'refused', reason, detail: expect.stringMatching(detail) });
  });

  it.each([
    [{ imapPassword: 'wrong' }, 'imapPassword'],
    [{ smtpPassword: 'wrong' }, 'smtpPassword'],
    [{ imapSecure: true }, 'imapSecure'],
    [{ smtpSecure: true }, 'smtpSecure'],
    [{ imapPort: 1 }, 'imapPort'],
    [{ smtpPort: 1 }, 'smtpPort'],
  ])('the check of %j points at %s', async (change, field) => {
    await opened();
    expect(await mailbox.connector.check(mailbox.credentialsWith(change))).toMatchObject({
      ok: false,
      field,
      problem: expect.stringMatching(/\S/),
      todo: expect.stringMatching(/\S/),
    });
  });
});
