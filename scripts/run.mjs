import { resolve } from 'node:path';
import { ensureInstalled } from './parts/install.mjs';
import { findNode, NODE_FLAGS } from './parts/node.mjs';
import { programEnvironment, ROOT } from './parts/root.mjs';
import { become } from './parts/run.mjs';
import { finishWith } from './parts/say.mjs';

/** `node scripts/run.mjs FILE ...`: one of our own programs, on our own Node, with what it needs installed. */
await finishWith(async () => {
  await ensureInstalled();
  const [file = '', ...args] = process.argv.slice(2);
  return become(findNode(), [...NODE_FLAGS, resolve(ROOT, file), ...args], programEnvironment());
});
