import { z } from 'zod';
import { makeApiToken } from '../../../actions/make-api-token.ts';
import { theHouse } from '../../../actions/make-sign-in-link.ts';
import { actsOf } from '../../../core/access/role.ts';
import { NewApiToken } from '../../../wire/people.ts';
import type { ChoreDeps } from '../chores.ts';
import { findWorkspace } from './workspace.ts';

const Input = NewApiToken.extend({ workspace: z.string().optional() });

/** Whoever may start the program may do all that an owner may. */
export async function* makeToken({ db, now }: ChoreDeps, given: unknown) {
  const { workspace: slug, ...input } = Input.parse(given);
  const workspace = await findWorkspace(db.read, slug);
  const who = { ...theHouse(workspace.id), acts: actsOf('owner') };
  const { token, apiToken } = await makeApiToken(db, who, input, now());
  yield { token, scopes: apiToken.scopes, expiresAt: apiToken.expiresAt };
}
