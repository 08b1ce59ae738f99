import type { Search } from '../../core/listening/search.ts';
import { inQuotes, meantFirst, termIn } from '../shared/search-words.ts';

/** One question to the server: the timeline of a hashtag, or its search for one word or phrase. */
export interface ListenQuery {
  readonly key: string;
  /** As people read it. */
  readonly words: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * What is asked for the searches of all rules. The search has no "or", so each word is a query of its own; two rules
 * with the same word ask once. Hashtags come first: words are found only where the server has full-text search. Left
 * out, because not every server knows it and the rule decides again: languages, what must stand beside, what must not.
 */
export function queriesOf(searches: readonly Search[]): readonly ListenQuery[] {
  const tags = new Map<string, ListenQuery>();
  const words = new Map<string, ListenQuery>();
  for (const word of searches.flatMap(({ anyOf }) => meantFirst(anyOf))) {
    const term = termIn(word);
    if (!term) continue;
    const query = term.isTag ? tagQuery(term.text) : wordsQuery(term.text);
    const known = term.isTag ? tags : words;
    if (!known.has(query.key)) known.set(query.key, query);
  }
  return [...tags.values(), ...words.values()];
}

/** Capitals do not matter to the server. */
function tagQuery(tag: string): ListenQuery {
  const key = `#${tag.toLowerCase()}`;
  return { key, words: `#${tag}`, path: `/api/v1/timelines/tag/${encodeURIComponent(tag)}`, params: {} };
}

function wordsQuery(text: string): ListenQuery {
  const q = inQuotes(text);
  return { key: `" ${text.toLowerCase()}`, words: q, path: '/api/v2/search', params: { q, type: 'statuses' } };
}
