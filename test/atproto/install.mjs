import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureTools } from '../../scripts/parts/debian.mjs';
import { findPostgres } from '../../scripts/parts/postgres.mjs';
import { foreignEnvironment } from '../../scripts/parts/root.mjs';
import { runQuietly } from '../../scripts/parts/run.mjs';
import { inSeconds, Stop, say } from '../../scripts/parts/say.mjs';

const HERE = import.meta.dirname;
const MODULES = join(HERE, 'node_modules');
const READY = join(MODULES, '.earshot-ready');

const inPath = (...names) => names.every((name) => existsSync(`/usr/bin/${name}`));
const TOOLS = [
  { name: 'postgresql', isThere: () => findPostgres() !== null },
  { name: 'redis-server', isThere: () => inPath('redis-server') },
  { name: 'build-essential', isThere: () => inPath('make', 'g++') },
  { name: 'python3', isThere: () => inPath('python3') },
];

/**
 * The Node that the network runs on. Not ours: with Node 24 its SQLite binding aborts the process during garbage
 * collection (better-sqlite3 12.11.1 on 24.21, `RemoveEnvironmentCleanupHook`), with 22 it does not. This one comes
 * with the headers that the binding is compiled against, so nothing but the package registry is asked for anything.
 */
const nodeFolder = () => join(MODULES, `node-linux-${process.arch}`);
export const networkNode = () => join(nodeFolder(), 'bin', 'node');

/** Installs the network into this folder, once: about four minutes. Throws `Stop` where that cannot be. */
export async function installAtproto() {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch))
    throw new Stop('The AT Protocol network of the tests runs on Linux only.', 'run these tests in a container.');
  await ensureTools(TOOLS);
  const mark = createHash('sha256')
    .update(readFileSync(join(HERE, 'package-lock.json')))
    .digest('hex');
  if (existsSync(READY) && readFileSync(READY, 'utf8') === mark) return;
  const start = performance.now();
  say('  Installing the AT Protocol network (once, about four minutes) ...');
  await step('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], HERE, 'installing the packages');
  const gyp = join(MODULES, 'node-gyp', 'bin', 'node-gyp.js');
  const build = [gyp, 'rebuild', '--release', `--nodedir=${nodeFolder()}`];
  const binding = join(MODULES, 'better-sqlite3');
  await step(networkNode(), build, binding, 'compiling its database binding', ownHeaders());
  const load = ['-e', "new (require('.'))(':memory:').close()"];
  await step(networkNode(), load, binding, 'opening a database with the compiled binding');
  writeFileSync(READY, mark);
  say(`  Installed in ${inSeconds(start)}.`);
}

/**
 * The environment without what npm was set to build against: node-gyp puts an inherited `npm_config_nodedir` above its
 * own command line, and the binding would be compiled for another Node than the one that loads it.
 */
function ownHeaders() {
  return Object.fromEntries(
    Object.entries(foreignEnvironment()).filter(([name]) => !/^npm_(config|package_config_node_gyp)_/i.test(name)),
  );
}

async function step(command, args, cwd, what, env = foreignEnvironment()) {
  const { code, output } = await runQuietly(command, args, {
    cwd,
    env,
    patience: `still ${what}`,
  });
  if (code !== 0)
    throw new Stop(
      `The AT Protocol network could not be installed (${what}):\n\n${output.trim()}`,
      'mend what the lines above name, and start again.',
    );
}
