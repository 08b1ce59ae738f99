import { describe, expect, it } from 'vitest';
import { marked } from './marked.fixture.ts';

describe('a brand word is heard', () => {
  it.each([
    ['as it is', 'Kettle Co', 'en', 'is Kettle Co open', ['plain: Kettle Co']],
    ['in small letters', 'Kettle Co', 'en', 'is kettle co open', ['plain: kettle co']],
    ['loudly', 'Kettle Co', 'en', 'KETTLE CO!!', ['plain: KETTLE CO']],
    ['in one word', 'Kettle Co', 'en', 'kettleco again', ['plain: kettleco']],
    ['with a hyphen', 'Kettle Co', 'en', 'Kettle-Co again', ['plain: Kettle-Co']],
    ['over two spaces', 'Kettle Co', 'en', 'Kettle  Co', ['plain: Kettle  Co']],
    ['dragged out', 'Zvona', 'en', 'oh Zvonaaaa', ['plain: Zvonaaaa']],
    ['in wide letters', 'Fjell', 'en', 'ｆｊｅｌｌ now', ['plain: ｆｊｅｌｌ']],
    ['in letters of mathematics', 'Fjell', 'en', '𝐅𝐣𝐞𝐥𝐥 now', ['plain: 𝐅𝐣𝐞𝐥𝐥']],
    ['behind a picture', 'Fjell', 'en', '😡Fjell😡', ['plain: Fjell']],
    [
      'with its accents and without',
      'Café Nilo',
      'en',
      'cafe nilo or CAFÉ NILO',
      ['plain: cafe nilo', 'plain: CAFÉ NILO'],
    ],
    ['with accents that stand apart', 'Café', 'en', 'Cafe\u0301!', ['plain: Cafe\u0301']],
    ['with an umlaut spelt out', 'Müller', 'de', 'bei Mueller und MULLER', ['plain: Mueller', 'plain: MULLER']],
    ['with ß', 'Weiß', 'de', 'bei Weiss', ['plain: Weiss']],
    ['behind an elided word', 'Amazon', 'fr', "livraison d'Amazon, qu’Amazon", ['plain: Amazon', 'plain: Amazon']],
    ['with an apostrophe of its own', "L'Oréal", 'en', "loreal or L'Oreal's", ['plain: loreal', "plain: L'Oreal's"]],
    ['with a sign of its own', 'H&M', 'en', 'new at H&M, hm', ['plain: H&M']],
    ['with a plus of its own', 'Disney+', 'en', 'Disney+ is down, Disney is not', ['plain: Disney']],
    ['of digits and letters', 'O2', 'de', 'o2 und O20', ['plain: o2']],
    [
      'that is a site',
      'Booking.com',
      'en',
      'booking.com and Booking.Com',
      ['plain: booking.com', 'plain: Booking.Com'],
    ],
    ['as a hashtag', 'Kettle Co', 'en', '#KettleCo #kettle_co', ['hashtag: #KettleCo', 'hashtag: #kettle_co']],
    [
      'within a hashtag',
      'Kettle Co',
      'en',
      '#KettleCoFail #kettlecofail',
      ['hashtag: #KettleCoFail', 'hashtag: #kettlecofail'],
    ],
    ['as a handle', 'Kettle Co', 'en', '@kettleco, @KettleCo_UK', ['handle: @kettleco', 'handle: @KettleCo_UK']],
    ['as a handle with a host', 'Kettle Co', 'en', '@kettleco.bsky.social', ['handle: @kettleco.bsky.social']],
    [
      'as a handle with a server',
      'Kettle Co',
      'en',
      '@kettleco@mastodon.social',
      ['handle: @kettleco@mastodon.social'],
    ],
    ['as a site that is a handle', 'Kettle Co', 'en', '@help.kettleco.com', ['handle: @help.kettleco.com']],
    [
      'as a handle that helps',
      'Kettle Co',
      'en',
      '@AskKettleCo @kettlecohelp',
      ['handle: @AskKettleCo', 'handle: @kettlecohelp'],
    ],
    ['in English', 'Fjell', 'en', "Fjell's, Fjell’s, fjells", ["plain: Fjell's", 'plain: Fjell’s', 'plain: fjells']],
    [
      'in German',
      'Fjell',
      'de',
      'Fjells, Fjell-App, Fjellkunde',
      ['plain: Fjells', 'plain: Fjell', 'plain: Fjellkunde'],
    ],
    [
      'in Finnish',
      'Fjell',
      'fi',
      'Fjellin Fjelliltä Fjellistäkin',
      ['plain: Fjellin', 'plain: Fjelliltä', 'plain: Fjellistäkin'],
    ],
    ['in Finnish with a colon', 'Kettle Co', 'fi', 'Kettle Co:lta', ['plain: Kettle Co']],
    [
      'in Hungarian',
      'Zvona',
      'hu',
      'Zvonától Zvonával Zvona-nál',
      ['plain: Zvonától', 'plain: Zvonával', 'plain: Zvona'],
    ],
    [
      'in Croatian',
      'Fjell',
      'hr',
      'u Fjellu, Fjellova, Fjellom',
      ['plain: Fjellu', 'plain: Fjellova', 'plain: Fjellom'],
    ],
    ['in Croatian, its last vowel gone', 'Zvona', 'sr', 'iz Zvone, u Zvoni', ['plain: Zvone', 'plain: Zvoni']],
    ['in Croatian, of its neuter', 'Žitko', 'hr', 'od Žitka, sa Žitkom', ['plain: Žitka', 'plain: Žitkom']],
    ['in Greek', 'Ζβόνα', 'el', 'της Ζβόνας, τη ΖΒΟΝΑ', ['plain: Ζβόνας', 'plain: ΖΒΟΝΑ']],
    ['with a final sigma', 'Φάρος', 'el', 'ΦΑΡΟΣ, φαρος, του Φάρου', ['plain: ΦΑΡΟΣ', 'plain: φαρος', 'plain: Φάρου']],
    ['in Korean', '피엘', 'ko', '피엘에서 피엘은 피엘고객센터', ['plain: 피엘', 'plain: 피엘', 'plain: 피엘']],
    ['in Korean with Latin letters', 'Fjell', 'ko', 'Fjell에서', ['plain: Fjell']],
    [
      'in Hangul of single letters',
      '피엘',
      'ko',
      '피엘에서'.normalize('NFD'),
      ['plain: '.concat('피엘에서'.normalize('NFD'))],
    ],
    ['in Japanese, between words', 'ケトル', 'ja', 'このケトルが壊れた', ['plain: ケトル']],
    ['in Chinese, between words', '水壶', 'zh', '我的水壶坏了', ['plain: 水壶']],
    ['where no language is told', 'Fjell', null, 'Fjellin palvelu', ['plain: Fjellin']],
    ['wherever it stands', 'Fjell', 'en', 'Fjell, Fjell!', ['plain: Fjell', 'plain: Fjell']],
  ] as const)('%s', (_, brand, language, text, found) => {
    expect(marked(brand, text, language)).toEqual(found);
  });
});

