import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../../test/cpu-time.ts';
import { hiddenLinks, textOfHtml } from './html.ts';
import { lengthOf, shownNames, withNames } from './words.ts';

it.each([
  ['<p>One</p><p>Two<br>Three<br />Four</p>', 'One\n\nTwo\nThree\nFour'],
  ['<p>a &amp; b &lt;c&gt; &quot;d&quot; &#39;e&#x27; &nosuch; &#0;</p>', `a & b <c> "d" 'e' &nosuch; `.trim()],
  ['<ul><li>One</li><li>Two</li></ul>', '- One\n- Two'],
  [
    '<a href="https://x.example/a/b"><span class="invisible">https://</span><span class="ellipsis">x.example</span><span class="invisible">/a/b</span></a>!',
    'https://x.example/a/b!',
  ],
  ['<a href="https://x.example/a">here</a>', 'here'],
  ['<a href="javascript:alert(1)">x</a>', 'x'],
  ['<a href="https://x.example/@a" class="u-url mention">@<span>a</span></a>', '@a'],
  ['<p class="quote-inline">RE: <a href="https://x.example/1">x.example/1</a></p><p>Look</p>', 'Look'],
  ['1 < 2 and <3', '1 < 2 and <3'],
  ['<script>alert(1)</script>', 'alert(1)'],
  ['', ''],
])('%s reads as %j', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

it.each(['<p class="quote-inline', '<a ', '<p class="', '<a class="', ' ', '<', '&#'])(
  'a post of nothing but %j is read in no time',
  (unit) => {
    const began = cpuTime();
    textOfHtml(unit.repeat(40_000 / unit.length));
    // Milliseconds; it was more than a minute once.
    expect(cpuTime() - began).toBeLessThan(2_000);
  },
);

it('an address that the words hide is told', () => {
  expect(hiddenLinks('<a href="https://evil.example">my bank</a> <a href="https://x.example/">x.example</a>')).toEqual([
    { href: 'https://evil.example', title: 'my bank' },
  ]);
});

describe('names', () => {
  it.each([
    ['Hi', ['a@x.example'], '@a@x.example Hi'],
    ['@A@x.example Hi', ['a@x.example'], '@A@x.example Hi'],
    ['Hi', ['a', 'b@y.example'], '@a @b@y.example Hi'],
    ['mail a@x.example', ['a@x.example'], '@a@x.example mail a@x.example'],
    ['', ['a'], '@a'],
    ['@a, hello', ['a@x.example'], '@a@x.example, hello'],
    ['@a hello', ['a@x.example', 'a@y.example'], '@a@x.example @a@y.example @a hello'],
    ['@a hello', ['a', 'a@y.example'], '@a@y.example @a hello'],
    ['@c hello', ['a@x.example'], '@a@x.example @c hello'],
  ])('"%s" to %j', (text, names, whole) => {
    expect(withNames(text, names)).toBe(whole);
  });

  it('are shown and counted without their server, addresses as 23', () => {
    expect(shownNames('@a@x.example and @b, see https://y.example/@c@z.example')).toBe(
      '@a and @b, see https://y.example/@c@z.example',
    );
    expect(lengthOf(`@a@x.example https://y.example/${'z'.repeat(99)}`, '', { charactersPerUrl: 23 })).toBe(2 + 1 + 23);
    expect(lengthOf('👩‍👩‍👧‍👦', 'ab', { charactersPerUrl: 23 })).toBe(3);
  });
});
