import { expect, it } from 'vitest';
import { credentialForm } from './credentials.ts';
import { userAgentOf } from './login.ts';

const filled = { clientId: 'app-1', clientSecret: 's', refreshToken: 'r', username: 'kettleco' };
const parsed = (change: object) => credentialForm.parse({ ...filled, ...change });

it.each<[string, object, object]>([
  ['a name with u/', { username: '/u/KettleCo' }, { username: 'KettleCo' }],
  ['subreddits with r/', { subreddits: 'r/KettleHelp, /r/tea\n kettlehelp' }, { subreddits: ['kettlehelp', 'tea'] }],
  ['keywords in quotes', { keywords: '"kettle co", lid,,' }, { keywords: ['kettle co', 'lid'] }],
])('takes %s', (_, change, expected) => {
  expect(parsed(change)).toMatchObject({ ok: true, value: expected });
});

it.each<[string, object, string]>([
  ['a name that is none', { username: 'kettle co' }, 'username'],
  ['an address for a subreddit', { subreddits: 'https://reddit.com/r/tea' }, 'subreddits'],
  ['eleven keywords', { keywords: 'a,b,c,d,e,f,g,h,i,j,k' }, 'keywords'],
])('refuses %s', (_, change, field) => {
  expect(parsed(change)).toMatchObject({ ok: false, errors: [{ field }] });
});

it('says in every request who it is and whose, in the form that Reddit asks for', () => {
  const form = parsed({});
  expect(form.ok && userAgentOf(form.value)).toBe('server:earshot.app-1:v1 (by /u/kettleco)');
});
