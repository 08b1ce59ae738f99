/** Text made from HTML names every picture and link in brackets; the HTML itself keeps them. */
export function withoutImageLinks(text: string): string {
  return text
    .replace(/[ \t]?\[(?:https?|cid|mailto|tel|data|file|x-apple-data-detectors):[^[\]\s]{0,4000}\]/gi, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A divider and a header block that mail programs put before what they quote, in any language: `Word: value` lines. */
const HEADER_LINE = /^[>\s*]*\*?[\p{L}][\p{L}\p{M} .'-]{0,24}\*?\s?[:：]\*?\s?\S/u;
const FROM_WORDS =
  /^[\s*]*(from|von|de|da|van|från|fra|lähettäjä|feladó|od|prima|šalje|pošiljatelj|από|απο|kimden|gönderen|от|кому|od|보낸 ?사람|差出人|发件人|寄件者|送信者|nadawca|expéditeur|remitente|mittente|afzender)\*?\s?[:：]/iu;
const DIVIDER = /^\s*[-_*=]{4,}\s*$|^\s*-{2,}\s?[^-\n]{3,60}\s?-{2,}\s*$/;
const FORWARDED =
  /^\s*(fwd?|wg|tr|rv|enc|vl|vb|doorst|πρθ|továbbítás|edelleenlähetys|proslijeđeno|전달|轉寄|转发)\s*:/iu;
const FORWARD_MARK =
  /^[ \t>]*-{2,}\s?[^-\n]*(forward|weitergeleitet|transféré|inoltrato|reenviado|vidarebefordrat|välitetty|προωθ|továbbított|proslijeđen|전달)/imu;
/** What stands at the end of the line before a quote: "... wrote:", in every language a colon; the digits or the address are the date and name. */
const ATTRIBUTION_END = /[:：]\s*$/u;

/**
 * The words of this mail alone, without the earlier ones that mail programs repeat below or above. Where
 * the person wrote between the quoted lines, or forwards something, everything stays: it is the matter.
 */
export function ownWords(text: string, subject: string): string {
  const whole = text.replace(/\r\n?/g, '\n').trim();
  if (FORWARDED.test(subject) || FORWARD_MARK.test(whole)) return whole;
  const lines = whole.split('\n');
  const cut = headerBlockAt(lines);
  const own = lines.slice(0, cut);
  const quoted = own.map((line) => /^\s?>/.test(line));
  const first = quoted.indexOf(true);
  if (first < 0) return own.join('\n').trim() || whole;

  const last = quoted.lastIndexOf(true);
  const after = own.slice(last + 1);
  const before = attributionStart(own, first);
  const head = own.slice(0, before).join('\n').trim();
  if (isBlank(after)) return head || whole;
  const isOneBlock = quoted.slice(first, last + 1).every((is, at) => is || own[first + at]?.trim() === '');
  if (head === '' && isOneBlock) return after.join('\n').trim();
  return isOneBlock && isSignature(after) ? head : whole;
}

const isBlank = (lines: readonly string[]) => lines.every((line) => line.trim() === '');
/** A short tail below the quote ("-- Dora", "Sent from my phone") is no answer between the lines. */
const isSignature = (lines: readonly string[]) => /^\s*--\s?$/.test(lines.find((line) => line.trim() !== '') ?? '');

/** Outlook repeats the mail below a block of `From: … Sent: … To: … Subject: …` without any `>`. */
function headerBlockAt(lines: readonly string[]): number {
  for (let at = 0; at < lines.length; at++) {
    if (!FROM_WORDS.test(lines[at] ?? '')) continue;
    const block = lines
      .slice(at, at + 8)
      .filter((line) => line.trim() !== '')
      .slice(0, 4);
    if (block.filter((line) => HEADER_LINE.test(line)).length < 3) continue;
    let start = at;
    while (start > 0 && (lines[start - 1]?.trim() === '' || DIVIDER.test(lines[start - 1] ?? ''))) start--;
    return start === 0 ? lines.length : start;
  }
  return lines.length;
}

/** Where the line(s) "On … wrote:" before a quote begin: up to three, the last ending with a colon. */
function attributionStart(lines: readonly string[], quoteAt: number): number {
  let end = quoteAt - 1;
  while (end >= 0 && lines[end]?.trim() === '') end--;
  if (end < 0) return quoteAt;
  if (DIVIDER.test(lines[end] ?? '')) return end;
  if (!ATTRIBUTION_END.test(lines[end] ?? '')) return quoteAt;
  let start = end;
  while (start > 0 && start > end - 2 && lines[start - 1]?.trim() !== '') {
    const sofar = lines.slice(start, end + 1).join(' ');
    // A second line often looks complete by itself: "care@example.com> wrote:".
    if (looksLikeAttribution(sofar) && isBalanced(sofar) && !WHEN.test(lines[start - 1] ?? '')) break;
    start--;
  }
  return looksLikeAttribution(lines.slice(start, end + 1).join(' ')) ? start : quoteAt;
}

const WHEN = /\b(19|20)\d{2}\b|\d{4}년/;
const countOf = (text: string, sign: string) => text.split(sign).length;
const isBalanced = (text: string) =>
  countOf(text, '<') === countOf(text, '>') && countOf(text, '(') === countOf(text, ')');

/** A date or an address in it, and not so long that it could be the answer itself. */
const looksLikeAttribution = (line: string) =>
  line.length < 300 && (/\d{4}|\d{1,2}[:.]\d{2}/.test(line) || /[^\s@]+@[^\s@]+/.test(line));