describe('a brand word is not heard', () => {
  it.each([
    ['in a part of a word', 'Fjell', 'en', 'fjellbjorn and unfjell'],
    ['over the end of a sentence', 'Kettle Co', 'en', 'I have a kettle. Co-workers love it'],
    ['over a line', 'Kettle Co', 'en', 'kettle\nco'],
    ['in the first half of another word', 'Kettle Co', 'en', 'the kettle co-workers use'],
    ['in a link', 'Fjell', 'en', 'https://fjell.com/fjell?q=fjell'],
    ['in a link without a scheme', 'Fjell', 'en', 'www.fjell.com and shop.fjell.com/fjell'],
    ['in a site', 'Fjell', 'en', 'see fjell.com'],
    ['in a mail address', 'Fjell', 'en', 'help@fjell.com or fjell@mail.example'],
    ['in the handle of somebody', 'Kettle Co', 'en', '@kettlecofan @kettlecorner @mykettleco_anna'],
    ['at the server of somebody', 'Fjell', 'en', '@anna@fjell.no'],
    ['in a hashtag of another word', 'Kettle Co', 'en', '#kettlecorn'],
    ['in another word that begins so', '토스', 'ko', '토스트 먹었다'],
    ['in more than one of it', 'Orange', 'en', 'oranges and apples'],
    ['in a verb', 'Zvona', 'hr', 'Telefon zvoni, netko zvone'],
    ['without its sign', 'H&M', 'en', 'hm, h m'],
  ] as const)('%s', (_, brand, language, text) => {
    expect(marked(brand, text, language)).toEqual([]);
  });

  it('hears a sentence that begins without a space', () => {
    expect(marked('Fjell', 'I love Fjell.No answer though')).toEqual(['plain: Fjell']);
  });
});

describe('forms', () => {
  it.each([
    [['plain'], ['plain: fjell']],
    [['hashtag'], ['hashtag: #fjell', 'hashtag: #FjellFail']],
    [['handle'], ['handle: @fjell']],
    [
      ['plain', 'handle'],
      ['handle: @fjell', 'plain: fjell'],
    ],
  ] as const)('%j', (forms, found) => {
    expect(marked('Fjell', '@fjell fjell #fjell #FjellFail', 'en', { forms })).toEqual(found);
  });

  it('are not told by the # or @ that somebody typed into the rule', () => {
    expect(marked('#Fjell', 'fjell')).toEqual(['plain: fjell']);
  });
});
