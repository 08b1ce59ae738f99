/** What makes a piece of text clickable; without it nobody is notified of a mention. Positions are UTF-8 bytes. */
export interface Facet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number };
  readonly features: readonly [
    | { readonly $type: 'app.bsky.richtext.facet#mention'; readonly did: string }
    | { readonly $type: 'app.bsky.richtext.facet#link'; readonly uri: string }
    | { readonly $type: 'app.bsky.richtext.facet#tag'; readonly tag: string },
  ];
}

/** Before a mention's handle is looked up. */
export type Found =
  | { readonly kind: 'mention'; readonly handle: string; readonly start: number; readonly end: number }
  | { readonly kind: 'link'; readonly uri: string; readonly start: number; readonly end: number }
  | { readonly kind: 'tag'; readonly tag: string; readonly start: number; readonly end: number };

const MENTION =
  /(^|[\s(])@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)(?![a-z0-9-])/giu;
const LINK =
  /(^|[\s(])(https?:\/\/\S+|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+([a-z]{2,})(?![a-z0-9.@-])(?:[/?#]\S*)?)/giu;
const TAG = /(^|\s)[#＃]((?!\ufe0f)[^\s\u00ad\u2060\u200a\u200b\u200c]+)/gu;

/** Without `https://` only these endings make a link: "done.it" at the end of a hurried sentence shall not. */
const ENDINGS = new Set(
  'com org net info biz app dev shop store blog online site social tech io co ai eu uk de fr es pt nl be lu ch at dk se no fi pl cz sk hu si hr rs ba mk al gr cy bg ro lt lv ee ie is mt tr ua ru us ca mx br ar cl au nz jp kr cn in za example'.split(
    ' ',
  ),
);

/** Tags end where the network's own app ends them: 64 characters, no trailing punctuation, not digits alone. */
const MAX_TAG = 64;

export function findInText(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(LINK)) {
    const [, before = '', raw = '', ending] = match;
    if (ending !== undefined && !ENDINGS.has(ending.toLowerCase()) && !/^www\./i.test(raw)) continue;
    const shown = withoutTrailing(raw);
    const uri = /^https?:/i.test(shown) ? shown : `https://${shown}`;
    if (!URL.canParse(uri)) continue;
    const start = match.index + before.length;
    found.push({ kind: 'link', uri, start, end: start + shown.length });
  }
  for (const match of text.matchAll(MENTION)) {
    const [, before = '', handle = ''] = match;
    const start = match.index + before.length;
    found.push({ kind: 'mention', handle: handle.toLowerCase(), start, end: start + 1 + handle.length });
  }
  for (const match of text.matchAll(TAG)) {
    const [, before = '', raw = ''] = match;
    const tag = raw.replace(/\p{P}+$/u, '');
    if (tag === '' || tag.length > MAX_TAG || /^[\d\p{P}]+$/u.test(tag)) continue;
    const start = match.index + before.length;
    found.push({ kind: 'tag', tag, start, end: start + 1 + tag.length });
  }
  const sorted = found.toSorted((a, b) => a.start - b.start);
  return sorted.filter((one, at) => at === 0 || one.start >= sorted[at - 1]!.end);
}

/** A full stop belongs to the sentence, and a bracket to the link only when it was opened there. */
function withoutTrailing(link: string): string {
  let end = link.replace(/[.,;:!?'"»”’]+$/u, '');
  if (end.endsWith(')') && end.split(')').length > end.split('(').length) end = end.slice(0, -1);
  return end;
}

/** @param didOf handle to DID; a handle that nobody has stays plain text */
export function toFacets(text: string, found: readonly Found[], didOf: ReadonlyMap<string, string>): Facet[] {
  const facets: Facet[] = [];
  for (const one of found) {
    const feature = featureOf(one, didOf);
    if (feature)
      facets.push({
        index: { byteStart: bytesIn(text, one.start), byteEnd: bytesIn(text, one.end) },
        features: [feature],
      });
  }
  return facets;
}

function featureOf(one: Found, didOf: ReadonlyMap<string, string>): Facet['features'][0] | null {
  if (one.kind === 'link') return { $type: 'app.bsky.richtext.facet#link', uri: one.uri };
  if (one.kind === 'tag') return { $type: 'app.bsky.richtext.facet#tag', tag: one.tag };
  const did = didOf.get(one.handle);
  return did === undefined ? null : { $type: 'app.bsky.richtext.facet#mention', did };
}

const encoder = new TextEncoder();
const bytesIn = (text: string, end: number): number => encoder.encode(text.slice(0, end)).length;
