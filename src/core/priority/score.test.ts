import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TriageFacts } from '../triage/facts.ts';
import { triage } from '../triage/triage.ts';
import { KINDS } from '../understanding/understood.ts';
import { FACTORS } from './factor.ts';
import { ago, clock, NOW, waiting } from './facts.fixture.ts';
import { fill, type KeptScale, MOST_WEIGHT, type PriorityRules } from './scale.ts';
import { scoreConversation } from './score.ts';

const scoreOf = (about: Partial<TriageFacts>, rules: PriorityRules = {}, now = NOW) =>
  scoreConversation(waiting(about), rules, now).parts.reduce((sum, { points }) => sum + points, 0);
const partsOf = (about: Partial<TriageFacts>, rules: PriorityRules = {}) =>
  Object.fromEntries(scoreConversation(waiting(about), rules, NOW).parts.map((one) => [one.factor, one.points]));

describe('a factor counts', () => {
  const bought = (orders: number, value: number, hours: number) => ({ orders, value, lastAt: ago(hours) });
  it.each<[string, Partial<TriageFacts>, Record<string, number>]>([
    ['nothing for a neutral post of somebody unknown', {}, {}],
    ['an angry complaint', { sentiment: -1, kind: 'complaint' }, { negative: 20, complaint: 12 }],
    ['no praise', { sentiment: 1, kind: 'compliment' }, {}],
    ['a question', { kind: 'question' }, { question: 10 }],
    ['what has to happen today', { urgency: 1 }, { urgent: 10 }],
    ['what has to happen now', { urgency: 2 }, { urgent: 20 }],
    ['one word that calls for care', { signs: { triggers: ['lawyer'] } }, { triggers: 15 }],
    ['several of them', { signs: { triggers: ['lawyer', 'fire'] } }, { triggers: 20 }],
    ['one star', { signs: { rating: 0 } }, { bad_review: 20 }],
    ['three stars by half', { signs: { rating: 0.5 } }, { bad_review: 10 }],
    ['no good review', { signs: { rating: 1 } }, {}],
    ['who wants to buy, as sure as that is', { signs: { purchaseIntent: 0.8 } }, { intent: 12 }],
    ['an address in public', { signs: { hasPersonalData: true } }, { personal_data: 10 }],
    ['no address in private', { signs: { hasPersonalData: true }, reach: 'owned_private' }, { private: 10 }],
    ['a small purchase long ago a little', { purchases: bought(1, 5, 24 * 400) }, { purchases: 2 }],
    ['ten laptops just now', { purchases: bought(1, 15_000, 2) }, { purchases: 20, recent_purchase: 10 }],
    ['a middling one of last week', { purchases: bought(2, 316, 24 * 8) }, { purchases: 10, recent_purchase: 6 }],
    ['no orders, no purchase', { purchases: { orders: 0, value: 0, lastAt: null } }, {}],
    ['a VIP', { isVip: true }, { vip: 30 }],
    ['not a few followers', { followers: 500 }, {}],
    ['many followers', { followers: 10_000, reach: 'owned_private' }, { reach: 8, private: 10 }],
    ['an influencer in public', { followers: 2_000_000 }, { reach: 15, influence: 10 }],
    ['an hour of waiting', { waitingSince: ago(1) }, { waiting: 5 }],
    ['a day of waiting in full', { waitingSince: ago(30) }, { waiting: 25 }],
    ['no waiting of what does not wait', { waitingSince: ago(30), attention: 'answered' }, {}],
    ['a clock that is far', { clocks: [clock(ago(-5), { warnAt: ago(-4) })] }, {}],
    ['a clock that was warned of', { clocks: [clock(ago(-1), { warnAt: ago(1) })] }, { clock: 18 }],
    ['a clock that has run out', { clocks: [clock(ago(1))] }, { clock: 30 }],
    ['no clock that was stopped in time', { clocks: [clock(ago(1), { stoppedAt: ago(2) })] }, {}],
    ['a try elsewhere by half', { failedTries: 1 }, { tries: 10 }],
    ['many tries in full', { failedTries: 7 }, { tries: 20 }],
    ['what many complain of', { signs: { problem: 'checkout' } }, { known_problem: 10 }],
  ])('%s', (_what, about, parts) => {
    expect(partsOf(about)).toEqual(parts);
  });
});

describe('time', () => {
  it.each([
    ['fresh: in an hour', { waitingSince: NOW }, ago(-1)],
    ['after an hour: at three', { waitingSince: ago(1) }, ago(-2)],
    ['after a day: never', { waitingSince: ago(24) }, null],
    ['a clock before its warning', { waitingSince: ago(24), clocks: [clock(ago(-5), { warnAt: ago(-4) })] }, ago(-4)],
    ['a clock after its warning', { waitingSince: ago(24), clocks: [clock(ago(-5), { warnAt: ago(4) })] }, ago(-5)],
    ['answered: never', { attention: 'answered' as const, waitingSince: null, clocks: [clock(ago(-5))] }, null],
    [
      'a purchase gets older',
      { waitingSince: ago(24), purchases: { orders: 1, value: 50, lastAt: ago(24 * 6) } },
      ago(-24),
    ],
  ])('looks again when it changes the score: %s', (_what, about, at) => {
    expect(scoreConversation(waiting(about), {}, NOW).nextAt).toEqual(at);
  });

  it('changes no score of what waits between two looks', () => {
    fc.assert(
      fc.property(facts, fc.double({ min: 0, max: 0.999, noNaN: true }), (about, part) => {
        const waits = waiting({ ...about, attention: 'needs_answer' });
        const { nextAt, parts } = scoreConversation(waits, {}, NOW);
        const end = nextAt ?? ago(-24 * 365);
        const between = new Date(NOW.getTime() + Math.floor((end.getTime() - NOW.getTime()) * part));
        const points = (all: typeof parts) => all.map((one) => [one.factor, one.points]);
        expect(points(scoreConversation(waits, {}, between).parts)).toEqual(points(parts));
      }),
      { seed: 17 },
    );
  });
});

