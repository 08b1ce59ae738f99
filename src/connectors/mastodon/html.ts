const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const BLOCKS = new Set(['p', 'div', 'blockquote', 'pre', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Attributes end at the next angle bracket, and no real ones are longer: what strangers write must not take long to read. */
const TOKEN = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>|[^<]+|</gi;
const ATTRIBUTES_MAX = 4_000;

interface Link {
  readonly href: string;
  readonly title: string;
}
interface Anchor {
  readonly href: string;
  /** A mention or a hashtag. */
  readonly isName: boolean;
  readonly at: number;
}

/**
 * The words of a post. Paragraphs become blank lines. Addresses are shown shortened, with the rest in invisible
 * spans: a link reads as its whole address, except a mention or a hashtag, which reads as its words.
 */
export const textOfHtml = (html: string): string => readHtml(html).text;

/** Where links lead whose words do not say it. */
export const hiddenLinks = (html: string): readonly Link[] => readHtml(html).links;

function readHtml(html: string): { readonly text: string; readonly links: readonly Link[] } {
  let text = '';
  let anchor: Anchor | null = null;
  let aside: { readonly tag: string; readonly at: number } | null = null;
  const links = new Map<string, string>();
  for (const [token, closing, name = '', rest = ''] of html.matchAll(TOKEN)) {
    const tag = name.toLowerCase();
    const isOpening = closing === '';
    if (tag === '') text += decode(token);
    else if (tag === 'br') text += '\n';
    else if (tag === 'li' && isOpening) text += '\n- ';
    else if (tag === 'a' && isOpening) anchor = anchorOf(rest.slice(0, ATTRIBUTES_MAX), text.length);
    else if (tag === 'a' && anchor) {
      const { href, isName, at } = anchor;
      const title = text.slice(at).trim();
      if (href !== '' && !isName && isShortened(title, href)) text = text.slice(0, at) + href;
      else if (href !== '' && !isName) links.set(href, title);
      anchor = null;
    }
    if (BLOCKS.has(tag)) text += '\n\n';
    // "RE: https://…" is for programs that show no quotes; the quote itself is told beside the words.
    if (isOpening && tag !== '' && rest.slice(0, ATTRIBUTES_MAX).includes('quote-inline'))
      aside = { tag, at: text.length };
    else if (!isOpening && aside?.tag === tag) {
      text = text.slice(0, aside.at);
      aside = null;
    }
  }
  const tidy = text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { text: tidy, links: [...links].map(([href, title]) => ({ href, title })) };
}

function anchorOf(attributes: string, at: number): Anchor {
  const href = decode(/\bhref\s*=\s*"([^"]*)"/i.exec(attributes)?.[1] ?? '');
  const classes = /\bclass\s*=\s*"([^"]*)"/i.exec(attributes)?.[1] ?? '';
  const rel = /\brel\s*=\s*"([^"]*)"/i.exec(attributes)?.[1] ?? '';
  const isName = /\b(mention|hashtag)\b/.test(classes) || /\btag\b/.test(rel);
  return { href: /^https?:\/\//.test(href) ? href : '', at, isName };
}

/** Words that are the address itself, as far as they go. */
const isShortened = (words: string, href: string): boolean => {
  const plain = words.replace(/…$/, '').trim();
  return plain !== '' && href.includes(plain.replace(/^https?:\/\//, ''));
};

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
  });
}
