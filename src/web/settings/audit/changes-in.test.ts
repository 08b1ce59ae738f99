import { describe, expect, it } from 'vitest';
import { changesIn, subjectOf, WHOLE } from './changes-in.ts';

describe('what an entry of the audit log changed', () => {
  it('puts before and after side by side and leaves out what is the same', () => {
    const detail = { before: { name: 'A', acts: ['x'] }, after: { name: 'B', acts: ['x'] } };
    expect(changesIn(detail)).toEqual([{ field: 'name', before: 'A', after: 'B' }]);
  });
  it('shows what was added and what is gone', () => {
    expect(changesIn({ before: { a: 1 }, after: { b: null } })).toEqual([{ field: 'a', before: '1', after: '–' }]);
    expect(changesIn({ before: null, after: { b: ['x', 'y'] } })).toContainEqual({
      field: 'b',
      before: null,
      after: 'x, y',
    });
  });
  it('calls people and teams by their names', () => {
    const before = [{ name: 'Care', right: 'answer', teamId: 't1', agentId: null }];
    const after = [...before, { name: 'Ana', right: 'see', teamId: null, agentId: 'a1' }];
    expect(changesIn({ before, after })).toEqual([
      { field: WHOLE, before: 'Care (answer)', after: 'Care (answer), Ana (see)' },
    ]);
  });
  it('shows everything else as it is', () => {
    expect(changesIn({ email: 'a@b.c', grants: [{ right: 'see' }] })).toEqual([
      { field: 'email', before: null, after: 'a@b.c' },
      { field: 'grants', before: null, after: 'right: see' },
    ]);
    expect(changesIn({})).toEqual([]);
  });
});

describe('what an entry is about', () => {
  it.each([
    [{ name: 'Refund' }, 'Refund'],
    [{ before: { name: 'Old' }, after: { name: 'New' } }, 'New'],
    [{ before: { title: 'Gone' } }, 'Gone'],
    [{ email: 'a@b.c', role: 'agent' }, 'a@b.c'],
    [{ count: 3 }, null],
  ])('%j: %s', (detail, name) => {
    expect(subjectOf(detail)).toBe(name);
  });
});
