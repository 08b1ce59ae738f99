import { describe, expect, it } from 'vitest';
import { instagramCredentials } from './credentials.ts';
import { isAuthentic } from './signature.ts';

const filled = {
  login: 'facebook',
  accountId: ' 17841499000112233 ',
  accessToken: 'EAA',
  pageId: '104477880011223',
  appId: '918273645501234',
  appSecret: 'harbor-test-secret',
  verifyToken: 'harbor-verify',
};
const parse = (change: object) => instagramCredentials.parse({ ...filled, ...change });

describe('the form', () => {
  it('trims, and keeps every field', () =>
    expect(parse({})).toEqual({
      ok: true,
      value: { ...filled, accountId: '17841499000112233', otherSecret: '', tokenMadeOn: '' },
    }));

  it.each([
    { change: { pageId: '' }, field: 'pageId' },
    { change: { pageId: 'lindqvist' }, field: 'pageId' },
    { change: { accountId: 'lindqvist.outdoor' }, field: 'accountId' },
    { change: { accessToken: 'two words' }, field: 'accessToken' },
    { change: { login: 'password' }, field: 'login' },
    { change: { otherSecret: 'two words' }, field: 'otherSecret' },
    { change: { tokenMadeOn: 'last week' }, field: 'tokenMadeOn' },
    { change: { tokenMadeOn: '2026-13-40' }, field: 'tokenMadeOn' },
  ])('says what is wrong with $field', ({ change, field }) => {
    const result = parse(change);
    expect(!result.ok && result.errors).toMatchObject([{ field, message: expect.stringMatching(/\S+ \S+/) }]);
  });

  it('needs no Page with the login of Instagram, and forgets one', () =>
    expect(parse({ login: 'instagram' })).toMatchObject({ ok: true, value: { pageId: '' } }));
});

describe('the signature of the sheet', () => {
  const body = new TextEncoder().encode('{"object":"page","entry":[]}');
  const headers = {
    'X-Hub-Signature-256': 'sha256=62d889dd42d72e70152aa25b44d5a3a1551327bd0e5a05053c92ec4ac56f04ad',
  };
  const request = { headers, query: {}, body };
  it.each([
    { appSecret: 'harbor-test-secret', otherSecret: '', expected: true },
    { appSecret: 'harbor-ig-secret', otherSecret: 'harbor-test-secret', expected: true },
    { appSecret: 'harbor-ig-secret', otherSecret: '', expected: false },
    { appSecret: '', otherSecret: '', expected: false },
  ])('with "$appSecret" and "$otherSecret": $expected', ({ expected, ...secrets }) => {
    expect(isAuthentic(request, secrets)).toBe(expected);
  });
});
