import nodemailer from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConversationRow } from '../../src/wire/conversations.ts';
import { LedgerDetail, LedgerPage } from '../../src/wire/inboxes.ts';
import { type Api, openApi } from '../product/api.ts';
import { serverDatabase } from '../product/on-server.ts';
import { type House, makeHouse } from '../product/process.ts';
import { until } from '../product/until.ts';
import { type Letter, lettersFromFixtures } from './mail/letters.ts';
import { CARE, mailsIn } from './mail/reader.ts';
import { type RealMail, startRealMail } from './mail/start.ts';

const TOTAL = 200;
const started = await startRealMail();
if ('reason' in started) console.warn(`The product on a real mail server is left out: ${started.reason}`);

/** What hangs together with the first mail of a matter: its answers in the styles of the mail programs, and machines about it. */
const ONE_MATTER = new Set([
  ...['plain', 'apple-reply-en', 'apple-reply-fr', 'gmail-reply-de', 'gmail-reply-el', 'gmail-reply-en'],
  ...['gmail-reply-hu', 'gmail-reply-ko', 'inline-image', 'interleaved-reply', 'outlook-html-only-es'],
  ...['outlook-reply-de', 'outlook-reply-en', 'thunderbird-bottom-post', 'auto-reply-exchange', 'vacation-sieve'],
  ...['bounce-delayed', 'bounce-exchange', 'bounce-postfix'],
]);
/** Machines about an answer that this mailbox has not seen. */
const ABOUT_AN_ANSWER = new Set(['bounce-plain-exim', 'receipt-read']);
/** Its tagged address is the same in every round, and so is what it answers. */
const TAGGED = 'plus-address-lost-thread';
const WAITS_FOR_NOBODY = new Set([...ABOUT_AN_ANSWER, 'list-newsletter']);

