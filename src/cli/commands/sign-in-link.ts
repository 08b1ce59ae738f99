import { z } from 'zod';
import { readConfig } from '../../server/config.ts';
import { type Command, WORKSPACE } from '../command.ts';
import { performOnce } from '../perform.ts';

const Made = z.object({ url: z.string(), expiresAt: z.coerce.date() });

export const signInLink: Command = {
  name: 'sign-in-link',
  summary: 'Prints a link that signs somebody in, once.',
  about: 'For whoever lost their password, the owner included.',
  options: {
    email: { type: 'string', value: 'ADDRESS', help: 'whose link' },
    workspace: WORKSPACE,
  },
  async run(given, { env, out, say }) {
    const input = { email: given.needed('email'), workspace: given.text('workspace') };
    const made = Made.parse(await performOnce(readConfig(env), 'sign-in-link', input));
    out(`${made.url}\n`);
    say(`It works once, until ${made.expiresAt.toISOString()}.\n`);
    return 0;
  },
};
