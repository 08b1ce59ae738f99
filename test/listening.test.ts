import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LISTENED, measure, readLabelled } from '../training/listening/measure.ts';
import { ordinaryFile } from '../training/listening/ordinary.ts';

/** Of what a rule shall hear, and of what it hears. `npm run bench -- listening` says how far above it is. */
const FLOOR = 0.95;
const LEAST_POSTS = 60;

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

it.each(LISTENED)('the ordinary words in %s are those of the corpora: otherwise write-words.ts', (language) => {
  const path = new URL(`../src/core/listening/words/ordinary-${language}.ts`, import.meta.url);
  expect(readFileSync(path, 'utf8')).toBe(ordinaryFile(language));
});
