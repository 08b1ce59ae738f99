import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../../test/cpu-time.ts';
import type { ExternalAccountId } from '../../core/ids.ts';
import type { Search } from '../../core/listening/search.ts';
import { hasPhrase, phrasesOf, queryFor } from './listen-phrases.ts';
import { parse } from './parse.ts';
import type { Thing } from './shapes.ts';

const search = (...anyOf: string[]): Search => ({ anyOf, together: ['leaks'], without: ['job'], languages: ['en'] });
const post = (title: string, selftext = '') => ({ kind: 't3', data: { title, selftext } }) as unknown as Thing;

it.each<[string, readonly Search[], readonly string[]]>([
  ['a word and a phrase', [search('kettle co', 'kettleco')], ['kettle co', 'kettleco']],
  [
    'the same in several forms',
    [search('kettleco', '#KettleCo', '@kettleco')],
    ['@kettleco'].map((one) => one.slice(1)),
  ],
  ['the same of several searches', [search('kettle'), search('Kettle', 'pot')], ['Kettle', 'pot']],
  ['a handle of another network', [search('@kettleco.bsky.social')], ['kettleco.bsky.social']],
  ['a stem', [search('kettl*')], ['kettl']],
  ['quotes and operators within', [search('a" OR author:b "c')], ['a OR author:b c']],
  ['nothing to be searched', [search('!!', '""', '', '#', 'k'.repeat(900))], []],
])('asks for %s', (_, searches, phrases) => {
  expect(phrasesOf(searches)).toEqual(phrases);
});

it('whatever stands in the words, the question is one phrase that Reddit takes', () => {
  const words = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', '" OR "', 'author:a', '*')));
  fc.assert(
    fc.property(words, (anyOf) => {
      for (const phrase of phrasesOf([search(...anyOf)])) {
        const { q } = queryFor(phrase);
        expect(q).toMatch(/^"[^"]+"$/);
        expect(q.length).toBeLessThanOrEqual(512);
      }
    }),
    { seed: 17 },
  );
});

it.each([
  ['My KETTLE-Co', 'kettle co', true],
  ['The KettleCo again', 'kettle co', true],
  ["Kettle Co's lid", 'kettle co', true],
  ['Kettle Con leírás', 'kettle co', true],
  ['The kettle of a company', 'kettle co', false],
  ['A new company', 'pan', false],
  ['Look ☕', '☕', true],
  ['Une bouilloire Chérie', 'cherie', true],
  ['ΣΟΦΟΣ', 'σοφος', true],
  ['Kettle & Co is good', 'Kettle & Co.', true],
  ['주전자가 새요', '주전자', true],
  ['A kettle', 'kettle co', false],
])('"%s" has the words of "%s": %s', (title, phrase, has) => {
  expect(hasPhrase(phrase)(post(title))).toBe(has);
});

it('long texts of beginnings take no long time', () => {
  const long = post('kettle ', `${'kettle '.repeat(10_000)}${'-'.repeat(20_000)}`);
  const before = cpuTime();
  expect(hasPhrase('kettle kettle kettle co')(long)).toBe(false);
  expect(cpuTime() - before).toBeLessThan(1_000);
});

describe('overheard', () => {
  const context = {
    account: 't2_1kettleco' as ExternalAccountId,
    settings: { username: 'kettleco', subreddits: ['kettlehelp'] },
    receivedAt: new Date('2026-11-20T12:00:00Z'),
  };
  const read = (name: string, change: object = {}, source = 'listen') => {
    const entry = JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url)).toString());
    Object.assign(entry.thing.data, change);
    const [event] = parse({ source, headers: {}, body: Buffer.from(JSON.stringify(entry)) }, context);
    return event as { kind: string; isOverheard?: boolean };
  };
  const PARENT = { author: 'kettleco', author_fullname: 't2_1kettleco' };

  it.each<[string, string, object, true | undefined]>([
    ['a post with a keyword', 'keyword-post', {}, true],
    ['a link', 'keyword-link', {}, true],
    ['a name that only begins like ours', 'keyword-post', { selftext: 'Ask u/kettleco_fan' }, true],
    ['a crosspost of others', 'keyword-post', { crosspost_parent_list: [{ author: 'other' }, null] }, true],
    ['something odd beside', 'keyword-post', { crosspost_parent_list: 'odd' }, true],
    ['a post that names us', 'keyword-post', { selftext: 'What do you say, /u/KettleCo?' }, undefined],
    ['a crosspost of ours', 'keyword-post', { crosspost_parent_list: [PARENT] }, undefined],
    ['a post in our subreddit', 'subreddit-post', {}, undefined],
    ['an answer to us', 'comment-reply', {}, undefined],
    ['a mention', 'username-mention', {}, undefined],
    ['our own comment', 'own-comment', {}, undefined],
    ['our own post', 'own-post', {}, undefined],
  ])('%s', (_, name, change, isOverheard) => {
    expect(read(name, change).isOverheard).toBe(isOverheard);
  });

  it('is nothing that the account’s own keywords find', () => {
    expect(read('keyword-post', {}, 'reddit').isOverheard).toBeUndefined();
  });
});
