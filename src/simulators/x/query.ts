import { LANGUAGES, languageOf } from './language.ts';
import { saying } from './matching.ts';
import { invalid } from './refusal.ts';
import type { Post, Store } from './store.ts';

type Test = (post: Post) => boolean;

/** A search as the network reads it: a space is AND and binds tighter than OR, `-` negates, brackets group. */
export function readQuery(text: string, store: Store): Test {
  const tokens = text.match(/-?\(|\)|-?\w+:"[^"]*"|-?"[^"]*"|[^\s()]+/g) ?? [];
  let at = 0;
  let hasStandalone = false;
  const bad = (message: string) => invalid('query', text, message);

  function either(): Test {
    const tests = [both()];
    while (tokens[at] === 'OR') {
      at += 1;
      tests.push(both());
    }
    return (post) => tests.some((test) => test(post));
  }
  function both(): Test {
    const tests: Test[] = [];
    while (at < tokens.length && tokens[at] !== ')' && tokens[at] !== 'OR') tests.push(one());
    if (tests.length === 0) throw bad('There were errors processing your request: missing EOF');
    return (post) => tests.every((test) => test(post));
  }
  function one(): Test {
    const token = tokens[at] ?? '';
    at += 1;
    if (token.endsWith('(')) {
      const inner = either();
      if (tokens[at] !== ')') throw bad("There were errors processing your request: missing ')'");
      at += 1;
      return token.startsWith('-') ? (post) => !inner(post) : inner;
    }
    const isNot = token.startsWith('-') && token.length > 1;
    const test = operator(isNot ? token.slice(1) : token);
    return isNot ? (post) => !test(post) : test;
  }
  function operator(token: string): Test {
    const [, name, value = ''] = /^(\w+):"?([^"]*)"?$/.exec(token) ?? [];
    if (name === undefined) {
      hasStandalone = true;
      const words = /^"([^"]+)"$/.exec(token)?.[1];
      if (words === undefined && (/"/.test(token) || token === 'AND' || token === 'NOT'))
        throw bad(`There were errors processing your request: no viable alternative at input '${token}'`);
      return saying(words ?? token, store);
    }
    const idOf = (username: string) => store.named(username.replace(/^@/, ''))?.id;
    if (!['is', 'has', 'lang'].includes(name)) hasStandalone = true;
    switch (name) {
      case 'from':
        return ({ authorId }) => authorId === idOf(value);
      case 'to':
        return ({ repliedTo }) => store.posts.get(repliedTo ?? '')?.authorId === idOf(value);
      case 'conversation_id':
        return ({ conversationId }) => conversationId === value;
      case 'quotes_of_tweet_id':
        return ({ quoted }) => quoted === value;
      case 'in_reply_to_tweet_id':
        return ({ repliedTo }) => repliedTo === value;
      case 'lang':
        if (!LANGUAGES.has(value)) throw bad(`Invalid language code '${value}'`);
        return ({ text: said }) => languageOf(said) === value;
      case 'is':
        if (value === 'retweet') return ({ reposted }) => reposted !== undefined;
        if (value === 'reply') return ({ repliedTo }) => repliedTo !== undefined;
        if (value === 'quote') return ({ quoted }) => quoted !== undefined;
        break;
      case 'has':
        if (value === 'media' || value === 'images') return ({ media }) => media.length > 0;
        break;
    }
    throw bad(
      `Reference to invalid operator '${name}'. Operator is not available in current product or product packaging.`,
    );
  }

  const test = either();
  if (at < tokens.length) throw bad("There were errors processing your request: extraneous input ')'");
  if (!hasStandalone) throw bad('Rule must contain at least one positive, non-stopword clause');
  return test;
}
