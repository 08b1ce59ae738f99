import { describe, expect, it } from 'vitest';
import type { InboxId } from '../ids.ts';
import { createHear, type Heard } from './hear.ts';
import type { ListeningRule } from './listening-rule.ts';
import { postOf } from './marked.fixture.ts';
import { INBOX, ruleOf } from './rule.fixture.ts';

const OTHER = '00000000-0000-7000-8000-000000000002' as InboxId;
const hear = createHear();

describe('a post passes', () => {
  const why = (over: Partial<ListeningRule>, text: string, language: string | null = 'en') =>
    hear(ruleOf({ brand: ['Fjell'], care: 'words', ...over }), postOf(text, language), null);

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
  const said = hear(ruleOf({ brand: ['Fjell'], care: 'words', becomes: 'conversation' }), postOf(text), null) as Heard;
  expect(said).toMatchObject({ ruleId: 'rule', boardId: 'board', becomes: 'conversation' });
  expect(said.because.map(({ kind, from, to }) => [kind, text.slice(from, to)])).toEqual([
    ['brand', '#fjell'],
    ['brand', 'Fjell'],
    ['trigger', 'help'],
    ['trigger', 'late'],
  ]);
});

it('remembers nothing of the post before', () => {
  const one = ruleOf({ brand: ['Fjell'] });
  expect(hear(one, postOf('Fjell'), null)).not.toHaveProperty('why');
  expect(hear(one, postOf('nobody'), null)).toHaveProperty('why', 'no_brand');
  expect(hear(one, postOf('Fjell'), null)).not.toHaveProperty('why');
});
