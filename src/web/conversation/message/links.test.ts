import { expect, it } from 'vitest';
import { isPage, linkParts, throughGuard } from './links.ts';

const guarded = (to: string) => `/leave?to=${encodeURIComponent(to)}`;
const links = (text: string) =>
  linkParts(text)
    .filter(({ href }) => href !== undefined)
    .map(({ text: shown, href }) => [shown, href]);

it.each<[what: string, text: string, found: (string | undefined)[][]]>([
  ['no link', 'Order 10482, please!', []],
  [
    'a link',
    'see https://a.example/x?y=1&z=2#w now',
    [['https://a.example/x?y=1&z=2#w', guarded('https://a.example/x?y=1&z=2#w')]],
  ],
  ['the end of a sentence', 'It is https://a.example/x.', [['https://a.example/x', guarded('https://a.example/x')]]],
  ['in brackets', '(https://a.example/x), so', [['https://a.example/x', guarded('https://a.example/x')]]],
  ['brackets of its own', 'https://a.example/x_(y)', [['https://a.example/x_(y)', guarded('https://a.example/x_(y)')]]],
  ['without a scheme', 'www.a.example!', [['www.a.example', guarded('https://www.a.example/')]]],
  ['a mail address', 'write to ida.n+1@mail.a.example.', [['ida.n+1@mail.a.example', 'mailto:ida.n+1@mail.a.example']]],
  ['a telephone number', 'call +30 210 123-4567 today', [['+30 210 123-4567', 'tel:+302101234567']]],
  ['too short for a telephone', '+1 23', []],
  ['a sum is no telephone', '5+12345678901', []],
  ['other schemes are words', 'javascript:alert(1) data:text/html,x file:///etc/passwd vbscript:x', []],
  [
    'a scheme inside of a link stays inside',
    'https://a.example/javascript:alert(1)',
    [['https://a.example/javascript:alert(1)', guarded('https://a.example/javascript:alert(1)')]],
  ],
  ['not an address', 'https://', []],
  ['Greek', 'δες https://a.example/φ;', [['https://a.example/φ', guarded('https://a.example/%CF%86')]]],
])('%s', (_what, text, found) => {
  expect(links(text)).toEqual(found);
  expect(
    linkParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});

it.each(['javascript:alert(1)', 'ftp://a.example', 'mailto:a@b.example', '//a.example', '', 'https:///'])(
  'the guard takes no %s',
  (address) => {
    expect(throughGuard(address)).toBeNull();
  },
);

it.each([
  ['https://a.example/x', true],
  ['HTTP://a.example', true],
  ['javascript:alert(1)', false],
  ['/a', false],
  [null, false],
])('%s opens as a page: %s', (address, opens) => {
  expect(isPage(address)).toBe(opens);
});
