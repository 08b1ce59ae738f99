import twitterText from 'twitter-text';
import { expect, it } from 'vitest';
import { cpuTime } from '../../../test/cpu-time.ts';
import { measure, overBy } from './measure.ts';
import { weightedLength } from './weighted.ts';

const judged = (text: string) => twitterText.parseTweet(text).weightedLength;

const WITH_SCHEME =
  'https://kettle.co/very/long/path/that/goes/on?and=on&more=1. http://a.b.c.de:8080/x HTTPS://A.COM https://a.com#top https://a.com/#top https://a.com?x=1 https://a.com/foo. https://a.com/foo! https://t.co/abcdef https://t.co/abc-def https://example.com, (https://example.com) “https://a.com” https://en.wikipedia.org/wiki/Primer_(film) https://a.com/S(a(b)) https://a.com/@user/ https://a.com/@user https://a.com/ä/б https://a.com/?q=1&x=é https://münchen.de/straße http://日本語.jp/パス https://x.co/… https://sub_domain.kettle.com https://ke_ttle.com http://x http:// https://1.2.3.4/ https://kettle.test/a ftp://a.com https://kettle.accountants/a';
const BARE =
  'x.com kettle.shop kettle.shop/a_b(c)?d=e#f a.com?x=1 a.com:80/a a.com,b.com a.com/b.com sub_domain.kettle.com a--b.com -a.com a-.com a..com foo.co.jp name.co.uk www.example.com t.co xn--fsq.com foo.xn--p1ai ça.fr münchen.de x.com’s x.com@foo x.com+foo x.com-foo x.com_foo x.comé a.comb me@kettle.com @kettle.com #kettle.com $kettle.com -kettle.com _kettle.com foo.bar. Hello.Word e.g. a.b file.ts index.html 3.50 1.2.3.4 v2.io Node.js U.S.A a.m. kettle。com kettle.example kettle.com.Then kettle.comとkettle.deで x.com…x.com x.com、t.co/a t.co.cox.com.uka https://kettle.com.Then';
const EMOJI =
  '👩‍👩‍👧‍👦 🇫🇮 ❤️ ❤ 👍🏽 1️⃣ 1⃣ #️⃣ © ® ™ ☕ ✌🏿 👩🏽‍🚒 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏳️‍🌈 ♀ ♀️ 🤷‍♀️ 🫠 🫨 🩷 🫩 ⌚︎ 〰️ ㊗️ ㊗ 🅰️ 🅰 ↔ ↔️ 🀄 🃏 🇦 🇦🇧 👨‍ ☺ ☺️ ⛹🏻‍♂️ 🏻 a🏻';
const LETTERS =
  'plain Hämärä ñandú é e\u0301 a\u0308\u0323 Ελληνικά български עברית العربية ไทย क्षि ქართული 한국어 각 \u1100\u1161\u11a8 日本語 ひらがな カタカナ ﷺ ﬀ — … “” • ₩€ 𝒳 ꙮ \u200d \u200b \ufe0f a\ufe0f \ud83d';

it.each([...WITH_SCHEME.split(' '), ...BARE.split(' '), ...EMOJI.split(' '), ...LETTERS.split(' ')])(
  'weighs "%s" as twitter-text does, alone and in a sentence',
  (text) => {
    for (const said of [text, `See ${text} now`, `日本語${text}日本語`, `${text}\n${text}`, `(${text}).`])
      expect(weightedLength(said), said).toBe(judged(said));
  },
);

it('weighs every character of the first two planes as twitter-text does', () => {
  const wrong: string[] = [];
  for (let start = 0; start < 0x20000; start += 64) {
    const block = Array.from({ length: 64 }, (_, at) => start + at).filter((code) => code < 0xd800 || code > 0xdfff);
    // letters apart, so that none joins its neighbour; one by one only where the block differs
    const text = block.map((code) => `${String.fromCodePoint(code)} a `).join('');
    if (weightedLength(text) !== judged(text)) wrong.push(start.toString(16));
  }
  expect(wrong).toEqual([]);
});

// twitter-text stopped in 2021 with the emoji of 2018; X itself counts 2 for each
it.each(['🏳️‍⚧️', '🧑‍🤝‍🧑', '🐦‍🔥', '👁️‍🗨️'])('weighs %s, which twitter-text takes apart, as one emoji', (emoji) => {
  expect(weightedLength(emoji)).toBe(2);
});

it('is a unit to measure in', () => {
  const limit = { max: 280, unit: 'weighted' } as const;
  expect(measure('日本 https://kettle.co/tea', 'weighted')).toBe(28);
  expect(overBy('a'.repeat(280), limit)).toBe(0);
  expect(overBy('日'.repeat(141), limit)).toBe(2);
  expect(weightedLength('')).toBe(0);
});

it.each([
  'a.'.repeat(20_000),
  'a_'.repeat(10_000),
  'a-'.repeat(10_000),
  '日本語'.repeat(10_000),
  `${'日本語'.repeat(10_000)}kettle.com`,
  '日.'.repeat(10_000),
  `https://a.com/${'('.repeat(5_000)}`,
  `https://a.com/${'((a)'.repeat(3_000)}`,
  `a.com/${'a'.repeat(20_000)}(`,
  `https://a.com/?${'a&'.repeat(10_000)}!`,
])('is quick on a text that is made to be slow: %.20s', (text) => {
  const begun = cpuTime();
  weightedLength(text);
  expect(cpuTime() - begun).toBeLessThan(1_500);
});
