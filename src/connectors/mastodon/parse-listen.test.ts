import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExternalAccountId } from '../../core/ids.ts';
import { parse } from './parse.ts';

const account = 'https://kettle.example/@care' as ExternalAccountId;
const context = { account, settings: null, receivedAt: new Date('2026-11-20T12:00:00Z') };
const OWN_ID = '101';
interface Fixture {
  readonly notification?: { readonly status: object };
  readonly status?: object;
}
const statusIn = (name: string): object => {
  const { notification, status } = JSON.parse(
    readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'),
  ) as Fixture;
  return status ?? notification?.status ?? {};
};
const parsed = (body: object, source = 'listen') =>
  parse({ source, headers: {}, body: Buffer.from(JSON.stringify(body)) }, context)[0];
const isOverheard = (body: object) => {
  const event = parsed(body);
  expect(event).toMatchObject({ kind: 'message', author: { kind: 'contact' } });
  return event !== undefined && 'isOverheard' in event;
};

describe('what listening found', () => {
  it.each([
    ['hashtag', true],
    ['mention', false],
    ['answer_to_our_post', false],
    ['answer_in_a_long_thread', false],
    ['quote', false],
  ])('%s', (name, expected) => expect(isOverheard({ status: statusIn(name), ownId: OWN_ID })).toBe(expected));

  const bare = statusIn('hashtag');
  const answer = (by: string) => ({ ...bare, in_reply_to_id: '1', in_reply_to_account_id: by });
  const root = (url: string) => ({ id: '1', account: { id: '7', acct: 'x', url } });
  it.each<[string, object, boolean]>([
    ['an answer to us that names nobody', { status: answer(OWN_ID), ownId: OWN_ID }, false],
    ['an answer to somebody else', { status: answer('7'), ownId: OWN_ID }, true],
    ['an answer, when nobody knows our id', { status: answer(OWN_ID) }, true],
    ['an answer deep in our own thread', { status: answer('7'), ownId: OWN_ID, root: root(account) }, false],
    ['an answer in another thread', { status: answer('7'), ownId: OWN_ID, root: root('https://a.example/@b') }, true],
    ['a quote that is not shown', { status: { ...bare, quote: { state: 'pending', quoted_status: null } } }, true],
    ['somebody of our name elsewhere', { status: { ...bare, mentions: [{ id: '9', acct: 'care@a.example' }] } }, true],
  ])('%s', (_, body, expected) => expect(isOverheard(body)).toBe(expected));

  it('is the same message as from any other stream, but for being overheard', () => {
    const other = parsed({ status: bare }, 'search');
    expect(other).not.toHaveProperty('isOverheard');
    expect(parsed({ status: bare })).toEqual({ ...other, isOverheard: true });
  });

  it.each(['own_answer', 'own_post'])('%s stays ours', (name) => {
    const event = parsed({ status: statusIn(name), ownId: OWN_ID });
    expect(event).toMatchObject({ author: { kind: 'business' } });
    expect(event).not.toHaveProperty('isOverheard');
  });
});
