import { describe, expect, it } from 'vitest';
import type { InboxId } from '../ids.ts';
import { createHear, type Heard } from './hear.ts';
import { FORMS, type ListeningRule } from './listening-rule.ts';

const INBOX = '00000000-0000-7000-8000-000000000001' as InboxId;
const OTHER = '00000000-0000-7000-8000-000000000002' as InboxId;
const hear = createHear();

const rule = (over: Partial<ListeningRule> = {}): ListeningRule => ({
  id: 'rule',
  name: 'Kettle Co',
  boardId: 'board',
  boardKind: 'own',
  brand: ['Kettle Co'],
  forms: FORMS,
  needsTrigger: false,
  triggers: {},
  without: [],
  languages: [],
  sources: [],
  becomes: 'board',
  ...over,
});
const post = (text: string, language: string | null = 'en') => ({ text, language, inboxId: INBOX });

/** What was marked in the post, with the form of it; what is empty was not heard. */
function marked(brand: string, text: string, language: string | null = 'en', over: Partial<ListeningRule> = {}) {
  const said = hear(rule({ brand: [brand], ...over }), post(text, language), null);
  return 'why' in said
    ? []
    : said.because.map(({ form, kind, from, to }) => `${form ?? kind}: ${text.slice(from, to)}`);
}

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

