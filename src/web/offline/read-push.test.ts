import { expect, it } from 'vitest';
import { readPush } from './read-push.ts';

const NOTICE = { title: 'Ida wrote', body: 'Hello', tag: 't', url: '/desk/1' };

it.each([
  { what: 'a notice', text: JSON.stringify(NOTICE), is: NOTICE },
  { what: 'one without words', text: JSON.stringify({ ...NOTICE, body: undefined }), is: { ...NOTICE, body: '' } },
  {
    what: 'one that leads elsewhere',
    text: JSON.stringify({ ...NOTICE, url: 'https://evil.example' }),
    is: { ...NOTICE, url: '/desk' },
  },
  {
    what: 'one that leads elsewhere by another way',
    text: JSON.stringify({ ...NOTICE, url: '//evil.example' }),
    is: { ...NOTICE, url: '/desk' },
  },
  { what: 'one without a title', text: JSON.stringify({ ...NOTICE, title: '' }), is: null },
  { what: 'nothing', text: '', is: null },
  { what: 'no JSON', text: 'hello', is: null },
  { what: 'null', text: 'null', is: null },
])('reads $what', ({ text, is }) => {
  expect(readPush(text)).toEqual(is);
});
