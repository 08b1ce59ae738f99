import type { Form } from '../../../core/listening/listening-rule.ts';

interface Read {
  readonly words: readonly string[];
  /** Forms that somebody showed by typing a word in one of them. */
  readonly shown: readonly Form[];
}

/** Words as somebody types or pastes them. The rule keeps them bare: # and @ are forms of theirs. */
export function readBrandWords(typed: readonly string[]): Read {
  const words: string[] = [];
  const shown = new Set<Form>();
  for (const one of typed) {
    const bare = one.replace(/^[\s#＃@＠]+/u, '').trim();
    if (/^\s*[#＃]/u.test(one)) shown.add('hashtag');
    if (/^\s*[@＠]/u.test(one)) shown.add('handle');
    // "Kettle Co" and "kettle co" are heard alike.
    const isKnown = words.some((word) => word.localeCompare(bare, undefined, { sensitivity: 'accent' }) === 0);
    if (bare !== '' && !isKnown) words.push(bare.slice(0, 80));
  }
  return { words, shown: [...shown] };
}

/** How a word looks in a form; null: it is too short to be recognised when it is misspelt. */
export function exampleOf(form: Form, word: string): string | null {
  const joined = word.toLocaleLowerCase().replace(/[\s.'’-]+/gu, '');
  if (form === 'plain') return word;
  if (form === 'hashtag') return `#${joined}`;
  if (form === 'handle') return `@${joined}`;
  return misspelt(word);
}

function misspelt(word: string): string | null {
  const letters = [...word];
  const longest = word.split(/\s+/u).toSorted((a, b) => b.length - a.length)[0] ?? '';
  if ([...longest].length < 5) return null;
  const start = [...word.slice(0, word.indexOf(longest))].length;
  const end = start + [...longest].length;
  const twice = letters.findIndex((letter, at) => at > start && at < end && letter === letters[at - 1]);
  if (twice !== -1) return letters.toSpliced(twice, 1).join('');
  const at = start + Math.floor((end - start) / 2);
  return letters.toSpliced(at, 2, letters[at + 1] ?? '', letters[at] ?? '').join('');
}
