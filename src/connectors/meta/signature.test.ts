import { describe, expect, it } from 'vitest';
import { answerChallenge, isSigned, secretProof } from './signature.ts';

const appSecret = 'harbor-test-secret';
const ESCAPED = '{"object":"page","entry":[{"id":"1","time":1,"messaging":[{"message":{"text":"caf\\u00e9"}}]}]}';
const REWRITTEN = ESCAPED.replace('\\u00e9', 'é');
const EMPTY = '{"object":"page","entry":[]}';
const OF_EMPTY = '62d889dd42d72e70152aa25b44d5a3a1551327bd0e5a05053c92ec4ac56f04ad';
const OF_ESCAPED = '1089ea1bb1ccde036bb8d43b541197233cc1e0708a4abfe2fc879feba0e89f4a';
const OF_REWRITTEN = 'a1bafd34c29e3112ad400522c9458c56298f297c032c956f835e6bcc067b9b02';

const request = (body: string, headers: Record<string, string>) => ({
  headers,
  query: {},
  body: new TextEncoder().encode(body),
});

describe('a signature', () => {
  it.each([
    { when: 'the body is plain', body: EMPTY, header: `sha256=${OF_EMPTY}`, expected: true },
    {
      when: 'an accent is escaped as it was on the wire',
      body: ESCAPED,
      header: `sha256=${OF_ESCAPED}`,
      expected: true,
    },
    { when: 'the body was written anew', body: REWRITTEN, header: `sha256=${OF_ESCAPED}`, expected: false },
    { when: 'the other bytes were signed', body: REWRITTEN, header: `sha256=${OF_REWRITTEN}`, expected: true },
    { when: 'a byte is missing', body: EMPTY.slice(1), header: `sha256=${OF_EMPTY}`, expected: false },
    { when: 'it is too short', body: EMPTY, header: 'sha256=62d8', expected: false },
    { when: 'it is empty', body: EMPTY, header: '', expected: false },
    { when: 'it is in capitals', body: EMPTY, header: `sha256=${OF_EMPTY.toUpperCase()}`, expected: false },
    { when: 'it has as many letters but more bytes', body: EMPTY, header: `sha256=${'é'.repeat(64)}`, expected: false },
  ])('is $expected when $when', ({ body, header, expected }) => {
    expect(isSigned(request(body, { 'x-hub-signature-256': header }), { appSecret })).toBe(expected);
  });

  it('is found whatever the case of its header, and missed when there is only the old one', () => {
    expect(isSigned(request(EMPTY, { 'X-Hub-Signature-256': `sha256=${OF_EMPTY}` }), { appSecret })).toBe(true);
    expect(isSigned(request(EMPTY, { 'x-hub-signature': 'sha1=00' }), { appSecret })).toBe(false);
    expect(isSigned(request(EMPTY, { 'x-hub-signature-256': `sha256=${OF_EMPTY}` }), { appSecret: 'another' })).toBe(
      false,
    );
  });
});

it('proves the secret as the sheet has it', () => {
  expect(secretProof('EAATESTTOKEN', appSecret)).toBe(
    'bf2f917a5a3eca9aa296cc81464a64a57f6727b943f059b2476a23bc148e05d3',
  );
});

describe('a challenge', () => {
  const asked = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': 'harbor-verify' };
  it.each([
    { when: 'the token fits', query: asked, expected: '1158201444' },
    {
      when: 'a parser renamed the keys',
      query: { hub_mode: 'subscribe', hub_challenge: '7', hub_verify_token: 'harbor-verify' },
      expected: '7',
    },
    { when: 'the token is another', query: { ...asked, 'hub.verify_token': 'harbor-verifx' }, expected: null },
    { when: 'the token is missing', query: { 'hub.mode': 'subscribe', 'hub.challenge': '1' }, expected: null },
    { when: 'it asks for something else', query: { ...asked, 'hub.mode': 'unsubscribe' }, expected: null },
    { when: 'nothing was asked', query: {}, expected: null },
  ])('is answered with $expected when $when', ({ query, expected }) => {
    expect(answerChallenge(query as Record<string, string>, { verifyToken: 'harbor-verify' })).toBe(expected);
  });
});
