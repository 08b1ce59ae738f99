import type { Search } from '../../core/listening/search.ts';
import { inQuotes, meantFirst, type SearchTerm, termIn } from '../shared/search-words.ts';

/** One question to Bluesky's search, for one word or phrase. */
export interface ListenQuery {
  readonly key: string;
  readonly q: string;
  /** As the author's app claims it. */
  readonly lang?: string;
}

/**
 * What is asked for the searches of all rules. The search has no "or" that anybody has written down (lexicon: "syntax
 * is unspecified"), so each word is a query of its own; two rules with the same word ask once. Left out, because the
 * rule decides again: what must stand beside it, what must not, and more than one language.
 */
export function queriesOf(searches: readonly Search[]): readonly ListenQuery[] {
  const found = new Map<string, ListenQuery & { readonly term: SearchTerm }>();
  for (const { anyOf, languages } of searches) {
    const lang = languageOf(languages);
    for (const word of meantFirst(anyOf)) {
      const term = termIn(word);
      if (!term) continue;
      const key = keyOf(term, lang);
      if (found.has(key)) continue;
      const q = term.isTag ? `#${term.text}` : inQuotes(term.text);
      found.set(key, { key, q, term, ...(lang === undefined ? {} : { lang }) });
    }
  }
  // whoever finds a word finds it as a hashtag too, and whoever finds it in any language finds it in each
  const covers = ({ term, lang, key }: ListenQuery & { readonly term: SearchTerm }) =>
    [keyOf(term, undefined), keyOf({ ...term, isTag: false }, lang), keyOf({ ...term, isTag: false }, undefined)].some(
      (wider) => wider !== key && found.has(wider),
    );
  return [...found.values()].filter((one) => !covers(one)).map(({ term, ...query }) => query);
}

const keyOf = ({ text, isTag }: SearchTerm, lang: string | undefined): string =>
  `${lang ?? '*'} ${isTag ? '#' : ''}${text.toLowerCase()}`;

/** Of several languages none can be asked for: the search takes one. */
function languageOf(languages: readonly string[]): string | undefined {
  const bases = new Set(languages.map((language) => language.split(/[-_]/)[0]?.toLowerCase() ?? ''));
  const [only, ...others] = bases;
  return only !== undefined && others.length === 0 && /^[a-z]{2,3}$/.test(only) ? only : undefined;
}
