import { describe, expect, it } from 'vitest';
import type { Clock } from '../triage/facts.ts';
import { answered, asks, at, facts, hour, live, openIn, policy, rules, T } from './clocks.fixture.ts';
import { ANYTHING, type AnswerPolicy } from './policy.ts';
import { runClocks } from './run-clocks.ts';

const all = { minutes: 60, by: 'minutes', hours: 'open' } as const;
const FOUR = { acknowledgement: all, first_response: all, next_response: all, resolution: all };

describe('a first response within an hour', () => {
  it('runs from what the customer wrote, warns, and breaks, each once', () => {
    const { rang, of } = live(rules(), [[T('09:00')], [T('09:45')], [T('09:50')], [T('10:00')], [T('11:00')]]);
    expect(rang).toEqual(['18T09:45Z first_response warned', '18T10:00Z first_response breached']);
    expect(of('first_response')).toMatchObject({
      startedAt: '2026-11-18T09:00:00.000Z',
      dueAt: '2026-11-18T10:00:00.000Z',
      stoppedAt: null,
    });
  });

  it('says when to look again: at the warning, then at the end, then not any more', () => {
    const next = (when: string, clocks: readonly Clock[] = []) => runClocks(facts({ clocks }), rules(), at(T(when)));
    const first = next('09:00');
    expect(first.nextAt).toEqual(at(T('09:45')));
    const second = next('09:45', first.clocks);
    expect(second.nextAt).toEqual(at(T('10:00')));
    expect(next('10:00', second.clocks).nextAt).toBeNull();
  });

  it.each([
    { what: 'an answer in time', change: answered('09:30'), when: '09:31', stops: T('09:30'), breaks: false },
    {
      what: 'an answer that came late, with nobody looking in between',
      change: answered('11:30'),
      when: '11:31',
      stops: T('11:30'),
      breaks: true,
    },
    {
      what: 'a decision that this gets no reply',
      change: { attention: 'no_reply', attentionAt: at(T('09:20')), waitingSince: null } as const,
      when: '09:21',
      stops: T('09:20'),
      breaks: false,
    },
    { what: 'being merged', change: { isMerged: true }, when: '09:21', stops: T('09:21'), breaks: false },
  ])('is ended by $what', ({ change, when, stops, breaks }) => {
    const { of, rang } = live(rules(), [[T('09:00')], [T(when), change]]);
    expect(of('first_response')?.stoppedAt).toBe(at(stops).toISOString());
    expect(rang.some((one) => one.includes('breached'))).toBe(breaks);
  });

  it.each([
    { what: 'a bot that wrote', change: { lastOutboundAt: at(T('09:01')), messageCount: 2 } },
    { what: 'what was written in the app of the network', change: { answeredElsewhereAt: at(T('09:01')) } },
    { what: 'being opened', change: { openedAt: at(T('09:01')) } },
    { what: 'being assigned', change: { assigneeId: 'a1' } },
    { what: 'being snoozed', change: { isSnoozed: true } },
    {
      what: 'an acknowledgement',
      change: { attention: 'acknowledged', attentionAt: at(T('09:01')), waitingSince: null } as const,
    },
  ])('is not ended by $what', ({ change }) => {
    const { of, rang } = live(rules(), [[T('09:00')], [T('09:02'), change], [T('10:00')]]);
    expect(of('first_response')?.stoppedAt).toBeNull();
    expect(rang).toContain('18T10:00Z first_response breached');
  });

  it('goes on from its start where the answer was taken back', () => {
    const back = { ...asks('09:00'), attentionAt: at(T('09:31')), firstResponseAt: null };
    const { of } = live(rules(), [[T('09:00')], [T('09:30'), answered('09:30')], [T('09:31'), back]]);
    expect(of('first_response')).toMatchObject({ startedAt: at(T('09:00')).toISOString(), stoppedAt: null });
  });

  it('is a new one where somebody writes again who was to get no reply', () => {
    const none = { attention: 'no_reply', attentionAt: at(T('09:20')), waitingSince: null } as const;
    const { of } = live(rules(), [[T('09:00')], [T('09:20'), none], [T('15:00'), asks('15:00')]]);
    expect(of('first_response')).toMatchObject({
      startedAt: at(T('15:00')).toISOString(),
      dueAt: at(T('16:00')).toISOString(),
    });
  });
});

