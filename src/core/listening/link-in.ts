const ENDINGS = new Set(
  `com net org io co app dev shop store online info biz eu uk de at ch fr es it nl be pl se no fi dk is gr hr hu kr jp cn
  tw ru rs ba si sk cz ro bg ua tr pt ie us ca au nz in br mx ar social me tv ai ly gl gg to cc xyz site blog news club
  example edu gov`.split(/\s+/),
);
const MAIL_MOST = 320;
const isAscii = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isInName = (code: number): boolean => isAscii(code) || code === 0x2e || code === 0x2d || code === 0x5f;
const isInMail = (code: number): boolean => isInName(code) || code === 0x2b || code === 0x25;
/** Korean and Chinese grow onto a link without a space. */
const isInLink = (code: number): boolean => code > 0x20 && code !== 0x3c && code !== 0x3e && code < 0x2e80;

/** What begins here and is no word of the one who writes: `to` is its end, `site` the name if it is a bare one. */
export interface Link {
  readonly to: number;
  readonly site: string | null;
}

export function linkAt(text: string, at: number, runEnd: number): Link | null {
  const start = text.slice(at, at + 8).toLowerCase();
  if (/^https?:\/\//.test(start) || start.startsWith('www.')) return { to: linkEnd(text, at), site: null };
  if (text.charCodeAt(runEnd) === 0x40) {
    const to = nameEnd(text, runEnd + 1);
    return to - at <= MAIL_MOST && text.slice(runEnd + 1, to).includes('.') ? { to, site: null } : null;
  }
  const end = text.charCodeAt(runEnd - 1) === 0x2e ? runEnd - 1 : runEnd;
  return end - at > 253 ? null : siteAt(text, at, end);
}

/** The end of the run of a name's or a mail address's letters. */
export function runEndAt(text: string, at: number): number {
  let to = at;
  while (to < text.length && isInMail(text.charCodeAt(to))) to++;
  return to;
}

/** `fjell.no`, but not a sentence that begins without a space: `Fjell.No answer`. */
function siteAt(text: string, at: number, end: number): Link | null {
  const name = text.slice(at, end);
  const labels = name.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || labels.some((label) => label === '') || !/^[\w.-]+$/.test(name)) return null;
  if (!ENDINGS.has(last)) return null;
  const hasPath = text[end] === '/';
  if (!hasPath && last.length === 2 && name !== name.toLowerCase()) return null;
  return { to: hasPath ? linkEnd(text, end) : end, site: name.toLowerCase() };
}

function linkEnd(text: string, at: number): number {
  let to = at;
  while (to < text.length && isInLink(text.charCodeAt(to))) to++;
  return to;
}

export function nameEnd(text: string, at: number): number {
  let to = at;
  while (to < text.length && isInName(text.charCodeAt(to))) to++;
  while (to > at && !isAscii(text.charCodeAt(to - 1)) && text.charCodeAt(to - 1) !== 0x5f) to--;
  return to;
}
