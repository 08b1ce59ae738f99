import { describe, expect, it } from 'vitest';
import { filesIn, isOurs, keptHow } from './kept-how.ts';
import { pathToOpen } from './path-to-open.ts';

const origin = 'https://care.example.com';
const ask = (path: string, more: { method?: string; mode?: string } = {}) =>
  keptHow({ method: 'GET', mode: 'cors', url: new URL(path, origin).href, origin, ...more });

describe('what a device keeps', () => {
  it.each([
    ['/assets/index-BxwruIIr.js', {}, 'for_ever'],
    ['/desk?view=mine', { mode: 'navigate' }, 'page'],
    ['/', { mode: 'navigate' }, 'page'],
    ['/api/conversations', {}, 'never'],
    ['/api/conversations', { mode: 'navigate' }, 'never'],
    ['/media/0190', { mode: 'navigate' }, 'never'],
    ['/openapi.json', { mode: 'navigate' }, 'never'],
    ['/oidc/callback?code=1', { mode: 'navigate' }, 'never'],
    ['/desk', { mode: 'navigate', method: 'POST' }, 'never'],
    ['https://evil.example/assets/x.js', {}, 'never'],
  ] as const)('%s: %o', (path, more, kept) => expect(ask(path, more)).toBe(kept));

  it('lets a notice open the desk and nothing else', () => {
    expect(isOurs('/desk?c=1', origin)).toBe(true);
    expect(isOurs('https://evil.example/', origin)).toBe(false);
    expect(isOurs('javascript:alert(1)', origin)).toBe(false);
  });

  it.each([
    [{ open: '/desk/0190?view=all' }, '/desk/0190?view=all'],
    [{ open: `${origin}/desk` }, '/desk'],
    [{ open: 'https://evil.example/desk' }, null],
    [{ open: 1 }, null],
    ['/desk', null],
    [null, null],
  ])('told %o, a page goes to %s', (data, path) => expect(pathToOpen(data, origin)).toBe(path));

  it('finds the files that a page needs, each once', () => {
    const page =
      '<script src="/assets/index-Bx_w-1.js"></script><link href="/assets/a.css"><link href="/assets/a.css"><link href="/icon.svg"> /api/me';
    expect(filesIn(page)).toEqual(['/assets/index-Bx_w-1.js', '/assets/a.css']);
  });
});
