import type { Socket } from 'node:net';
import { fetchLine } from './imap-fetch.ts';
import { inSet, searchTest } from './imap-search.ts';
import { CommandReader, textOf, type Word, wordsOf } from './imap-words.ts';
import type { Account, Folder, MailStore } from './mail-store.ts';

/** What the weather on this network is, asked before each command. */
export interface ImapWeather {
  isRevoked(): boolean;
  /** The server's refusal for this command, or null. */
  trouble(): string | null;
  now(): Date;
}

const CAPABILITIES = 'IMAP4rev1 IDLE UIDPLUS SPECIAL-USE LITERAL+ SASL-IR AUTH=PLAIN';
const NEEDS_FOLDER = new Set(['FETCH', 'SEARCH', 'STORE', 'EXPUNGE', 'CLOSE', 'UNSELECT', 'CHECK']);
const MAY_FAIL = new Set(['SELECT', 'EXAMINE', 'FETCH', 'SEARCH', 'APPEND', 'STATUS']);

/** One connection to the IMAP server (RFC 3501, with IDLE, UIDPLUS, SPECIAL-USE). */
export class ImapSession {
  readonly #socket: Socket;
  readonly #store: MailStore;
  readonly #weather: ImapWeather;
  #account: Account | null = null;
  #folder: Folder | null = null;
  #told = 0;
  #idleTag: string | null = null;
  #loginTag: string | null = null;

  constructor(socket: Socket, store: MailStore, weather: ImapWeather) {
    this.#socket = socket;
    this.#store = store;
    this.#weather = weather;
    socket.setNoDelay(true);
    const reader = new CommandReader(() => this.#say('+ OK'));
    socket.on('data', (chunk: Buffer) => {
      for (const { text, literals } of reader.read(chunk)) this.#take(text, literals);
    });
    socket.on('error', () => socket.destroy());
    this.#say(`* OK [CAPABILITY ${CAPABILITIES}] simulated mail server ready`);
  }

  /** New mail while the client waits in IDLE is told at once. */
  tell(folder: Folder): undefined {
    if (this.#idleTag !== null && folder === this.#folder) this.#news();
  }

  #say(line: string): undefined {
    if (!this.#socket.destroyed) this.#socket.write(`${line}\r\n`);
  }

  #news(): undefined {
    const count = this.#folder?.mails.length ?? 0;
    if (count !== this.#told) this.#say(`* ${count} EXISTS`);
    this.#told = count;
  }

  #take(text: string, literals: readonly Buffer[]): undefined {
    if (this.#idleTag !== null) {
      this.#say(`${this.#idleTag} OK IDLE terminated`);
      this.#idleTag = null;
      if (text.toUpperCase() === 'DONE') return;
    }
    if (this.#loginTag !== null) {
      const tag = this.#loginTag;
      this.#loginTag = null;
      return this.#plain(tag, text);
    }
    const words = wordsOf(text, literals);
    const tag = textOf(words[0]);
    const isUid = textOf(words[1]).toUpperCase() === 'UID';
    const name = textOf(words[isUid ? 2 : 1]).toUpperCase();
    this.#run(tag, name, words.slice(isUid ? 3 : 2), isUid);
  }

  #run(tag: string, name: string, words: readonly Word[], isUid: boolean): undefined {
    if (this.#account && this.#weather.isRevoked()) {
      this.#say('* BYE your session was ended');
      this.#socket.end();
      return;
    }
    const trouble = MAY_FAIL.has(name) ? this.#weather.trouble() : null;
    if (trouble) return this.#say(`${tag} NO ${trouble}`);
    if (NEEDS_FOLDER.has(name) && !this.#folder) return this.#say(`${tag} BAD no folder is selected`);
    switch (name) {
      case 'CAPABILITY':
        this.#say(`* CAPABILITY ${CAPABILITIES}`);
        return this.#done(tag, name);
      case 'LOGIN':
        return this.#login(tag, textOf(words[0]), textOf(words[1]));
      case 'AUTHENTICATE':
        if (words[1] !== undefined) return this.#plain(tag, textOf(words[1]));
        this.#loginTag = tag;
        return this.#say('+ ');
      case 'LOGOUT':
        this.#say('* BYE until next time');
        this.#done(tag, name);
        this.#socket.end();
        return;
      case 'NOOP':
      case 'CHECK':
        this.#news();
        return this.#done(tag, name);
      case 'LIST':
      case 'LSUB':
        return this.#list(tag, name, words);
      case 'SELECT':
      case 'EXAMINE':
        return this.#select(tag, name, textOf(words[0]));
      case 'STATUS':
        return this.#status(tag, textOf(words[0]));
      case 'SEARCH':
        return this.#search(tag, words, isUid);
      case 'FETCH':
        return this.#fetch(tag, words, isUid);
      case 'APPEND':
        return this.#append(tag, words);
      case 'IDLE':
        this.#say('+ idling');
        this.#idleTag = tag;
        return this.#news();
      case 'CLOSE':
      case 'UNSELECT':
        this.#folder = null;
        return this.#done(tag, name);
      default:
        return this.#say(`${tag} BAD this server does not know ${name}`);
    }
  }

  #done(tag: string, name: string): undefined {
    this.#say(`${tag} OK ${name} completed`);
  }

