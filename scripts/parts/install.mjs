import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkOwnNode, majorOf } from './node.mjs';
import { foreignEnvironment, ROOT } from './root.mjs';
import { runQuietly } from './run.mjs';
import { inSeconds, Stop, say } from './say.mjs';

/** Installs the packages of the lock file unless they are there. Returns whether it did. */
export async function ensureInstalled(root = ROOT) {
  checkOwnNode();
  if (isInstalled(root)) return false;
  const start = performance.now();
  const count = Object.keys(readJson(join(root, 'package-lock.json'))?.packages ?? {}).length;
  say(`  Installing ${count} packages (once, it may take a minute) ...`);
  await checkNpm(root);
  const { code, output } = await runQuietly('npm', ['ci', '--include=dev'], {
    cwd: root,
    env: foreignEnvironment(),
    patience: 'still installing',
  });
  if (code !== 0) throw new Stop(`npm could not install the packages:\n\n${output.trim()}`, adviceFor(output));
  isInstalled(root);
  say(`  Installed in ${inSeconds(start)}.`);
  return true;
}

/**
 * A hash of the lock file lies in `node_modules`. Where it does not (somebody ran `npm install`), what npm says it
 * installed is compared with the lock, so that a good folder is never thrown away.
 */
export function isInstalled(root = ROOT) {
  const lockFile = join(root, 'package-lock.json');
  const mark = join(root, 'node_modules', '.earshot-lock');
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return true;
  const installed = readJson(installedLock)?.packages ?? {};
  const wanted = Object.entries(readJson(lockFile)?.packages ?? {});
  // Optional packages are mostly other systems' builds; npm left those out knowingly.
  const isWhole = wanted.every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
  if (isWhole) writeFileSync(mark, hash);
  return isWhole;
}

async function checkNpm(root) {
  const { code, output } = await runQuietly('npm', ['--version'], { cwd: root, env: foreignEnvironment() });
  const version = output.trim().split('\n').at(-1) ?? '';
  if (code !== 0) throw new Stop('npm was not found.', 'install npm 10 or newer; it comes with Node.');
  if (majorOf(version) < 10) throw new Stop(`npm ${version} is too old.`, 'run `npm install -g npm@11`.');
}

function adviceFor(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET/.test(output))
    return 'the package registry cannot be reached. Check the network, or the proxy and registry in `npm config list`, and start again.';
  if (/ENOSPC/.test(output)) return 'the disk is full. Earshot needs about 700 MB to install.';
  if (/EACCES|EPERM/.test(output)) return 'this folder belongs to somebody else. Start as the user who owns it.';
  if (/EUSAGE/.test(output)) return 'package.json and package-lock.json disagree. Run `npm install` and start again.';
  return 'read the lines above, mend what they name, and start again: nothing else was changed.';
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
