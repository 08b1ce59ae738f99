import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BIN } from './root.mjs';
import { Stop } from './say.mjs';

/** Runs the sources as they are: Node learnt to strip types for good in 24. */
const NEEDED = 24;

/** The Node that runs the product: the one npm installed beside it, or our own when that is new enough. */
export function findNode() {
  const installed = join(BIN, 'node');
  if (existsSync(installed)) return installed;
  if (majorOf(process.version) >= NEEDED) return process.execPath;
  throw new Stop(
    `Earshot runs on Node ${NEEDED}, this is ${process.version}, and npm did not install the one that comes with it.`,
    `install Node ${NEEDED} or newer, or let npm install optional packages and run their scripts (npm config get omit; npm config get ignore-scripts), remove node_modules and start again.`,
  );
}

/** Enough to install with; throws before anything is touched. */
export function checkOwnNode(version = process.version) {
  const [major, minor] = version.slice(1).split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 12))
    throw new Stop(`Node ${version} is too old to set Earshot up.`, 'install Node 20.20 or newer (Node 24 is best).');
}

export function majorOf(version) {
  return Number(/\d+/.exec(version)?.[0] ?? 0);
}

/** Young garbage in three halls of 8 MB and not of 16: some 35 MB less for an idle server, and no slower under load. */
export const NODE_FLAGS = ['--max-semi-space-size=8'];