describe('the four clocks of one conversation', () => {
  it('an acknowledgement ends its own alone', () => {
    const change = { attention: 'acknowledged', attentionAt: at(T('09:10')), waitingSince: null } as const;
    const { clocks } = live(rules({ targets: FOUR }), [[T('09:00')], [T('09:10'), change]]);
    expect(clocks.map(({ kind, stoppedAt }) => [kind, stoppedAt !== null])).toEqual([
      ['acknowledgement', true],
      ['first_response', false],
      ['resolution', false],
    ]);
  });

  it('the next response begins with the next question', () => {
    const { of, rang } = live(rules({ targets: { next_response: hour } }), [
      [T('09:00')],
      [T('09:30'), answered('09:30')],
      [T('12:00'), asks('12:00')],
      [T('13:00')],
    ]);
    expect(of('next_response')?.startedAt).toBe(at(T('12:00')).toISOString());
    expect(rang).toEqual(['18T13:00Z next_response breached']);
  });

  it('the resolution rests while the matter lies with the customer, and goes on when they write', () => {
    const { of, rang } = live(rules({ targets: { resolution: hour } }), [
      [T('09:00')],
      [T('09:30'), answered('09:30')],
      [T('14:00')],
      [T('15:00'), asks('15:00')],
      [T('15:20')],
      [T('15:30')],
    ]);
    expect(of('resolution')).toMatchObject({
      startedAt: at(T('09:00')).toISOString(),
      dueAt: at(T('15:30')).toISOString(),
    });
    expect(rang).toEqual(['18T15:20Z resolution warned', '18T15:30Z resolution breached']);
  });

  it('the resolution ends when it is solved, and what comes up again is timed anew', () => {
    const solved = { resolution: 'confirmed', resolutionAt: at(T('09:40')) } as const;
    const again = { ...asks('16:00'), resolution: 'open', resolutionAt: null } as const;
    const story = [[T('09:00')], [T('09:30'), answered('09:30')], [T('09:40'), solved]] as const;
    expect(live(rules({ targets: FOUR }), story).of('resolution')).toMatchObject({
      stoppedAt: at(T('09:40')).toISOString(),
      breachedAt: null,
    });
    expect(live(rules({ targets: FOUR }), [...story, [T('16:00'), again]]).of('resolution')).toMatchObject({
      startedAt: at(T('16:00')).toISOString(),
      stoppedAt: null,
    });
  });

  it('opened again by hand, it goes on where it stood', () => {
    const { of } = live(rules({ targets: { resolution: hour } }), [
      [T('09:00')],
      [T('09:30'), { attention: 'acknowledged', attentionAt: at(T('09:30')), waitingSince: null }],
      [T('09:40'), { resolution: 'proposed', resolutionAt: at(T('09:40')) }],
      [T('10:40'), { resolution: 'open', resolutionAt: null }],
    ]);
    expect(of('resolution')?.dueAt).toBe(at(T('11:00')).toISOString());
  });
});

describe('hours', () => {
  const week = 'Mon-Fri 09:00-13:00, Mon-Fri 14:00-17:00';
  it.each([
    { what: 'written at night', hours: openIn(week), since: '2026-11-18T02:00Z', due: '2026-11-18T10:00:00.000Z' },
    { what: 'over lunch', hours: openIn(week), since: '2026-11-18T12:30Z', due: '2026-11-18T14:30:00.000Z' },
    {
      what: 'over a holiday',
      hours: openIn(week, 'UTC', ['2026-11-19']),
      since: '2026-11-18T16:30Z',
      due: '2026-11-20T09:30:00.000Z',
    },
    {
      what: 'in another zone',
      hours: openIn(week, 'America/New_York'),
      since: '2026-11-18T09:00Z',
      due: '2026-11-18T15:00:00.000Z',
    },
    {
      what: 'over changed clocks',
      hours: openIn(week, 'Europe/Berlin'),
      since: '2026-10-23T14:30Z',
      due: '2026-10-26T08:30:00.000Z',
    },
  ])('$what', ({ hours, since, due }) => {
    const known = facts({ waitingSince: at(since), lastInboundAt: at(since) });
    expect(runClocks(known, rules({}, hours), at(since)).clocks[0]?.dueAt).toBe(due);
  });

  it('a target round the clock breaks while it is closed', () => {
    const round = { by: 'minutes', minutes: 120, hours: 'all' } as const;
    const hours = openIn(week);
    const known = facts({ waitingSince: at('2026-11-18T16:30Z') });
    const run = runClocks(known, rules({ targets: { first_response: round } }, hours), at('2026-11-18T18:30Z'));
    expect(run.fired).toEqual([{ kind: 'first_response', what: 'breached' }]);
  });

  it('the same day ends with its close', () => {
    const sameDay = rules({ targets: { acknowledgement: { by: 'same_day' } } }, openIn(week));
    const due = (since: string) => runClocks(facts({ waitingSince: at(since) }), sameDay, at(since)).clocks[0]?.dueAt;
    expect(due('2026-11-18T09:00Z')).toBe('2026-11-18T17:00:00.000Z');
    expect(due('2026-11-20T20:00Z')).toBe('2026-11-23T17:00:00.000Z');
  });
});

