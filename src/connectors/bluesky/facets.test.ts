import { describe, expect, it } from 'vitest';
import { findInText, toFacets } from './facets.ts';

const DIDS = new Map([
  ['dora.example', 'did:plc:dora'],
  ['kettle-co.bsky.social', 'did:plc:kettle'],
]);
const decoder = new TextDecoder();

/** What each facet makes of which words, as a reader would see it. */
function seen(text: string): string[] {
  const bytes = new TextEncoder().encode(text);
  return toFacets(text, findInText(text), DIDS).map(({ index, features: [feature] }) => {
    const words = decoder.decode(bytes.subarray(index.byteStart, index.byteEnd));
    if ('did' in feature) return `${words} = ${feature.did}`;
    return 'uri' in feature ? `${words} -> ${feature.uri}` : `${words} # ${feature.tag}`;
  });
}

describe('what becomes clickable', () => {
  it.each([
    ['Hello @dora.example', ['@dora.example = did:plc:dora']],
    [
      '@Dora.Example, and (@kettle-co.bsky.social)!',
      ['@Dora.Example = did:plc:dora', '@kettle-co.bsky.social = did:plc:kettle'],
    ],
    ['Ναι ☕👩‍👩‍👧 @dora.example', ['@dora.example = did:plc:dora']],
    ['nobody is called @unknown.example', []],
    ['@dora is no handle, mail me@dora.example', []],
    ['see https://kettle.example/a?b=1#c.', ['https://kettle.example/a?b=1#c -> https://kettle.example/a?b=1#c']],
    [
      '(https://en.wiki.example/Lid_(kettle)) and (http://a.example)',
      [
        'https://en.wiki.example/Lid_(kettle) -> https://en.wiki.example/Lid_(kettle)',
        'http://a.example -> http://a.example',
      ],
    ],
    [
      'kettle.com/help, www.kettle.museum',
      ['kettle.com/help -> https://kettle.com/help', 'www.kettle.museum -> https://www.kettle.museum'],
    ],
    ['It is done.It leaks no.more', []],
    ['version 1.2.3 costs 4.50', []],
    ['#tea #tea-time. #1 #2go #café! a#b', ['#tea # tea', '#tea-time # tea-time', '#2go # 2go', '#café # café']],
    ['https://kettle.example/#top #top', ['https://kettle.example/#top -> https://kettle.example/#top', '#top # top']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(seen(text)).toEqual(expected);
  });

  it('counts in bytes, not in characters', () => {
    const [facet] = toFacets('☕ #tea', findInText('☕ #tea'), DIDS);
    expect(facet?.index).toEqual({ byteStart: 4, byteEnd: 8 });
  });

  it('leaves out tags that the network would refuse', () => {
    expect(seen(`#${'a'.repeat(65)}`)).toEqual([]);
  });
});
