import { z } from 'zod';
import { readConfig } from '../../server/config.ts';
import { type Command, WORKSPACE, WrongUsage } from '../command.ts';
import { performOnce } from '../perform.ts';

export const replay: Command = {
  name: 'replay',
  summary: 'Files entries of the ledger again, as after a mended parser.',
  about: 'What is filed already is known by its id and not filed twice.',
  options: {
    'set-aside': { type: 'boolean', help: 'all entries that could not be filed' },
    inbox: { type: 'string', value: 'ID', help: 'those of one inbox that could not be filed' },
    entry: { type: 'string', value: 'N', help: 'one entry, whatever became of it' },
    workspace: WORKSPACE,
  },
  async run(given, { env, out }) {
    const [entry, inbox] = [given.count('entry'), given.text('inbox')];
    const ways = [given.has('set-aside'), entry !== undefined, inbox !== undefined].filter(Boolean);
    if (ways.length !== 1) throw new WrongUsage('Say one of --set-aside, --inbox ID and --entry N.');
    if (inbox !== undefined && !z.uuid().safeParse(inbox).success)
      throw new WrongUsage('--inbox must be the id of an inbox.');
    const done = await performOnce(readConfig(env), 'replay', { workspace: given.text('workspace'), entry, inbox });
    out(`${JSON.stringify(done)}\n`);
    return 0;
  },
};
