import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LISTENED, measure, readLabelled } from '../training/listening/measure.ts';
import { goldIn } from '../training/listening/measure-gold.ts';
import { ordinaryFile } from '../training/listening/ordinary.ts';

/** Of what a rule shall hear, and of what it hears. `npm run bench -- listening` says how far above it is. */
const FLOOR = 0.95;
const LEAST_POSTS = 60;
/** Of messages by others, so many needs are heard by what they mean, and no more praise and chatter than that. */
const NEEDS_LEAST = 0.62;
const IDLE_MOST = 0.4;

describe.each(LISTENED)('on the labelled posts in %s', (language) => {
  const posts = readLabelled(language);
  const { recall, precision, missed, wrong } = measure(posts);
  const show = (misses: typeof missed) => misses.map(({ rule, post }) => `${rule}: ${post.text}`).join('\n');

  it('are enough to say something', () => {
    expect(posts.length).toBeGreaterThanOrEqual(LEAST_POSTS);
    expect(new Set(posts.map(({ text }) => text)).size).toBe(posts.length);
  });

  it('rules hear what they shall', () => {
    expect(recall, show(missed)).toBeGreaterThanOrEqual(FLOOR);
  });

  it('and little else', () => {
    expect(precision, show(wrong)).toBeGreaterThanOrEqual(FLOOR);
  });
});

describe.each(LISTENED)('of what others wrote in %s', (language) => {
  const heard = goldIn(language);

  it('meaning hears most needs, several times as many as words, and little else', () => {
    const [understood, words] = [heard('understood'), heard('words')];
    expect(understood.needs).toBeGreaterThanOrEqual(NEEDS_LEAST);
    expect(understood.needs).toBeGreaterThan(words.needs * 4);
    expect(understood.idle).toBeLessThanOrEqual(IDLE_MOST);
  });

  it('the name alone hears all', () => {
    expect(heard('anything')).toEqual({ needs: 1, complaints: 1, questions: 1, idle: 1 });
  });
});

it.each(LISTENED)('the ordinary words in %s are those of the corpora: otherwise write-words.ts', (language) => {
  const path = new URL(`../src/core/listening/words/ordinary-${language}.ts`, import.meta.url);
  expect(readFileSync(path, 'utf8')).toBe(ordinaryFile(language));
});
