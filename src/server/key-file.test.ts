import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSecret } from './key-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-key-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('prefers the secret that was given', async () => {
  expect(await readSecret({ kind: 'given', value: 'x' })).toBe('x');
});

it('makes one key, however many processes start at once, that only its owner reads', async () => {
  const secret = { kind: 'file', path: join(folder, 'data', 'key') } as const;
  const keys = await Promise.all(Array.from({ length: 8 }, () => readSecret(secret)));
  expect(new Set(keys).size).toBe(1);
  expect((await stat(secret.path)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'data'))).toEqual(['key']);
});

it('does not put a new key over a damaged one', async () => {
  const path = join(folder, 'key');
  await writeFile(path, 'half');
  await expect(readSecret({ kind: 'file', path })).rejects.toThrow('damaged');
});
