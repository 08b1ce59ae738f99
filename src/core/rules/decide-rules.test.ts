import { expect, it } from 'vitest';
import type { Facts } from '../conversation/matches.ts';
import type { HandAct } from './by-hand.ts';
import { decideRules, type RuleNames } from './decide-rules.ts';
import { explainRules } from './explain-rule.ts';
import { nothingToDo } from './nothing-to-do.ts';
import type { RuledPlace, RuleRun } from './place.ts';
import type { Rule, RuleAct } from './rule.ts';

const NOW = new Date('2026-11-18T12:00:00.000Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString();
const facts: Facts = {
  id: 'c',
  inboxId: 'support',
  attention: 'needs_answer',
  resolution: 'open',
  assigneeId: null,
  priority: 0,
  waitingSince: ago(30),
  openedAt: null,
  snoozedUntil: null,
  promisedFor: null,
  mergedIntoId: null,
  lastMessageAt: ago(30),
  channel: 'email',
  reach: 'owned_private',
  language: 'de',
  labelIds: [],
  teamId: null,
  openedBy: null,
  followers: null,
  messageCount: 1,
  createdAt: ago(30),
  answeredElsewhereAt: null,
  isBlocked: false,
  isMuted: false,
  isVip: false,
  isKnownProblem: false,
  sentiment: -1,
  kind: 'complaint',
  topic: 'delivery',
  urgency: 1,
  purpose: 'support',
  hasOpenTask: false,
  fields: {},
  names: ['Ida'],
  said: [],
};
const place: RuledPlace = {
  facts,
  contactId: 'ida',
  preview: 'Where is it?',
  arrivedAt: ago(30),
  lastInboundAt: ago(30),
  isNews: true,
  changedSeq: 7,
  isAssignedByHand: false,
  isTeamByHand: false,
  byHand: [],
  boosts: [],
  fieldValues: {},
};
const names: RuleNames = {
  agentId: null,
  now: NOW,
  agents: new Map([
    ['ana', { name: 'Ana', isActive: true }],
    ['gone', { name: 'Gil', isActive: false }],
  ]),
  teams: new Map([['german', 'German']]),
  labels: new Map([
    ['x', { name: 'X', isArchived: false }],
    ['old', { name: 'Old', isArchived: true }],
  ]),
  fields: new Map([['size', { name: 'Size', isArchived: false }]]),
  maySee: (_, inboxId) => inboxId === 'support',
};
const rule = (more: Partial<Rule> = {}): Rule => ({
  id: 'r',
  version: 1,
  since: new Date(0),
  name: 'R',
  when: 'arrived',
  waitMinutes: 60,
  hours: null,
  filter: { match: 'all', conditions: [] },
  acts: [{ do: 'priority', points: 5 }],
  ...more,
});
const decide = (rules: readonly Rule[], at: Partial<RuledPlace> = {}, ran: readonly RuleRun[] = []) =>
  decideRules(rules, { ...place, ...at }, ran, names, NOW);
const at = (more: Partial<Facts>): Partial<RuledPlace> => ({ facts: { ...facts, ...more } });

it.each<{ what: string; act: RuleAct; at?: Partial<RuledPlace>; comes: string | null }>([
  { what: 'a team', act: { do: 'team', teamId: 'german' }, comes: 'team_set' },
  {
    what: 'a team that is set by hand',
    act: { do: 'team', teamId: 'german' },
    at: { isTeamByHand: true },
    comes: null,
  },
  { what: 'a team that is gone', act: { do: 'team', teamId: 'nobody' }, comes: 'left' },
  { what: 'an agent', act: { do: 'assign', agentId: 'ana' }, comes: 'assigned' },
  { what: 'an agent, by hand', act: { do: 'assign', agentId: 'ana' }, at: { isAssignedByHand: true }, comes: null },
  { what: 'an agent who has it', act: { do: 'assign', agentId: 'ana' }, at: at({ assigneeId: 'ana' }), comes: null },
  { what: 'an agent who left', act: { do: 'assign', agentId: 'gone' }, comes: 'left' },
  {
    what: 'an agent who sees it not',
    act: { do: 'assign', agentId: 'ana' },
    at: at({ inboxId: 'news' }),
    comes: 'left',
  },
  { what: 'routing of what nobody has', act: { do: 'choose' }, comes: null },
  { what: 'routing of what somebody has', act: { do: 'choose' }, at: at({ assigneeId: 'ana' }), comes: 'unassigned' },
  {
    what: 'routing of what somebody has by hand',
    act: { do: 'choose' },
    at: { ...at({ assigneeId: 'ana' }), isAssignedByHand: true },
    comes: null,
  },
  { what: 'a label', act: { do: 'label', add: ['x'], remove: [] }, comes: 'labelled' },
  {
    what: 'a label that it has',
    act: { do: 'label', add: ['x'], remove: [] },
    at: at({ labelIds: ['x'] }),
    comes: null,
  },
  { what: 'a label off', act: { do: 'label', add: [], remove: ['x'] }, at: at({ labelIds: ['x'] }), comes: 'labelled' },
  { what: 'an archived label', act: { do: 'label', add: ['old'], remove: [] }, comes: 'left' },
  { what: 'points', act: { do: 'priority', points: -5 }, comes: 'rule_priority' },
  {
    what: 'points where nobody waits',
    act: { do: 'priority', points: 5 },
    at: at({ attention: 'answered' }),
    comes: null,
  },
  { what: 'a reply', act: { do: 'reply', replyId: 's' }, comes: 'reply' },
  { what: 'a reply to somebody muted', act: { do: 'reply', replyId: 's' }, at: at({ isMuted: true }), comes: null },
  { what: 'a snooze', act: { do: 'snooze', minutes: 30 }, comes: 'snoozed' },
  { what: 'a snooze of what is', act: { do: 'snooze', minutes: 9 }, at: at({ snoozedUntil: ago(-60) }), comes: null },
  { what: 'a webhook', act: { do: 'hook', hookId: 'h' }, comes: 'hook' },
  { what: 'a field', act: { do: 'field', fieldId: 'size', value: 'M' }, comes: 'fields_filled' },
  { what: 'a field that is gone', act: { do: 'field', fieldId: 'none', value: 'M' }, comes: 'left' },
  { what: 'a stop', act: { do: 'stop' }, comes: null },
])('$what comes to $comes', ({ act, at: where, comes }) => {
  const { done, runs } = decide([rule({ acts: [act] })], where);
  const kinds = done.map(({ effect }) => (effect.kind === 'changed' ? effect.event.kind : effect.kind));
  expect(kinds).toEqual(comes === null ? [] : [comes]);
  // What comes to nothing is no run, so that it does not count.
  expect(runs).toHaveLength(comes === null ? 0 : 1);
});

it.each<{ what: string; rule: Partial<Rule>; at?: Partial<RuledPlace>; acts: boolean }>([
  { what: 'a message that arrived', rule: {}, acts: true },
  { what: 'no message', rule: {}, at: { arrivedAt: null }, acts: false },
  { what: 'a message from before the rule', rule: { since: NOW }, acts: false },
  { what: 'a change', rule: { when: 'changed' }, at: { arrivedAt: null }, acts: true },
  { what: 'the passing of time', rule: { when: 'changed' }, at: { arrivedAt: null, isNews: false }, acts: false },
  { what: 'waiting not long enough', rule: { when: 'waits', waitMinutes: 31 }, acts: false },
  { what: 'waiting long enough', rule: { when: 'waits', waitMinutes: 30 }, at: { isNews: false }, acts: true },
  { what: 'whatever fits', rule: { when: 'always' }, at: { arrivedAt: null, isNews: false }, acts: true },
  { what: 'hours that are now', rule: { hours: { is: 'within', week: 'Wed 09:00-17:00', zone: 'UTC' } }, acts: true },
  {
    what: 'hours elsewhere',
    rule: { hours: { is: 'within', week: 'Wed 09:00-17:00', zone: 'Asia/Tokyo' } },
    acts: false,
  },
  { what: 'outside of hours', rule: { hours: { is: 'outside', week: 'Wed 09:00-17:00', zone: 'UTC' } }, acts: false },
  { what: 'a merged conversation', rule: {}, at: at({ mergedIntoId: 'other' }), acts: false },
  { what: 'somebody who is blocked', rule: {}, at: at({ isBlocked: true }), acts: false },
  {
    what: 'any of two conditions',
    rule: {
      filter: {
        match: 'any',
        conditions: [
          { about: 'vip', is: 'yes' },
          { about: 'topic', is: 'one_of', values: ['delivery'] },
        ],
      },
    },
    acts: true,
  },
  {
    what: 'a condition that does not hold',
    rule: { filter: { match: 'all', conditions: [{ about: 'kind', is: 'one_of', values: ['spam'] }] } },
    acts: false,
  },
])('acts on $what: $acts', ({ rule: more, at: where, acts }) => {
  expect(decide([rule({ acts: [{ do: 'hook', hookId: 'h' }], ...more })], where).done).toHaveLength(acts ? 1 : 0);
});

it('acts once for one cause, and again for another version', () => {
  const { runs } = decide([rule()]);
  expect(decide([rule()], {}, runs).done).toEqual([]);
  expect(decide([rule({ version: 2 })], {}, runs).done).toHaveLength(1);
  expect(decide([rule()], { arrivedAt: ago(1) }, runs).done).toHaveLength(1);
});

it('stops at a rule that says so, also where that one acted before', () => {
  const [first, second] = [rule({ acts: [{ do: 'hook', hookId: 'h' }, { do: 'stop' }] }), rule({ id: 's' })];
  const { done, runs } = decide([first, second]);
  expect(done.map((one) => one.rule.id)).toEqual(['r']);
  expect(decide([first, second], {}, runs).done).toEqual([]);
});

it('puts a rule to rest after ten runs within an hour, and says so once', () => {
  const ran = Array.from(
    { length: 10 },
    (_, n): RuleRun => ({
      ruleId: 'x',
      version: 1,
      cause: `changed ${n}`,
      outcome: 'acted',
      at: new Date(ago(n)),
    }),
  );
  const { done, runs, standing } = decide([rule()], {}, ran);
  expect(done).toMatchObject([{ effect: { kind: 'rested' } }]);
  expect(standing.boosts).toEqual([]);
  expect(decide([rule()], { arrivedAt: ago(1) }, [...ran, ...runs]).done).toEqual([]);
  expect(decide([rule()], {}, ran.slice(1)).done).toMatchObject([{ effect: { kind: 'changed' } }]);
});

it('ends the rest of a rule by itself after an hour, and looks again then at what time decides', () => {
  const acted = (minutes: number): RuleRun => ({
    ruleId: 'x',
    version: 1,
    cause: `changed ${minutes}`,
    outcome: 'acted',
    at: new Date(ago(minutes)),
  });
  const ran = Array.from({ length: 10 }, (_, n) => acted(n));
  const waits = rule({ when: 'waits', waitMinutes: 15 });
  const { done, runs, nextAt } = decide([waits], {}, ran);
  expect(done).toMatchObject([{ effect: { kind: 'rested', until: new Date(ago(-60)) } }]);
  expect(nextAt).toEqual(new Date(ago(-60)));
  const at = (minutes: number) =>
    decideRules([waits], place, [...ran, ...runs], names, new Date(ago(-minutes))).done.map(
      ({ effect }) => effect.kind,
    );
  expect(at(59)).toEqual([]);
  expect(at(60)).toEqual(['changed']);
});

it.each<{ what: string; act: RuleAct; did: HandAct['did']; id: string; at?: Partial<RuledPlace> }>([
  { what: 'a label that was taken off', act: { do: 'label', add: ['x'], remove: [] }, did: 'unlabelled', id: 'x' },
  {
    what: 'a label that was put back on',
    act: { do: 'label', add: [], remove: ['x'] },
    did: 'labelled',
    id: 'x',
    at: at({ labelIds: ['x'] }),
  },
  { what: 'a snooze that was ended', act: { do: 'snooze', minutes: 30 }, did: 'unsnoozed', id: '' },
  { what: 'a field that says otherwise', act: { do: 'field', fieldId: 'size', value: 'M' }, did: 'filled', id: 'size' },
])('leaves $what by hand after it had acted, and is the first to act elsewhere', ({ act, did, id, at: where }) => {
  const changed = rule({ when: 'changed', acts: [act] });
  const ran: RuleRun[] = [{ ruleId: 'r', version: 1, cause: 'changed 1', outcome: 'acted', at: new Date(ago(5)) }];
  const then = (minutes: number, more: Partial<RuledPlace> = {}, runs = ran) =>
    decide([changed], { ...where, byHand: [{ did, id, at: new Date(ago(minutes)) }], ...more }, runs).done.length;
  expect(then(4)).toBe(0);
  expect(then(5), 'done before the rule acted').toBe(1);
  expect(then(4, {}, []), 'a rule that never acted here').toBe(1);
  expect(then(4, { byHand: [] })).toBe(1);
});

it.each(['changed', 'always'] as const)('looks once more at what became part of a known problem: %s', (when) => {
  const filter = { match: 'all' as const, conditions: [{ about: 'known_problem', is: 'yes' } as const] };
  const looks = rule({ when, filter });
  const ran: RuleRun[] = [];
  const then = (isKnownProblem: boolean) => {
    const { done, runs } = decide([looks], at({ isKnownProblem }), ran);
    ran.push(...runs);
    return done.length;
  };
  expect([then(false), then(true), then(true)]).toEqual([0, 1, 0]);
});

it('names when it has to look again', () => {
  expect(decide([rule({ when: 'waits', waitMinutes: 45 })]).nextAt).toEqual(new Date(ago(-15)));
  expect(decide([rule({ when: 'waits', waitMinutes: 30 })]).nextAt).toBeNull();
  const filter = {
    match: 'all' as const,
    conditions: [{ about: 'quiet_minutes', is: 'at_least', value: 40 } as const],
  };
  expect(decide([rule({ when: 'always', filter })]).nextAt).toEqual(new Date(ago(-10)));
  expect(decide([rule({ when: 'changed', filter })]).nextAt).toBeNull();
});

it('says of each condition whether it holds', () => {
  const filter = {
    match: 'all' as const,
    conditions: [{ about: 'language', is: 'one_of', values: ['de'] } as const, { about: 'vip', is: 'yes' } as const],
  };
  const asked = { ...rule({ when: 'waits', waitMinutes: 90, filter }), isOn: true };
  expect(explainRules([asked], place, [], names, NOW)).toMatchObject([
    {
      conditions: [{ holds: true }, { holds: false }],
      fits: false,
      isTime: false,
      isInHours: true,
      restsUntil: null,
      stoppedBy: null,
      byHand: [],
      lastAt: null,
    },
  ]);
});

/** Every rule against every place: what is said beforehand is what comes of it. */
it('is known beforehand to have nothing to do, and when to look again', () => {
  const filters: readonly Rule['filter'][] = [
    { match: 'all', conditions: [] },
    { match: 'all', conditions: [{ about: 'language', is: 'one_of', values: ['hu'] }] },
    { match: 'any', conditions: [{ about: 'waiting_minutes', is: 'at_least', value: 45 }] },
    { match: 'all', conditions: [{ about: 'text', is: 'contains', value: 'zip' }] },
  ];
  const hours = [null, { is: 'within', week: 'Mo-Su 00:00-06:00', zone: 'UTC' } as const];
  const rules = (['arrived', 'changed', 'waits', 'always'] as const).flatMap((when) =>
    filters.flatMap((filter) => hours.map((week) => rule({ when, filter, hours: week }))),
  );
  const places: readonly Partial<RuledPlace>[] = [
    {},
    { arrivedAt: null },
    { arrivedAt: null, isNews: false },
    at({ language: 'hu', said: ['the zip is broken'] }),
    at({ waitingSince: ago(90) }),
    at({ isBlocked: true }),
    at({ mergedIntoId: 'other' }),
    at({ attention: 'answered', waitingSince: null }),
  ];
  const seen = { free: 0, wanted: 0 };
  for (const one of rules)
    for (const where of places) {
      const free = nothingToDo([one, rule({ id: 'other', when: 'waits' })], { ...place, ...where }, NOW);
      const ruled = decide([one, rule({ id: 'other', when: 'waits' })], where);
      if (ruled.runs.length > 0 || ruled.done.length > 0) expect(free).toBeNull();
      seen[free ? 'free' : 'wanted'] += 1;
      if (free)
        expect({ nextAt: free.nextAt, done: [], runs: [], boosts: [] }).toEqual({
          nextAt: ruled.nextAt,
          done: ruled.done,
          runs: ruled.runs,
          boosts: ruled.standing.boosts,
        });
    }
  expect(Math.min(seen.free, seen.wanted)).toBeGreaterThan(50);
});
