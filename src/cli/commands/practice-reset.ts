import { z } from 'zod';
import { readConfig } from '../../server/config.ts';
import type { Command } from '../command.ts';
import { performOnce } from '../perform.ts';

const Reset = z.object({ reset: z.enum(['running', 'removed']) });
const WORDS = {
  running: 'The practice workspace begins anew.\n',
  removed: 'The practice workspace was removed. The next start makes a new one.\n',
};

export const practiceReset: Command = {
  name: 'practice reset',
  summary: 'Starts the practice workspace anew. Real workspaces are never touched.',
  options: {},
  async run(_given, { env, say }) {
    const { reset } = Reset.parse(await performOnce(readConfig(env), 'reset-practice', {}));
    say(WORDS[reset]);
    return 0;
  },
};
