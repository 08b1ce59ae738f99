import '../../text/load-later.ts';
import { describe, expect, it } from 'vitest';
import { FACTORS } from '../../../core/priority/factor.ts';
import { ago, clock, NOW, waiting } from '../../../core/priority/facts.fixture.ts';
import { scoreConversation } from '../../../core/priority/score.ts';
import type { TriageFacts } from '../../../core/triage/facts.ts';
import { tryText } from '../../text/t.ts';
import { factWords } from './fact-words.ts';

const wordsOf = (about: Partial<TriageFacts>) =>
  Object.fromEntries(
    scoreConversation(waiting(about), {}, NOW).parts.map(({ factor, fact }) => [
      factor,
      factWords(factor, fact, NOW.getTime()),
    ]),
  );

describe('the reasons of a score', () => {
  it.each<[string, Partial<TriageFacts>, string]>([
    [
      'purchases',
      { purchases: { orders: 1, value: 14_990.4, lastAt: ago(24 * 12) } },
      '1 order worth 14,990, the last one 12 d ago',
    ],
    ['purchases', { purchases: { orders: 3, value: 40, lastAt: null } }, '3 orders worth 40'],
    [
      'purchases',
      { purchases: { orders: 2, value: 1_490.5, lastAt: null, currency: 'EUR' } },
      '2 orders worth €1,490.50',
    ],
    ['recent_purchase', { purchases: { orders: 1, value: 50, lastAt: ago(2) } }, 'Last bought 2 h ago'],
    ['reach', { followers: 12_400 }, '12.4K followers'],
    ['influence', { followers: 12_400 }, 'Said in public to 12.4K followers'],
    ['urgent', { urgency: 2 }, 'It has to happen now'],
    ['urgent', { urgency: 1 }, 'It has to happen today'],
    ['triggers', { signs: { triggers: ['lawyer', 'fire'] } }, 'They wrote: lawyer, fire'],
    ['bad_review', { signs: { rating: 0 } }, '1 star of 5'],
    ['bad_review', { signs: { rating: 0.25 } }, '2 stars of 5'],
    ['waiting', { waitingSince: ago(5) }, 'Waits for 5 h'],
    ['known_problem', { signs: { problem: 'checkout' } }, 'Far more people than usual complain of “checkout”'],
    ['tries', { failedTries: 2 }, 'Waits in 2 other conversations, and did before this one'],
    ['clock', { clocks: [clock(ago(1))] }, 'The first response was due '],
  ])('%s: %#', (factor, about, words) => {
    expect(wordsOf(about)[factor]).toContain(words);
  });

  it('each have a name and a sentence, and words of their own', () => {
    for (const id of FACTORS)
      for (const key of [`factor.${id}`, `factor.${id}.about`, id === 'clock' ? 'fact.clock.resolution' : `fact.${id}`])
        expect([key, tryText(key, {})]).toEqual([key, expect.stringMatching(/./)]);
  });

  it.each([
    ['a factor of a later version', 'sunspots', { at: 'x' }],
    ['nothing', 'vip', undefined],
    ['rubbish', 'reach', [1]],
  ])('stand even of %s', (_what, factor, fact) => {
    expect(() => factWords(factor, fact, NOW.getTime())).not.toThrow();
  });
});
