import { z } from 'zod';
import { readConfig } from '../../server/config.ts';
import { type Command, WORKSPACE } from '../command.ts';
import { performOnce } from '../perform.ts';

export const ledger: Command = {
  name: 'ledger',
  summary: 'The balance of everything that ever arrived, as JSON.',
  about: 'received = filed + duplicate + ignored + set aside + waiting. Exit code 1 when that does not hold.',
  options: { workspace: WORKSPACE },
  async run(given, { env, out }) {
    const balance = await performOnce(readConfig(env), 'balance', { workspace: given.text('workspace') });
    out(`${JSON.stringify(balance)}\n`);
    return z.object({ isExact: z.boolean() }).parse(balance).isExact ? 0 : 1;
  },
};
