import { saysWords } from '../whole-words.ts';
import type { Call } from './call.ts';
import { invalid, Refusal } from './refusal.ts';
import type { Account, Post, Store } from './store.ts';

type Test = (post: Post) => boolean;

/**
 * Posts that a search finds. All terms must be there, each as a whole word or as words that stand together in quotes;
 * `-` before a term excludes it. Hashtags, names and the words before a colon mean what they mean in the network's app.
 */
export function search(store: Store, { query }: Call): Post[] {
  const q = query.get('q') ?? '';
  if (q === '') throw invalid('Error: Params must have the property "q"');
  if (store.oddSearches.has(q)) throw new Refusal(400, 'BadQueryString', 'The query could not be parsed');
  const tests = [...termsOf(q).map((term) => testOf(store, term)), ...filtersOf(store, query)];
  return store.posts.filter((post) => tests.every((test) => test(post)));
}

/** Divided at spaces that stand outside of quotes; a quotation that nobody closes ends with the text. */
const termsOf = (q: string): string[] => q.match(/-?"[^"]*"?|[^\s"]+/g) ?? [];

function testOf(store: Store, term: string): Test {
  if (term.length > 1 && term.startsWith('-')) {
    const without = testOf(store, term.slice(1));
    return (post) => !without(post);
  }
  if (term.startsWith('"')) return saying(term.replaceAll('"', ''));
  if (/^#./.test(term)) return tagged(term.slice(1));
  const named = term.startsWith('@') ? store.account(term.slice(1)) : undefined;
  if (named) return naming(named);
  const [, prefix = '', value = ''] = /^(from|author|mentions|to|lang|since|until):(.+)$/.exec(term) ?? [];
  return prefixed(store, prefix, value) ?? saying(term);
}

function prefixed(store: Store, prefix: string, value: string): Test | null {
  const account = () => {
    const found = store.account(value.replace(/^@/, ''));
    if (!found) throw invalid('Could not resolve handle');
    return found;
  };
  switch (prefix) {
    case 'from':
    case 'author':
      return writtenBy(account());
    case 'mentions':
    case 'to':
      return naming(account());
    case 'lang':
      return claiming(value);
    case 'since':
      return ({ indexedAt }) => indexedAt.getTime() >= Date.parse(value);
    case 'until':
      return ({ indexedAt }) => indexedAt.getTime() < Date.parse(value);
    default:
      return null;
  }
}

/** The parameters beside the words. */
function filtersOf(store: Store, query: URLSearchParams): Test[] {
  const given = ['author', 'mentions', 'lang', 'since', 'until'].flatMap((name) => {
    const value = query.get(name);
    const test = value === null ? null : prefixed(store, name, value);
    return test ? [test] : [];
  });
  return [...given, ...query.getAll('tag').map(tagged)];
}

const writtenBy =
  ({ did }: Account): Test =>
  (post) =>
    post.did === did;
const naming =
  ({ did }: Account): Test =>
  ({ value }) =>
    (value.facets ?? []).some(({ features }) => features.some((feature) => feature.did === did));
const baseOf = (language: string): string => language.split('-')[0]?.toLowerCase() ?? '';
const claiming =
  (language: string): Test =>
  ({ value }) =>
    (value.langs ?? []).some((one) => baseOf(one) === baseOf(language));
const tagged =
  (tag: string): Test =>
  ({ value }) =>
    [...value.text.matchAll(/#([\p{L}\p{M}\p{N}_]+)/gu)].some(([, one]) => one?.toLowerCase() === tag.toLowerCase());

const saying =
  (words: string): Test =>
  ({ value }) =>
    saysWords(value.text, words);
