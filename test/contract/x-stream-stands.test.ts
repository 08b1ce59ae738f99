import { afterEach, expect, it } from 'vitest';
import type { AtOnce } from '../../src/core/channel/at-once.ts';
import { search, settingsFor } from './x-listener.ts';
import { openStreamLab, type StreamLab } from './x-stream-lab.ts';

const MINUTE = 60_000;
let lab: StreamLab;
afterEach(() => lab.close());
/** What the inbox is told of its line, the newest last. */
const open = async (...given: Parameters<typeof openStreamLab>) => {
  lab = await openStreamLab(...given);
};
const last = () => lab.lines.at(-1);
const resting = (why: RegExp) => ({ state: 'resting', until: expect.any(Date), why: expect.stringMatching(why) });

it('an inbox is told that its connection is open, and what comes by it', async () => {
  await open({ settings: settingsFor(search()) });
  expect(lab.lines).toEqual([{ state: 'opening' }, { state: 'open', what: ['mentions', 'searches', 'listening'] }]);
});

it('a connection that is lost for a moment is being opened, and open again', async () => {
  await open();
  lab.lines.length = 0;
  lab.network.stream.cut();
  await lab.timers.asked(250);
  lab.timers.pass(250);
  await lab.opened();
  await lab.stands('open');
  expect(lab.lines.map(({ state }) => state)).toEqual(['opening', 'open']);
});

it.each<{ of: string; set: () => void; unset: () => void; ms: number; why: RegExp }>([
  {
    of: 'another program or process has the place',
    set: () => lab.network.stream.take(true),
    unset: () => lab.network.stream.take(false),
    ms: 30 * MINUTE,
    why: /another program, or another process/,
  },
  {
    of: 'the plan has no stream',
    set: () => (lab.network.standing.streamRefused = 'plan'),
    unset: () => undefined,
    ms: 24 * 60 * MINUTE,
    why: /plan/,
  },
])('it rests, until when and why, while $of', async ({ set, unset, ms, why }) => {
  await open();
  lab.pass(10 * MINUTE);
  lab.network.stream.cut();
  await lab.timers.asked(250);
  lab.pass(10 * MINUTE);
  set();
  lab.timers.pass(250);
  await lab.timers.asked(ms);
  expect(last()).toEqual(resting(why));
  const { until } = last() as AtOnce & { until: Date };
  expect(Math.abs(until.getTime() - lab.clock.at - ms)).toBeLessThan(MINUTE);
  // and whoever comes while it rests is told so
  await lab.end();
  unset();
  lab.lines.length = 0;
  await lab.begin();
  expect(last()).toEqual(resting(why));
});

it('it rests until midnight when what may be spent is used', async () => {
  await open({ form: { dailyCeiling: 1, ceilingIn: 'posts', keywords: '' }, isOpen: false });
  expect(last()).toMatchObject({ ...resting(/used up/), until: new Date('2026-11-21T00:00:00.000Z') });
});

it.each([
  { of: 'turned off', form: { hearAtOnce: false }, why: /turned off/ },
  { of: 'without anything to look for', form: { ownsApp: true, keywords: '' }, why: /nothing is searched for/ },
])('an inbox is told of its line when it is $of', async ({ form, why }) => {
  await open({ form, isOpen: false });
  expect(lab.lines).toEqual([{ state: 'off', why: expect.stringMatching(why) }]);
});

it.each([
  { of: 'the plan had no stream', set: () => (lab.network.standing.streamRefused = 'plan'), ms: 24 * 60 * MINUTE },
  { of: 'another program had the place', set: () => lab.network.stream.take(true), ms: 30 * MINUTE },
])('it is tried again at once when a person wants it and $of', async ({ set, ms }) => {
  await open();
  lab.pass(10 * MINUTE);
  lab.network.stream.cut();
  await lab.timers.asked(250);
  lab.pass(10 * MINUTE);
  set();
  lab.timers.pass(250);
  await lab.timers.asked(ms);
  // in vain, at first
  lab.session?.retry?.();
  expect(last()).toEqual({ state: 'opening' });
  await lab.stands('resting');
  lab.network.standing.streamRefused = null;
  lab.network.stream.take(false);
  lab.session?.retry?.();
  await lab.stands('open');
  expect(lab.network.stream.connections).toBe(1);
  // and the rest that was given up ends nothing
  lab.lines.length = 0;
  lab.timers.pass(25 * 60 * MINUTE);
  expect(lab.lines.filter(({ state }) => state === 'resting')).toEqual([]);
});

it('what X asks for is kept to, whoever wants it sooner', async () => {
  await open();
  lab.network.faults.rateLimit = 1;
  lab.network.stream.cut();
  await lab.timers.asked(250);
  lab.timers.pass(250);
  await lab.stands('resting');
  lab.calls.length = 0;
  lab.session?.retry?.();
  expect(last()).toEqual(resting(/slow down/));
  lab.network.faults.rateLimit = 0;
});

it('a connection that is open is left alone', async () => {
  await open();
  lab.session?.retry?.();
  expect([last()?.state, lab.network.stream.connections]).toEqual(['open', 1]);
});

it('a session that is opened because somebody saved the inbox does not wait for the rest of the one before', async () => {
  await open();
  lab.pass(10 * MINUTE);
  lab.network.stream.cut();
  await lab.timers.asked(250);
  lab.network.standing.streamRefused = 'plan';
  lab.timers.pass(250);
  await lab.stands('resting');
  lab.network.standing.streamRefused = null;
  await lab.end();
  await lab.reopen();
  lab.session?.watch?.(lab.wake);
  lab.session?.retry?.();
  await lab.entries();
  await lab.opened();
});
