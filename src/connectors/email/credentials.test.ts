import { describe, expect, it } from 'vitest';
import { credentialForm } from './credentials.ts';

const filled = { address: ' Care@Kettle.example ', imapHost: 'imap.kettle.example', imapPassword: 'pw' };

describe('the form of a mailbox', () => {
  it('needs four things and fills in the rest', () => {
    expect(credentialForm.parse(filled)).toEqual({
      ok: true,
      value: {
        address: 'care@kettle.example',
        fromName: '',
        sentFolder: '',
        sentCopy: 'auto',
        historyDays: 14,
        plusAddressing: false,
        imapHost: 'imap.kettle.example',
        imapPort: 993,
        imapSecure: true,
        imapUser: 'care@kettle.example',
        imapPassword: 'pw',
        smtpHost: 'smtp.kettle.example',
        smtpPort: 465,
        smtpSecure: true,
        smtpUser: 'care@kettle.example',
        smtpPassword: 'pw',
      },
    });
  });

  it('takes what a browser sends: numbers and toggles as text, empty fields', () => {
    const form = { ...filled, imapPort: '143', imapSecure: 'false', smtpPort: '', historyDays: '', sentCopy: '' };
    expect(credentialForm.parse(form)).toMatchObject({
      ok: true,
      value: { imapPort: 143, imapSecure: false, smtpPort: 465, historyDays: 14, sentCopy: 'auto' },
    });
  });

  it.each([
    ['address', 'care at kettle', 'Write it like care@example.com.'],
    ['address', 'Kettle <care@kettle.example>', 'Write it like care@example.com.'],
    ['imapHost', '', 'Give the name of the mail server, such as imap.example.com.'],
    ['imapPort', '99999', 'A port is a number from 1 to 65535; usually 993.'],
    ['smtpPort', 'x', 'A port is a number from 1 to 65535; usually 465 or 587.'],
    ['historyDays', 4000, 'At most 365 days.'],
    ['sentCopy', 'perhaps', 'Choose auto, earshot or server.'],
  ])('%s: %j is answered with what to do', (field, value, message) => {
    expect(credentialForm.parse({ ...filled, [field]: value })).toEqual({ ok: false, errors: [{ field, message }] });
  });

  it('names every field that it takes', () => {
    const result = credentialForm.parse(filled);
    expect(credentialForm.fields.map(({ name }) => name).toSorted()).toEqual(
      result.ok ? Object.keys(result.value).toSorted() : [],
    );
  });
});
