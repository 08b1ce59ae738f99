/** One mail in a folder, as the server keeps it. */
export interface StoredMail {
  readonly uid: number;
  readonly bytes: Buffer;
  readonly at: Date;
  readonly flags: Set<string>;
}

export interface Folder {
  readonly name: string;
  readonly use: string;
  uidValidity: number;
  uidNext: number;
  mails: StoredMail[];
}

export interface Account {
  readonly address: string;
  readonly password: string;
  readonly folders: Map<string, Folder>;
}

/** The mailboxes of the company, in memory. */
export class MailStore {
  readonly accounts = new Map<string, Account>();
  readonly #listeners = new Set<(folder: Folder) => void>();

  /** @param uidValidity another one than in an earlier run, whose mails are not here any more */
  add(address: string, password: string, uidValidity = 1): Account {
    const folders = new Map<string, Folder>();
    for (const [name, use] of [
      ['INBOX', ''],
      ['Sent', '\\Sent'],
      ['Drafts', '\\Drafts'],
      ['Trash', '\\Trash'],
    ] as const)
      folders.set(name.toUpperCase(), { name, use, uidValidity, uidNext: 1, mails: [] });
    const account = { address: address.toLowerCase(), password, folders };
    this.accounts.set(account.address, account);
    return account;
  }

  append(folder: Folder, bytes: Buffer, at: Date, flags: Iterable<string> = []): StoredMail {
    const mail = { uid: folder.uidNext++, bytes, at, flags: new Set(flags) };
    folder.mails.push(mail);
    for (const listener of this.#listeners) listener(folder);
    return mail;
  }

  /** The server gives all mails of a folder new UIDs, as after a repair. */
  renumber(folder: Folder): void {
    folder.uidValidity += 1;
    folder.uidNext = 1;
    folder.mails = folder.mails.map((mail) => ({ ...mail, uid: folder.uidNext++ }));
  }

  onAppend(listener: (folder: Folder) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
