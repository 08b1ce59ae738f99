import { ensureInstalled } from './parts/install.mjs';
import { finishWith, Stop } from './parts/say.mjs';
import { runStages, style, types } from './parts/stages.mjs';
import { runVitest } from './parts/vitest.mjs';

/** `npm run check`: the quick half. Types, style and the tests that need no database, browser or server. */
await finishWith(async () => {
  await ensureInstalled();
  const failed = await runStages([types, style]);
  const code = await runVitest(['--project', 'unit']);
  if (failed.length > 0)
    throw new Stop(
      `Not good: ${failed.join(' and ')}.`,
      'see above; `npx biome check --write` mends most of the style.',
    );
  return code;
});
