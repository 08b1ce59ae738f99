import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TriageFacts } from '../triage/facts.ts';
import { dryRun } from './dry-run.ts';
import { ago, NOW, waiting } from './facts.fixture.ts';
import { sampleOf, sight } from './sample.ts';
import type { KeptScale, PriorityRules } from './scale.ts';
import { scoreConversation } from './score.ts';

const on = (weight: number) => ({ isOn: true, weight });
const run = (all: readonly TriageFacts[], before: PriorityRules, after: PriorityRules, few = {}) =>
  dryRun(sampleOf(all.map((one) => sight(one, NOW))), before, after, few);

it('tells who moves and how far, as one counts it by hand', () => {
  // Before: vip 30, complaint 12, question 10, plain 0. After, questions count 40 and VIPs 20: question, vip, complaint, plain.
  const all = [
    waiting({ id: 'plain' }),
    waiting({ id: 'question', kind: 'question' }),
    waiting({ id: 'vip', isVip: true }),
    waiting({ id: 'complaint', kind: 'complaint' }),
  ];
  const moves = run(all, {}, { scale: { question: on(40), vip: on(20) } });
  expect(moves).toMatchObject({ total: 4, up: 1, down: 2, same: 1, rescored: 2 });
  expect(moves.movers).toEqual([
    { id: 'question', scoreBefore: 10, scoreAfter: 40, placeBefore: 3, placeAfter: 1 },
    { id: 'vip', scoreBefore: 30, scoreAfter: 20, placeBefore: 1, placeAfter: 2 },
  ]);
  expect(moves.top.map(({ id, placeBefore }) => [id, placeBefore])).toEqual([
    ['question', 3],
    ['vip', 1],
    ['complaint', 2],
    ['plain', 4],
  ]);
});

it.each([
  [
    'equals: whoever waits longer first',
    [waiting({ id: 'b', waitingSince: ago(0) }), waiting({ id: 'a', waitingSince: ago(0.5) })],
    ['a', 'b'],
  ],
  ['nobody', [], []],
])('places %s', (_what, all, ids) => {
  expect(run(all, {}, {}).top.map(({ id }) => id)).toEqual(ids);
});

it('ranks what was answered as it stood before that, not by how long ago it is', () => {
  const answered = (hours: number) =>
    waiting({
      id: `after ${hours} h`,
      attention: 'answered',
      waitingSince: null,
      lastInboundAt: ago(400),
      attentionAt: ago(400 - hours),
    });
  const { top } = run([answered(0.5), answered(26), waiting({ id: 'waits', waitingSince: ago(4) })], {}, {});
  expect(top.map(({ id, scoreAfter }) => [id, scoreAfter])).toEqual([
    ['after 26 h', 25],
    ['waits', 10],
    ['after 0.5 h', 0],
  ]);
});

it('moves only the team whose weights are tried', () => {
  const all = [
    waiting({ id: 'a of the night', teamId: 'night', isVip: true }),
    waiting({ id: 'b of the day', teamId: 'day', isVip: true }),
  ];
  const { rescored, movers } = run(all, {}, { teams: { night: { vip: on(0) } } });
  expect([rescored, movers.map(({ id }) => id)]).toEqual([1, ['a of the night']]);
});

it('gives the scores that deciding gives, and the places that sorting gives', () => {
  const some = fc.array(
    fc.record({
      isVip: fc.boolean(),
      kind: fc.constantFrom('question', 'complaint', 'chatter'),
      followers: fc.nat(200_000),
      since: fc.nat(40),
      urgency: fc.constantFrom(0, 1, 2),
      ruleBoosts: fc.array(
        fc.record({ ruleId: fc.constant('r'), name: fc.constant('r'), points: fc.integer({ min: -100, max: 100 }) }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 40 },
  );
  const scale = fc.record({ vip: fc.nat(100), question: fc.nat(100), reach: fc.nat(100), waiting: fc.nat(100) });
  fc.assert(
    fc.property(some, scale, fc.nat(5), (many, weights, few) => {
      const all = many.map(({ since, ...about }, at) =>
        waiting({
          ...(about as Partial<TriageFacts>),
          id: `c${String(at).padStart(3, '0')}`,
          waitingSince: ago(since),
        }),
      );
      const after = {
        scale: Object.fromEntries(Object.entries(weights).map(([id, weight]) => [id, on(weight)])) as KeptScale,
      };
      const ranked = (rules: PriorityRules) =>
        all
          .map((one) => ({
            one,
            score: scoreConversation(one, rules, NOW).parts.reduce((sum, { points }) => sum + points, 0),
          }))
          .toSorted(
            (a, b) =>
              b.score - a.score ||
              Number(a.one.waitingSince) - Number(b.one.waitingSince) ||
              a.one.id.localeCompare(b.one.id),
          )
          .map(({ one, score }) => ({ id: one.id, score }));
      const [was, is] = [ranked({}), ranked(after)];
      const placeIn = (list: typeof was, id: string) => list.findIndex((one) => one.id === id) + 1;
      const moves = run(all, {}, after, { movers: few, top: 100 });
      expect(moves.top).toEqual(
        is.map(({ id, score }) => ({
          id,
          scoreBefore: was.find((one) => one.id === id)?.score,
          scoreAfter: score,
          placeBefore: placeIn(was, id),
          placeAfter: placeIn(is, id),
        })),
      );
      const far = is.map(({ id }) => placeIn(was, id) - placeIn(is, id));
      expect([moves.up, moves.down, moves.same]).toEqual([
        far.filter((by) => by > 0).length,
        far.filter((by) => by < 0).length,
        far.filter((by) => by === 0).length,
      ]);
      const farthest = moves.top
        .filter((one) => one.scoreBefore !== one.scoreAfter)
        .map((one) => Math.abs(one.placeBefore - one.placeAfter))
        .filter((by) => by > 0)
        .toSorted((a, b) => b - a);
      expect(moves.movers.map((one) => Math.abs(one.placeBefore - one.placeAfter))).toEqual(farthest.slice(0, few));
    }),
    { seed: 17 },
  );
});
