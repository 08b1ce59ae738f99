import { describe, expect, it } from 'vitest';
import { chooseAgent } from './choose-agent.ts';
import { BEST, desk, NOW, rights, waiting } from './desk.fixture.ts';
import type { Desk, Waiting } from './desk.ts';
import type { RoutingPolicy } from './policy.ts';

const usual = { satisfaction: 0.6, answerSeconds: 3_600 };

const choose = (desks: readonly Desk[], about: Partial<Waiting> = {}, policy: Partial<RoutingPolicy> = {}) =>
  chooseAgent(
    waiting(about),
    desks.map((one) => ({ desk: one, load: one.load, turn: one.turn })),
    { policy: { ...BEST, ...policy }, usual, now: NOW },
  );
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 3_600_000);

describe('who gets it', () => {
  it.each<{
    when: string;
    desks: readonly Desk[];
    about?: Partial<Waiting>;
    policy?: Partial<RoutingPolicy>;
    expect: string | null;
  }>([
    {
      when: 'one knows the topic',
      desks: [desk('ana'), desk('bo', { skills: ['Refund'] })],
      about: { topic: 'refund' },
      expect: 'bo',
    },
    {
      when: 'one knows a label on it',
      desks: [desk('ana'), desk('bo', { skills: ['ski boots'] })],
      about: { words: ['Ski boots'] },
      expect: 'bo',
    },
    {
      when: 'one speaks it, the other does not',
      desks: [desk('ana', { languages: ['de'] }), desk('bo', { languages: ['fi'], load: 9 })],
      about: { language: 'fi' },
      expect: 'bo',
    },
    {
      when: 'Serbian, and one speaks Croatian',
      desks: [desk('ana', { languages: ['en'] }), desk('bo', { languages: ['hr'] })],
      about: { language: 'sr' },
      expect: 'bo',
    },
    { when: 'nobody speaks it', desks: [desk('ana', { languages: ['de'] })], about: { language: 'ko' }, expect: 'ana' },
    {
      when: 'who speaks it is full',
      desks: [desk('ana', { languages: ['de'] }), desk('bo', { languages: ['ko'], load: 10 })],
      about: { language: 'ko' },
      expect: null,
    },
    { when: 'one has fewer', desks: [desk('ana', { load: 5 }), desk('bo', { load: 4 })], expect: 'bo' },
    {
      when: 'one of the inbox’s team is there',
      desks: [desk('ana'), desk('bo', { teamIds: ['t'] })],
      about: { inboxTeamId: 't' },
      expect: 'bo',
    },
    {
      when: 'it is a team’s, and its members are full',
      desks: [desk('ana'), desk('bo', { teamIds: ['t'], load: 10 })],
      about: { teamId: 't' },
      expect: null,
    },
    {
      when: 'everybody is full',
      desks: [desk('ana', { load: 10 }), desk('bo', { capacity: 2, load: 2 })],
      expect: null,
    },
    {
      when: 'one is away, one offline, one has gone home',
      desks: [
        desk('ana', { isAway: true, presence: 'away' }),
        desk('bo', { presence: 'offline' }),
        desk('cy', { isWithinHours: false }),
      ],
      expect: null,
    },
    {
      when: 'offline ones may be given some',
      desks: [desk('bo', { presence: 'offline' })],
      policy: { reachesOffline: true },
      expect: 'bo',
    },
    {
      when: 'who is away, and offline ones may be given some',
      desks: [desk('bo', { presence: 'offline', isAway: true })],
      policy: { reachesOffline: true },
      expect: null,
    },
    {
      when: 'one may only look',
      desks: [desk('ana', { rights: rights('shop', 'see') }), desk('bo', { load: 9 })],
      expect: 'bo',
    },
    { when: 'one may not be there', desks: [desk('ana', { rights: rights('other', 'answer') })], expect: null },
    { when: 'it was taken from the only one', desks: [desk('ana')], about: { not: ['ana'] }, expect: null },
    {
      when: 'it is passed on',
      desks: [desk('ana'), desk('bo', { load: 9 })],
      about: { holderId: 'ana' },
      expect: 'bo',
    },
    {
      when: 'bo answered this person last week',
      desks: [desk('ana'), desk('bo', { load: 9 })],
      about: { answeredBy: { agentId: 'bo', at: daysAgo(6) } },
      expect: 'bo',
    },
    {
      when: 'bo answered this person, and is full',
      desks: [desk('ana'), desk('bo', { load: 10 })],
      about: { answeredBy: { agentId: 'bo', at: daysAgo(6) } },
      expect: 'ana',
    },
    {
      when: 'bo answered this person long ago',
      desks: [desk('ana'), desk('bo', { load: 9 })],
      about: { answeredBy: { agentId: 'bo', at: daysAgo(15) } },
      expect: 'ana',
    },
    {
      when: 'very negative',
      desks: [desk('ana', { pleased: 5, displeased: 40 }), desk('bo', { pleased: 40, displeased: 5, load: 9 })],
      about: { sentiment: -1, priority: 60 },
      expect: 'bo',
    },
    {
      when: 'negative, of little weight',
      desks: [desk('ana', { pleased: 5, displeased: 10 }), desk('bo', { pleased: 40, displeased: 5, load: 9 })],
      about: { sentiment: -1, priority: 10 },
      expect: 'ana',
    },
    {
      when: 'very negative, one good mark against forty of forty-five',
      desks: [desk('ana', { pleased: 1 }), desk('bo', { pleased: 40, displeased: 5 })],
      about: { sentiment: -1, priority: 60 },
      expect: 'bo',
    },
    {
      when: 'very negative, and bo who answered them last is poor at it',
      desks: [desk('ana', { pleased: 30 }), desk('bo', { displeased: 30 })],
      about: { sentiment: -1, priority: 60, answeredBy: { agentId: 'bo', at: daysAgo(1) } },
      expect: 'ana',
    },
    {
      when: 'one answers sooner',
      desks: [
        desk('ana', { answers: 50, answerSeconds: 50 * 9_000 }),
        desk('bo', { answers: 50, answerSeconds: 50 * 600 }),
      ],
      expect: 'bo',
    },
    {
      when: 'least busy, by share',
      desks: [desk('ana', { load: 3, capacity: 4 }), desk('bo', { load: 5, capacity: 20 })],
      policy: { mode: 'least_busy' },
      expect: 'bo',
    },
    {
      when: 'round robin, bo longest without',
      desks: [desk('ana', { turn: 9, skills: ['refund'] }), desk('bo', { turn: 3, load: 9 })],
      about: { topic: 'refund' },
      policy: { mode: 'round_robin' },
      expect: 'bo',
    },
  ])('$expect when $when', ({ desks, about, policy, expect: expected }) => {
    expect(choose(desks, about, policy)?.agentId ?? null).toBe(expected);
    expect(choose(desks.toReversed(), about, policy)?.agentId ?? null).toBe(expected);
  });

  it('says why: parts that add up, who else could have, and how many could not', () => {
    const chosen = choose(
      [
        desk('ana', { skills: ['refund'], languages: ['en'] }),
        desk('bo', { load: 5 }),
        desk('cy', { load: 10 }),
        desk('di', { isAway: true }),
      ],
      { topic: 'refund' },
    );
    expect(chosen).toMatchObject({ agentId: 'ana', how: 'best_fit', out: { full: 1, away: 1 } });
    expect(chosen?.parts).toContainEqual({ factor: 'skill', points: 40, by: 'refund' });
    expect(chosen?.parts).toContainEqual({ factor: 'language', points: 20, by: 'en' });
    expect(chosen?.others.map(({ agentId }) => agentId)).toEqual(['bo']);
    for (const one of [chosen, ...(chosen?.others ?? [])])
      expect(one?.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(one?.points ?? -1, 5);
  });
});
