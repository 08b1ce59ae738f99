import { describe, expect, it } from 'vitest';
import { judgeLink } from './judge.ts';
import { readLabel } from './punycode.ts';

const kindsOf = (text: string) => judgeLink(text, URL.parse)?.warnings.map(({ kind }) => kind);

describe('a link that leads out', () => {
  it.each([
    ['https://shop.example/basket?x=1', []],
    ['https://www.kettle.co.uk/', []],
    ['https://docs.google.com/document/d/1', []],
    ['http://shop.example/', ['not_encrypted']],
    ['https://paypal.com@evil.example/login', ['name_before_at']],
    ['https://paypal.com%2F@evil.example/', ['name_before_at']],
    ['https://user:secret@shop.example/', ['name_before_at']],
    ['https://203.0.113.7/x', ['bare_address']],
    ['https://[2001:db8::1]/', ['bare_address']],
    ['http://192.168.1.1/admin', ['own_network', 'not_encrypted']],
    ['http://0x7f.1/', ['own_network', 'not_encrypted']],
    ['http://2130706433/', ['own_network', 'not_encrypted']],
    ['https://[::1]/', ['own_network']],
    ['https://[fe80::1]/', ['own_network']],
    ['https://printer/', ['own_network']],
    ['https://nas.local/', ['own_network']],
    ['https://аррӏе.com/', ['looks_like']],
    ['https://раураl.com/', ['looks_like']],
    ['https://gооgle.com/', ['looks_like']],
    ['https://bücher.example/', ['other_script']],
    ['https://почта.рф/', ['other_script']],
    ['https://καφές.gr/', ['other_script']],
    ['https://日本語.jp/', ['other_script']],
    ['https://paypalж.com/', ['mixed_scripts']],
    ['https://paypal.com.evil.example/', ['domain_in_front']],
    ['https://login.paypal.com.secure.evil.co.uk/', ['domain_in_front']],
    ['https://shop.example:8443/', ['odd_port']],
    ['https://shop.example/invoice\u202Efdp.exe', ['hidden_letters']],
    ['https://shop.example/%E2%80%AEfdp.exe', ['hidden_letters']],
    ['https://shop.example/in%C2%ADvoice', ['hidden_letters']],
    ['https://shop.example/%d8%9cinvoice', ['hidden_letters']],
    ['https://shop.example/%EF%BB%BFinvoice', ['hidden_letters']],
  ])('%s: %j', (text, kinds) => {
    expect(kindsOf(text)).toEqual(kinds);
  });

  it('says what it is mistaken for, and what really counts', () => {
    expect(judgeLink('https://аррӏе.com/', URL.parse)?.warnings).toEqual([{ kind: 'looks_like', other: 'apple.com' }]);
    expect(judgeLink('https://login.paypal.com.evil.co.uk/', URL.parse)?.warnings).toEqual([
      { kind: 'domain_in_front', front: 'login.paypal.com', real: 'evil.co.uk' },
    ]);
    expect(judgeLink('https://paypal.com@evil.example/', URL.parse)?.warnings).toEqual([
      { kind: 'name_before_at', name: 'paypal.com' },
    ]);
  });

  it.each([
    ['https://shop.example/a?b#c', ['https://', 'shop.example', '/a?b#c']],
    ['https://shop.example:8443', ['https://', 'shop.example:8443', '/']],
    ['https://evil.example@evil.example/evil.example', ['https://evil.example@', 'evil.example', '/evil.example']],
    ['https://a:b@c.example/', ['https://a:b@', 'c.example', '/']],
    ['https://аррӏе.com/', ['https://', 'xn--80ak6aa92e.com', '/']],
  ])('%s is shown in three parts that make the whole', (text, parts) => {
    const link = judgeLink(text, URL.parse);
    expect([link?.before, link?.host, link?.after]).toEqual(parts);
    expect(parts.join('')).toBe(link?.href);
  });

  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://shop.example/1',
    'mailto:a@b.example',
    '//evil.example',
    '/desk',
    'shop.example',
    'https://',
    'http://%',
    '',
    `https://shop.example/${'x'.repeat(9_000)}`,
  ])('%s is none', (text) => {
    expect(judgeLink(text, URL.parse)).toBeNull();
  });
});

it.each([
  ['xn--bcher-kva', 'bücher'],
  ['xn--80ak6aa92e', 'аррӏе'],
  ['xn--wgv71a119e', '日本語'],
  ['xn--3e0b707e', '한국'],
  ['xn--p1ai', 'рф'],
  ['xn--', null],
  ['xn--99999999999999999999999', null],
  ['plain', null],
])('%s reads %s', (label, reads) => {
  expect(readLabel(label)).toBe(reads);
});
