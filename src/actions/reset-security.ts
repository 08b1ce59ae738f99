import { CareError } from '../core/errors.ts';
import type { AgentId } from '../core/ids.ts';
import { addAudit } from '../storage/audit.ts';
import type { Database } from '../storage/database.ts';
import { endSessionsOf } from '../storage/sessions.ts';
import { removePasskeys } from '../storage/sign-in/passkeys.ts';
import { removeRecoveryCodes } from '../storage/sign-in/recovery-codes.ts';
import { removeTotp } from '../storage/sign-in/totp.ts';
import { removeSignInLinksOf } from '../storage/sign-in-links.ts';
import { requireBelow } from './require-below.ts';
import { tellSessionsEnded } from './tell-sessions-ended.ts';
import type { Principal } from './who.ts';

/** Signs somebody out everywhere, e.g. when a laptop was stolen. */
export async function endSessionsOfAgent(db: Database, who: Principal, agentId: AgentId, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const { name } = await requireBelow(tx, who, agentId);
    const count = await endSessionsOf(tx, who.workspaceId, agentId);
    await removeSignInLinksOf(tx, who.workspaceId, agentId);
    await addAudit(tx, who, { act: 'agent.sessions_ended', target: agentId, detail: { name, count } }, now);
    await tellSessionsEnded(tx, who.workspaceId, now);
  });
}

/**
 * For whoever lost their phone and their recovery codes. Their sessions end with it: whoever has the phone now may be
 * somebody else.
 */
export async function resetSecondFactor(db: Database, who: Principal, agentId: AgentId, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const { name } = await requireBelow(tx, who, agentId);
    const totp = await removeTotp(tx, who.workspaceId, agentId);
    const passkeys = await removePasskeys(tx, who.workspaceId, agentId);
    await removeRecoveryCodes(tx, who.workspaceId, agentId);
    if (!totp && passkeys.length === 0)
      throw new CareError('conflict', 'no_second_factor', `${name} has no second factor.`);
    await endSessionsOf(tx, who.workspaceId, agentId);
    await removeSignInLinksOf(tx, who.workspaceId, agentId);
    const detail = { name, totp, passkeys: [...passkeys] };
    await addAudit(tx, who, { act: 'agent.second_factor_reset', target: agentId, detail }, now);
    await tellSessionsEnded(tx, who.workspaceId, now);
  });
}
