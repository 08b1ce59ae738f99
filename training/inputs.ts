import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'corpus');

/** What the model was made of. Another hash: somebody wrote more, and `npm run train` is due. */
export function hashOfInputs(): string {
  const hash = createHash('sha256');
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  for (const name of files.map((one) => one.replaceAll('\\', '/')).sort()) {
    hash.update(name);
    hash.update(readFileSync(join(FOLDER, name)));
  }
  return hash.digest('hex');
}
