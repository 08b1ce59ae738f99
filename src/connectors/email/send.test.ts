import { describe, expect, it } from 'vitest';
import type { Outgoing } from '../../core/channel/outgoing.ts';
import { credentialForm, type EmailCredentials } from './credentials.ts';
import { outcomeOf, sendMail } from './send.ts';
import type { SmtpFailure } from './smtp.ts';

const failed = (changes: Partial<SmtpFailure>): SmtpFailure => ({
  stage: 'envelope',
  code: 'EENVELOPE',
  reply: 0,
  command: '',
  words: 'words',
  ...changes,
});

describe('what is known after a mail was not confirmed', () => {
  it.each([
    ['nobody listens', { stage: 'connect', code: 'ECONNREFUSED' }, { kind: 'try_later' }],
    ['the name is not found', { stage: 'connect', code: 'EDNS' }, { kind: 'try_later' }],
    ['TLS fails', { stage: 'connect', code: 'ETLS' }, { kind: 'try_later' }],
    [
      'the password is wrong',
      { stage: 'login', code: 'EAUTH', reply: 535 },
      { kind: 'refused', reason: 'needs_login' },
    ],
    [
      'the server knows no login of ours',
      { stage: 'login', code: 'EAUTH' },
      { kind: 'refused', reason: 'needs_login' },
    ],
    ['the login works later', { stage: 'login', code: 'EAUTH', reply: 454 }, { kind: 'try_later' }],
    [
      'a login is asked for first',
      { reply: 530, words: '530 5.7.0 Authentication required' },
      { kind: 'refused', reason: 'needs_login' },
    ],
    [
      'nobody has that address',
      { reply: 550, words: '550 5.1.1 no such user' },
      { kind: 'refused', reason: 'person_unavailable' },
    ],
    [
      'an old server knows nobody',
      { reply: 550, command: 'RCPT TO', words: '550 no such user' },
      { kind: 'refused', reason: 'person_unavailable' },
    ],
    ['the mailbox is full', { reply: 552, words: '552 5.2.2 full' }, { kind: 'refused', reason: 'person_unavailable' }],
    [
      'it counts as spam',
      { stage: 'data', code: 'EMESSAGE', reply: 554, words: '554 5.7.1 spam' },
      { kind: 'refused', reason: 'blocked' },
    ],
    [
      'it is too big',
      { stage: 'data', code: 'EMESSAGE', reply: 552, words: '552 5.3.4 too big' },
      { kind: 'refused', reason: 'bad_attachment' },
    ],
    [
      'it is too big before the data',
      { code: 'EMESSAGE', words: 'Message size larger than allowed' },
      { kind: 'refused', reason: 'bad_attachment' },
    ],
    ['greylisted', { reply: 451, words: '451 4.7.1 greylisted' }, { kind: 'try_later' }],
    ['refused for now after the data', { stage: 'data', reply: 452 }, { kind: 'try_later' }],
    ['lost before the data', { stage: 'envelope', code: 'ECONNECTION' }, { kind: 'try_later' }],
    ['lost after the data', { stage: 'data', code: 'ECONNECTION' }, { kind: 'unknown' }],
    ['silent after the data', { stage: 'data', code: 'ETIMEDOUT' }, { kind: 'unknown' }],
  ] as const)('%s', (_when, changes, outcome) => {
    expect(outcomeOf(failed(changes), 1)).toMatchObject(outcome);
  });

  it.each([
    [1, 60_000],
    [3, 240_000],
    [30, 3_600_000],
  ])('try %i waits %i ms', (attempt, afterMs) => {
    expect(outcomeOf(failed({ reply: 451 }), attempt)).toMatchObject({ afterMs });
  });
});

describe('what is refused before any server is asked', () => {
  const parsed = credentialForm.parse({
    address: 'care@kettle.example',
    imapHost: '127.0.0.1',
    imapPort: 1,
    imapPassword: 'pw',
    smtpPort: 1,
  });
  const credentials = (parsed as { value: EmailCredentials }).value;
  const reply = (attachments: readonly { sizeBytes: number; read?: () => Promise<Uint8Array> }[]) =>
    ({
      kind: 'reply',
      id: 'x',
      createdAt: new Date(),
      attempt: 1,
      references: [],
      inReplyTo: null,
      lastInboundAt: null,
      isByHuman: true,
      thread: { id: 't', reach: 'owned_private', remote: null, counterpartId: 'dora@mail.test', title: null },
      content: {
        text: 'hi',
        attachments: attachments.map((one) => ({
          name: 'a.pdf',
          mimeType: 'application/pdf',
          read: async () => new Uint8Array(),
          ...one,
        })),
      },
    }) as unknown as Outgoing;

  it.each([
    [
      'files that no mail server takes',
      reply([{ sizeBytes: 12 * 1024 * 1024 }, { sizeBytes: 12 * 1024 * 1024 }]),
      /18 MB together/,
    ],
    ['more files than fit', reply(Array.from({ length: 21 }, () => ({ sizeBytes: 1 }))), /20 files/],
    [
      'a file that is gone',
      reply([{ sizeBytes: 1, read: () => Promise.reject(new Error('gone')) }]),
      /"a\.pdf" could not be read/,
    ],
  ])('%s', async (_what, act, detail) => {
    expect(await sendMail(act, credentials, 1_000)).toMatchObject({
      kind: 'refused',
      reason: 'bad_attachment',
      detail: expect.stringMatching(detail),
    });
  });
});
