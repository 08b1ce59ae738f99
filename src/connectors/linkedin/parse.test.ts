import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from './parse.ts';
import { webhook } from './signature.ts';
import { readCommentUrn } from './urn.ts';

const bodyOf = (name: string) => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url));
const context = { account: null, settings: null, receivedAt: new Date('2026-11-22T09:00:00Z') };
const COMMENT = 'urn:li:comment:(urn:li:activity:7100000000000000002,7100000000000000900)';

it.each([
  {
    name: 'comment',
    expected: [
      {
        kind: 'message',
        account: '5001',
        id: COMMENT,
        thread: { id: 'urn:li:activity:7100000000000000002', reach: 'owned_public', title: 'Our new kettle' },
        author: { kind: 'contact', person: { id: 'urn:li:person:zYx9', scope: '5001' } },
        content: { text: 'Mine leaks' },
        sentAt: new Date(1_795_166_102_123),
      },
    ],
  },
  {
    name: 'own_answer',
    expected: [
      {
        id: 'urn:li:comment:(urn:li:activity:7100000000000000002,7100000000000000901)',
        author: { kind: 'business' },
        parent: COMMENT,
      },
    ],
  },
  { name: 'comment_with_ids_only', expected: [{ id: COMMENT, isPartial: true, author: { kind: 'unknown' } }] },
  {
    name: 'mention',
    expected: [
      {
        id: 'urn:li:share:7100000000000000777',
        thread: { reach: 'earned' },
        content: { text: 'Kettle Co never answers' },
      },
    ],
  },
])('reads $name', ({ name, expected }) => {
  expect(parse({ source: 'webhook', headers: {}, body: bodyOf(name) }, context)).toMatchObject(expected);
});

it.each([
  { urn: COMMENT, post: 'urn:li:activity:7100000000000000002' },
  { urn: 'urn:li:comment:(activity:12,34)', post: 'urn:li:activity:12' },
  { urn: 'urn:li:comment:(urn:li:ugcPost:12,34)', post: 'urn:li:ugcPost:12' },
  { urn: 'urn:li:share:12', post: undefined },
  { urn: 'urn:li:comment:(urn:li:activity:12)', post: undefined },
])('reads the name $urn', ({ urn, post }) => {
  expect(readCommentUrn(urn)?.post).toBe(post);
});

const secret = 'client-secret';
const credentials = {
  organizationId: '5001',
  appId: '81',
  clientId: 'c',
  clientSecret: secret,
  accessToken: 'a',
  refreshToken: '',
  version: '202609',
  webhooks: true,
};
const hmac = (text: string | Uint8Array) => createHmac('sha256', secret).update(text).digest('hex');
const body = bodyOf('comment');
const signature = hmac(Buffer.concat([Buffer.from('hmacsha256='), body]));

it.each([
  { what: 'its signature', header: signature, expected: true },
  { what: 'its signature with the name of the sum before it', header: `hmacsha256=${signature}`, expected: true },
  { what: 'a signature of the body alone', header: hmac(body), expected: false },
  { what: 'another signature', header: signature.replace(/.$/, (last) => (last === '0' ? '1' : '0')), expected: false },
  { what: 'no signature', header: undefined, expected: false },
])('judges a webhook with $what', ({ header, expected }) => {
  const headers: Record<string, string> = header === undefined ? {} : { 'X-LI-Signature': header };
  expect(webhook.isAuthentic({ headers, query: {}, body }, credentials)).toBe(expected);
});

it.each<{ query: Record<string, string>; isAnswered: boolean }>([
  { query: { challengeCode: 'abc' }, isAnswered: true },
  { query: { challengeCode: 'abc', applicationId: '81' }, isAnswered: true },
  { query: { challengeCode: 'abc', applicationId: '82' }, isAnswered: false },
  { query: {}, isAnswered: false },
  { query: { challengeCode: '' }, isAnswered: false },
])('answers the challenge $query', ({ query, isAnswered }) => {
  const answer = webhook.challenge?.(query, credentials);
  expect(answer).toEqual(isAnswered ? { challengeCode: 'abc', challengeResponse: hmac('abc') } : null);
});

it('signs no event for whoever asks as if it were a challenge', () => {
  const body = '{"type":"ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS"}';
  const answer = webhook.challenge?.({ challengeCode: `hmacsha256=${body}` }, credentials);
  expect(answer).toBeNull();
});
