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
    of: 'the app is under no plan',
    set: () => (lab.network.standing.isEnrolled = false),
    unset: () => (lab.network.standing.isEnrolled = true),
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
