import { simpleParser } from 'mailparser';
import type { Persona, Place, Remembered, SeenMessage, SeenThread } from '../network.ts';

/** One mail as a persona's mail program has it. */
export interface Kept {
  readonly persona: string;
  readonly mailbox: string;
  readonly root: string;
  readonly subject: string;
  /** Up to this mail itself, oldest first. */
  readonly chain: readonly string[];
  readonly message: SeenMessage;
}

/** What lies in the personas' own mailboxes, threaded by References. */
export class Correspondence {
  readonly #kept: Kept[] = [];
  readonly #personas = new Map<string, Persona>();

  meet(persona: Persona): void {
    this.#personas.set(persona.email.toLowerCase(), persona);
  }

  personaAt(address: string): Persona | undefined {
    return this.#personas.get(address.toLowerCase());
  }

  keep(mail: Kept): void {
    this.#kept.push(mail);
  }

  /** Mails of an earlier run. Each references those before it in its thread. */
  remember(said: readonly Remembered[]): void {
    const chains = new Map<string, string[]>();
    for (const { account, thread, id, by, persona, text, subject = '', at, inReplyTo } of said) {
      if (!persona) continue;
      this.meet(persona);
      const chain = [...(chains.get(thread) ?? []), id];
      chains.set(thread, chain);
      const seen = {
        id,
        by: by === 'person' ? 'me' : 'company',
        name: by === 'person' ? persona.name : account,
      } as const;
      const message = { ...seen, text, at, ...(inReplyTo ? { inReplyTo } : {}) };
      this.keep({ persona: persona.id, mailbox: account, root: thread, subject, chain, message });
    }
  }

  find(persona: Persona, messageId: string): Kept | undefined {
    return this.#kept.find((mail) => mail.persona === persona.id && mail.message.id === messageId);
  }

  /** A mail of the company's as it lands in a persona's mailbox. */
  async receive(persona: Persona, mailbox: string, bytes: Buffer, at: Date): Promise<Kept> {
    const mail = await simpleParser(bytes);
    const id = mail.messageId ?? `<${at.getTime()}@no-id.invalid>`;
    const references = [mail.references ?? [], mail.inReplyTo ?? []].flat();
    const known = references
      .toReversed()
      .map((one) => this.find(persona, one))
      .find((one) => one !== undefined);
    const message: SeenMessage = {
      id,
      by: 'company',
      name: mail.from?.value[0]?.name || mailbox,
      text: (mail.text ?? '').trim(),
      at,
      ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo } : {}),
      ...(mail.attachments.length > 0 ? { files: mail.attachments.map(({ filename }) => filename ?? 'file') } : {}),
    };
    const kept = {
      persona: persona.id,
      mailbox,
      root: known?.root ?? references[0] ?? id,
      subject: mail.subject ?? '',
      chain: [...new Set([...references, id])],
      message,
    };
    this.keep(kept);
    return kept;
  }

  view(persona: Persona, placeOf: (mailbox: string) => Place): SeenThread[] {
    const threads = Map.groupBy(
      this.#kept.filter((mail) => mail.persona === persona.id),
      ({ root }) => root,
    );
    return [...threads]
      .map(([root, mails]) => ({
        id: root,
        place: placeOf(mails[0]?.mailbox ?? ''),
        title: mails[0]?.subject ?? '',
        messages: mails.map(({ message }) => message).toSorted((a, b) => a.at.getTime() - b.at.getTime()),
      }))
      .toSorted((a, b) => (b.messages.at(-1)?.at.getTime() ?? 0) - (a.messages.at(-1)?.at.getTime() ?? 0));
  }
}
