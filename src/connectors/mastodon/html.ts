const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const BLOCKS = new Set(['p', 'div', 'blockquote', 'pre', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** "RE: https://…", for programs that show no quotes; the quote itself is told beside the words. */
const QUOTE_INLINE = /<(p|span)\b[^>]*class="[^"]*\bquote-inline\b[^"]*"[^>]*>.*?<\/\1>/gis;

/**
 * The words of a post. Paragraphs become blank lines. Addresses are shown shortened, with the rest in invisible
 * spans: a link reads as its whole address, except a mention or a hashtag, which reads as its words.
 */
export function textOfHtml(whole: string): string {
  const html = whole.replace(QUOTE_INLINE, '');
  let text = '';
  let link: { readonly href: string; readonly at: number; readonly isName: boolean } | null = null;
  for (const [token, closing, name = '', rest = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b([^>]*)>|[^<]+|</gi)) {
    const tag = name.toLowerCase();
    if (tag === '') text += decode(token);
    else if (tag === 'br') text += '\n';
    else if (tag === 'li' && closing === '') text += '\n- ';
    else if (BLOCKS.has(tag)) text += '\n\n';
    else if (tag === 'a' && closing === '') link = linkOf(rest, text.length);
    else if (tag === 'a' && link) {
      const words = text.slice(link.at);
      if (!link.isName && link.href !== '' && isShortened(words, link.href)) text = text.slice(0, link.at) + link.href;
      link = null;
    }
  }
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function linkOf(attributes: string, at: number) {
  const href = decode(/\bhref\s*=\s*"([^"]*)"/i.exec(attributes)?.[1] ?? '');
  const isName =
    /\bclass\s*=\s*"[^"]*\b(mention|hashtag)\b/i.test(attributes) || /\brel\s*=\s*"[^"]*\btag\b/i.test(attributes);
  return { href: /^https?:\/\//.test(href) ? href : '', at, isName };
}

/** Words that are the address itself, as far as they go. */
const isShortened = (words: string, href: string): boolean => {
  const plain = words.replace(/…$/, '').trim();
  return plain !== '' && href.includes(plain.replace(/^https?:\/\//, ''));
};

/** Where links lead whose words do not say it. */
export function hiddenLinks(html: string): readonly { readonly href: string; readonly title: string }[] {
  const links = new Map<string, string>();
  for (const [, attributes = '', inner = ''] of html.matchAll(/<a\b([^>]*)>(.*?)<\/a>/gis)) {
    const { href, isName } = linkOf(attributes, 0);
    const title = textOfHtml(inner);
    if (href !== '' && !isName && !isShortened(title, href)) links.set(href, title);
  }
  return [...links].map(([href, title]) => ({ href, title }));
}

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
  });
}
