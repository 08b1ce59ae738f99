import { mixesScripts, readAs } from './look-alike.ts';
import { readLabel } from './punycode.ts';

/** What somebody should know before they go there. Each is said in words on the page that asks. */
export type LinkWarning =
  | { readonly kind: 'not_encrypted' }
  | { readonly kind: 'name_before_at'; readonly name: string }
  | { readonly kind: 'bare_address' }
  | { readonly kind: 'own_network' }
  | { readonly kind: 'other_script'; readonly reads: string }
  | { readonly kind: 'mixed_scripts'; readonly reads: string }
  | { readonly kind: 'looks_like'; readonly other: string }
  | { readonly kind: 'domain_in_front'; readonly front: string; readonly real: string }
  | { readonly kind: 'odd_port'; readonly port: string }
  | { readonly kind: 'hidden_letters' };

export interface JudgedLink {
  /** Exactly what is opened, in letters that cannot be mistaken. */
  readonly href: string;
  /** The same in three parts, so that the one that counts stands out. */
  readonly before: string;
  readonly host: string;
  readonly after: string;
  /** The worst first. */
  readonly warnings: readonly LinkWarning[];
}

/** What the WHATWG's parser says of an address; both sides of the wire bring the same one. */
interface ParsedAddress {
  readonly href: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
}
type ParseAddress = (text: string) => ParsedAddress | null;

/** Longer than any browser takes. */
const LONGEST = 8_000;
/** Change the direction of reading, or are not seen at all. */
const HIDDEN =
  /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|%C2%AD|%D8%9C|%E2%80%(8[B-F]|A[A-E])|%E2%81%A[0-9]|%EF%BB%BF/i;
const KNOWN_ENDS = new Set(['com', 'org', 'net', 'edu', 'gov', 'io', 'app', 'info', 'biz']);

/** Pure: nothing is asked of anybody. Null for what is no link to a page. */
export function judgeLink(text: string, parse: ParseAddress): JudgedLink | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return null;
  const url = parse(trimmed);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '') return null;
  const labels = url.hostname.split('.');
  const at = url.href.indexOf(url.host, url.protocol.length + 2 + userinfoLength(url));
  return {
    href: url.href,
    before: url.href.slice(0, at),
    host: url.host,
    after: url.href.slice(at + url.host.length),
    warnings: [
      ...aboutUserinfo(url),
      ...aboutScript(labels),
      ...aboutFront(labels),
      ...aboutPlace(url.hostname),
      ...(HIDDEN.test(trimmed) ? [{ kind: 'hidden_letters' } as const] : []),
      ...(url.port === '' ? [] : [{ kind: 'odd_port', port: url.port } as const]),
      ...(url.protocol === 'http:' ? [{ kind: 'not_encrypted' } as const] : []),
    ],
  };
}

function userinfoLength({ username, password }: ParsedAddress): number {
  if (username === '' && password === '') return 0;
  return username.length + (password === '' ? 0 : password.length + 1) + 1;
}

function aboutUserinfo({ username, password }: ParsedAddress): readonly LinkWarning[] {
  return username === '' && password === '' ? [] : [{ kind: 'name_before_at', name: decode(username) }];
}

function aboutScript(labels: readonly string[]): readonly LinkWarning[] {
  const read = labels.map((label) => readLabel(label) ?? label);
  const foreign = read.filter((label, index) => label !== labels[index]);
  if (foreign.length === 0) return [];
  const reads = read.join('.');
  const other = read.map((label) => readAs(label) ?? label).join('.');
  if (other !== reads && /^[a-z0-9.-]+$/.test(other)) return [{ kind: 'looks_like', other }];
  return foreign.some(mixesScripts) ? [{ kind: 'mixed_scripts', reads }] : [{ kind: 'other_script', reads }];
}

/** `paypal.com.example.net`: what counts is the end, and people read the beginning. */
function aboutFront(labels: readonly string[]): readonly LinkWarning[] {
  const end = labels.length - ((labels.at(-1)?.length ?? 0) === 2 && (labels.at(-2)?.length ?? 9) <= 3 ? 3 : 2);
  const known = labels.findIndex((label, index) => index > 0 && index < end && KNOWN_ENDS.has(label));
  if (known < 1) return [];
  const front = labels.slice(0, known + 1).join('.');
  return [{ kind: 'domain_in_front', front, real: labels.slice(Math.max(end, known + 1)).join('.') }];
}

function aboutPlace(host: string): readonly LinkWarning[] {
  const isAddress = host.startsWith('[') || /^\d+(\.\d+){3}$/.test(host);
  if (isAddress) return [isPrivate(host) ? { kind: 'own_network' } : { kind: 'bare_address' }];
  const isInside = !host.includes('.') || /\.(local|localhost|internal|home\.arpa|lan)$/.test(host);
  return isInside ? [{ kind: 'own_network' }] : [];
}

function isPrivate(host: string): boolean {
  if (host.startsWith('[')) return /^\[(::1?\]|f[cd]|fe[89ab]|::ffff:)/.test(host);
  return /^(0|10|127)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(
    host,
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
