export type Part = { readonly text: string; readonly href?: string };

/** An address of the web, a mail address, or a telephone number that begins with its country. Nothing else is a link. */
const LINK =
  /(?<web>(?:https?:\/\/|www\.)[^\s<>"“”]+)|(?<mail>[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,})|(?<tel>(?<![\p{L}\p{N}])\+\d[\d\s()./-]{6,18}\d)/giu;
/** What ends a sentence rather than an address. */
const TRAILING = /[.,;:!?'’»…]+$/u;

/** A text in parts: its links lead through the guard that shows where they go. */
export function linkParts(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    const { web, mail, tel } = found.groups ?? {};
    const shown = web === undefined ? found[0] : ownBrackets(web);
    const href = web !== undefined ? throughGuard(shown) : mail !== undefined ? `mailto:${shown}` : telOf(tel ?? '');
    if (href === null) continue;
    if (found.index > from) parts.push({ text: text.slice(from, found.index) });
    parts.push({ text: shown, href });
    from = found.index + shown.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** What a browser opens as a page: an address that comes from outside may be anything. */
export const isPage = (address: string | null): address is string => address !== null && /^https?:\/\//i.test(address);

/** Where a link of a customer's goes first; null for what is no address of the web. */
export function throughGuard(address: string): string | null {
  const whole = /^www\./i.test(address) ? `https://${address}` : address;
  if (!URL.canParse(whole)) return null;
  const { protocol, hostname, href } = new URL(whole);
  if ((protocol !== 'http:' && protocol !== 'https:') || hostname === '') return null;
  return `/leave?to=${encodeURIComponent(href)}`;
}

/** "(see https://a.example/x)" ends before the bracket, "https://a.example/x_(y)" after it. */
function ownBrackets(web: string): string {
  let shown = web.replace(TRAILING, '');
  while (/[)\]}]$/.test(shown)) {
    const last = shown.at(-1) ?? '';
    const opening = { ')': '(', ']': '[', '}': '{' }[last] ?? '';
    if (shown.split(opening).length >= shown.split(last).length) break;
    shown = shown.slice(0, -1).replace(TRAILING, '');
  }
  return shown;
}

function telOf(tel: string): string | null {
  const digits = tel.replaceAll(/\D/g, '');
  return digits.length >= 8 && digits.length <= 15 ? `tel:+${digits}` : null;
}