  #plain(tag: string, encoded: string): undefined {
    const [, user = '', password = ''] = Buffer.from(encoded, 'base64').toString('utf8').split('\0');
    this.#login(tag, user, password);
  }

  #login(tag: string, user: string, password: string): undefined {
    const account = this.#store.accounts.get(user.toLowerCase());
    if (!account || account.password !== password || this.#weather.isRevoked())
      return this.#say(`${tag} NO [AUTHENTICATIONFAILED] Authentication failed.`);
    this.#account = account;
    this.#say(`${tag} OK [CAPABILITY ${CAPABILITIES}] Logged in`);
  }

  #folderOf(name: string): Folder | null {
    return this.#account?.folders.get(name.toUpperCase()) ?? null;
  }

  #list(tag: string, name: string, words: readonly Word[]): undefined {
    const pattern = textOf(words.find((word, at) => at > 0 && typeof word === 'string') ?? '');
    for (const folder of pattern === '' ? [] : (this.#account?.folders.values() ?? []))
      if (pattern.includes('*') || pattern.includes('%') || pattern.toUpperCase() === folder.name.toUpperCase())
        this.#say(`* ${name} (\\HasNoChildren${folder.use ? ` ${folder.use}` : ''}) "/" ${folder.name}`);
    if (pattern === '') this.#say(`* ${name} (\\Noselect) "/" ""`);
    this.#done(tag, name);
  }

  #select(tag: string, name: string, path: string): undefined {
    const folder = this.#folderOf(path);
    this.#folder = folder;
    if (!folder) return this.#say(`${tag} NO [NONEXISTENT] there is no folder ${path}`);
    this.#told = folder.mails.length;
    this.#say('* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)');
    this.#say(`* ${folder.mails.length} EXISTS`);
    this.#say('* 0 RECENT');
    this.#say(`* OK [UIDVALIDITY ${folder.uidValidity}] UIDs valid`);
    this.#say(`* OK [UIDNEXT ${folder.uidNext}] next UID`);
    this.#say(`${tag} OK [${name === 'EXAMINE' ? 'READ-ONLY' : 'READ-WRITE'}] ${name} completed`);
  }

  #status(tag: string, path: string): undefined {
    const folder = this.#folderOf(path);
    if (!folder) return this.#say(`${tag} NO [NONEXISTENT] there is no folder ${path}`);
    const unseen = folder.mails.filter(({ flags }) => !flags.has('\\Seen')).length;
    this.#say(
      `* STATUS ${folder.name} (MESSAGES ${folder.mails.length} UIDNEXT ${folder.uidNext} UIDVALIDITY ${folder.uidValidity} UNSEEN ${unseen})`,
    );
    this.#done(tag, 'STATUS');
  }

  #search(tag: string, words: readonly Word[], isUid: boolean): undefined {
    const mails = this.#folder?.mails ?? [];
    const criteria = textOf(words[0]).toUpperCase() === 'CHARSET' ? words.slice(2) : words;
    const test = searchTest(criteria, mails.at(-1)?.uid ?? 0);
    if (!test) return this.#say(`${tag} BAD a search key is not known`);
    const found = mails.flatMap((mail, at) => (test(mail, at + 1) ? [isUid ? mail.uid : at + 1] : []));
    this.#say(['* SEARCH', ...found].join(' '));
    this.#news();
    this.#done(tag, 'SEARCH');
  }

  #fetch(tag: string, words: readonly Word[], isUid: boolean): undefined {
    const mails = this.#folder?.mails ?? [];
    const set = textOf(words[0]);
    const items = Array.isArray(words[1]) ? (words[1] as readonly Word[]) : words.slice(1);
    const highest = isUid ? (mails.at(-1)?.uid ?? 0) : mails.length;
    for (const [at, mail] of mails.entries()) {
      if (!inSet(set, isUid ? mail.uid : at + 1, highest)) continue;
      const line = fetchLine(mail, at + 1, items);
      if (!line) return this.#say(`${tag} BAD an item is not known`);
      this.#socket.write(line);
    }
    if (isUid) this.#news();
    this.#done(tag, 'FETCH');
  }

  #append(tag: string, words: readonly Word[]): undefined {
    const folder = this.#folderOf(textOf(words[0]));
    const bytes = words.at(-1);
    if (!folder || !(bytes instanceof Buffer)) return this.#say(`${tag} NO [TRYCREATE] there is no such folder`);
    const flags = Array.isArray(words[1]) ? (words[1] as readonly Word[]).map(textOf) : [];
    const { uid } = this.#store.append(folder, bytes, this.#weather.now(), flags);
    this.#news();
    this.#say(`${tag} OK [APPENDUID ${folder.uidValidity} ${uid}] APPEND completed`);
  }
}
