import { existsSync } from 'node:fs';
import { ensureTools } from './parts/debian.mjs';
import { ensureInstalled } from './parts/install.mjs';
import { findPostgres, startPostgres } from './parts/postgres.mjs';
import { finishWith, inSeconds, Stop, say } from './parts/say.mjs';
import { runStages, style, types } from './parts/stages.mjs';
import { runVitest } from './parts/vitest.mjs';
import { ensureWeb } from './parts/web.mjs';

const CHROMIUM = { name: 'chromium', isThere: () => existsSync('/usr/bin/chromium') };
const POSTGRES = { name: 'postgresql', isThere: () => findPostgres() !== null };

/**
 * `npm test`: everything. What follows on the command line goes to Vitest (`npm test -- src/storage`).
 * With TEST_DATABASE_URL set, that PostgreSQL is used in place of a throwaway one.
 */
await finishWith(async () => {
  // Whoever interrupts us interrupts the step that runs; what was started is stopped all the same.
  let isEnded = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      isEnded = true;
    });
  const goOn = () => {
    if (isEnded) throw new Stop('The tests were interrupted.', 'start them again with `npm test`.');
  };

  await ensureInstalled();
  goOn();
  await ensureTools(process.env.TEST_DATABASE_URL ? [CHROMIUM] : [CHROMIUM, POSTGRES]);
  goOn();
  await ensureWeb();
  goOn();
  const failed = await runStages([types, style]);
  goOn();
  const start = performance.now();
  const postgres = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startPostgres();
  let code = 1;
  try {
    goOn();
    say(`  a throwaway PostgreSQL: ready (${inSeconds(start)})`);
    code = await runVitest(process.argv.slice(2), { TEST_DATABASE_URL: postgres.url });
  } finally {
    await postgres.stop();
  }
  goOn();
  // Last, and only when there is something to say: a good run ends with Vitest's own lines.
  if (failed.length > 0)
    throw new Stop(
      `Not good: ${failed.join(' and ')}.`,
      'see above, before the tests; `npx biome check --write` mends most of the style.',
    );
  return code;
});
