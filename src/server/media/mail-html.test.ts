import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../../test/cpu-time.ts';
import { safeMail } from './mail-html.ts';

const bodyOf = (html: string) =>
  /<body>(.*)<\/body>/s.exec(safeMail(html, (id) => (id === 'logo@shop' ? 'MEDIA' : null)).page)?.[1] ?? '';

describe('the HTML of a mail', () => {
  it.each([
    { what: 'a script', html: '<p>Hi</p><script>alert(1)</script>', is: '<p>Hi</p>' },
    { what: 'a handler', html: '<p onclick="x()">Hi</p>', is: '<p>Hi</p>' },
    { what: 'a form', html: '<form action="https://evil"><input name="pin">Go</form>', is: 'Go' },
    { what: 'a frame', html: '<iframe src="https://evil"></iframe>x', is: 'x' },
    { what: 'a style sheet', html: '<style>body{background:url(https://spy)}</style>x', is: 'x' },
    { what: 'an SVG with a script', html: '<svg><script>1</script></svg>x', is: 'x' },
    { what: 'a base', html: '<base href="https://evil/">x', is: 'x' },
    { what: 'a refresh', html: '<meta http-equiv="refresh" content="0;url=https://evil">x', is: 'x' },
    { what: 'a background picture', html: '<td style="background-image:url(https://spy)">x</td>', is: '<td>x</td>' },
    { what: 'a url() in an allowed style', html: '<p style="background-color:url(https://spy)">x</p>', is: '<p>x</p>' },
    { what: 'a place of its own', html: '<p style="position:fixed;color:red">x</p>', is: '<p style="color:red">x</p>' },
  ])('loses $what', ({ html, is }) => {
    expect(bodyOf(html)).toBe(is);
  });

  it.each([
    { href: 'javascript:alert(1)', is: '<a target="_blank" rel="noopener noreferrer nofollow">x</a>' },
    { href: 'java&#10;script:alert(1)', is: '<a target="_blank" rel="noopener noreferrer nofollow">x</a>' },
    { href: 'data:text/html,x', is: '<a target="_blank" rel="noopener noreferrer nofollow">x</a>' },
    {
      href: 'https://shop.example',
      is: '<a href="/leave?to=https%3A%2F%2Fshop.example%2F" target="_blank" rel="noopener noreferrer nofollow">x</a>',
    },
    {
      href: 'https://shop.example/?a=1&amp;b=%22',
      is: '<a href="/leave?to=https%3A%2F%2Fshop.example%2F%3Fa%3D1%26b%3D%2522" target="_blank" rel="noopener noreferrer nofollow">x</a>',
    },
    { href: '/api/session', is: '<a target="_blank" rel="noopener noreferrer nofollow">x</a>' },
    { href: '//evil.example', is: '<a target="_blank" rel="noopener noreferrer nofollow">x</a>' },
    {
      href: 'mailto:a@b.example',
      is: '<a href="mailto:a@b.example" target="_blank" rel="noopener noreferrer nofollow">x</a>',
    },
  ])('a link to $href', ({ href, is }) => {
    expect(bodyOf(`<a href="${href}" target="_top" rel="opener">x</a>`)).toBe(is);
  });

  it('shows pictures inside the mail and says how many elsewhere were not loaded', () => {
    const { page, blockedPictures } = safeMail(
      '<img src="cid:logo%40shop" alt="Logo"><img src="https://spy.example/1.gif"><img src="//spy.example/2.gif">' +
        '<img src="cid:unknown"><img src="data:image/png;base64,AAAA"><img src="data:image/svg+xml;base64,AAAA">',
      (id) => (id === 'logo@shop' ? 'MEDIA' : null),
    );
    expect(page).toContain('<img alt="Logo" src="/media/MEDIA" />');
    expect(page).toContain('src="data:image/png;base64,AAAA"');
    expect(page).not.toMatch(/spy\.example|svg|cid:/);
    expect(blockedPictures).toBe(2);
    expect(page).toContain('2 pictures on other servers were not loaded');
  });

  it('keeps what people write: tables, quotes, letters of every script', () => {
    const html =
      '<table><tr><td align="right">Ευχαριστώ &amp; 감사합니다</td></tr></table><blockquote>köszönöm</blockquote>';
    expect(bodyOf(html)).toContain('Ευχαριστώ &amp; 감사합니다');
    expect(bodyOf(html)).toContain('<blockquote>köszönöm</blockquote>');
  });

  it('is quick on what is made to be slow', () => {
    const nested = '<div>'.repeat(20_000);
    const started = cpuTime();
    safeMail(nested + '<a href="'.repeat(5_000), () => null);
    expect(cpuTime() - started).toBeLessThan(5_000);
  });
});
