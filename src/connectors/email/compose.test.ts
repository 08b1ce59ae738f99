import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import type { ExternalMessageId, ExternalThreadId, OutgoingId } from '../../core/ids.ts';
import { compose, envelopeOf, type Reply, recipientOf } from './compose.ts';
import { credentialForm, type EmailCredentials } from './credentials.ts';

const ID = '0198c9d2-7a31-7cc2-9f10-2b6f0e5a1c11';
const id = (text: string) => text as ExternalMessageId;

function credentials(changes: object = {}): EmailCredentials {
  const result = credentialForm.parse({
    address: 'Care@Kettle.example',
    fromName: 'Kettle "Best" Co',
    imapHost: 'mail.kettle.example',
    imapPassword: 'pw',
    ...changes,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}

function reply(changes: Partial<Reply> = {}): Reply {
  return {
    kind: 'reply',
    id: ID as OutgoingId,
    createdAt: new Date('2026-11-20T09:30:00Z'),
    attempt: 1,
    thread: {
      id: '<a@mail.test>' as ExternalThreadId,
      reach: 'owned_private',
      remote: { subject: 'Kettle', to: [], cc: [] },
      counterpartId: 'dora@mail.test',
      title: 'Kettle',
    },
    inReplyTo: {
      id: id('<b@mail.test>'),
      authorId: 'dora@mail.test',
      text: 'hi',
      sentAt: new Date(),
      remote: { subject: 'Re: Kettle' },
    },
    references: [id('<a@mail.test>'), id('<b@mail.test>')],
    content: { text: 'Hello Dora,\n\nsee https://kettle.example/a?b=1&c=2.\n<b>Kettle</b>', attachments: [] },
    lastInboundAt: null,
    isByHuman: true,
    ...changes,
  };
}
const composed = async (act: Reply, changes: object = {}) =>
  simpleParser(await compose(act, recipientOf(act) ?? '', credentials(changes), []));

describe('an answer', () => {
  it('stands in the thread, under an id of ours that every try repeats', async () => {
    const mail = await composed(reply());
    expect(mail).toMatchObject({
      messageId: `<earshot.${ID}@kettle.example>`,
      inReplyTo: '<b@mail.test>',
      references: ['<a@mail.test>', '<b@mail.test>'],
      subject: 'Re: Kettle',
      date: new Date('2026-11-20T09:30:00Z'),
    });
    expect((await composed(reply({ attempt: 2 }))).messageId).toBe(mail.messageId);
  });

  it('refers to what the answered mail refers to, though we never saw it', async () => {
    const inReplyTo = { ...reply().inReplyTo, remote: { references: ['<0@mail.test>', '<a@mail.test>'] } };
    const mail = await composed(reply({ inReplyTo: inReplyTo as unknown as Reply['inReplyTo'] }));
    expect(mail.references).toEqual(['<0@mail.test>', '<a@mail.test>', '<b@mail.test>']);
  });

  it('comes from the inbox with its name, to one person', async () => {
    const mail = await composed(reply());
    expect(mail.from?.value).toEqual([{ address: 'care@kettle.example', name: 'Kettle "Best" Co' }]);
    expect(mail.to).toMatchObject({ value: [{ address: 'dora@mail.test' }] });
    expect(mail.cc).toBeUndefined();
  });

  it('carries text, and HTML that shows the same words', async () => {
    const mail = await composed(reply());
    expect(mail.text?.trim()).toBe(reply().content.text);
    expect(mail.html).toContain(
      '<a href="https://kettle.example/a?b=1&amp;c=2">https://kettle.example/a?b=1&amp;c=2</a>.<br>&lt;b&gt;Kettle&lt;/b&gt;',
    );
  });

  it.each([
    ['Kettle', 'Re: Kettle'],
    ['RE: Kettle', 'RE: Kettle'],
    ['AW: Kocher', 'AW: Kocher'],
    ['Re[2]: Kettle', 'Re[2]: Kettle'],
    ['Reklamation', 'Re: Reklamation'],
    ['Evil\r\nBcc: all@mail.test', 'Re: Evil Bcc: all@mail.test'],
  ])('to "%s" has the subject "%s"', async (title, subject) => {
    const mail = await composed(reply({ thread: { ...reply().thread, title }, inReplyTo: null }));
    expect(mail.subject).toBe(subject);
    expect(mail.bcc).toBeUndefined();
  });

  it('keeps the root and the nearest of a long chain', async () => {
    const references = Array.from({ length: 60 }, (_, at) => id(`<r${at}@mail.test>`));
    const mail = await composed(reply({ references }));
    expect(mail.references).toHaveLength(20);
    expect([mail.references?.[0], mail.references?.at(-1)]).toEqual(['<r0@mail.test>', '<b@mail.test>']);
  });

  it.each([
    ['the counterpart', {}, 'dora@mail.test'],
    [
      'Reply-To of the mail that is answered',
      { inReplyTo: { ...reply().inReplyTo, remote: { replyTo: 'private@post.test' } } as Reply['inReplyTo'] },
      'private@post.test',
    ],
    [
      'the counterpart, when somebody else wrote into the thread',
      {
        inReplyTo: {
          ...reply().inReplyTo,
          authorId: 'mallory@mail.test',
          remote: { replyTo: 'mallory@post.test' },
        } as Reply['inReplyTo'],
      },
      'dora@mail.test',
    ],
    [
      'the counterpart, when the last mail was our own',
      { inReplyTo: { ...reply().inReplyTo, authorId: null, remote: {} } as Reply['inReplyTo'] },
      'dora@mail.test',
    ],
    ['nobody, when none is known', { thread: { ...reply().thread, counterpartId: null }, inReplyTo: null }, null],
  ])('goes to %s', (_whom, changes, address) => {
    expect(recipientOf(reply(changes))).toBe(address);
  });

  it('goes to domains with accents in their ASCII form', async () => {
    const act = reply({ thread: { ...reply().thread, counterpartId: 'dora@köln.example' }, inReplyTo: null });
    expect(envelopeOf(act, 'dora@köln.example', credentials()).to).toBe('dora@xn--kln-sna.example');
  });

  it.each([
    ['written by a person', true, false, 'care@kettle.example'],
    ['with plus addresses', true, true, `care+b.${ID}@kettle.example`],
    ['written by a machine', false, true, ''],
  ])('%s has the envelope sender that bounces need', (_how, isByHuman, plusAddressing, from) => {
    expect(envelopeOf(reply({ isByHuman }), 'dora@mail.test', credentials({ plusAddressing })).from).toBe(from);
  });

  it('says that it is automatic only when it is', async () => {
    expect((await composed(reply())).headers.get('auto-submitted')).toBeUndefined();
    expect((await composed(reply({ isByHuman: false }))).headers.get('auto-submitted')).toBe('auto-replied');
  });

  it('asks for answers to an address that finds the thread again', async () => {
    expect((await composed(reply(), { plusAddressing: true })).replyTo?.value[0]?.address).toBe(
      `care+e.${ID}@kettle.example`,
    );
    expect((await composed(reply())).replyTo).toBeUndefined();
  });
});
