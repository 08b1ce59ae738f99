import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { InboxId } from '../ids.ts';
import { BEST, desk, NOW, rights, waiting } from './desk.fixture.ts';
import { createGiver } from './give-out.ts';
import { PRIOR, satisfactionOf, usualOf } from './prior.ts';

it('few opinions neither starve nor crown: what is said of one is weighed with what is usual', () => {
  const usualHere = usualOf([desk('a', { pleased: 60, displeased: 40 }), desk('b', { pleased: 60, displeased: 40 })]);
  const of = (pleased: number, displeased: number) => satisfactionOf(desk('x', { pleased, displeased }), usualHere);
  expect(of(0, 0)).toBeCloseTo(0.6, 1);
  expect(of(0, 1)).toBeGreaterThan(0.5);
  expect(of(1, 0)).toBeLessThan(of(80, 20));
  expect(PRIOR).toBe(10);
});

it('nobody starves for one bad mark: of 300 they get their part', () => {
  const desks = [
    desk('new', { displeased: 1, answers: 1, answerSeconds: 7_200, capacity: 150 }),
    desk('old', { pleased: 70, displeased: 30, answers: 100, answerSeconds: 300_000, capacity: 150 }),
    desk('mid', { pleased: 40, displeased: 30, answers: 70, answerSeconds: 300_000, capacity: 150 }),
  ];
  const giver = createGiver(desks, [{ teamId: null, version: 1, policy: BEST }], 0, NOW);
  const got = Array.from({ length: 300 }, (_, n) => giver.give(waiting({ id: `c${n}` }))?.choice.agentId);
  expect(got.filter((id) => id === 'new').length).toBeGreaterThan(70);
});

it('round robin gives to everybody in turn', () => {
  const giver = createGiver(
    [desk('a'), desk('b'), desk('c')],
    [{ teamId: null, version: 1, policy: { ...BEST, mode: 'round_robin' } }],
    0,
    NOW,
  );
  expect(Array.from({ length: 6 }, () => giver.give(waiting())?.choice.agentId)).toEqual([
    'a',
    'b',
    'c',
    'a',
    'b',
    'c',
  ]);
});

it('whatever comes, nobody holds more than they can, nor what they may not', () => {
  const anyDesk = fc.record({
    capacity: fc.option(fc.nat(4)),
    load: fc.nat(6),
    isAway: fc.boolean(),
    rights: fc.constantFrom(null, rights('shop', 'answer'), rights('shop', 'see')),
    languages: fc.constantFrom([], ['en'], ['fi']),
  });
  fc.assert(
    fc.property(
      fc.array(anyDesk, { maxLength: 6 }),
      fc.array(fc.constantFrom('en', 'fi', 'ko'), { maxLength: 40 }),
      fc.constantFrom('round_robin', 'least_busy', 'best_fit'),
      (some, languages, mode) => {
        const desks = some.map((one, n) => desk(`agent ${n}`, one));
        const giver = createGiver(
          desks,
          [{ teamId: null, version: 1, policy: { ...BEST, mode, capacity: 3 } }],
          0,
          NOW,
        );
        const got = new Map<string, number>();
        for (const language of languages) {
          const id = giver.give(waiting({ language }))?.choice.agentId;
          if (id) got.set(id, (got.get(id) ?? 0) + 1);
        }
        for (const [id, count] of got) {
          const one = desks.find(({ agentId }) => agentId === id) ?? desk('?');
          expect(one.load + count).toBeLessThanOrEqual(one.capacity ?? 3);
          expect([one.isAway, one.rights?.get('shop' as InboxId)]).not.toEqual([true, 'see']);
          expect(one.rights?.get('shop' as InboxId)).not.toBe('see');
        }
      },
    ),
    { seed: 17 },
  );
});
