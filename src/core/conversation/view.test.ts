import { describe, expect, it } from 'vitest';
import { belongsTo, compareIn, type Listed, VIEWS, type View } from './view.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const base: Listed = {
  id: 'a',
  inboxId: 'shop',
  attention: 'needs_answer',
  resolution: 'open',
  assigneeId: null,
  priority: 0,
  waitingSince: '2026-11-22T11:00:00.000Z',
  openedAt: null,
  snoozedUntil: null,
  promisedFor: null,
  mergedIntoId: null,
  lastMessageAt: '2026-11-22T11:00:00.000Z',
};
const row = (change: Partial<Listed>): Listed => ({ ...base, ...change });

describe('belongsTo', () => {
  it.each([
    { what: 'waits for anybody', change: {}, views: ['needs_answer', 'unassigned', 'all'] },
    { what: 'waits for me', change: { assigneeId: 'me' }, views: ['needs_answer', 'mine', 'all'] },
    { what: 'waits for a colleague', change: { assigneeId: 'ana' }, views: ['needs_answer', 'all'] },
    {
      what: 'opened a moment ago',
      change: { openedAt: '2026-11-22T11:50:00.000Z' },
      views: ['needs_answer', 'unassigned', 'all'],
    },
    {
      what: 'opened and left',
      change: { openedAt: '2026-11-22T11:40:00.000Z' },
      views: ['needs_answer', 'unassigned', 'opened_and_left', 'all'],
    },
    {
      what: 'snoozed, mine',
      change: { assigneeId: 'me', snoozedUntil: '2026-11-23T08:00:00.000Z' },
      views: ['snoozed', 'all'],
    },
    { what: 'answered, mine', change: { assigneeId: 'me', attention: 'answered' as const }, views: ['mine', 'all'] },
    {
      what: 'resolved, mine',
      change: { assigneeId: 'me', attention: 'answered' as const, resolution: 'confirmed' as const },
      views: ['all'],
    },
    { what: 'history that waits for nobody', change: { attention: null }, views: ['all'] },
    {
      what: 'promised',
      change: { promisedFor: '2026-11-24T09:00:00.000Z' },
      views: ['needs_answer', 'unassigned', 'promised', 'all'],
    },
    { what: 'merged into another', change: { mergedIntoId: 'b', promisedFor: '2026-11-24T09:00:00.000Z' }, views: [] },
  ])('$what', ({ change, views }) => {
    expect(VIEWS.filter((view) => belongsTo(view, row(change), 'me', NOW))).toEqual(views);
  });

  it('knows nothing of "mine" without a person', () => {
    expect(belongsTo('mine', row({ assigneeId: null }), null, NOW)).toBe(false);
  });
});

describe('compareIn', () => {
  it.each<{ view: View; rows: Partial<Listed>[]; order: string }>([
    {
      view: 'needs_answer',
      rows: [
        { id: 'later', waitingSince: '2026-11-22T11:30:00.000Z' },
        { id: 'urgent', priority: 50, waitingSince: '2026-11-22T11:59:00.000Z' },
        { id: 'first' },
      ],
      order: 'urgent first later',
    },
    {
      view: 'mine',
      rows: [
        { id: 'old', attention: 'answered', lastMessageAt: '2026-11-20T11:00:00.000Z' },
        { id: 'new', attention: 'answered', lastMessageAt: '2026-11-22T11:59:00.000Z' },
        { id: 'waits', lastMessageAt: '2026-11-01T11:00:00.000Z' },
      ],
      order: 'waits new old',
    },
    {
      view: 'snoozed',
      rows: [
        { id: 'b', snoozedUntil: '2026-11-24T00:00:00.000Z' },
        { id: 'a', snoozedUntil: '2026-11-23T00:00:00.000Z' },
      ],
      order: 'a b',
    },
    {
      view: 'promised',
      rows: [
        { id: 'later', promisedFor: '2026-11-24T00:00:00.000Z' },
        { id: 'sooner', promisedFor: '2026-11-23T00:00:00.000Z' },
      ],
      order: 'sooner later',
    },
    { view: 'all', rows: [{ id: 'a' }, { id: 'b' }], order: 'b a' },
  ])('$view', ({ view, rows, order }) => {
    const sorted = rows.map(row).toSorted((a, b) => compareIn(view, a, b));
    expect(sorted.map(({ id }) => id).join(' ')).toBe(order);
  });
});
