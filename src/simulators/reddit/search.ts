import type { PostRecord } from './store.ts';

type Test = (post: PostRecord) => boolean;

/**
 * A search as the network reads it: clauses beside each other are all asked for, `OR` stands between others, `NOT` or `-`
 * turns one round, `field:` looks in one place, and what is in quotes is words. It is fuzzy: one word of a phrase is enough.
 */
export function readSearch(query: string): Test {
  const clauses = query.match(/-?\w+:"[^"]*"|-?"[^"]*"|[^\s"]+/g) ?? [];
  const alternatives: Test[][] = [[]];
  let isNot = false;
  for (const clause of clauses) {
    if (clause === 'OR') alternatives.push([]);
    else if (clause === 'NOT') isNot = true;
    else if (clause !== 'AND') {
      const isTurned = isNot !== clause.startsWith('-');
      const test = clauseTest(clause.replace(/^-/, ''));
      alternatives.at(-1)?.push(isTurned ? (post) => !test(post) : test);
      isNot = false;
    }
  }
  return (post) => alternatives.some((tests) => tests.length > 0 && tests.every((test) => test(post)));
}

function clauseTest(clause: string): Test {
  const [, field, value = ''] = /^(author|subreddit|title|selftext|self):"?([^"]*)"?$/i.exec(clause) ?? [];
  switch (field?.toLowerCase()) {
    case 'author':
      return ({ author }) => author?.toLowerCase() === value.toLowerCase();
    case 'subreddit':
      return ({ subreddit }) => subreddit.toLowerCase() === value.toLowerCase();
    case 'self':
      return () => /^(yes|true|1)$/i.test(value);
    case 'title':
      return ({ title }) => hasOneOf(value, title);
    case 'selftext':
      return ({ text }) => hasOneOf(value, text);
    default:
      return ({ title, text }) => hasOneOf(clause.replaceAll('"', ''), `${title} ${text}`);
  }
}

const hasOneOf = (words: string, said: string): boolean =>
  words
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .some((word) => word !== '' && said.toLowerCase().includes(word));
