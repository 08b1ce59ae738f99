import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../..');

/** Everything that is loaded before anybody asks for practice: static imports, from these files on. */
function loadedBy(...first: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const code = readFileSync(file, 'utf8');
    for (const [, isType, target = ''] of code.matchAll(
      /^\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"](\.[^'"]+)['"]/gm,
    ))
      if (!isType) walk(resolve(dirname(file), target));
  };
  for (const file of first) walk(resolve(SRC, file));
  return new Set([...found].map((file) => relative(SRC, file)));
}

it('a server without practice loads nothing of it, and no simulated network', () => {
  // The program's first file reads the second once the database comes up.
  const loaded = [...loadedBy('server/main.ts', 'server/start.ts')];
  expect(loaded).toContain('server/webhooks/webhook-routes.ts');
  expect(loaded.length).toBeGreaterThan(150);
  expect(loaded.filter((file) => /^(simulators|server\/practice)\//.test(file))).toEqual([]);
});

it('and would find them if it did', () => {
  const loaded = [...loadedBy('server/practice/index.ts')];
  expect(loaded).toContain('simulators/bluesky/index.ts');
  expect(loaded).toContain('simulators/personas/people.ts');
});
