import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { findNode } from './node.mjs';
import { ownEnvironment, ROOT } from './root.mjs';

/**
 * Runs Vitest in a process group of its own, so that whatever a test started and forgot ends with it.
 * @returns its exit code; a signal to us ends it first
 */
export async function runVitest(args, extra = {}) {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(findNode(), [vitest, 'run', ...args], {
    cwd: ROOT,
    env: ownEnvironment(extra),
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  // On Ctrl-C both the terminal and npm tell us, and a second one would cut Vitest's own stopping short.
  let last = -Infinity;
  const pass = (signal) => {
    if (performance.now() - last > 1000) signalGroup(child.pid, signal);
    last = performance.now();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 1)));
    });
  } finally {
    for (const signal of signals) process.off(signal, pass);
    signalGroup(child.pid, 'SIGKILL');
  }
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is empty: nothing was left.
  }
}
