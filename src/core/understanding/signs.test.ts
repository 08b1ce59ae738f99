import { describe, expect, it } from 'vitest';
import { findAlarms } from './alarms.ts';
import { bag, COUNTED } from './bag.ts';
import { readInto } from './features.ts';
import { createLexicon } from './lexicon.ts';
import { MODEL_LANGUAGES } from './model.ts';
import { createReaders } from './readers.ts';
import { signs } from './signs.ts';
import { ALARM_WORDS, ALARMS } from './words/alarms.ts';
import { HINT_WORDS, HINTS } from './words/hints.ts';

const readers = createReaders(createLexicon([]));
const namesIn = (text: string, language: string) => {
  readInto(text, readers(language));
  return Object.keys(signs.words).sort();
};
/** Places from 20 on that were counted. */
const countedIn = (text: string, language: string) => {
  readInto(text, readers(language));
  return new Set(bag.index.slice(0, bag.count).filter((place) => place >= 20 && place < COUNTED));
};

describe('signs of what is urgent', () => {
  it.each([
    ['en', 'No heating since this morning, and grandma is 90', ['deadline', 'dependent', 'lacking']],
    ['de', 'Kein Strom, und die Hochzeit ist morgen', ['danger', 'deadline', 'event', 'lacking']],
    ['hr', 'nema struje, a beba je mala', ['danger', 'dependent', 'lacking', 'vulnerable']],
    ['hu', 'Kétszer vontátok le tavaly', ['money', 'past']],
    ['fi', 'Seistään laiturilla, viimeinen juna peruttiin', ['stuck']],
    ['el', 'Μόλις μου έκλεψαν την κάρτα', ['fraud', 'justNow']],
    ['ko', '작년에 엘리베이터에 갇혔어요', ['danger', 'past', 'stuck']],
  ])('%s: %s', (language, text, names) => {
    expect(namesIn(text, language)).toEqual(expect.arrayContaining(names));
  });

  it('are the same places in all languages', () => {
    expect(countedIn('kein wasser', 'de')).toEqual(countedIn('no water', 'en'));
  });

  it('are told apart where a danger is over', () => {
    const [now, over] = [countedIn('gas leak', 'en'), countedIn('gas leak last year', 'en')];
    expect([...now].filter((place) => !over.has(place))).not.toEqual([]);
  });

  it('are forgotten with the next message', () => {
    namesIn('gas leak', 'en');
    expect(namesIn('lovely shop', 'en')).toEqual([]);
    expect(findAlarms().alarms).toEqual([]);
  });

  it('are not looked for in a language without lists', () => {
    expect(namesIn('gas leak', 'sv')).toEqual([]);
  });
});

describe('the lists', () => {
  it.each(MODEL_LANGUAGES)('%s has words for each sign, and no empty ones', (language) => {
    for (const phrases of [
      ...ALARMS.map((name) => ALARM_WORDS[language]?.[name] ?? []),
      ...HINTS.map((name) => HINT_WORDS[language]?.[name] ?? []),
    ]) {
      expect(phrases.length).toBeGreaterThan(0);
      for (const phrase of phrases) expect(phrase).toMatch(/^[^\s*,][^,]*[^\s,]$/);
    }
  });
});
