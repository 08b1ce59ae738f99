import { existsSync } from 'node:fs';
import { runQuietly } from './run.mjs';
import { inSeconds, Stop, say } from './say.mjs';

/**
 * Installs what the tests need beside npm's packages, where we may: as root on Debian. Elsewhere it says how.
 * @param wanted packages with the question whether they are there
 */
export async function ensureTools(wanted) {
  const missing = wanted.filter(({ isThere }) => !isThere()).map(({ name }) => name);
  if (missing.length === 0) return;
  const names = missing.join(' ');
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Stop(
      `The tests need ${missing.join(' and ')}, which this machine does not have.`,
      `on Debian or Ubuntu run \`sudo apt-get update && sudo apt-get install ${names}\`; elsewhere install them your way. \`npm run check\` runs what needs neither.`,
    );
  const start = performance.now();
  say(`  Installing ${missing.join(' and ')} from Debian (once) ...`);
  // Run level 1 keeps a freshly installed service from starting: the tests start their own, and stop it.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const steps = [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...missing],
  ];
  for (const args of steps) {
    const { code, output } = await runQuietly('apt-get', args, { env, patience: 'still installing' });
    if (code !== 0)
      throw new Stop(
        `apt-get ${args[0]} failed:\n\n${output.trim()}`,
        `mend what the lines above name, or install ${missing.join(' and ')} yourself, and start again.`,
      );
  }
  say(`  Installed in ${inSeconds(start)}.`);
}
