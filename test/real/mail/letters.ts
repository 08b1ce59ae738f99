import { readdirSync, readFileSync } from 'node:fs';

const FIXTURES = new URL('../../../src/connectors/email/fixtures/', import.meta.url);

/** A mail to hand to Postfix: the bytes as a stranger's server would send them. */
export interface Letter {
  readonly name: string;
  readonly from: string;
  readonly bytes: Buffer;
}

/** Every kind of mail in the fixtures, as often as asked for, each with ids of its own so that all are different mails. */
export function lettersFromFixtures(rounds: number): Letter[] {
  const names = readdirSync(FIXTURES).filter((file) => file.endsWith('.eml') && !/^(unknown|sent)-/.test(file));
  return Array.from({ length: rounds }, (_, round) =>
    names.map((file) => letterOf(file.replace(/\.eml$/, ''), round)),
  ).flat();
}

function letterOf(name: string, round: number): Letter {
  const raw = readFileSync(new URL(`${name}.eml`, FIXTURES), 'latin1');
  const from = /^Return-Path:[ ]*<([^>\r\n]*)>/im.exec(raw)?.[1] ?? '';
  return { name: `${name} (${round + 1})`, from, bytes: Buffer.from(unlike(withoutTrace(raw), round), 'latin1') };
}

/** The servers of this run write these themselves. */
const withoutTrace = (raw: string) =>
  raw.replace(/^(?:(?:return-path|delivered-to|received):[^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*)+/gim, '');

/** Ids, and the dates of mails without one, differ from round to round; what refers to what stays. */
function unlike(raw: string, round: number): string {
  const ids = new Set(raw.match(/<[^<>\s@]+@[^<>\s]+>/g)?.filter((id) => isId(raw, id)));
  let made = raw;
  for (const id of ids) made = made.replaceAll(id, ofRound(id, round));
  return made.replace(/^(Date: \w+, \d+ \w+ \d+ \d+):\d+/m, `$1:${String(10 + round)}`);
}

/** Known as an id by the header it stands in. */
const isId = (raw: string, id: string) =>
  raw
    .split(/\r\n(?![ \t])/)
    .some((line) => /^(message-id|references|in-reply-to|original-message-id):/i.test(line) && line.includes(id));

const ofRound = (id: string, round: number) => {
  const digits = String(round).padStart(2, '0');
  // Ours keep their form: the last two digits of the outgoing id change.
  return id.startsWith('<earshot.') ? id.replace(/..@/, `${digits}@`) : id.replace('@', `.r${digits}@`);
};
