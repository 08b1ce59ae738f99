import { expect, it } from 'vitest';
import { piecesOf } from './links.ts';

it.each([
  ['no address', [{ text: 'no address' }]],
  ['', []],
  [
    'see https://a.example/x?y=1.',
    [{ text: 'see ' }, { text: 'https://a.example/x?y=1', href: 'https://a.example/x?y=1' }, { text: '.' }],
  ],
  ['javascript:alert(1)', [{ text: 'javascript:alert(1)' }]],
  ['https://', [{ text: 'https://' }]],
  [
    'http://a.example http://b.example',
    [
      { text: 'http://a.example', href: 'http://a.example/' },
      { text: ' ' },
      { text: 'http://b.example', href: 'http://b.example/' },
    ],
  ],
])('%s', (text, pieces) => expect(piecesOf(text)).toEqual(pieces));
