import { z } from 'zod';
import type { CredentialField, CredentialForm } from '../../core/channel/credentials.ts';

/** Everything needed to read one mailbox and to send as it. */
export interface EmailCredentials {
  readonly address: string;
  readonly fromName: string;
  readonly imapHost: string;
  readonly imapPort: number;
  readonly imapSecure: boolean;
  readonly imapUser: string;
  readonly imapPassword: string;
  readonly smtpHost: string;
  readonly smtpPort: number;
  readonly smtpSecure: boolean;
  readonly smtpUser: string;
  readonly smtpPassword: string;
  /** Empty: found by its special use or its usual names. */
  readonly sentFolder: string;
  readonly sentCopy: SentCopy;
  readonly historyDays: number;
  readonly plusAddressing: boolean;
}

/** Who puts a copy of what we send into the Sent folder. `server`: Gmail and others do so by themselves. */
export type SentCopy = 'auto' | 'earshot' | 'server';

const said = (message: string) => ({ error: message });
const text = (message: string) => z.string(said(message)).trim().min(1, message).max(500, message);
const optionalText = z.string().trim().max(500).default('');
const port = (message: string, initial: number) =>
  z.preprocess(
    (value) => (value === '' || value === undefined || value === null ? initial : value),
    z.coerce.number(said(message)).int(message).min(1, message).max(65_535, message),
  );
const toggle = (initial: boolean) =>
  z.preprocess(
    (value) => (value === 'true' ? true : value === 'false' ? false : (value ?? initial)),
    z.boolean(said('Switch it on or off.')),
  );

const form = z.object(
  {
    address: text('Give the address that customers write to.')
      .toLowerCase()
      .regex(/^[^\s@<>"]+@[^\s@<>"]+$/, 'Write it like care@example.com.'),
    fromName: optionalText,
    imapHost: text('Give the name of the mail server, such as imap.example.com.'),
    imapPort: port('A port is a number from 1 to 65535; usually 993.', 993),
    imapSecure: toggle(true),
    imapUser: optionalText,
    imapPassword: text('Give the password of the mailbox.'),
    smtpHost: optionalText,
    smtpPort: port('A port is a number from 1 to 65535; usually 465 or 587.', 465),
    smtpSecure: toggle(true),
    smtpUser: optionalText,
    smtpPassword: optionalText,
    sentFolder: optionalText,
    sentCopy: z.preprocess(
      (value) => (value === '' ? undefined : value),
      z.enum(['auto', 'earshot', 'server'], said('Choose auto, earshot or server.')).default('auto'),
    ),
    historyDays: z.preprocess(
      (value) => (value === '' || value === null ? undefined : value),
      z.coerce.number(said('Give a number of days.')).int().min(0).max(365, 'At most 365 days.').default(14),
    ),
    plusAddressing: toggle(false),
  },
  said('Fill in the form: address, servers and passwords.'),
);

export const credentialForm: CredentialForm<EmailCredentials> = {
  get fields() {
    return fields;
  },
  parse(input) {
    const result = form.safeParse(input);
    if (!result.success) {
      return {
        ok: false,
        errors: result.error.issues.map((issue) => ({
          field: String(issue.path[0] ?? 'address'),
          message: issue.message,
        })),
      };
    }
    const given = result.data;
    const imapUser = given.imapUser || given.address;
    return {
      ok: true,
      value: {
        ...given,
        imapUser,
        smtpHost: given.smtpHost || given.imapHost.replace(/^imap\./i, 'smtp.'),
        smtpUser: given.smtpUser || imapUser,
        smtpPassword: given.smtpPassword || given.imapPassword,
      },
    };
  },
};

const fields: readonly CredentialField[] = [
  {
    name: 'address',
    label: 'Address',
    kind: 'text',
    placeholder: 'care@example.com',
    help: 'The address that customers write to. Answers are sent from it.',
  },
  {
    name: 'fromName',
    label: 'Name',
    kind: 'text',
    optional: true,
    placeholder: 'Kettle Co',
    help: 'Shown to customers beside the address.',
  },
  {
    name: 'imapHost',
    label: 'IMAP server',
    kind: 'text',
    takesSecrets: true,
    placeholder: 'imap.example.com',
    help: 'Where mail is read. Your mail provider lists it under "IMAP settings".',
  },
  {
    name: 'imapPort',
    label: 'IMAP port',
    kind: 'number',
    initial: 993,
    help: '993 with TLS from the start, 143 with STARTTLS.',
  },
  {
    name: 'imapSecure',
    label: 'TLS from the start (IMAP)',
    kind: 'toggle',
    initial: true,
    help: 'On for port 993. Off means STARTTLS, which is then required unless the server runs on this machine.',
  },
  { name: 'imapUser', label: 'IMAP user', kind: 'text', optional: true, help: 'Empty: the address.' },
  {
    name: 'imapPassword',
    label: 'IMAP password',
    kind: 'secret',
    help: 'With two-step sign-in, make an app password in the account of your mail provider.',
  },
  {
    name: 'smtpHost',
    label: 'SMTP server',
    kind: 'text',
    takesSecrets: true,
    optional: true,
    placeholder: 'smtp.example.com',
    help: 'Where mail is sent. Empty: the IMAP server, with smtp for imap in its name.',
  },
  {
    name: 'smtpPort',
    label: 'SMTP port',
    kind: 'number',
    initial: 465,
    help: '465 with TLS from the start, 587 with STARTTLS.',
  },
  {
    name: 'smtpSecure',
    label: 'TLS from the start (SMTP)',
    kind: 'toggle',
    initial: true,
    help: 'On for port 465, off for port 587.',
  },
  { name: 'smtpUser', label: 'SMTP user', kind: 'text', optional: true, help: 'Empty: the IMAP user.' },
  { name: 'smtpPassword', label: 'SMTP password', kind: 'secret', optional: true, help: 'Empty: the IMAP password.' },
  {
    name: 'sentFolder',
    label: 'Sent folder',
    kind: 'text',
    optional: true,
    placeholder: 'Sent',
    help: 'Empty: found by itself. Answers written in other mail programs are read from it.',
  },
  {
    name: 'sentCopy',
    label: 'Copies in the Sent folder',
    kind: 'choice',
    initial: 'auto',
    choices: [
      { value: 'auto', label: 'Find out' },
      { value: 'earshot', label: 'Earshot files them' },
      { value: 'server', label: 'The mail server files them itself' },
    ],
    help: 'Gmail files what is sent by itself and is recognised. Choose "itself" for another server that does so, or copies appear twice.',
  },
  {
    name: 'historyDays',
    label: 'Days of history',
    kind: 'number',
    initial: 14,
    help: 'How far back mail is read when the inbox is connected. It starts no clocks.',
  },
  {
    name: 'plusAddressing',
    label: 'Plus addresses',
    kind: 'toggle',
    initial: false,
    help: 'On when care+anything@example.com reaches the same mailbox: answers and bounces are then matched even when a mail program loses the thread.',
  },
];