describe.skipIf('reason' in started)('the product on a real mail server', () => {
  const server = started as RealMail;
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: server.smtpPort,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 4,
  });
  let house: House;
  let api: Api;
  let inboxId = '';
  let dropDatabase = async () => {};

  const post = ({ from, bytes }: Omit<Letter, 'name'>) =>
    transport.sendMail({ envelope: { from, to: [CARE] }, raw: bytes });
  const write = (from: string, headers: readonly string[], text: string) =>
    post({ from, bytes: Buffer.from([`From: ${from}`, ...headers, `To: ${CARE}`, '', text, ''].join('\r\n')) });
  /** The conversation that such a mail opened. */
  const opened = (subject: string): Promise<ConversationRow> =>
    until(`a conversation “${subject}”`, async () =>
      (await api.conversations('needs_answer')).find((row) => row.subject === subject),
    );
  const conversationWhen = (id: string, what: string, isSo: (texts: readonly string[]) => boolean) =>
    until(what, async () => {
      const detail = await api.conversation(id);
      return isSo(detail.messages.map(({ text }) => text)) && detail;
    });

  beforeAll(async () => {
    house = await makeHouse();
    const { env, drop } = await serverDatabase();
    dropDatabase = drop;
    api = await openApi(await house.start(env));
    const { inbox, warnings } = await api.connect('email', {
      address: CARE,
      fromName: 'Kettle Co',
      imapHost: '127.0.0.1',
      imapPort: server.imapPort,
      imapSecure: false,
      imapPassword: server.password,
      smtpPort: server.smtpPort,
      smtpSecure: false,
    });
    expect(warnings).toEqual([]);
    inboxId = inbox.id;
  });
  afterAll(async () => {
    await house?.leave();
    await dropDatabase();
    transport.close();
    server.close();
  });

  it('files 200 mails of forty kinds, each where it belongs, and counts as many as the server has', async () => {
    const letters = lettersFromFixtures(6).slice(0, TOTAL);
    expect(letters).toHaveLength(TOTAL);
    await Promise.all(letters.map(post));
    const balance = await api.settledBalance(({ received }) => received === TOTAL);
    expect(balance).toMatchObject({ filed: TOTAL, duplicate: 0, ignored: 0, setAside: 0, isExact: true });
    const { count } = await until('the count', async () => {
      const { health } = await api.inbox(inboxId);
      return health.count?.seen === TOTAL && health;
    });
    expect(count).toEqual({ onServer: TOTAL, seen: TOTAL });

    const conversationOf = await whereTheyAre(api);
    const rows = new Map((await api.conversations()).map((row) => [row.id, row]));
    const members = Map.groupBy(letters, (letter) => conversationOf.get(keyOf(letter.bytes.toString('latin1'))) ?? '');
    const expected = Map.groupBy(letters, ({ name }) => matterOf(name));
    expect(members.has('')).toBe(false);
    expect([...members.values()].map(namesOf).toSorted()).toEqual([...expected.values()].map(namesOf).toSorted());
    for (const [id, ones] of members) {
      const row = rows.get(id);
      const isWaiting = ones.some(({ name }) => !WAITS_FOR_NOBODY.has(kindOf(name)));
      expect(row?.attention, namesOf(ones)).toBe(isWaiting ? 'needs_answer' : null);
      expect(row?.messageCount, namesOf(ones)).toBe(ones.length);
    }
    expect(rows.size).toBe(members.size);
  });

  it('answers into the customer’s thread, and the customer’s answer comes back into the same conversation', async () => {
    const headers = ['Subject: =?utf-8?Q?K=C3=B6cher?=', 'Message-ID: <real-1@mail.test>'];
    await write('Dora <dora@mail.test>', [...headers, 'References: <real-0@mail.test>'], 'My kettle leaks.');
    const { id } = await opened('Köcher');
    const text = 'Please try this.\n\nΜε χαρά, 재킷 😊';
    expect(await api.answer(id, text)).toMatchObject({ delivery: 'sent', direction: 'outbound' });

    const got = await until('the answer in her mailbox', async () => (await mailsIn(server, DORA, 'Re: Köcher'))[0]);
    expect(got).toMatchObject({
      inReplyTo: '<real-1@mail.test>',
      references: ['<real-0@mail.test>', '<real-1@mail.test>'],
      from: { value: [{ address: CARE, name: 'Kettle Co' }] },
    });
    expect(got.text?.trim()).toBe(text);

    const answering = ['Subject: Re: Kettle', 'Message-ID: <real-2@mail.test>', `In-Reply-To: ${got.messageId}`];
    await write('Dora <dora@mail.test>', answering, 'Thank you!\r\n\r\nOn 20 Nov 2026, Kettle Co wrote:\r\n> Please.');
    const detail = await conversationWhen(id, 'her thanks', (texts) => texts.includes('Thank you!'));
    expect(detail.messages.map(({ direction, text: said }) => [direction, said])).toEqual([
      ['inbound', 'My kettle leaks.'],
      ['outbound', text],
      ['inbound', 'Thank you!'],
    ]);
    expect(detail.conversation).toMatchObject({ attention: 'needs_answer', contact: { name: 'Dora Kiss' } });
    expect(await mailsIn(server, DORA, 'Re: Köcher')).toHaveLength(1);
  });

  it('an out-of-office waits for nobody; an answer that comes back says so and waits again', async () => {
    server.setVacation('away@mail.test', 'Away until Monday', 'I am away and read mail on Monday.');
    for (const from of ['away@mail.test', server.ghost])
      await write(from, [`Subject: A question of ${from}`, `Message-ID: <q-${from}>`], 'Hello?');

    const away = await opened('A question of away@mail.test');
    await api.answer(away.id, 'Here is the answer.', { as: 'person' });
    const machine = await conversationWhen(away.id, 'the out-of-office', (texts) => texts.length === 3);
    expect(machine.messages.at(-1)).toMatchObject({
      text: 'I am away and read mail on Monday.',
      automatic: 'auto_reply',
    });
    expect(machine.conversation.attention).toBe('answered');

    const ghost = await opened(`A question of ${server.ghost}`);
    const sent = await api.answer(ghost.id, 'Here is the answer.', { as: 'person' });
    const detail = await until('the bounce', async () => {
      const now = await api.conversation(ghost.id);
      return now.messages.length === 3 && now;
    });
    expect(detail.messages.at(-1)).toMatchObject({ automatic: 'bounce' });
    const ours = detail.messages.find(({ id }) => id === sent.id);
    expect(ours).toMatchObject({ delivery: 'failed', deliveryDetail: expect.stringMatching(/ghost@mail\.test/) });
    expect(detail.conversation.attention).toBe('needs_answer');
  });

  it('the ledger still balances', async () => {
    const balance = await api.settledBalance(({ received }) => received >= TOTAL + 6);
    expect(balance).toMatchObject({ isExact: true, setAside: 0, ignored: 0 });
    expect((await api.inbox(inboxId)).health).toMatchObject({ state: 'connected', lastError: null });
  });
});

const DORA = 'dora@mail.test';

const kindOf = (name: string) => name.replace(/ \(\d+\)$/, '');
const namesOf = (letters: readonly Letter[]) =>
  letters
    .map(({ name }) => name)
    .toSorted()
    .join(', ');

/** What must be in one conversation has the same words here. */
function matterOf(name: string): string {
  const kind = kindOf(name);
  const round = name.slice(kind.length);
  if (ONE_MATTER.has(kind)) return `the matter${round}`;
  if (ABOUT_AN_ANSWER.has(kind)) return `the answer${round}`;
  return kind === TAGGED ? TAGGED : name;
}

/** What tells one mail from another: its id, or where it has none its subject and date. */
function keyOf(mail: string): string {
  const head = mail.split(/\r?\n\r?\n/, 1)[0] ?? '';
  const line = (name: string) => new RegExp(`^${name}:[ ]*(.*)$`, 'im').exec(head)?.[1]?.trim();
  return line('message-id') ?? `${line('subject')} ${line('date')}`;
}

/** By the ledger: each mail as it arrived, and the conversation that it became part of. */
async function whereTheyAre(api: Api): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null; ) {
    const page: { items: readonly { id: number }[]; before: number | null } = await api.read(
      LedgerPage,
      `/api/ledger?limit=100&before=${before}`,
    );
    before = page.before;
    for (const { id } of page.items) {
      const { body, outcome } = await api.read(LedgerDetail, `/api/ledger/${id}`);
      const conversationId = outcome.find((one) => one.conversationId)?.conversationId;
      if (conversationId) found.set(keyOf(body), conversationId);
    }
  }
  return found;
}