describe('which policy', () => {
  const strict = policy({ id: 'strict', targets: { first_response: { ...hour, minutes: 30 } } });
  const when = (conditions: Partial<AnswerPolicy['conditions']>) => [
    { ...strict, conditions: { ...ANYTHING, ...conditions } },
    policy(),
  ];
  it.each([
    { what: 'the first that fits', conditions: {}, known: {}, is: 'strict' },
    { what: 'its channel', conditions: { channels: ['facebook'] }, known: {}, is: 'q1' },
    { what: 'its inbox', conditions: { inboxIds: ['i1'] }, known: {}, is: 'strict' },
    { what: 'its reach', conditions: { reach: ['earned' as const] }, known: {}, is: 'q1' },
    {
      what: 'its language, whatever the country',
      conditions: { languages: ['pt'] },
      known: { language: 'pt-BR' },
      is: 'strict',
    },
    { what: 'no language, no rule for it', conditions: { languages: ['pt'] }, known: { language: null }, is: 'q1' },
    { what: 'one of its labels', conditions: { labelIds: ['l1', 'l2'] }, known: { labelIds: ['l2'] }, is: 'strict' },
    { what: 'VIPs', conditions: { isVip: true }, known: { isVip: true }, is: 'strict' },
    { what: 'everybody else', conditions: { isVip: true }, known: {}, is: 'q1' },
    { what: 'enough priority', conditions: { priorityAtLeast: 50 }, known: { priority: 50 }, is: 'strict' },
    { what: 'too little', conditions: { priorityAtLeast: 50 }, known: { priority: 49 }, is: 'q1' },
  ])('$what', ({ conditions, known, is }) => {
    expect(runClocks(facts(known), { policies: when(conditions) }, at(T('09:00'))).clocks[0]?.policyId).toBe(is);
  });

  it('once urgent it stays so while it runs, so that priority and clock do not chase each other', () => {
    const policies = when({ priorityAtLeast: 50 });
    const { clocks } = runClocks(facts({ priority: 60 }), { policies }, at(T('09:00')));
    expect(runClocks(facts({ priority: 10, clocks }), { policies }, at(T('09:05'))).clocks[0]?.policyId).toBe('strict');
  });

  it('another policy counts from the start of what waits; a later end lifts the breach, an earlier one breaks at once', () => {
    const { clocks } = runClocks(facts(), { policies: [policy()] }, at(T('10:00')));
    expect(clocks[0]?.breachedAt).toBe(at(T('10:00')).toISOString());
    const slow = { policies: [policy({ id: 'slow', targets: { first_response: { ...hour, minutes: 240 } } })] };
    const lifted = runClocks(facts({ clocks }), slow, at(T('10:05')));
    expect(lifted.clocks[0]).toMatchObject({ policyId: 'slow', dueAt: at(T('13:00')).toISOString(), breachedAt: null });
    const broken = runClocks(facts({ clocks: lifted.clocks }), { policies: [strict] }, at(T('10:06')));
    expect(broken.fired).toEqual([{ kind: 'first_response', what: 'breached' }]);
  });

  it('without a policy nothing runs, and what ran is gone', () => {
    const { clocks } = runClocks(facts(), { policies: [policy()] }, at(T('09:00')));
    expect(runClocks(facts({ clocks }), {}, at(T('09:01')))).toEqual({ clocks: [], fired: [], nextAt: null });
  });
});
