import { execFile, spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = new URL('../../', import.meta.url).pathname;

/** A checkout with the real scripts, and with an npm, a Vite and a server that only write down that they were called. */
export interface Checkout {
  readonly folder: string;
  write(path: string, text: string): Promise<void>;
  /** What was called since the last time one asked. */
  calls(): Promise<readonly string[]>;
  start(...args: string[]): Promise<{ readonly code: number; readonly out: string; readonly said: string }>;
  startAndSignal(signal: NodeJS.Signals): Promise<number>;
  remove(): Promise<void>;
}

const LOCK = (version: string) =>
  JSON.stringify({
    packages: { '': {}, 'node_modules/kettle': { version }, 'node_modules/windows': { version, optional: true } },
  });

const NPM = `#!/bin/sh
if [ "$1" = --version ]; then echo 11.19.1; exit; fi
echo "npm $1" >> calls
if [ -f no-network ]; then echo "npm error code ENOTFOUND"; exit 1; fi
rm -rf node_modules
mkdir -p node_modules/vite/bin
cp package-lock.json node_modules/.package-lock.json
cp vite.js node_modules/vite/bin/vite.js
`;
const VITE = `
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
appendFileSync('calls', process.argv.includes('vite.widget.config.ts') ? 'and the chat\\n' : 'vite build\\n');
const folder = process.argv[process.argv.indexOf('--outDir') + 1];
mkdirSync(folder, { recursive: true });
writeFileSync(folder + '/index.html', 'built');
`;
const SERVER = `
const args: string[] = process.argv.slice(2);
process.on('SIGTERM', () => process.exit(7));
console.log('serving', ...args);
if (args.includes('--wait')) setInterval(() => undefined, 1000);
else process.exitCode = 3;
`;

export async function makeCheckout(): Promise<Checkout> {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-house-'));
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await cp(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true });
  await write('package.json', '{}');
  await write('package-lock.json', LOCK('1.0.0'));
  await write('bin/npm', NPM);
  await chmod(join(folder, 'bin/npm'), 0o755);
  await write('vite.js', VITE);
  await write('src/web/index.html', '<p>one</p>');
  await write('src/server/main.ts', SERVER);

  const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` };
  const command = [join(folder, 'scripts/start.mjs')];
  return {
    folder,
    write,
    calls: async () => {
      const text = await readFile(join(folder, 'calls'), 'utf8').catch(() => '');
      await rm(join(folder, 'calls'), { force: true });
      return text.split('\n').filter(Boolean);
    },
    start: (...args) =>
      new Promise((resolve) => {
        const child = execFile(process.execPath, [...command, ...args], { cwd: folder, env }, (_, out, said) =>
          resolve({ code: child.exitCode ?? -1, out, said }),
        );
      }),
    startAndSignal: (signal) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [...command, '--wait'], {
          cwd: folder,
          env,
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        child.stdout.on('data', (chunk) => String(chunk).includes('serving') && child.kill(signal));
        child.on('error', reject);
        child.on('close', (code) => resolve(code ?? -1));
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export const lockOf = LOCK;
