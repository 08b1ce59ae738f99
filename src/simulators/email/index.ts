import {
  type Answer,
  type Faults,
  noFaults,
  type Persona,
  type Place,
  type Said,
  type SimulatedNetwork,
} from '../network.ts';
import { Correspondence, type Kept } from './correspondence.ts';
import { listenImap } from './imap-server.ts';
import { writeLetter } from './letters.ts';
import { MailStore } from './mail-store.ts';
import { PostOffice } from './post-office.ts';
import { seeded } from './seeded.ts';
import { listenSmtp } from './smtp-listen.ts';

export interface EmailNetworkOptions {
  /** 0 or absent: any free port. */
  readonly imapPort?: number;
  readonly smtpPort?: number;
  readonly seed: number;
  readonly now: () => Date;
  /** The company's mailboxes. */
  readonly mailboxes: readonly { readonly address: string; readonly password: string }[];
  /** Another one for each run of a network that does not keep its mails; 1 at first. */
  readonly uidValidity?: number;
  /** Like Gmail, files what is sent through it into the Sent folder by itself. Default: true. */
  readonly keepsSent?: boolean;
}

export interface EmailNetwork extends SimulatedNetwork {
  readonly imapPort: number;
  readonly smtpPort: number;
  /** A mail byte for byte, as another server would hand it over. */
  deliver(mailbox: string, bytes: Buffer, at?: Date): void;
  /** Somebody answers in the company's own mail program. Gives the mail's id. */
  answer(mailbox: string, persona: Persona, inReplyTo: string, text: string, at?: Date): Promise<string>;
  /** All mails of a folder get new UIDs under a new UIDVALIDITY. */
  renumber(mailbox: string, folder: string): void;
  /** What lies in a folder of the company's mailbox. */
  folder(
    mailbox: string,
    folder: string,
  ): readonly { readonly uid: number; readonly bytes: Buffer; readonly flags: ReadonlySet<string> }[];
}

