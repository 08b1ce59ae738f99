import type { PersonalSpan } from '../understanding/understood.ts';
import { profileLinks } from './profiles.ts';

/** `tail`: the last digits of a number, for those who leave out the country. */
export type KeyKind = 'email' | 'phone' | 'tail' | 'order' | 'profile';

/** Something that hardly two people have. */
export interface PersonKey {
  readonly kind: KeyKind;
  readonly value: string;
}

/** The keys under which somebody is reached on a channel. Where the network's own id is no number, the handle may be. */
export function ownKeys(channel: string, externalId: string, handle?: string | null): readonly PersonKey[] {
  if (channel === 'email') return emailKeys(externalId);
  if (!BY_NUMBER.has(channel)) return [];
  const number = [externalId, handle ?? ''].find((one) => /^\+?[\d\s().-]+$/.test(one));
  return number === undefined ? [] : phoneKeys(number);
}
const BY_NUMBER: ReadonlySet<string> = new Set(['phone', 'whatsapp']);

/** The keys that somebody wrote, by where they stand in the text. */
export function saidKeys(text: string, spans: readonly PersonalSpan[]): readonly PersonKey[] {
  const found = spans.flatMap(({ kind, from, to }) => {
    const said = text.slice(from, to);
    if (kind === 'email') return emailKeys(said);
    if (kind === 'phone') return phoneKeys(said);
    return kind === 'order' ? orderKeys(said) : [];
  });
  const all = [...found, ...profileLinks(text).map((value): PersonKey => ({ kind: 'profile', value }))];
  return [...new Map(all.map((key) => [`${key.kind} ${key.value}`, key])).values()].slice(0, MOST);
}
/** Whoever writes more of them is quoting a list. */
const MOST = 8;

/** Mailboxes that belong to a house and not to a person. */
const OF_A_HOUSE =
  /^(?:info|office|contact|kontakt|hello|hi|hej|mail|post|support|help|service|sales|team|family|admin|billing|noreply|no-reply|reception|shop|kundservice|asiakaspalvelu)$/;

function emailKeys(said: string): readonly PersonKey[] {
  const [, name = '', domain = ''] = /^\s*([^\s@]+)@([^\s@]+\.[^\s@.]+)\s*$/.exec(said.toLowerCase()) ?? [];
  const plain = name.replace(/\+.*$/, '');
  if (plain === '' || OF_A_HOUSE.test(plain)) return [];
  const isGoogles = domain === 'gmail.com' || domain === 'googlemail.com';
  return [{ kind: 'email', value: isGoogles ? `${plain.replaceAll('.', '')}@gmail.com` : `${plain}@${domain}` }];
}

/** Fewer digits are no number that is one person's. */
const FEWEST_DIGITS = 8;
const TAIL = 9;

function phoneKeys(said: string): readonly PersonKey[] {
  const bare = said.replace(/\(0\)/, '').replace(/^\s*00/, '+');
  const digits = bare.replace(/\D/g, '');
  if (digits.length < FEWEST_DIGITS || digits.length > 15) return [];
  const isWhole = bare.trim().startsWith('+') || !digits.startsWith('0');
  const tail = digits.replace(/^0+/, '').slice(-TAIL);
  const keys: PersonKey[] = tail.length >= FEWEST_DIGITS ? [{ kind: 'tail', value: tail }] : [];
  return isWhole ? [{ kind: 'phone', value: digits }, ...keys] : keys;
}

function orderKeys(said: string): readonly PersonKey[] {
  const value = said
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+/, '');
  return value.length >= 4 ? [{ kind: 'order', value }] : [];
}
