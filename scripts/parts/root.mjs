import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const BIN = join(ROOT, 'node_modules', '.bin');

/** glibc keeps what compiling left behind unless told to give it back: some 70 MB of an idle server. */
const GIVE_BACK = { MALLOC_TRIM_THRESHOLD_: '65536', MALLOC_MMAP_THRESHOLD_: '65536' };

/** The environment for a command that must find our own Node and tools first. */
export function ownEnvironment(extra = {}) {
  return { ...GIVE_BACK, ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/**
 * The environment of one of our own programs. What was made of its sources (types stripped, compiled) is kept for the
 * next start, which takes half as long. Node goes by their contents, and does without where the folder cannot be written.
 */
export function programEnvironment() {
  return { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'compiled'), ...ownEnvironment() };
}

/** The environment without our own Node: whoever replaces `node_modules` must not stand on it. */
export function foreignEnvironment(extra = {}) {
  const paths = (process.env.PATH ?? '').split(delimiter).filter((path) => path !== BIN && join(path) !== BIN);
  return { ...process.env, PATH: paths.join(delimiter), ...extra };
}
