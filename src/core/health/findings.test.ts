import { describe, expect, it } from 'vitest';
import { type AlertKind, findingsOf, type InboxFacts } from './findings.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const inMinutes = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const DAY = 24 * 60;
const look = { warnings: [], failures: 0, problem: null, todo: null };
const well: InboxFacts = {
  network: 'Viber',
  state: 'connected',
  stateDetail: null,
  stateSince: inMinutes(-60),
  tokenExpiresAt: null,
  check: look,
  silence: null,
  recovered: 0,
  hasWebhook: true,
  openGaps: 0,
  sends: { accepted: 10, refused: 0, lastRefusal: null },
  quota: null,
  deadMailbox: null,
};
const quota = { of: 'posts read', used: 0, limit: 100, resetsAt: null };

describe('what is wrong with an inbox', () => {
  it.each<[string, Partial<InboxFacts>, readonly AlertKind[]]>([
    ['well', {}, []],
    ['never looked at', { check: null }, []],
    ['shut out', { state: 'needs_login', stateDetail: 'The token was revoked.' }, ['login']],
    ['one look failed', { check: { ...look, failures: 1, problem: 'The token is not valid.' } }, []],
    ['two looks failed', { check: { ...look, failures: 2, problem: 'The token is not valid.' } }, ['login']],
    ['in trouble for four minutes', { state: 'trouble', stateSince: inMinutes(-4) }, []],
    ['in trouble for five', { state: 'trouble', stateSince: inMinutes(-5) }, ['trouble']],
    ['a token for eight days', { tokenExpiresAt: inMinutes(8 * DAY) }, []],
    ['a token for a week', { tokenExpiresAt: inMinutes(7 * DAY) }, ['token']],
    ['a token of yesterday', { tokenExpiresAt: inMinutes(-DAY) }, ['token']],
    ['not subscribed', { check: { ...look, warnings: ['The Page is not subscribed to `feed`.'] } }, ['setup']],
    ['silent', { silence: { since: inMinutes(-300), due: 12 } }, ['silent']],
    ['recovered by comparing', { recovered: 1 }, ['missed']],
    ['recovered where we read by ourselves', { recovered: 3, hasWebhook: false }, []],
    ['a gap', { openGaps: 2 }, ['gap']],
    ['four refusals', { sends: { accepted: 0, refused: 4, lastRefusal: 'No.' } }, []],
    ['five of nine refused', { sends: { accepted: 4, refused: 5, lastRefusal: 'No.' } }, ['refusals']],
    ['five of eleven refused', { sends: { accepted: 6, refused: 5, lastRefusal: 'No.' } }, []],
    ['79 of 100', { quota: { ...quota, used: 79 } }, []],
    ['80 of 100', { quota: { ...quota, used: 80 } }, ['limit']],
    ['used without a limit', { quota: { ...quota, used: 9_000, limit: null } }, []],
    ['mail came back', { deadMailbox: 'boss@harbor.example' }, ['mailbox']],
    ['paused, whatever else', { state: 'paused', openGaps: 2, deadMailbox: 'x@y.example' }, []],
    ['two at once', { state: 'needs_login', tokenExpiresAt: inMinutes(-1) }, ['login', 'token']],
  ])('%s', (_, some, kinds) => {
    const found = findingsOf({ ...well, ...some }, NOW);
    expect(found.map(({ kind }) => kind)).toEqual(kinds);
    for (const { detail, todo } of found) {
      expect(detail).toMatch(/^[A-Z0-9].*\.$/s);
      expect(todo).toMatch(/^[A-Z].*\.$/s);
    }
  });

  it.each([
    [7 * DAY, 'ends in 7 days'],
    [1.5 * DAY, 'ends tomorrow'],
    [60, 'ends today'],
    [-1, 'has ended'],
  ])('a token says how long it has: %i minutes', (minutes, words) => {
    expect(findingsOf({ ...well, tokenExpiresAt: inMinutes(minutes) }, NOW)[0]?.detail).toContain(words);
  });
});
