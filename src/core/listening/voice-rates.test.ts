import { expect, it } from 'vitest';
import type { InboxId } from '../ids.ts';
import { ratesOf } from './voice-rates.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const [x, sky] = ['x' as InboxId, 'sky' as InboxId];
const kept = Array.from({ length: 20 }, (_, nth) => ({ saidAt: ago(nth * 24), inboxId: sky, isKept: true }));
const base = { heard: [], kept: [], answers: [], priced: new Map<InboxId, number>(), now: NOW };

it.each([
  { what: 'nothing is known', facts: base, is: { perDay: null, usdPerDay: 0 } },
  { what: 'what the desk has says it', facts: { ...base, kept, heard: kept }, is: { perDay: 1.1, usdPerDay: 0 } },
  {
    what: 'a network with a price was not asked',
    facts: { ...base, kept, heard: kept, priced: new Map([[x, 0.005]]) },
    is: { perDay: 1.1, usdPerDay: null },
  },
  {
    what: 'it was asked: each found post costs, heard or not',
    facts: {
      ...base,
      heard: [1, 2, 3].map((hours) => ({ saidAt: ago(hours), inboxId: x, isKept: false })),
      answers: [{ inboxId: x, found: [1, 2, 3, 6].map(ago), reachMs: null }],
      priced: new Map([[x, 0.005]]),
    },
    is: { perDay: 12, usdPerDay: 0.08 },
  },
  {
    what: 'it was asked, and gave all of its last two days',
    facts: {
      ...base,
      heard: [1, 2, 3].map((hours) => ({ saidAt: ago(hours), inboxId: x, isKept: false })),
      answers: [{ inboxId: x, found: [1, 2, 3, 6].map(ago), reachMs: 2 * 86_400_000 }],
      priced: new Map([[x, 0.005]]),
    },
    is: { perDay: 1.5, usdPerDay: 0.01 },
  },
  {
    what: 'it was asked and did not answer',
    facts: { ...base, answers: [{ inboxId: x, found: null, reachMs: null }], priced: new Map([[x, 0.005]]) },
    is: { perDay: null, usdPerDay: null },
  },
  {
    what: 'it found nothing',
    facts: { ...base, answers: [{ inboxId: x, found: [], reachMs: 86_400_000 }], priced: new Map([[x, 0.005]]) },
    is: { perDay: null, usdPerDay: 0 },
  },
])('where $what', ({ facts, is }) => {
  expect(ratesOf(facts)).toEqual(is);
});
