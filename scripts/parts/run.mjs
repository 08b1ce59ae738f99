import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './root.mjs';
import { say } from './say.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a command on this terminal. Resolves to its exit code. A signal to us goes on to it. */
export function run(command, args, { env = process.env, cwd = ROOT } = {}) {
  const child = spawn(command, args, { cwd, env, stdio: 'inherit' });
  return codeOf(child);
}

/**
 * Runs a command whose output only matters when it fails.
 * @param patience said every ten seconds, with the time it has taken, so that nobody thinks it hangs
 * @returns {Promise<{ code: number, output: string }>} the last part of what it printed
 */
export async function runQuietly(command, args, { env = process.env, cwd = ROOT, patience = '' } = {}) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk) => {
    output = (output + chunk).slice(-20_000);
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const start = performance.now();
  const beat = setInterval(() => {
    if (patience) say(`    ${patience}, ${Math.round((performance.now() - start) / 1000)} s`);
  }, 10_000);
  try {
    return { code: await codeOf(child), output };
  } catch (error) {
    return { code: 127, output: error.message };
  } finally {
    clearInterval(beat);
  }
}

/**
 * Goes on as that program: where Node can, it takes our place, and whoever signals us signals it. Otherwise it runs
 * below us and we pass on signals and its exit code.
 */
export async function become(program, args, env = process.env) {
  process.chdir(ROOT);
  if (typeof process.execve === 'function') process.execve(program, [program, ...args], env);
  return run(program, args, { env });
}

function codeOf(child) {
  return new Promise((resolve, reject) => {
    // A terminal signals the whole group: passing on its Ctrl-C would tell the child twice.
    const pass = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, pass);
    const done = () => {
      for (const signal of SIGNALS) process.off(signal, pass);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('close', (code, signal) => {
      done();
      resolve(code ?? 128 + (constants.signals[signal] ?? 1));
    });
  });
}
