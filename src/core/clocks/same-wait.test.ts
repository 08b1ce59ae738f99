import { expect, it } from 'vitest';
import { answered, asks, at, hour, live, rules, T } from './clocks.fixture.ts';

const next = rules({ targets: { next_response: hour, acknowledgement: hour } });
it('a question that came after an answer nobody saw being given is timed from itself', () => {
  // Answered at 12:10, asked again at 15:00, and looked at by nobody in between.
  const { of, rang } = live(next, [
    [T('09:00')],
    [T('09:30'), answered('09:30')],
    [T('12:00'), asks('12:00')],
    [T('15:01'), asks('15:00')],
  ]);
  expect(rang).toEqual([]);
  for (const kind of ['next_response', 'acknowledgement'] as const)
    expect(of(kind)).toMatchObject({ startedAt: at(T('15:00')).toISOString(), stoppedAt: null });
});

it.each([
  { what: 'after what was answered', wrote: '12:20' },
  { what: 'before all of it', wrote: '11:50' },
])('a mail that is read only after the answer, and was written $what, is a wait of its own', ({ wrote }) => {
  const read = { ...asks(wrote), lastInboundAt: at(T(wrote > '12:00' ? wrote : '12:00')) };
  const { of, rang } = live(next, [
    [T('09:00')],
    [T('09:30'), answered('09:30')],
    [T('12:00'), asks('12:00')],
    [T('12:30'), { ...answered('12:30'), firstResponseAt: at(T('09:30')) }],
    [T('12:31'), read],
    [T('12:40'), {}],
  ]);
  expect(of('next_response')).toMatchObject({ startedAt: at(T(wrote)).toISOString(), stoppedAt: null });
  expect(rang.filter((one) => one.includes('next_response breached'))).toEqual([]);
});

it('taken back, an answer leaves the same clock running, also for what was said while it ran', () => {
  const { of } = live(next, [
    [T('09:00')],
    [T('09:30'), answered('09:30')],
    [T('12:00'), asks('12:00')],
    [T('12:10'), { lastInboundAt: at(T('12:10')) }],
    [T('12:30'), { ...answered('12:30'), firstResponseAt: at(T('09:30')) }],
    [T('12:31'), { attention: 'needs_answer', waitingSince: at(T('12:00')), attentionAt: at(T('12:31')) }],
  ]);
  expect(of('next_response')).toMatchObject({ startedAt: at(T('12:00')).toISOString(), stoppedAt: null });
});

it('what is said after an acknowledgement joins what is owed already', () => {
  const { of } = live(next, [
    [T('09:00')],
    [T('09:30'), answered('09:30')],
    [T('12:00'), asks('12:00')],
    [T('12:10'), { attention: 'acknowledged', attentionAt: at(T('12:10')), waitingSince: null }],
    [T('12:20'), asks('12:20')],
  ]);
  expect(of('next_response')?.startedAt).toBe(at(T('12:00')).toISOString());
  expect(of('acknowledgement')?.startedAt).toBe(at(T('12:20')).toISOString());
});
