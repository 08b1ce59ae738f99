import { z } from 'zod';
import { LINK_LASTS_MS, makeSignInLink, theHouse } from '../../../actions/make-sign-in-link.ts';
import { normalEmail } from '../../../core/access/email.ts';
import { CareError } from '../../../core/errors.ts';
import { findAgentByEmail, listAgents } from '../../../storage/agents.ts';
import type { ChoreDeps } from '../chores.ts';
import { findWorkspace } from './workspace.ts';

const Input = z.object({ workspace: z.string().optional(), email: z.string() });

/** For whoever locked themselves out: signs one agent in, once. */
export async function* signInLink({ db, now, url }: ChoreDeps, given: unknown) {
  const { workspace: slug, email } = Input.parse(given);
  const workspace = await findWorkspace(db.read, slug);
  const agent = await findAgentByEmail(db.read, workspace.id, normalEmail(email));
  if (!agent) {
    const known = (await listAgents(db.read, workspace.id)).filter(({ isActive }) => isActive).map((one) => one.email);
    throw new CareError(
      'not_found',
      'no_such_agent',
      `Nobody has the address ${email}. There is: ${known.slice(0, 20).join(', ')}.`,
    );
  }
  const lastsMs = LINK_LASTS_MS.atTheMachine;
  const link = await db.transaction((tx) =>
    makeSignInLink(tx, theHouse(workspace.id), { agentId: agent.id, lastsMs, kind: 'machine' }, now()),
  );
  yield { url: `${url}${link.path}`, expiresAt: link.expiresAt };
}
