import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './parts/root.mjs';
import { say } from './parts/say.mjs';

/**
 * `node scripts/complete-lock.mjs`, after an `npm install`: puts the builds for other systems into the lock file that
 * npm left out because the registry it asked does not carry them. Without them `npm ci` calls the lock file out of
 * step, on every machine. Where such a build is installed, npm takes it in the version that its package names.
 */
const path = join(ROOT, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const added = [];
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    if (lock.packages[place] || !/^\d+\.\d+\.\d+/.test(version)) continue;
    const dev = parent.dev ? { dev: true } : {};
    lock.packages[place] = { version, ...systemOf(name), ...dev, optional: true };
    added.push(`${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
say(added.length === 0 ? 'The lock file is whole.' : `Added to the lock file:\n  ${added.join('\n  ')}`);

/** What npm compares with the machine before it fetches anything; the names say it. */
function systemOf(name) {
  const words = name.split(/[-/]/);
  const os = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32'];
  const cpu = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
  const found = {
    os: os.filter((one) => words.includes(one)),
    cpu: cpu.filter((one) => words.includes(one)),
    libc: words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : [],
  };
  if (found.cpu.length === 0) throw new Error(`${name} does not say which system it is for: add it by hand.`);
  return Object.fromEntries(Object.entries(found).filter(([, values]) => values.length > 0));
}
