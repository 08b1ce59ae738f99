import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ExternalAccountId } from '../../core/ids.ts';
import { chatCredentials, chatSettings } from './credentials.ts';
import { extract, parse } from './parse.ts';

const entry = (name: string) => ({
  source: 'widget',
  headers: {},
  body: readFileSync(new URL(`fixtures/${name}.json`, import.meta.url)),
});
const read = (name: string) =>
  parse(entry(name), { account: 'www.example.com' as ExternalAccountId, settings: {}, receivedAt: new Date() });

describe('a line of a visitor', () => {
  it('is of a person of this website, with the page they came from', () => {
    expect(read('line')).toMatchObject([
      {
        thread: { id: '0199a1b2-0000-7000-8000-0000000000aa', kind: 'direct', reach: 'owned_private' },
        author: { person: { scope: 'www.example.com', name: 'Ida', handle: 'ida@customers.test' } },
        content: {
          text: 'Is it in stock?',
          referral: { source: 'page', reference: 'https://www.example.com/jackets/7', title: 'Green jacket' },
        },
        sentAt: new Date('2026-11-18T12:00:00Z'),
      },
    ]);
  });

  it('carries its files inside, each to be had by its number', async () => {
    expect(read('line_with_files')).toMatchObject([
      {
        content: {
          text: '',
          attachments: [
            { kind: 'image', source: { kind: 'part', part: 0 }, name: 'zip.png' },
            { kind: 'unsupported', source: { kind: 'none' } },
          ],
        },
      },
    ]);
    expect(Buffer.from(await extract(entry('line_with_files'), 0)).toString('hex')).toBe('89504e470d0a1a0a');
    expect(await extract(entry('line_with_files'), 1)).toHaveLength(0);
    expect(await extract(entry('read'), 0)).toHaveLength(0);
  });
});

describe('the form', () => {
  it.each([
    ['www.example.com/shop?x=1', 'https://www.example.com'],
    ['http://localhost:8080', 'http://localhost:8080'],
  ])('takes %s for %s', (typed, site) => {
    expect(chatCredentials.parse({ site: typed })).toMatchObject({ ok: true, value: { site, colour: '#0b5cad' } });
  });

  it.each([
    ['site', { site: 'javascript:alert(1)' }],
    ['otherSites', { site: 'example.com', otherSites: 'https://a.example, ftp://b.example' }],
    ['colour', { site: 'example.com', colour: 'red; background: url(x)' }],
    ['hours', { site: 'example.com', hours: '9 to 5' }],
    ['timeZone', { site: 'example.com', timeZone: 'Mars/Olympus' }],
  ])('says what is wrong with %s', (field, input) => {
    const result = chatCredentials.parse(input);
    expect(result.ok ? null : result.errors.map((error) => error.field)).toEqual([field]);
  });

  it('lets browsers of all of its addresses in, each once', () => {
    const form = chatCredentials.parse({ site: 'example.com', otherSites: 'www.example.com, https://example.com/' });
    expect(form.ok && chatSettings(form.value)).toMatchObject({
      origins: ['https://example.com', 'https://www.example.com'],
    });
  });
});
