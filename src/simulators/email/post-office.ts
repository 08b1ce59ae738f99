import type { Faults } from '../network.ts';
import type { MailStore } from './mail-store.ts';

interface Held {
  readonly mailbox: string;
  readonly bytes: Buffer;
  readonly at: Date;
}

/** Brings mail into the company's mailboxes, as faithfully as the dials allow. */
export class PostOffice {
  readonly #store: MailStore;
  readonly #faults: Faults;
  readonly #chance: (share: number) => boolean;
  readonly #onTheWay = new Set<Promise<void>>();
  readonly #timers = new Map<NodeJS.Timeout, () => void>();
  #held: Held[] = [];

  constructor(store: MailStore, faults: Faults, chance: (share: number) => boolean) {
    this.#store = store;
    this.#faults = faults;
    this.#chance = chance;
  }

  deliver(mail: Held): undefined {
    if (this.#chance(this.#faults.drop)) return;
    const copies = this.#chance(this.#faults.duplicate) ? [mail, mail] : [mail];
    if (this.#faults.isSilent || this.#chance(this.#faults.reorder)) {
      this.#held.push(...copies);
      return;
    }
    if (this.#faults.delayMs > 0) return this.#later(copies, this.#faults.delayMs);
    this.#put(copies);
    this.release();
  }

  /** What was held back comes after what overtook it. */
  release(): undefined {
    if (this.#faults.isSilent) return;
    this.#put(this.#held.splice(0));
  }

  async settled(): Promise<void> {
    while (this.#onTheWay.size > 0) await Promise.all(this.#onTheWay);
    this.release();
  }

  close(): undefined {
    for (const [timer, done] of this.#timers) {
      clearTimeout(timer);
      done();
    }
  }

  #later(mails: readonly Held[], delayMs: number): undefined {
    const coming = new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        this.#put(mails);
        resolve();
      }, delayMs);
      this.#timers.set(timer, resolve);
    }).finally(() => this.#onTheWay.delete(coming));
    this.#onTheWay.add(coming);
  }

  #put(mails: readonly Held[]): undefined {
    for (const { mailbox, bytes, at } of mails) {
      const folder = this.#store.accounts.get(mailbox)?.folders.get('INBOX');
      if (folder) this.#store.append(folder, bytes, at);
    }
  }
}
