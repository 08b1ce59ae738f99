import { describe, expect, it } from 'vitest';
import type { InboxId } from '../ids.ts';
import { createHear } from './hear.ts';
import { FORMS, type ListeningRule } from './listening-rule.ts';
import { INBOX, ruleOf } from './rule.fixture.ts';
import { searchesOf } from './searches-of.ts';
import { SLIPS_MOST, slipsOf } from './slips.ts';

const OTHER = '00000000-0000-7000-8000-000000000002' as InboxId;
const rule = (over: Partial<ListeningRule> = {}): ListeningRule =>
  ruleOf({ forms: ['plain', 'hashtag', 'handle'], ...over });

describe('a brand word is searched', () => {
  it.each([
    ['in all its forms', 'Kettle Co', FORMS.slice(0, 3), ['#kettleco', '@kettleco', 'kettle co', 'kettleco']],
    ['as it is', 'Kettle Co', ['plain'], ['kettle co', 'kettleco']],
    ['as a hashtag', 'Kettle Co', ['hashtag'], ['#kettleco']],
    ['with its accents and without', 'Café', ['plain', 'handle'], ['@cafe', 'cafe', 'café']],
    ['in its own letters', '케틀코', FORMS, ['#케틀코', '케틀코']],
    ['with its sign, which no tag can have', 'H&M', ['plain', 'hashtag', 'handle'], ['@hm', 'h&m']],
    ['without what was typed before it', '@Fjell', ['plain'], ['fjell']],
  ] as const)('%s', (_, brand, forms, anyOf) => {
    expect(searchesOf([rule({ brand: [brand], forms })], INBOX)).toMatchObject([{ anyOf }]);
  });

  it('misspelt as people do most, and never as another word', () => {
    const [search] = searchesOf([rule({ brand: ['Fjell', 'Kettle Co', 'Bosh'], forms: ['misspelt'] })], INBOX);
    expect(search?.anyOf).toEqual(expect.arrayContaining(['fjel', 'ketle co', 'ketleco', 'kettel co']));
    expect(search?.anyOf).not.toContain('fell');
    for (const word of ['fjell', 'northernlight', 'zvona'])
      expect(slipsOf(word, []).length).toBeLessThanOrEqual(SLIPS_MOST);
    expect(slipsOf('bosh', [])).toEqual([]);
  });

  it('so that the rule hears whatever the search asks for', () => {
    const all = rule({
      brand: ['Fjell', 'Kettle Co', 'Zvona', 'Café', '케틀코', 'Northern Light'],
      forms: FORMS,
      languages: ['en'],
    });
    const hear = createHear();
    for (const text of searchesOf([all], INBOX)[0]?.anyOf ?? [])
      expect([text, hear(all, { text, language: 'en', inboxId: INBOX, understood: null }, null)]).toEqual([
        text,
        expect.objectContaining({ ruleId: 'rule' }),
      ]);
  });
});

describe('the searches of an account', () => {
  it('are those of its rules', () => {
    expect(searchesOf([rule({ sources: [OTHER] })], INBOX)).toEqual([]);
    expect(searchesOf([rule({ sources: [INBOX] })], INBOX)).toHaveLength(1);
    expect(searchesOf([], INBOX)).toEqual([]);
  });

  it('leave out its own name, which comes with its mentions', () => {
    expect(searchesOf([rule({ forms: ['handle'] })], INBOX, 'KettleCo')).toEqual([]);
    expect(searchesOf([rule({ forms: ['handle'] })], INBOX, '@kettleco')).toEqual([]);
    expect(searchesOf([rule({ forms: ['handle'] })], INBOX, 'another')).toMatchObject([{ anyOf: ['@kettleco'] }]);
  });

  it('ask the same once', () => {
    const both = searchesOf([rule(), rule({ id: 'again' })], INBOX);
    expect(both).toEqual(searchesOf([rule()], INBOX));
  });

  it('join what differs in its brand words only', () => {
    const joined = searchesOf(
      [rule({ brand: ['Fjell'], forms: ['plain'] }), rule({ brand: ['Zvona'], forms: ['plain'] })],
      INBOX,
    );
    expect(joined).toMatchObject([{ anyOf: ['fjell', 'zvona'] }]);
  });

  it('leave out what a wider one brings', () => {
    const narrow = rule({ care: 'words', languages: ['en'], without: ['giveaway'], brand: ['Fjell'] });
    expect(searchesOf([narrow, rule({ brand: ['Fjell', 'Zvona'] })], INBOX)).toMatchObject([
      { together: [], languages: [] },
    ]);
    expect(searchesOf([narrow, rule({ brand: ['Zvona'] })], INBOX)).toHaveLength(2);
    expect(searchesOf([narrow, rule({ brand: ['Fjell'], languages: ['de'] })], INBOX)).toHaveLength(2);
  });

  it('are the same in whatever order the rules come', () => {
    const rules = [rule(), rule({ brand: ['Fjell'], care: 'words' }), rule({ brand: ['Zvona'], languages: ['de'] })];
    expect(new Set(searchesOf(rules.toReversed(), INBOX))).toEqual(new Set(searchesOf(rules, INBOX)));
  });
});

describe('what must stand beside', () => {
  const together = (over: Partial<ListeningRule>, own = null as Parameters<typeof searchesOf>[3]) =>
    searchesOf([rule({ care: 'words', ...over })], INBOX, null, own)[0]?.together ?? [];

  it('is of the languages of the rule', () => {
    expect(together({ languages: ['en'] })).toContain('help');
    expect(together({ languages: ['en'] })).not.toContain('hilfe');
    expect(together({ languages: ['en', 'de'] })).toEqual(expect.arrayContaining(['help', 'hilfe']));
  });

  it('stands as people write it: with forms, accents and apostrophes', () => {
    expect(together({ languages: ['en'] })).toEqual(
      expect.arrayContaining(['refund', 'refunds', "doesn't work", 'doesnt work']),
    );
    expect(together({ languages: ['el'] })).toEqual(expect.arrayContaining(['βοήθεια', 'λάθος']));
    expect(together({ languages: ['de'] })).toContain('störung');
  });

  it('keeps the star where no few forms say it all', () => {
    expect(together({ languages: ['fi'] })).toContain('ongelma*');
  });

  it('is also what the rule and the workspace add, without what is off', () => {
    expect(together({ languages: ['en'], triggers: { en: ['moths'] } })).toContain('moths');
    const own = { added: { en: ['mould'] }, off: { en: ['help'] } };
    expect(together({ languages: ['en'] }, own)).toContain('mould');
    expect(together({ languages: ['en'] }, own)).not.toContain('help');
  });

  it('is nothing where the brand alone is enough', () => {
    expect(together({ care: 'anything' })).toEqual([]);
  });

  it('is nothing where more than words counts, for no network can be asked for that', () => {
    expect(together({ care: 'understood', languages: ['en'], triggers: { en: ['moths'] } })).toEqual([]);
    const words = rule({ brand: ['Fjell'], care: 'words', languages: ['en'] });
    expect(searchesOf([words, rule({ brand: ['Fjell'], care: 'understood', languages: ['en'] })], INBOX)).toMatchObject(
      [{ together: [], languages: ['en'] }],
    );
  });
});

it('excludes on the network what a network can exclude', () => {
  const [search] = searchesOf([rule({ without: ['giveaway', 'win*', '#ad', '@somebody', ' job offer '] })], INBOX);
  expect(search?.without).toEqual(['giveaway', 'job offer']);
});
