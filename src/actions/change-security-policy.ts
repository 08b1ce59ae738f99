import { CareError } from '../core/errors.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database, Tx } from '../storage/database.ts';
import { shortenSessions } from '../storage/sessions.ts';
import { countOidcIdentities } from '../storage/sign-in/oidc.ts';
import { listPasskeys } from '../storage/sign-in/passkeys.ts';
import { lockPolicy, type Policy, writePolicy } from '../storage/sign-in/policy.ts';
import { tellSessionsEnded } from './tell-sessions-ended.ts';
import type { Principal } from './who.ts';

type PolicyPatch = { readonly [Key in keyof Policy]?: Policy[Key] | undefined };

/** What the workspace asks of whoever signs in. Sessions that are open follow at once. */
export async function changeSecurityPolicy(
  db: Database,
  who: Principal,
  patch: PolicyPatch,
  now: Date,
): Promise<Policy> {
  return db.transaction(async (tx) => {
    const was = await lockPolicy(tx, who.workspaceId);
    const policy: Policy = {
      requireSecondFactor: patch.requireSecondFactor ?? was.requireSecondFactor,
      sessionDays: patch.sessionDays ?? was.sessionDays,
      allowPasswords: patch.allowPasswords ?? was.allowPasswords,
    };
    if (was.allowPasswords && !policy.allowPasswords) await requireAnotherWay(tx, who);
    await writePolicy(tx, who.workspaceId, policy);
    if (policy.sessionDays < was.sessionDays) await shortenSessions(tx, who.workspaceId, policy.sessionDays);
    await addAudit(
      tx,
      who,
      { act: 'security.policy_changed', detail: { before: { ...was }, after: { ...policy } } },
      now,
    );
    await tellSessionsEnded(tx, who.workspaceId, now);
    return policy;
  });
}

/** Whoever switches passwords off proves with their own account that there is another way in. */
async function requireAnotherWay(tx: Tx, { workspaceId, agentId }: Principal): Promise<void> {
  if (agentId === null) return;
  const passkeys = await listPasskeys(tx, workspaceId, agentId);
  if (passkeys.length > 0 || (await countOidcIdentities(tx, workspaceId, agentId)) > 0) return;
  throw new CareError(
    'conflict',
    'no_other_way_in',
    'You sign in by password yourself. Add a passkey or sign in once with single sign-on, then switch passwords off.',
  );
}
