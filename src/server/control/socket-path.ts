import { join, relative } from 'node:path';

/** What a socket's path may take, in bytes: 104 on macOS, 108 on Linux, less the closing NUL. */
const LONGEST = 103;

/**
 * Where the process that holds a data folder can be spoken to; null when no way of writing the path is short enough.
 * A socket in the folder rather than a port: whoever may not read the folder may not speak to it either.
 */
export function socketPath(dataFolder: string): string | null {
  const path = join(dataFolder, 'control.sock');
  const near = relative(process.cwd(), path);
  return [path, near].find((one) => Buffer.byteLength(one) <= LONGEST) ?? null;
}