/** A mail provider on loopback: IMAP and SMTP for the company, and mail programs for the personas. */
export async function startEmail(options: EmailNetworkOptions): Promise<EmailNetwork> {
  const { now, keepsSent = true } = options;
  const draw = seeded(options.seed);
  const chance = (share: number) => share > 0 && draw() < share;
  const faults: Faults = noFaults();
  const store = new MailStore();
  for (const { address, password } of options.mailboxes) store.add(address, password, options.uidValidity);
  const correspondence = new Correspondence();
  const post = new PostOffice(store, faults, chance);
  const listeners = new Set<(answer: Answer) => void>();

  const imap = await listenImap(
    store,
    {
      isRevoked: () => faults.isTokenRevoked,
      trouble: () => {
        post.release();
        if (chance(faults.rateLimit)) return '[LIMIT] too many requests, slow down';
        return chance(faults.failBefore) ? '[UNAVAILABLE] the mail store is not available' : null;
      },
      now,
    },
    options.imapPort ?? 0,
  );

  const smtp = await listenSmtp(
    {
      login: (user, password) =>
        !faults.isTokenRevoked && store.accounts.get(user.toLowerCase())?.password === password,
      refusal: () => {
        if (chance(faults.rateLimit)) return { code: 450, words: '4.7.1 Too many messages, try again later' };
        return chance(faults.failBefore) ? { code: 451, words: '4.3.0 Temporary failure' } : null;
      },
      knows: (recipient) => correspondence.personaAt(recipient) !== undefined || store.accounts.has(recipient),
      accept,
      confirmation: () =>
        chance(faults.failAfterAccept) ? 'connection lost' : chance(faults.timeoutAfterAccept) ? 'never' : 'given',
    },
    options.smtpPort ?? 0,
  );

  async function accept(user: string, recipients: readonly string[], bytes: Buffer): Promise<void> {
    const at = now();
    const sent = store.accounts.get(user.toLowerCase())?.folders.get('SENT');
    if (keepsSent && sent) store.append(sent, bytes, at, ['\\Seen']);
    for (const recipient of recipients) {
      const persona = correspondence.personaAt(recipient);
      if (!persona) post.deliver({ mailbox: recipient, bytes, at });
      else tell(persona, await correspondence.receive(persona, user.toLowerCase(), bytes, at));
    }
  }

  function tell(persona: Persona, { root, message }: Kept): void {
    for (const listener of listeners) listener({ persona: persona.id, thread: root, message, isPublic: false });
  }

  const placeOf = (mailbox: string): Place => ({
    id: mailbox,
    kind: 'mail',
    isPublic: false,
    label: `Mail to ${mailbox}`,
  });
  const hex = () =>
    Math.floor(draw() * 2 ** 48)
      .toString(16)
      .padStart(12, '0');

  /** With the time in it, as mail programs do: a second run with the same seed names nothing as the first did. */
  const newId = (at: Date, address: string) =>
    `<${at.getTime().toString(16)}.${hex()}@${address.split('@')[1] ?? 'mail.test'}>`;

  async function say(persona: Persona, said: Said): Promise<{ id: string; thread: string }> {
    correspondence.meet(persona);
    if (!store.accounts.has(said.place)) throw new Error(`There is no mailbox ${said.place}`);
    const answered = said.inReplyTo ? correspondence.find(persona, said.inReplyTo) : undefined;
    const at = said.at ?? now();
    const id = newId(at, persona.email);
    const subject =
      said.subject ?? (answered ? `Re: ${answered.subject.replace(/^re:\s*/i, '')}` : firstWords(said.text));
    const bytes = await writeLetter({
      persona,
      to: said.place,
      said,
      subject,
      messageId: id,
      references: answered?.chain ?? [],
      at,
      ...(answered ? { answered: answered.message } : {}),
    });
    const root = answered?.root ?? id;
    const inReplyTo = answered ? { inReplyTo: answered.message.id } : {};
    correspondence.keep({
      persona: persona.id,
      mailbox: said.place,
      root,
      subject,
      chain: [...(answered?.chain ?? []), id],
      message: { id, by: 'me', name: persona.name, text: said.text, at, ...inReplyTo },
    });
    post.deliver({ mailbox: said.place, bytes, at });
    return { id, thread: root };
  }

  return {
    channel: 'email',
    name: 'E-mail',
    imapPort: imap.port,
    smtpPort: smtp.port,
    faults,
    places(persona) {
      correspondence.meet(persona);
      return [...store.accounts.keys()].map(placeOf);
    },
    say,
    view(persona) {
      correspondence.meet(persona);
      return correspondence.view(persona, placeOf);
    },
    remember: (said) => correspondence.remember(said),
    onAnswer(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled: () => post.settled(),
    deliver: (mailbox, bytes, at = now()) => post.deliver({ mailbox, bytes, at }),
    async answer(mailbox, persona, inReplyTo, text, at = now()) {
      const answered = correspondence.find(persona, inReplyTo);
      if (!answered) throw new Error(`${persona.name} has no mail ${inReplyTo}`);
      const messageId = newId(at, mailbox);
      const bytes = await writeLetter({
        persona: { ...persona, email: mailbox, name: mailbox },
        to: persona.email,
        said: { place: mailbox, text },
        subject: `Re: ${answered.subject.replace(/^re:\s*/i, '')}`,
        messageId,
        references: answered.chain,
        at,
      });
      const sent = store.accounts.get(mailbox)?.folders.get('SENT');
      if (!sent) throw new Error(`There is no mailbox ${mailbox}`);
      store.append(sent, bytes, at, ['\\Seen']);
      tell(persona, await correspondence.receive(persona, mailbox, bytes, at));
      return messageId;
    },
    renumber(mailbox, folder) {
      const found = store.accounts.get(mailbox)?.folders.get(folder.toUpperCase());
      if (found) store.renumber(found);
    },
    folder: (mailbox, folder) => store.accounts.get(mailbox)?.folders.get(folder.toUpperCase())?.mails ?? [],
    async close() {
      post.close();
      await Promise.all([imap.close(), smtp.close()]);
    },
  };
}

/** A subject as people write it when they write one: the beginning of what they say. */
const firstWords = (text: string) => text.split(/\s+/).slice(0, 6).join(' ').slice(0, 60) || 'Hello';
