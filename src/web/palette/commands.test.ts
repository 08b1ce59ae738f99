import { describe, expect, it } from 'vitest';
import { palette } from '../text/en/palette.ts';
import { COMMANDS, holdsIn, keyWords } from './commands.ts';

const SOURCES = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
/** The keys that stand in `useKeys({...})` calls. */
const BOUND = Object.values(SOURCES).flatMap((text) =>
  [...text.matchAll(/useKeys\(\s*\{([\s\S]*?)\n? *\}[,)]/g)].flatMap(([, body = '']) =>
    [...body.matchAll(/(?:^|[,{])\s*(?:'([^']+)'|([A-Za-z]+)):/gm)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
  ),
);

describe('the keys of the desk', () => {
  it('mean one thing each', () => {
    for (const path of ['/desk', '/listen']) {
      const keys = COMMANDS.filter((command) => holdsIn(command, path)).flatMap((command) => command.keys);
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    }
  });

  it('are found in the sources', () => expect(BOUND).toEqual(expect.arrayContaining(['j', 'e', 'r', 'z', '?'])));

  it('are all explained: nothing is bound that the sheet does not know', () => {
    const known = new Set(COMMANDS.flatMap((command) => command.keys));
    expect(new Set(BOUND.filter((key) => /^([a-zA-Z]|\?|\/)$/.test(key) && !known.has(key)))).toEqual(new Set());
  });

  it('have names', () => {
    for (const { name } of COMMANDS) expect(palette).toHaveProperty([name]);
  });

  it.each([
    ['j', 'j'],
    ['J', '⇧ J'],
    ['Mod+Shift+Enter', 'Ctrl ⇧ ↵'],
    ['Mod+k', 'Ctrl K'],
    ['Escape', 'Esc'],
  ])('%s is shown as %s', (key, shown) => expect(keyWords(key)).toBe(shown));
});
