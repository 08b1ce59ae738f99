import { expect, it } from 'vitest';
import { credentialForm } from './credentials.ts';

const filled = {
  service: 'https://bsky.social/',
  identifier: ' @kettleco.bsky.social ',
  appPassword: 'mqk3-vnte-b5ez-bbcl',
};

it('takes what people really type', () => {
  expect(credentialForm.parse({ ...filled, keywords: 'kettleco, "kettle co",, kettleco' })).toEqual({
    ok: true,
    value: {
      service: 'https://bsky.social',
      identifier: 'kettleco.bsky.social',
      appPassword: 'mqk3-vnte-b5ez-bbcl',
      chatProxy: 'did:web:api.bsky.chat#bsky_chat',
      keywords: ['kettleco', '"kettle co"'],
    },
  });
});

it('takes its own result again', () => {
  const once = credentialForm.parse({ ...filled, keywords: 'a, b', chatProxy: '' });
  expect(once.ok && credentialForm.parse(once.value)).toEqual(once);
});

it.each([
  ['service', 'bsky'],
  ['service', 'http://bsky.social'],
  ['service', 'ftp://bsky.social'],
  ['identifier', '@'],
  ['appPassword', '  '],
  ['chatProxy', 'api.bsky.chat'],
  ['keywords', Array.from({ length: 21 }, (_, word) => `w${word}`).join(',')],
])('refuses %s = %j and says what to do', (field, value) => {
  const result = credentialForm.parse({ ...filled, [field]: value });
  expect(result).toMatchObject({ ok: false, errors: [{ field, message: expect.stringMatching(/\w+ \w+/) }] });
});
