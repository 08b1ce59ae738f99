import type { Post, Store } from './store.ts';

/** Writing without spaces, where a word may stand within another. */
const JOINED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;

/** A word, phrase, tag or name as the search matches it: whole words, whatever their capitals and what stands between. */
export function saying(said: string, store: Store): (post: Post) => boolean {
  if (/^@\w+$/.test(said)) {
    const name = said.slice(1).toLowerCase();
    return ({ text }) => store.mentioned(text).some(({ account }) => account.username.toLowerCase() === name);
  }
  if (/^#[\p{L}\p{N}_]+$/u.test(said)) {
    const tag = new RegExp(`(?<![\\p{L}\\p{N}_])${said}(?![\\p{L}\\p{N}_])`, 'iu');
    return ({ text }) => tag.test(text);
  }
  const words = said.match(/[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu) ?? [];
  const [first = '', last = ''] = [[...(words[0] ?? '')][0], [...(words.at(-1) ?? '')].at(-1)];
  const before = JOINED.test(first) ? '' : '(?<![\\p{L}\\p{N}])';
  const after = JOINED.test(last) ? '' : '(?![\\p{L}\\p{N}])';
  const phrase = words.join('[^\\p{L}\\p{N}]+');
  const pattern = new RegExp(`${before}${phrase}${after}`, 'iu');
  return ({ text }) => words.length > 0 && pattern.test(text);
}