describe('the scale', () => {
  const scale = (change: KeptScale) => ({ ...fill({}), ...change });
  it.each<[string, PriorityRules, string | null, number]>([
    ['as shipped', {}, null, 30],
    ['the workspace’s own', { scale: scale({ vip: { isOn: true, weight: 55 } }) }, null, 55],
    ['one that is off', { scale: scale({ vip: { isOn: false, weight: 55 } }) }, null, 0],
    ['a team follows the workspace', { scale: { vip: { isOn: true, weight: 55 } } }, 'night', 55],
    ['a team has its own', { scale: {}, teams: { night: { vip: { isOn: true, weight: 7 } } } }, 'night', 7],
    ['another team’s is not ours', { teams: { night: { vip: { isOn: true, weight: 7 } } } }, 'day', 30],
    ['what nobody knows any more is not looked at', { scale: { sunspots: { isOn: true, weight: 99 } } }, null, 30],
  ])('%s', (_what, rules, teamId, points) => {
    expect(scoreOf({ isVip: true, teamId }, rules)).toBe(points);
  });
});

describe('the parts', () => {
  it('add up to the score exactly, whatever is known and whatever counts', () => {
    fc.assert(
      fc.property(facts, scales, (about, scale) => {
        const decided = triage(waiting(about), { priority: { scale }, clocks: {} }, NOW);
        expect(decided.parts.reduce((sum, { points }) => sum + points, 0)).toBe(decided.priority);
        expect(decided.parts.every(({ points }) => Number.isInteger(points) && points > 0)).toBe(true);
        expect(new Set(decided.parts.map(({ factor }) => factor)).size).toBe(decided.parts.length);
      }),
      { seed: 17 },
    );
  });
});

describe('an influencer who has just bought ten laptops and asks for help', () => {
  const influencer = waiting({
    id: 'influencer',
    kind: 'question',
    followers: 120_000,
    purchases: { orders: 1, value: 14_990, lastAt: ago(20) },
  });
  const stands = (other: Partial<TriageFacts>, rules: PriorityRules = {}) => {
    const posts = Array.from({ length: 50 }, (_, at) =>
      waiting({ ...other, id: `post ${at}`, waitingSince: ago(at / 50) }),
    );
    const scored = [...posts, influencer].map((one) => ({
      id: one.id,
      score: triage(one, { priority: rules, clocks: {} }, NOW).priority,
    }));
    return scored.toSorted((a, b) => b.score - a.score)[0]?.id;
  };
  it.each<[string, Partial<TriageFacts>]>([
    ['fresh neutral posts', {}],
    ['fresh neutral questions', { kind: 'question' }],
    ['private questions', { kind: 'question', reach: 'owned_private' }],
    ['questions of people with followers', { kind: 'question', followers: 5_000 }],
    ['complaints', { kind: 'complaint', sentiment: -1 }],
  ])('stands above 50 %s', (_what, others) => {
    expect(stands(others)).toBe('influencer');
  });

  it('gives way where the house decides that purchases and reach count nothing', () => {
    const off = { isOn: false, weight: 0 };
    const scale = { purchases: off, recent_purchase: off, reach: off, influence: off };
    expect(stands({ kind: 'complaint', sentiment: -1 }, { scale })).not.toBe('influencer');
  });
});

const maybe = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: null });
const past = fc.integer({ min: 0, max: 24 * 200 }).map(ago);
const facts = fc.record({
  sentiment: fc.constantFrom(-1, 0, 1, null),
  kind: maybe(fc.constantFrom(...KINDS)),
  urgency: fc.constantFrom(0, 1, 2, null),
  reach: fc.constantFrom('owned_public', 'owned_private', 'earned'),
  followers: maybe(fc.nat(5_000_000)),
  isVip: fc.boolean(),
  failedTries: fc.nat(5),
  waitingSince: maybe(past),
  attention: fc.constantFrom('needs_answer', 'answered', null),
  purchases: maybe(
    fc.record({ orders: fc.nat(40), value: fc.double({ min: 0, max: 1e6, noNaN: true }), lastAt: maybe(past) }),
  ),
  signs: fc.record(
    {
      triggers: fc.array(fc.string(), { maxLength: 3 }),
      rating: fc.double({ min: 0, max: 1, noNaN: true }),
      hasPersonalData: fc.boolean(),
      purchaseIntent: fc.double({ min: 0, max: 1, noNaN: true }),
    },
    { requiredKeys: [] },
  ),
  clocks: fc.array(
    fc
      .tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 50 }))
      .map(([due, before]) => clock(ago(due), { warnAt: ago(due + before) })),
    { maxLength: 3 },
  ),
}) as fc.Arbitrary<Partial<TriageFacts>>;
const scales = fc.record(
  Object.fromEntries(FACTORS.map((id) => [id, fc.record({ isOn: fc.boolean(), weight: fc.nat(MOST_WEIGHT) })])),
  { requiredKeys: [] },
) as fc.Arbitrary<KeptScale>;
