import { beforeEach, describe, expect, it, vi } from 'vitest';

const told = vi.hoisted(() => ({ now: [] as string[] }));
vi.mock('../parts/held-keys.ts', () => ({
  expect: () => told.now.push('wait'),
  arrived: () => told.now.push('go'),
  missed: () => told.now.push('drop'),
}));

let way: typeof import('./way.ts');
beforeEach(async () => {
  vi.resetModules();
  way = await import('./way.ts');
  told.now = [];
});

describe('the way to a conversation', () => {
  it('is gone until that one is there, whatever is passed', () => {
    way.setOut('third');
    way.arriveAt('second');
    way.leave('second');
    expect(way.headingFor()).toBe('third');
    expect(told.now).toEqual(['wait']);
    way.arriveAt('third');
    expect(way.headingFor()).toBeNull();
    expect(told.now).toEqual(['wait', 'go']);
  });

  it('is no way when it is there already', () => {
    way.arriveAt('first');
    way.setOut('first');
    expect(way.headingFor()).toBeNull();
  });

  it('ends where somebody turned back before it was there, and what was pressed for it goes nowhere else', () => {
    way.setOut('second');
    told.now = [];
    way.leave('second');
    expect(way.headingFor()).toBeNull();
    expect(told.now).toEqual(['drop']);
  });

  it('leads back to one that has left the screen', () => {
    way.arriveAt('first');
    way.setOut('second');
    way.leave('first');
    told.now = [];
    way.setOut('first');
    way.leave('second');
    expect(way.headingFor()).toBe('first');
    expect(told.now).toEqual(['wait']);
  });
});
