import { ImapFlow } from 'imapflow';
import nodemailer from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Persona } from '../network.ts';
import { type EmailNetwork, startEmail } from './index.ts';

const CARE = 'care@kettle.example';
const PASSWORD = 'kettle-4711';
const ida: Persona = { id: 'ida', name: 'Ida Sørensen', handle: 'ida', email: 'ida@mail.test', language: 'de' };
const NOW = new Date('2026-11-20T09:30:00Z');

describe('the simulated mail provider', () => {
  let network: EmailNetwork;
  beforeEach(async () => {
    network = await startEmail({ seed: 3, now: () => NOW, mailboxes: [{ address: CARE, password: PASSWORD }] });
  });
  afterEach(() => network.close());

  async function withMailbox<T>(act: (client: ImapFlow) => Promise<T>): Promise<T> {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: network.imapPort,
      secure: false,
      logger: false,
      autoIdleDelay: 20,
      auth: { user: CARE, pass: PASSWORD },
    });
    client.on('error', () => {});
    await client.connect();
    try {
      return await act(client);
    } finally {
      await client.logout().catch(() => client.close());
    }
  }
  const sendMail = (to: string, mail: object = {}) => {
    const transport = nodemailer.createTransport({
      host: '127.0.0.1',
      port: network.smtpPort,
      secure: false,
      auth: { user: CARE, pass: PASSWORD },
      socketTimeout: 5_000,
    });
    return transport
      .sendMail({ from: CARE, to, subject: 'Re: Kettle', text: 'We look into it.', ...mail })
      .finally(() => transport.close());
  };
  const sources = (client: ImapFlow) =>
    client.fetchAll('1:*', { source: true, flags: true, internalDate: true, size: true });

  it('brings what a persona says into the mailbox, byte for byte a mail', async () => {
    const { id } = await network.say(ida, { place: CARE, text: 'Mein Kocher läuft aus 😡', subject: 'Kocher' });
    await withMailbox(async (client) => {
      const mailbox = await client.mailboxOpen('INBOX');
      expect(mailbox).toMatchObject({ exists: 1, uidNext: 2 });
      const [mail] = await sources(client);
      expect(mail?.source?.toString()).toContain(`Message-ID: ${id}`);
      expect(mail?.size).toBe(mail?.source?.length);
      expect(mail?.internalDate).toEqual(NOW);
      expect([...(mail?.flags ?? [])]).toEqual([]);
      expect(await client.search({ header: { 'message-id': id } }, { uid: true })).toEqual([1]);
      expect(await client.search({ since: new Date('2026-11-21T00:00:00Z') })).toEqual([]);
      expect(await client.status('INBOX', { messages: true, uidNext: true })).toMatchObject({
        messages: 1,
        uidNext: 2,
      });
    });
  });

  it('tells a waiting client of new mail', async () => {
    await withMailbox(async (client) => {
      await client.mailboxOpen('INBOX', { readOnly: true });
      const told = new Promise((resolve) => client.on('exists', ({ count }) => resolve(count)));
      await network.say(ida, { place: CARE, text: 'Hallo?' });
      expect(await told).toBe(1);
    });
  });

  it('brings answers into the thread of the persona, and keeps them in Sent', async () => {
    const said = await network.say(ida, { place: CARE, text: 'Hallo?' });
    const answers: Answer[] = [];
    network.onAnswer((answer) => answers.push(answer));
    const { messageId } = await sendMail(ida.email, { inReplyTo: said.id, references: [said.id] });
    expect(answers).toMatchObject([
      { persona: 'ida', thread: said.thread, isPublic: false, message: { by: 'company', text: 'We look into it.' } },
    ]);
    await network.say(ida, { place: CARE, text: 'Danke', inReplyTo: messageId });
    expect(network.view(ida)).toMatchObject([
      { id: said.thread, messages: [{ by: 'me' }, { by: 'company', id: messageId }, { by: 'me', text: 'Danke' }] },
    ]);
    expect(network.folder(CARE, 'Sent')).toHaveLength(1);
    const [, answer] = network.folder(CARE, 'INBOX');
    expect(answer?.bytes.toString()).toContain(`In-Reply-To: ${messageId}`);
    expect(answer?.bytes.toString()).toMatch(/schrieb/);
  });

  it('shows the persona what hangs on an answer', async () => {
    const said = await network.say(ida, { place: CARE, text: 'Hallo?' });
    const attachments = [{ filename: 'Rücksendung.pdf', content: 'pdf' }];
    await sendMail(ida.email, { inReplyTo: said.id, references: [said.id], attachments });
    expect(network.view(ida)[0]?.messages.at(-1)).toMatchObject({ by: 'company', files: ['Rücksendung.pdf'] });
  });

  it('files what a client appends, with its bytes and flags', async () => {
    const bytes = `Subject: copy\r\n\r\n${'ä'.repeat(50_000)}`;
    await withMailbox((client) => client.append('Sent', bytes, ['\\Seen']));
    expect(network.folder(CARE, 'Sent')).toMatchObject([{ bytes: Buffer.from(bytes), flags: new Set(['\\Seen']) }]);
  });

  it.each([
    ['nobody has the address', {}, 'nobody@mail.test', 550],
    ['the limit is reached', { rateLimit: 1 }, ida.email, 450],
    ['it fails before anything was done', { failBefore: 1 }, ida.email, 451],
    ['the password was changed', { isTokenRevoked: true }, ida.email, 535],
  ])('refuses a mail when %s', async (_when, faults, to, responseCode) => {
    network.view(ida);
    Object.assign(network.faults, faults);
    await expect(sendMail(to)).rejects.toMatchObject({ responseCode });
    expect(network.folder(CARE, 'Sent')).toHaveLength(0);
    expect(network.view(ida)).toEqual([]);
  });

  it.each([['failAfterAccept'], ['timeoutAfterAccept']] as const)(
    '%s: the mail is delivered, and nobody says so',
    async (fault) => {
      network.view(ida);
      network.faults[fault] = 1;
      await expect(sendMail(ida.email)).rejects.not.toHaveProperty('responseCode', expect.any(Number));
      expect(network.view(ida)[0]?.messages).toHaveLength(1);
    },
  );

  it('loses, doubles, and holds back as its dials say', async () => {
    const count = () => network.folder(CARE, 'INBOX').length;
    network.faults.drop = 1;
    await network.say(ida, { place: CARE, text: 'lost' });
    expect(count()).toBe(0);
    Object.assign(network.faults, { drop: 0, duplicate: 1 });
    await network.say(ida, { place: CARE, text: 'twice' });
    expect(count()).toBe(2);
    Object.assign(network.faults, { duplicate: 0, isSilent: true });
    await network.say(ida, { place: CARE, text: 'held' });
    await network.settled();
    expect(count()).toBe(2);
    network.faults.isSilent = false;
    await network.settled();
    expect(count()).toBe(3);
    Object.assign(network.faults, { delayMs: 5 });
    await network.say(ida, { place: CARE, text: 'late' });
    await network.settled();
    expect(count()).toBe(4);
  });

  it('is the same network for the same seed', async () => {
    const other = await startEmail({ seed: 3, now: () => NOW, mailboxes: [{ address: CARE, password: PASSWORD }] });
    try {
      const words = { place: CARE, text: 'Hallo' };
      expect(await other.say(ida, words)).toEqual(await network.say(ida, words));
    } finally {
      await other.close();
    }
  });
});
