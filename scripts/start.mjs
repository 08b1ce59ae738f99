import { join } from 'node:path';
import { ensureInstalled } from './parts/install.mjs';
import { findNode, NODE_FLAGS } from './parts/node.mjs';
import { programEnvironment, ROOT } from './parts/root.mjs';
import { become } from './parts/run.mjs';
import { finishWith } from './parts/say.mjs';
import { ensureWeb } from './parts/web.mjs';

/** `npm start`: installs what is missing, builds the web app if it is stale, and becomes the server. */
await finishWith(async () => {
  await ensureInstalled();
  await ensureWeb();
  return become(
    findNode(),
    [...NODE_FLAGS, join(ROOT, 'src/server/main.ts'), ...process.argv.slice(2)],
    programEnvironment(),
  );
});