describe('a misspelling', () => {
  it.each([
    ['one letter less', 'Fjell', 'en', 'Fjel is late', 'misspelt: Fjel'],
    ['two letters swapped', 'Fjell', 'en', 'Fejll is late', 'misspelt: Fejll'],
    ['the first two swapped', 'Zvona', 'en', 'Vzona is late', 'misspelt: Vzona'],
    ['one of two words', 'Kettle Co', 'en', 'Ketle Co is late', 'misspelt: Ketle Co'],
    ['in one word', 'Kettle Co', 'en', 'kettelco is late', 'misspelt: kettelco'],
    ['two of a long word', 'Northernlight', 'en', 'Nortrenlight is late', 'misspelt: Nortrenlight'],
    ['cut in two', 'Vodafone', 'en', 'voda fone is late', 'misspelt: voda fone'],
    ['without its last vowel', 'Vodafone', 'en', 'vodafon is late', 'misspelt: vodafon'],
    ['by its sound', 'Vodafone', 'en', 'vodaphone is late', 'misspelt: vodaphone'],
    ['before its number', 'Tele2', 'hr', 'tele 2 kasni', 'misspelt: tele 2'],
    ['as a hashtag', 'Kettle Co', 'en', 'late #ketleco', 'misspelt: #ketleco'],
    ['with its ending', 'Fjell', 'fi', 'Fjelin takki', 'misspelt: Fjelin'],
    ['with an apostrophe', 'Fjell', 'en', "Fjel's jacket", "misspelt: Fjel's"],
    ['in Greek', 'Ζβόνα', 'el', 'η Ζβόννα', 'misspelt: Ζβόννα'],
    ['in Hangul', '케틀코', 'ko', '캐틀코에서', 'misspelt: 캐틀코에서'],
    ['a doubled letter in a language nobody knows', 'Fjell', 'sv', 'Fjjell', 'misspelt: Fjjell'],
  ] as const)('is heard: %s', (_, brand, language, text, found) => {
    expect(marked(brand, text, language)).toEqual([found]);
  });

  it.each([
    ['of a short word', 'Bosh', 'en', 'Bosch'],
    ['with another first letter', 'Fjell', 'en', 'Mjell'],
    ['that is a word', 'Fjell', 'en', 'I fell'],
    ['that is a word of the language', 'Zvona', 'hr', 'nova zona'],
    ['two of a word that is not long', 'Fjell', 'en', 'Fjxxl'],
    ['that is another form', 'Zvona', 'hr', 'Zvon, zvonu'],
    ['with another last vowel', 'Glovo', 'de', 'Glove'],
    ['without its number', 'Tele2', 'hr', 'tele'],
    ['that is a word where nobody knows the words', 'Fjell', 'sv', 'på ett fjäll'],
    ['as a handle, which is somebody else', 'Fjell', 'en', '@fjel'],
    ['of somebody by name', '즈보나', 'ko', '조보나 씨'],
  ] as const)('is not heard: %s', (_, brand, language, text) => {
    expect(marked(brand, text, language)).toEqual([]);
  });

  it('is for rules that want it', () => {
    expect(marked('Fjell', 'Fjel', 'en', { forms: ['plain', 'hashtag', 'handle'] })).toEqual([]);
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

describe('a trigger', () => {
  const need = (text: string, language: string | null, over: Partial<ListeningRule> = {}, own = {}) => {
    const triggers = { added: {}, off: {}, ...own };
    const said = hear(rule({ brand: ['Fjell'], needsTrigger: true, ...over }), post(text, language), triggers);
    return 'why' in said
      ? said.why
      : said.because.filter(({ kind }) => kind === 'trigger').map(({ from, to }) => text.slice(from, to));
  };

  it.each([
    ['of the language', 'Fjell Jacke ist kaputt', 'de', ['kaputt']],
    ['of a region of the language', 'Fjell please help', 'en-GB', ['help']],
    ['of a language that is written the same', 'Fjell paket kasni', 'sr', ['kasni']],
    ['of several words', "Fjell doesn't work, not working", 'en', ["doesn't work", 'not working']],
    ['by its beginning', 'Fjell Reklamationen', 'de', ['Reklamationen']],
    ['without its accents', 'Φτάνει Fjell, προβλημα', 'el', ['προβλημα']],
    ['loud and long', 'FJELL HEEEELP', 'en', ['HEEEELP']],
    ['in a hashtag', 'Fjell #help', 'en', ['help']],
    ['in any language where none is told', 'Fjell kaputt', null, ['kaputt']],
  ] as const)('%s', (_, text, language, found) => {
    expect(need(text, language)).toEqual(found);
  });

  it.each([
    ['is missing', 'Fjell jacket in blue', 'en'],
    ['is of another language', 'Fjell kaputt', 'fi'],
    ['is said not to be there', 'no problem with Fjell', 'en'],
    ['is said never to have been there', 'never had any issues with Fjell', 'en'],
    ['is said not to be there, in German', 'kein Problem mit Fjell', 'de'],
    ['is said not to be there, in Korean', 'Fjell 문제 없어요', 'ko'],
  ] as const)('that %s', (_, text, language) => {
    expect(need(text, language)).toBe('no_trigger');
  });

  it('"any problems" asks, and is heard', () => {
    expect(need('anybody else having any problems with Fjell', 'en')).toEqual(['problems']);
  });

  it('of the rule counts, in its language or in all', () => {
    expect(need('Fjell moths', 'en', { triggers: { en: ['moth*'] } })).toEqual(['moths']);
    expect(need('Fjell moths', 'de', { triggers: { en: ['moth*'] } })).toBe('no_trigger');
    expect(need('Fjell moths', 'de', { triggers: { '*': ['moths'] } })).toEqual(['moths']);
  });

  it('of the workspace counts, and one that it took off does not', () => {
    expect(need('Fjell moths', 'en', {}, { added: { en: ['moths'] } })).toEqual(['moths']);
    expect(need('Fjell help', 'en', {}, { off: { en: ['help'] } })).toBe('no_trigger');
    expect(need('Fjell help', 'en')).toEqual(['help']);
  });

  it('within the name of the brand calls for nothing', () => {
    expect(need('Help Fjell is open', 'en', { brand: ['Help Fjell'] })).toBe('no_trigger');
    expect(need('Help Fjell, help', 'en', { brand: ['Help Fjell'] })).toEqual(['help']);
  });

  it('is asked for by rules that need one only', () => {
    expect(need('Fjell jacket', 'en', { needsTrigger: false })).toEqual([]);
  });
});

describe('a post passes', () => {
  const why = (over: Partial<ListeningRule>, text: string, language: string | null = 'en') =>
    hear(rule({ brand: ['Fjell'], needsTrigger: true, ...over }), post(text, language), null);

  it.each([
    ['source', { sources: [OTHER], languages: ['de'] }, 'nothing', undefined],
    ['language', { languages: ['de'] }, 'nothing', undefined],
    ['no_brand', { without: ['nothing'] }, 'nothing', undefined],
    ['excluded', { without: ['giveaway'] }, 'Fjell giveaway', 'giveaway'],
    ['no_trigger', { without: ['giveaway'] }, 'Fjell jacket', undefined],
  ] as const)('for the first reason of all: %s', (reason, over, text, word) => {
    expect(why(over, text)).toEqual({ ruleId: 'rule', why: reason, ...(word ? { word } : {}) });
  });

  it.each([
    ['an ending', 'give*', 'Fjell giveaways'],
    ['several words', 'we are hiring', 'Fjell: We are HIRING!'],
    ['a hashtag', '#ad', 'Fjell help #ad'],
    ['a handle', '@fjellrecords', 'Fjell help @FjellRecords'],
    ['accents', 'nyereményjáték', 'Fjell NYEREMENYJATEK'],
    ['Hangul with a particle', '경품', 'Fjell 경품을'],
    ['Han within a run', '抽奖', 'Fjell 今天抽奖了'],
  ])('what is excluded by %s', (_, without, text) => {
    expect(why({ without: [without] }, text)).toMatchObject({ why: 'excluded', word: without });
  });

  it('not by a word that only begins so', () => {
    expect(why({ without: ['give'] }, 'Fjell help giveaway')).not.toHaveProperty('why');
  });

  it('where the language cannot be told, or is one with another name', () => {
    expect(why({ languages: ['de'] }, 'Fjell kaputt', null)).not.toHaveProperty('why');
    expect(why({ languages: ['hr'] }, 'Fjell kasni', 'sr')).not.toHaveProperty('why');
    expect(why({ sources: [INBOX] }, 'Fjell help')).not.toHaveProperty('why');
  });
});

it('says where it goes, brand words first', () => {
  const text = 'help! late again, #fjell or Fjell';
  const said = hear(rule({ brand: ['Fjell'], needsTrigger: true, becomes: 'conversation' }), post(text), null) as Heard;
  expect(said).toMatchObject({ ruleId: 'rule', boardId: 'board', becomes: 'conversation' });
  expect(said.because.map(({ kind, from, to }) => [kind, text.slice(from, to)])).toEqual([
    ['brand', '#fjell'],
    ['brand', 'Fjell'],
    ['trigger', 'help'],
    ['trigger', 'late'],
  ]);
});

it('remembers nothing of the post before', () => {
  const one = rule({ brand: ['Fjell'] });
  expect(hear(one, post('Fjell'), null)).not.toHaveProperty('why');
  expect(hear(one, post('nobody'), null)).toHaveProperty('why', 'no_brand');
  expect(hear(one, post('Fjell'), null)).not.toHaveProperty('why');
});
