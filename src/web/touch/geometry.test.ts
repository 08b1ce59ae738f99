import { describe, expect, it } from 'vitest';
import { canScroll, courseOf, drawnAt, isMeant, speedOf, towardsEnd } from './geometry.ts';

describe('a finger', () => {
  it.each([
    { dx: 4, dy: 6, course: 'undecided' },
    { dx: 4, dy: 6, ms: 600, course: 'along' },
    { dx: 30, dy: 4, course: 'across' },
    { dx: -30, dy: -10, course: 'across' },
    { dx: 12, dy: 10, course: 'along' },
    { dx: 2, dy: -40, course: 'along' },
  ])('gone $dx, $dy is $course', ({ dx, dy, ms = 50, course }) => expect(courseOf({ dx, dy, ms })).toBe(course));

  it.each([
    { why: 'a third of a phone', distance: 135, speed: 0, width: 390, meant: true },
    { why: 'less', distance: 90, speed: 0, width: 390, meant: false },
    { why: 'a flick', distance: 60, speed: 0.9, width: 390, meant: true },
    { why: 'a flick the other way', distance: -60, speed: -0.9, width: 390, meant: true },
    { why: 'far, and thrown back', distance: 200, speed: -0.9, width: 390, meant: false },
    { why: 'a twitch', distance: 20, speed: 2, width: 390, meant: false },
    { why: 'the same for a wide screen', distance: 141, speed: 0, width: 900, meant: true },
  ])('$why: meant $meant', ({ distance, speed, width, meant }) => expect(isMeant(distance, speed, width)).toBe(meant));

  it('goes towards the end of the line in both directions of writing', () => {
    expect(towardsEnd(30, false)).toBe(30);
    expect(towardsEnd(30, true)).toBe(-30);
    expect(Object.is(towardsEnd(0, true), 0)).toBe(true);
  });

  it('is followed at once, and less when it is enough', () => {
    expect(drawnAt(-100, 390)).toBe(-100);
    expect(drawnAt(300, 390)).toBeLessThan(210);
    expect(drawnAt(300, 390)).toBeGreaterThan(drawnAt(250, 390));
  });

  it('that stopped does not flick', () => {
    const line = [0, 10, 20, 30].map((at) => ({ x: at, at }));
    expect(speedOf(line)).toBe(1);
    expect(speedOf([...line, { x: 30, at: 200 }, { x: 30, at: 250 }])).toBe(0);
    expect(speedOf([])).toBe(0);
  });
});

it.each([
  { what: 'at its beginning, pulled on', offset: 0, room: 100, dx: -20, rtl: false, can: true },
  { what: 'at its beginning, pulled back', offset: 0, room: 100, dx: 20, rtl: false, can: false },
  { what: 'at its end, pulled on', offset: 100, room: 100, dx: -20, rtl: false, can: false },
  { what: 'mirrored, at its beginning, pulled on', offset: 0, room: 100, dx: 20, rtl: true, can: true },
  { what: 'mirrored, at its end, pulled on', offset: -100, room: 100, dx: 20, rtl: true, can: false },
  { what: 'that has nothing more', offset: 0, room: 0, dx: 20, rtl: false, can: false },
])('a scroller $what: $can', ({ offset, room, dx, rtl, can }) =>
  expect(canScroll({ offset, room }, dx, rtl)).toBe(can),
);
