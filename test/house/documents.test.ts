import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/run-cli.ts';
import { VARIABLES } from '../../src/server/config.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, one = '']) => one);

describe.each(DOCUMENTS)('%s', (name) => {
  const text = read(name);

  it('links to what is there', () => {
    const links = found(text, /(?<!!)\[[^\]]*\]\(([^)#]+)[^)]*\)/g).filter((link) => !/^https?:/.test(link));
    expect(links.filter((link) => !existsSync(new URL(link, ROOT)))).toEqual([]);
  });

  it('names files that are there', () => {
    const files = found(text, /`((?:src|test|scripts|migrations|docs)\/[\w./-]+)`/g);
    expect(files.filter((file) => !existsSync(new URL(file, ROOT)))).toEqual([]);
  });

  it('names commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = found(text, /npm (?:run )?(start|test|(?<=run )[a-z]+)/g);
    expect(named.filter((script) => !scripts[script])).toEqual([]);
    const commands = found(text, /npm run earshot -- ([a-z][a-z-]*(?: (?:create|reset))?)/g);
    expect(commands.filter((command) => !COMMANDS.some((one) => one.name === command))).toEqual([]);
  });

  it('names settings that there are', () => {
    const known: readonly string[] = VARIABLES;
    expect(found(text, /\b(EARSHOT_[A-Z_]+)\b/g).filter((variable) => !known.includes(variable))).toEqual([]);
  });
});

it('.env.example explains every setting, and no other', () => {
  const explained = found(read('.env.example'), /^#([A-Z_]+)=/gm);
  expect(explained.sort()).toEqual([...VARIABLES].sort());
});
