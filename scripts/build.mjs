import { ensureInstalled } from './parts/install.mjs';
import { finishWith, say } from './parts/say.mjs';
import { ensureWeb } from './parts/web.mjs';

/** `npm run build`: the web app into dist/web. The server runs from its sources and needs no build. */
await finishWith(async () => {
  await ensureInstalled();
  if (!(await ensureWeb())) say('  The web app is up to date.');
});
