import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from './config.ts';

/**
 * What credentials are sealed with: `EARSHOT_SECRET`, or a key file that is made at the first start and that only its
 * owner reads. Never in the database, or a copy of the database would be a copy of every token.
 */
export async function readSecret(secret: Config['secret']): Promise<string> {
  if (secret.kind === 'given') return secret.value;
  try {
    return await readKey(secret.path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  await makeKey(secret.path);
  return readKey(secret.path);
}

async function readKey(path: string): Promise<string> {
  const key = (await readFile(path, 'utf8')).trim();
  if (key.length < 32)
    throw new Error(`The key file ${path} is damaged: put its backup back, or credentials cannot be read.`);
  await chmod(path, 0o600);
  return key;
}

/** Whole or not at all, and never over another one: of two processes that start at once, the first one's key counts. */
async function makeKey(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(36).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
