import MailComposer from 'nodemailer/lib/mail-composer';
import type { Persona, Said } from '../network.ts';

/** A mail as a persona's mail program writes it. */
export interface Letter {
  readonly persona: Persona;
  readonly to: string;
  readonly said: Said;
  readonly subject: string;
  readonly messageId: string;
  readonly references: readonly string[];
  readonly at: Date;
  /** The mail that is answered, repeated below the answer as mail programs do. */
  readonly answered?: { readonly name: string; readonly text: string; readonly at: Date };
}

export function writeLetter(letter: Letter): Promise<Buffer> {
  const { persona, to, said, subject, messageId, references, at, answered } = letter;
  const composer = new MailComposer({
    from: { name: persona.name, address: persona.email },
    to,
    subject,
    messageId,
    date: at,
    ...(references.length > 0 ? { inReplyTo: references.at(-1), references: [...references] } : {}),
    text: answered ? `${said.text}\n\n${quote(answered, persona.language)}` : said.text,
    ...(said.attachment
      ? {
          attachments: [
            {
              filename: said.attachment.name,
              contentType: said.attachment.mimeType,
              content: Buffer.from(said.attachment.bytes),
            },
          ],
        }
      : {}),
    headers: { 'Content-Language': persona.language },
    newline: '\r\n',
  });
  return new Promise((resolve, reject) => {
    composer
      .compile()
      .build((error: Error | null, bytes?: Buffer) =>
        bytes ? resolve(bytes) : reject(error ?? new Error('no mail was made')),
      );
  });
}

const WROTE: Readonly<Record<string, (at: string, name: string) => string>> = {
  de: (at, name) => `Am ${at} schrieb ${name}:`,
  el: (at, name) => `Στις ${at}, ο χρήστης ${name} έγραψε:`,
  es: (at, name) => `El ${at}, ${name} escribió:`,
  fi: (at, name) => `${name} kirjoitti ${at}:`,
  fr: (at, name) => `Le ${at}, ${name} a écrit :`,
  hr: (at, name) => `${at} ${name} je napisao/la:`,
  hu: (at, name) => `${name} ezt írta (időpont: ${at}):`,
  ko: (at, name) => `${at}, ${name}님이 작성:`,
};

function quote({ name, text, at }: NonNullable<Letter['answered']>, language: string): string {
  const when = at.toISOString().replace('T', ' ').slice(0, 16);
  const line = (WROTE[language.split('-')[0] ?? ''] ?? ((on: string, who: string) => `On ${on}, ${who} wrote:`))(
    when,
    name,
  );
  return [
    line,
    '',
    ...text
      .trim()
      .split('\n')
      .map((one) => `> ${one}`),
  ].join('\n');
}
