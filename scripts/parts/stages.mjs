import { join } from 'node:path';
import { findNode } from './node.mjs';
import { BIN, ownEnvironment } from './root.mjs';
import { run } from './run.mjs';
import { inSeconds, say } from './say.mjs';

/** The three worlds: everything on Node, `core` that sees neither Node nor a browser, and the browser. */
const PROJECTS = ['tsconfig.json', 'tsconfig.core.json', 'tsconfig.web.json'];

export const types = {
  name: 'types',
  run: async () => {
    for (const project of PROJECTS) {
      const code = await tool('tsc', ['-p', project]);
      if (code !== 0) return code;
    }
    return 0;
  },
};
export const style = { name: 'style', run: () => tool('biome', ['ci', '--colors=off']) };

/** Runs them all, so that one run shows everything that is wrong. Returns the names of those that failed. */
export async function runStages(stages) {
  const failed = [];
  for (const stage of stages) {
    const start = performance.now();
    const code = await stage.run();
    if (code !== 0) failed.push(stage.name);
    say(`  ${stage.name}: ${code === 0 ? 'good' : 'FAILED'} (${inSeconds(start)})`);
  }
  return failed;
}

/** One of npm's programs, on our own Node whatever the machine has. */
function tool(name, args) {
  findNode();
  return run(join(BIN, name), args, { env: ownEnvironment() });
}
