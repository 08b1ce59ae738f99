import { normalEmail } from '../core/access/email.ts';
import { CareError } from '../core/errors.ts';
import type { AgentId, WorkspaceId } from '../core/ids.ts';
import { type AgentRow, addAgent, findAgentByEmail, readAgent } from '../storage/agents.ts';
import { addAudit } from '../storage/audit.ts';
import { recordChanges } from '../storage/changes.ts';
import type { Database, Tx } from '../storage/database.ts';
import { newId } from '../storage/new-id.ts';
import {
  addOidcIdentity,
  countOidcIdentities,
  findOidcAgent,
  type OidcProviderRow,
  readOidcProvider,
} from '../storage/sign-in/oidc.ts';
import { removeSignInLinksOf } from '../storage/sign-in-links.ts';
import { type Doorway, openSession, type SignInStep } from './open-session.ts';

/** What a provider has said of somebody, in a token that was verified. */
export interface OidcClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly isEmailVerified: boolean;
  readonly name: string | null;
}

/**
 * Somebody whom a provider vouches for. The first time they are found by their verified address; from then on by who
 * they are at the provider, for addresses change hands. The second factor of the workspace is not asked for again: the
 * provider has asked for what its owner wants, and says nothing of it that could be relied on.
 */
export async function signInByOidc(
  db: Database,
  doorway: Doorway,
  { workspaceId, providerId, claims }: { workspaceId: WorkspaceId; providerId: string; claims: OidcClaims },
  now: Date,
): Promise<SignInStep> {
  return db.transaction(async (tx) => {
    const provider = await readOidcProvider(tx, workspaceId, providerId);
    if (!provider?.isEnabled || provider.issuer !== claims.issuer) throw refusal('provider_off');
    const known = await findOidcAgent(tx, workspaceId, claims);
    const agent = known
      ? await readAgent(tx, workspaceId, known)
      : await matchByEmail(tx, workspaceId, provider, claims, doorway, now);
    if (!agent?.isActive) throw refusal('deactivated');
    const entering = { workspaceId, agentId: agent.id };
    const session = await openSession(tx, entering, doorway, { by: 'oidc', provider: provider.name }, now);
    if (!known) await recordChanges(tx, workspaceId, [{ kind: 'access', conversationId: null }], now);
    return { step: 'done', session };
  });
}

async function matchByEmail(
  tx: Tx,
  workspaceId: WorkspaceId,
  provider: OidcProviderRow,
  claims: OidcClaims,
  { address }: Doorway,
  now: Date,
): Promise<AgentRow | null> {
  if (!claims.email) throw refusal('email_missing');
  if (!claims.isEmailVerified) throw refusal('email_not_verified');
  const email = normalEmail(claims.email);
  const domain = email.slice(email.lastIndexOf('@') + 1);
  if (provider.domains.length > 0 && !provider.domains.includes(domain)) throw refusal('domain_not_allowed');
  const found = await findAgentByEmail(tx, workspaceId, email);
  if (!found && !provider.mayJoin) throw refusal('not_invited');
  const agent = found ?? (await join(tx, workspaceId, { email, name: claims.name ?? email }, now));
  if (!agent.isActive) throw refusal('deactivated');
  if (!agent.acts.every((act) => provider.vouchedActs.includes(act))) throw refusal('not_vouched');
  // Somebody else now has the address of one who is known: the address alone does not make them that one.
  if ((await countOidcIdentities(tx, workspaceId, agent.id, claims.issuer)) > 0) throw refusal('already_joined');
  if (!(await addOidcIdentity(tx, workspaceId, agent.id, claims, now))) throw refusal('sign_in_expired');
  // An invitation that still lies in a mailbox opens nothing any more.
  await removeSignInLinksOf(tx, workspaceId, agent.id);
  const actor = { workspaceId, agentId: agent.id, address };
  const detail = { provider: provider.name, email, isNew: !found };
  await addAudit(tx, actor, { act: 'agent.joined_by_sso', target: agent.id, detail }, now);
  return agent;
}

async function join(
  tx: Tx,
  workspaceId: WorkspaceId,
  { email, name }: { readonly email: string; readonly name: string },
  now: Date,
): Promise<AgentRow> {
  const id = newId<AgentId>(now.getTime());
  await addAgent(tx, workspaceId, { id, email, name: name.trim().slice(0, 100) || email, role: 'agent' }, now);
  const agent = await findAgentByEmail(tx, workspaceId, email);
  if (!agent) throw refusal('sign_in_expired');
  return agent;
}

/** `code` goes back to the sign-in page, which knows the words. */
function refusal(code: string): CareError {
  return new CareError('forbidden', code, `Single sign-on was refused: ${code}.`);
}
