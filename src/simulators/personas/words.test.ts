import { describe, expect, it } from 'vitest';
import { reactionTo } from './mood.ts';
import { CUSTOMERS } from './people.ts';
import { pictureOf } from './picture.ts';
import { seeded } from './random.ts';
import { SITUATIONS } from './talk.ts';
import { answerTo, followUpOf, matterOf, openingOf, TALKS, talkOf } from './words.ts';

describe('the customers', () => {
  it('are many, of many languages, and nobody twice', () => {
    expect(CUSTOMERS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(CUSTOMERS.map(({ id }) => id)).size).toBe(CUSTOMERS.length);
    expect(new Set(CUSTOMERS.map(({ email }) => email)).size).toBe(CUSTOMERS.length);
    for (const language of ['en', 'el', 'hr', 'ko', 'hu', 'fi', 'de', 'es'])
      expect(CUSTOMERS.filter((one) => one.language === language).length).toBeGreaterThanOrEqual(4);
  });

  it('each speak a language of their own', () => {
    for (const { language } of CUSTOMERS) expect(talkOf(language).language).toBe(language);
  });
});

describe.each(TALKS)('in $language', (talk) => {
  const persona = CUSTOMERS.find(({ language }) => language === talk.language) ?? CUSTOMERS[0]!;

  it.each(SITUATIONS)('%s is said in every style, with nothing left to fill in', (situation) => {
    for (const style of ['comment', 'direct', 'mail', 'post'] as const)
      for (let seed = 0; seed < 12; seed += 1) {
        const random = seeded(seed);
        const matter = matterOf(situation, random);
        const { text, subject } = openingOf(persona, matter, style, random);
        expect(`${text} ${subject ?? ''} ${answerTo(persona, matter, style, 'Maja Karlsson')}`).not.toMatch(
          /[{}]|undefined/,
        );
        expect(subject !== undefined).toBe(style === 'mail');
        // A post on Bluesky has 300 letters, the name of the brand among them.
        if (style === 'post') expect([...text].length).toBeLessThan(270);
      }
  });

  it('has every reaction', () => {
    for (const reaction of ['thanks', 'further', 'still', 'angrier'] as const)
      expect(followUpOf(persona, reaction, seeded(3))).toBeTruthy();
  });
});

it('the same seed says the same', () => {
  const once = () => {
    const random = seeded(7);
    return openingOf(CUSTOMERS[3]!, matterOf('late', random), 'mail', random);
  };
  expect(once()).toEqual(once());
});

it('nobody asks on for ever', () => {
  for (const situation of SITUATIONS)
    for (let seed = 0; seed < 50; seed += 1) expect(reactionTo(situation, 5, seeded(seed))).not.toBe('still');
});

it('a picture is a PNG of a decent size', () => {
  const bytes = pictureOf(5);
  expect(Buffer.from(bytes.subarray(1, 4)).toString()).toBe('PNG');
  expect(bytes.length).toBeGreaterThan(2_000);
  expect(bytes.length).toBeLessThan(400_000);
});
