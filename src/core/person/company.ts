/** Mail of these belongs to anybody. */
const ANYBODYS = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'msn.com',
  'yahoo.com',
  'yahoo.co.uk',
  'yahoo.fr',
  'yahoo.de',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'gmx.de',
  'gmx.net',
  'gmx.at',
  'web.de',
  't-online.de',
  'proton.me',
  'protonmail.com',
  'mail.ru',
  'yandex.ru',
  'orange.fr',
  'free.fr',
  'laposte.net',
  'libero.it',
  'telia.com',
  'kolumbus.fi',
  'luukku.com',
  'seznam.cz',
  'wp.pl',
  'o2.pl',
  'qq.com',
  '163.com',
]);

/** The domain of an address where it tells a company; null: it is anybody's. */
export function companyDomain(address: string): string | null {
  const domain = readDomain(address.split('@').at(-1) ?? '');
  return domain === null || ANYBODYS.has(domain) ? null : domain;
}

/** Small letters, without what people copy along. Null: it is none. */
export function readDomain(text: string): string | null {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/^www\./, '')
    .replace(/[/:].*$/, '');
  return /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{1,62}$/u.test(bare) &&
    bare.length <= 253
    ? bare
    : null;
}
export const isAnybodys = (domain: string): boolean => ANYBODYS.has(domain);
