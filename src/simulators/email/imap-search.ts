import { textOf, type Word } from './imap-words.ts';
import type { StoredMail } from './mail-store.ts';

/** `1:40,43,50:*` against one number. */
export function inSet(set: string, value: number, highest: number): boolean {
  return set.split(',').some((range) => {
    const [first = 0, last = first] = range.split(':').map((end) => (end === '*' ? highest : Number(end)));
    return value >= Math.min(first, last) && value <= Math.max(first, last);
  });
}

/** The value of a header, unfolded. */
export function headerOf(bytes: Buffer, name: string): string {
  const end = bytes.indexOf('\r\n\r\n');
  const head = bytes.toString('utf8', 0, end < 0 ? bytes.length : end).replace(/\r\n[ \t]/g, ' ');
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

type Test = (mail: StoredMail, seq: number) => boolean;

/** The keys of RFC 3501 that mail programs use. Null: one that this server does not know. */
export function searchTest(words: readonly Word[], highestUid: number): Test | null {
  const tests: Test[] = [];
  const rest = [...words];
  const next = () => textOf(rest.shift());
  while (rest.length > 0) {
    const word = rest.shift();
    if (Array.isArray(word)) {
      const inner = searchTest(word as readonly Word[], highestUid);
      if (!inner) return null;
      tests.push(inner);
      continue;
    }
    const key = textOf(word as Word).toUpperCase();
    const test = one(key, next, rest, highestUid);
    if (!test) return null;
    tests.push(test);
  }
  return (mail, seq) => tests.every((test) => test(mail, seq));
}

function one(key: string, next: () => string, rest: Word[], highestUid: number): Test | null {
  if (key === 'ALL') return () => true;
  if (key === 'UID') {
    const set = next();
    return (mail) => inSet(set, mail.uid, highestUid);
  }
  if (key === 'SINCE' || key === 'BEFORE') {
    const day = new Date(`${next()} UTC`).getTime();
    return (mail) => mail.at.getTime() >= day === (key === 'SINCE');
  }
  if (key === 'HEADER') {
    const name = next();
    const value = next().toLowerCase();
    return (mail) =>
      headerOf(mail.bytes, name).toLowerCase().includes(value) && (value !== '' || headerOf(mail.bytes, name) !== '');
  }
  if (key === 'FROM' || key === 'TO' || key === 'SUBJECT') {
    const value = next().toLowerCase();
    return (mail) => headerOf(mail.bytes, key).toLowerCase().includes(value);
  }
  if (key === 'SEEN' || key === 'UNSEEN') return (mail) => mail.flags.has('\\Seen') === (key === 'SEEN');
  if (key === 'NOT') {
    const inner = searchTest([rest.shift() ?? '', ...takeOperands(rest)], highestUid);
    return inner && ((mail, seq) => !inner(mail, seq));
  }
  return /^[\d:*,]+$/.test(key) ? (_mail, seq) => inSet(key, seq, Number.MAX_SAFE_INTEGER) : null;
}

/** `NOT UID 1:3`: a negated key brings its operand along. */
const takeOperands = (rest: Word[]) => (rest.length > 0 && /^[\d:*,]+$/.test(textOf(rest[0])) ? rest.splice(0, 1) : []);
