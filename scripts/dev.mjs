import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './parts/install.mjs';
import { findNode } from './parts/node.mjs';
import { ownEnvironment, ROOT } from './parts/root.mjs';
import { finishWith, say } from './parts/say.mjs';

const WEB_PORT = '5173';

/** `npm run dev`: the server starts again when its sources change; the web app reloads in the browser. */
await finishWith(async () => {
  await ensureInstalled();
  process.chdir(ROOT);
  if (existsSync('.env')) process.loadEnvFile('.env');
  // Links and the same-origin check must speak of the address that is open in the browser.
  const env = ownEnvironment({
    EARSHOT_PRACTICE: process.env.EARSHOT_PRACTICE ?? (process.env.DATABASE_URL ? '0' : '1'),
    EARSHOT_URL: process.env.EARSHOT_URL ?? `http://127.0.0.1:${WEB_PORT}`,
  });
  const node = findNode();
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const programs = [
    [vite, '--host', '127.0.0.1', '--port', WEB_PORT, '--strictPort', '--clearScreen', 'false'],
    ['--watch', '--watch-preserve-output', join(ROOT, 'src/server/main.ts'), ...process.argv.slice(2)],
  ].map((args) => spawn(node, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] }));
  say(`  The desk is at http://127.0.0.1:${WEB_PORT} and follows your changes. Ctrl-C ends it.`);

  const ends = programs.map((program) => new Promise((resolve) => program.on('close', resolve)));
  const endAll = () => {
    for (const program of programs) program.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, endAll);
  // One without the other is no desk.
  const code = await Promise.race(ends);
  endAll();
  await Promise.all(ends);
  return code ?? 0;
});
