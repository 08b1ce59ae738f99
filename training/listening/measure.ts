import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHear, type Heard, type LetPass } from '../../src/core/listening/hear.ts';
import { LANGUAGES, type Language } from '../corpus.ts';
import { INBOX, RULES } from './rules.ts';

/** A post that somebody wrote for this, and which rules shall hear it. Nobody trains on it. */
export interface Labelled {
  readonly heard: readonly string[];
  readonly what: string;
  /** As it is told by a detector; null: it cannot be told. */
  readonly language: string | null;
  readonly text: string;
}
export interface Miss {
  readonly post: Labelled;
  readonly rule: string;
  readonly said: Heard | LetPass;
}
export interface Measured {
  readonly posts: number;
  /** Of what a rule shall hear, how much it heard; of what it heard, how much it should. 0 to 1. */
  readonly recall: number;
  readonly precision: number;
  readonly missed: readonly Miss[];
  readonly wrong: readonly Miss[];
}

export function readLabelled(language: Language): readonly Labelled[] {
  const lines = readFileSync(join(import.meta.dirname, `${language}.tsv`), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('# '))
    .map((line) => {
      const [heard = '', what = '', told = '', text = ''] = line.split('\t');
      return { heard: heard === '-' ? [] : heard.split(' '), what, language: told === 'und' ? null : told, text };
    });
}

export const LISTENED = LANGUAGES;

/** @param tell what a detector says of a text; as it is labelled unless there is one. */
export function measure(posts: readonly Labelled[], tell?: (text: string) => string | null): Measured {
  const hear = createHear();
  let right = 0;
  const missed: Miss[] = [];
  const wrong: Miss[] = [];
  for (const post of posts)
    for (const rule of RULES) {
      const language = tell ? tell(post.text) : post.language;
      const said = hear(rule, { text: post.text, language, inboxId: INBOX, understood: null }, null);
      const [isHeard, isDue] = ['because' in said, post.heard.includes(rule.id)];
      if (isHeard && isDue) right++;
      else if (isDue) missed.push({ post, rule: rule.id, said });
      else if (isHeard) wrong.push({ post, rule: rule.id, said });
    }
  const share = (of: number) => (of === 0 ? 1 : right / of);
  return {
    posts: posts.length,
    recall: share(right + missed.length),
    precision: share(right + wrong.length),
    missed,
    wrong,
  };
}
