import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../../test/cpu-time.ts';
import { extractPart } from './extract.ts';
import { context, entryOf, fixture, messageIn, parseFixture, parseText } from './mails.fixture.ts';
import { parseMail } from './parse.ts';

describe('files', () => {
  it.each([
    ['attachment-pdf', 'Rechnung für König.pdf', 'application/pdf', '%PDF-1.4'],
    ['winmail-tnef', 'winmail.dat', 'application/ms-tnef', ''],
    ['nested-message', 'message.eml', 'message/rfc822', 'From: Shop'],
    ['calendar-invitation', 'invite.ics', 'text/calendar', 'BEGIN:VCALENDAR'],
  ])('%s carries %s', async (name, fileName, mimeType, begins) => {
    const [file] = messageIn(await parseFixture(name)).content.attachments;
    expect(file).toMatchObject({ kind: 'file', name: fileName, mimeType });
    if (file?.source.kind !== 'part') throw new Error('no part');
    const bytes = await extractPart(entryOf(fixture(name)), file.source.part);
    expect(bytes.length).toBe(file.sizeBytes);
    expect(Buffer.from(bytes).toString('latin1').startsWith(begins)).toBe(true);
  });

  it('says in words what an invitation asks', async () => {
    expect(messageIn(await parseFixture('calendar-invitation')).content.text).toBe(
      'Let us talk.\n\nInvitation: Call about the broken kettles, all three\nWhen: 2026-11-24 10:00 (W. Europe Standard Time) to 2026-11-24 10:30 (W. Europe Standard Time)\nWhere: Room 4\nFrom: dora@corp.test',
    );
  });
});

describe('bounds', () => {
  it('keeps 50 of 10,000 recipients and a short chain of 3,000 references', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `p${at}@mail.test`).join(',\n ');
    const chain = Array.from({ length: 3_000 }, (_, at) => `<r${at}@mail.test>`).join('\n ');
    const message = messageIn(
      await parseText(`From: dora@mail.test\nTo: ${many}\nReferences: ${chain}\nSubject: s\n\nx`),
    );
    expect((message.remote as { to: unknown[] }).to).toHaveLength(50);
    expect(message.thread.id).toBe('<r0@mail.test>');
    expect(message.belongsWith?.[0]).toBe('<r2999@mail.test>');
    expect(message.belongsWith?.length).toBeLessThanOrEqual(30);
  });

  it('reads a mail of 20 MB, and says when the rest was left in the mailbox', async () => {
    const line = `${'QUJD'.repeat(19)}\r\n`;
    const body = `From: dora@mail.test\r\nSubject: big\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n--b\r\nContent-Type: video/mp4; name=v.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n${line.repeat(260_000)}`;
    const events = await parseMail(entryOf(Buffer.from(body), { size: String(80 * 1024 * 1024) }), context);
    expect(messageIn(events).content).toMatchObject({
      text: 'hello',
      attachments: [
        { kind: 'video', name: 'v.mp4' },
        {
          kind: 'unsupported',
          title: 'This mail is 80 MB. Only its beginning was read; open the rest in the mailbox.',
        },
      ],
    });
  });

  it('stores no NUL and no half characters', async () => {
    const message = messageIn(await parseText('From: "a\0b" <a@mail.test>\nSubject: =?utf-8?B?AGE=?=\n\nx\0y'));
    expect(JSON.stringify(message)).not.toContain('\\u0000');
  });

  it.each([
    ['one line of a million characters', 'x'.repeat(1_000_000)],
    ['half a million empty lines', '\n'.repeat(500_000)],
    ['deep quoting', `${'>'.repeat(100_000)} a\n`.repeat(5)],
    ['a hundred thousand open brackets', '[http:'.repeat(100_000)],
  ])('is quick with %s', async (_name, text) => {
    const started = cpuTime();
    await parseText(`From: a@mail.test\nSubject: s\nContent-Type: text/html\n\n<p>${text}</p>`);
    await parseText(`From: a@mail.test\nSubject: s\n\n${text}`);
    expect(cpuTime() - started).toBeLessThan(5_000);
  });

  it('marks history, and names what the server could not hand over', async () => {
    expect(messageIn(await parseFixture('plain', { isHistory: 'true' })).isHistory).toBe(true);
    expect(await parseMail(entryOf(new Uint8Array(), { unreadable: 'internal error' }), context)).toEqual([
      { kind: 'ignored', why: 'The mail server could not hand over this mail: internal error' },
    ]);
  });
});
