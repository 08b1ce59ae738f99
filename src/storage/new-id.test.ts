import { expect, it } from 'vitest';
import { newId } from './new-id.ts';

it('makes version 7 UUIDs that are all different and sort by the time of making, also when the clock stands or steps back', () => {
  const now = Date.UTC(2026, 10, 18);
  const ids = [
    ...Array.from({ length: 9000 }, () => newId<string>(now)),
    newId<string>(now - 5000),
    newId<string>(now + 10_000),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
