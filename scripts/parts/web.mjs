import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNode } from './node.mjs';
import { ownEnvironment, ROOT } from './root.mjs';
import { runQuietly } from './run.mjs';
import { inSeconds, Stop, say } from './say.mjs';

const SOURCES = ['src/web', 'src/wire', 'src/core', 'package-lock.json', 'vite.config.ts', 'vite.widget.config.ts'];

/** Builds the web app unless `dist/web` was built from these very sources. Returns whether it did. */
export async function ensureWeb({ root = ROOT, build = buildWithVite } = {}) {
  const dist = join(root, 'dist');
  const mark = join(dist, 'web.sources');
  const sources = fingerprint(root);
  const isFresh = existsSync(join(dist, 'web', 'index.html')) && existsSync(mark);
  if (isFresh && readFileSync(mark, 'utf8') === sources) return false;

  const start = performance.now();
  say('  Building the web app ...');
  mkdirSync(dist, { recursive: true });
  // Beside the old one, then in its place: a server that runs meanwhile never serves half of it.
  const next = join(dist, `web.${process.pid}`);
  try {
    await build(next);
    rmSync(join(dist, 'web'), { recursive: true, force: true });
    renameSync(next, join(dist, 'web'));
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  writeFileSync(mark, sources);
  say(`  Built in ${inSeconds(start)}.`);
  return true;
}

async function buildWithVite(folder) {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  // The desk empties the folder; the chat window for other people's websites is laid into it.
  for (const config of [['--emptyOutDir'], ['--config', 'vite.widget.config.ts']]) {
    const { code, output } = await runQuietly(
      findNode(),
      [vite, 'build', '--outDir', folder, '--logLevel', 'warn', ...config],
      { env: ownEnvironment({ NODE_ENV: 'production' }), patience: 'still building' },
    );
    if (code !== 0)
      throw new Stop(
        `The web app could not be built:\n\n${output.trim()}`,
        'if you changed src/web, mend what the lines above name; otherwise remove node_modules and dist, and start again.',
      );
  }
}

/** One hash over the names and contents of everything that the build reads. Tests are not in it. */
export function fingerprint(root = ROOT) {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((path) => filesBelow(root, path))) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(root, path) {
  if (!existsSync(join(root, path))) return [];
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(root, '/').length))
    .sort();
}
