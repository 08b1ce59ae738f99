import { describe, expect, it } from 'vitest';
import { type TryFacts, triesBefore } from './tries.ts';

const row = (id: string, more: Partial<TryFacts> = {}): TryFacts => ({
  id,
  channel: 'x',
  reach: 'earned',
  attention: 'needs_answer',
  waitingSince: '2026-11-18T12:00:00Z',
  mergedIntoId: null,
  kind: null,
  ...more,
});
const mail = { channel: 'email', reach: 'owned_private', waitingSince: '2026-11-18T09:00:00Z' } as const;
const call = { channel: 'phone', reach: 'owned_private', waitingSince: '2026-11-18T10:00:00Z' } as const;

describe('tries before', () => {
  it('are told in the order in which they were made', () => {
    const found = triesBefore(row('tweet'), [row('call', call), row('mail', mail)]);
    expect(found.map(({ id }) => id)).toEqual(['mail', 'call']);
    expect(triesBefore(row('mail', mail), [row('call', call), row('tweet')])).toEqual([]);
  });

  it.each<[what: string, other: Partial<TryFacts>]>([
    ['what was answered', { ...mail, attention: 'answered' }],
    ['what came later', { ...mail, waitingSince: '2026-11-18T13:00:00Z' }],
    ['what is weeks ago', { ...mail, waitingSince: '2026-10-01T09:00:00Z' }],
    ['what became part of something', { ...mail, mergedIntoId: 'x' }],
    ['another comment on the same network', { ...mail, channel: 'x', reach: 'owned_public' }],
    ['thanks', { ...mail, kind: 'compliment' }],
  ])('are not %s', (_what, other) => expect(triesBefore(row('tweet'), [row('other', other)])).toEqual([]));

  it('count for what waits only', () =>
    expect(triesBefore(row('tweet', { attention: 'answered' }), [row('mail', mail)])).toEqual([]));
});
