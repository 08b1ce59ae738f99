import { describe, expect, it } from 'vitest';
import type { Json } from '../../core/ids.ts';
import { type MetaCredentials, metaCredentials } from './credentials.ts';
import { historyMsOf, historySettings } from './history.ts';

const DAY_MS = 86_400_000;
const kept: MetaCredentials = {
  pageId: '104477880011223',
  pageAccessToken: 'EAA',
  appId: '918273645501234',
  appSecret: 'harbor-test-secret',
  verifyToken: 'harbor-verify',
};

describe('the days of history', () => {
  it.each([
    { given: undefined, days: 14 },
    { given: '', days: 14 },
    { given: null, days: 14 },
    { given: '30', days: 30 },
    { given: 0, days: 0 },
    { given: 90, days: 90 },
  ])('are $days for $given', ({ given, days }) => {
    const read = metaCredentials.parse(given === undefined ? kept : { ...kept, historyDays: given });
    expect(read).toEqual({ ok: true, value: { ...kept, historyDays: days } });
    expect(read.ok && historySettings(read.value)).toEqual({ historyDays: days });
  });

  it.each(['soon', -1, 1.5, 91])('are not %s, and why is said', (historyDays) => {
    const read = metaCredentials.parse({ ...kept, historyDays });
    expect(!read.ok && read.errors).toMatchObject([
      { field: 'historyDays', message: expect.stringMatching(/\S+ \S+/) },
    ]);
  });

  it.each<{ settings: Json; days: number }>([
    { settings: {}, days: 14 },
    { settings: null, days: 14 },
    { settings: { historyDays: 3 }, days: 3 },
    { settings: { historyDays: 'many' }, days: 14 },
  ])('of an inbox with $settings are $days', ({ settings, days }) => {
    expect(historyMsOf(settings)).toBe(days * DAY_MS);
  });

  it('are fourteen in credentials that were kept before one could choose', () =>
    expect(historySettings(kept)).toEqual({ historyDays: 14 }));
});
