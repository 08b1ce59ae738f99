import { expect, it } from 'vitest';
import { LANGUAGES, spanWords, textsIn } from './text.ts';

it.each([
  [['fr-CA', 'en'], 'fr'],
  [['xx', 'sv-FI'], 'sv'],
  [['constructor'], 'en'],
  [[], 'en'],
])('speaks %j as %s', (wanted, language) => expect(textsIn(wanted).language).toBe(language));

it('fills the same gaps in every language', () => {
  for (const language of LANGUAGES) {
    const { say } = textsIn([language]);
    expect(say('openUnread', { count: 3 })).toContain('3');
    expect(say('remove', { name: 'a.png' })).toContain('a.png');
    expect(say('download', { name: 'a.png' })).toContain('a.png');
    expect(say('answerTime', { time: spanWords(300_000, language) })).toMatch(/5/);
    expect(say('send')).not.toMatch(/[{}]/);
  }
});

it('says spans in words', () => {
  expect([spanWords(120_000, 'en'), spanWords(3_600_000, 'en'), spanWords(28_800_000, 'de')]).toEqual([
    '2 minutes',
    '1 hour',
    '8 Stunden',
  ]);
});
