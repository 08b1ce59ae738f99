import { saysWords } from '../whole-words.ts';
import type { Call, Reply } from './call.ts';
import { arrived, disturbed } from './news.ts';
import { Refusal } from './refusal.ts';
import { accountNamed, type Post, type State, standing } from './state.ts';
import { accountView, statusView } from './views.ts';

type Test = (post: Post) => boolean;

/** What the account's own server finds. Words are for those servers alone that have a search for them. */
export function search(state: State, { query }: Call): Reply {
  if (!state.scopes.some((scope) => scope === 'read' || scope === 'read:search'))
    throw new Refusal(403, 'This action is outside the authorized scopes');
  const q = query.get('q') ?? '';
  if (q === '') throw new Refusal(400, 'param is missing or the value is empty: q');
  if (query.get('type') === 'accounts') {
    const accounts = [...state.accounts.values()].filter(({ url, acct }) => url === q || acct === q).map(accountView);
    return { status: 200, body: { accounts, statuses: [], hashtags: [] } };
  }
  const tests = [...clausesOf(q).map((clause) => testOf(state, clause)), ...windowOf(query)];
  const all = state.dials.hasSearch ? standing(state) : [];
  const found = arrived(
    state,
    all.filter((post) => mayBeFound(state, post) && tests.every((test) => test(post))),
    ({ at }) => at,
  );
  const from = Math.max(0, Number(query.get('offset') ?? 0) || 0);
  const limit = Math.min(40, Math.max(1, Number(query.get('limit') ?? 20) || 20));
  const page = found.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1)).slice(from, from + limit);
  const statuses = disturbed(state, page).map((post) => statusView(state, post));
  return { status: 200, body: { accounts: [], statuses, hashtags: [] } };
}

/** What everybody may read, if its author does not mind; and what the account had a part in. */
const mayBeFound = ({ brand, dials }: State, { by, visibility, mentions, favourites }: Post): boolean =>
  (visibility === 'public' && !dials.unsearchable.has(by.id)) ||
  by === brand ||
  mentions.includes(brand) ||
  favourites.has(brand.id);

interface Clause {
  readonly isExcluded: boolean;
  readonly prefix: string;
  readonly words: string;
}
function clausesOf(q: string): Clause[] {
  return [...q.matchAll(/([+-]?)(?:(from|language|before|after|is|has):)?("[^"]*"?|[^\s"]+)/g)].map(
    ([, operator, prefix = '', words = '']) => ({
      isExcluded: operator === '-',
      prefix,
      words: words.replaceAll('"', ''),
    }),
  );
}

function testOf(state: State, { isExcluded, prefix, words }: Clause): Test {
  const test = meant(state, prefix, words);
  return isExcluded ? (post) => !test(post) : test;
}

function meant(state: State, prefix: string, words: string): Test {
  switch (prefix) {
    case 'from': {
      const account = words === 'me' ? state.brand : accountNamed(state, words.replace(/^@/, ''));
      return ({ by }) => by === account;
    }
    case 'before':
      return ({ at }) => at.getTime() < Date.parse(words);
    case 'after':
      return ({ at }) => at.getTime() > Date.parse(words);
    case 'language':
      return () => words === 'en';
    case 'is':
    case 'has':
      return ({ media, replyTo }) => (words === 'media' ? media.length > 0 : words === 'reply' && replyTo !== null);
    default:
      return ({ text }) => saysWords(text, words);
  }
}

/** Of an id the search takes the time alone, in whole seconds, and always answers with the newest. */
function windowOf(query: URLSearchParams): Test[] {
  const second = (name: string) => {
    const id = query.get(name);
    return id ? Math.floor(Number(BigInt(id) >> 16n) / 1_000) * 1_000 : null;
  };
  const [after, before] = [second('min_id'), second('max_id')];
  return [({ at }) => after === null || at.getTime() > after, ({ at }) => before === null || at.getTime() < before];
}
