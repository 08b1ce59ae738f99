import { z } from 'zod';
import { actsOf } from '../../core/access/role.ts';
import { readConfig } from '../../server/config.ts';
import { type Command, WORKSPACE, WrongUsage } from '../command.ts';
import { performOnce } from '../perform.ts';

const Made = z.object({ token: z.string(), scopes: z.array(z.string()), expiresAt: z.coerce.date().nullable() });

export const tokenCreate: Command = {
  name: 'token create',
  summary: 'Makes an API token and prints it, once.',
  about: `Scopes: ${actsOf('owner').join(', ')}.`,
  options: {
    name: { type: 'string', value: 'NAME', help: 'what it is for; shown in the list of tokens' },
    scope: { type: 'string', value: 'SCOPE', multiple: true, help: 'what it may do; several times, or with commas' },
    'expires-days': { type: 'string', value: 'DAYS', help: 'when it ends; never, if left out' },
    workspace: WORKSPACE,
  },
  async run(given, { env, out, say }) {
    const [name, scopes] = [given.needed('name'), given.texts('scope')];
    if (scopes.length === 0) throw new WrongUsage('--scope is missing.');
    const unknown = scopes.filter((scope) => !(actsOf('owner') as readonly string[]).includes(scope));
    if (unknown.length > 0) throw new WrongUsage(`There is no scope ${unknown.join(', ')}.`);
    const expiresInDays = given.count('expires-days');
    if (expiresInDays !== undefined && expiresInDays > 3650)
      throw new WrongUsage('--expires-days must be 3650 at most.');
    const input = { workspace: given.text('workspace'), name, scopes, ...(expiresInDays ? { expiresInDays } : {}) };
    const made = Made.parse(await performOnce(readConfig(env), 'make-token', input));
    out(`${made.token}\n`);
    const until = made.expiresAt ? `until ${made.expiresAt.toISOString().slice(0, 10)}` : 'until it is revoked';
    say(`It may ${made.scopes.join(', ')} ${until}. It is not shown again.\n`);
    return 0;
  },
};
