import { CareError } from '../../core/errors.ts';
import type { Json, TeamId } from '../../core/ids.ts';
import type { RoutingPolicy } from '../../core/routing/policy.ts';
import { readTeam } from '../../storage/access/teams.ts';
import { addAudit } from '../../storage/audit.ts';
import { recordChanges } from '../../storage/changes.ts';
import type { Database } from '../../storage/database.ts';
import { addPolicyVersion, listPolicyVersions } from '../../storage/routing/policies.ts';
import { requireEverywhere } from '../require-everywhere.ts';
import type { Principal } from '../who.ts';

/**
 * Decides how a team's conversations, or all others, are given out. Nothing is lost: each decision is a version, and
 * taking one back is deciding it again. Throws `policy_changed` when somebody else decided since `onVersion` was read.
 * @returns its version
 */
export async function putPolicy(
  db: Database,
  who: Principal,
  input: { readonly teamId: TeamId | null; readonly onVersion: number; readonly policy: RoutingPolicy | null },
  now: Date,
): Promise<number> {
  requireEverywhere(who);
  const { teamId, onVersion, policy } = input;
  if (policy === null && teamId === null)
    throw new CareError('invalid', 'policy_missing', 'The workspace always has a policy. Switch it off instead.');
  return db.transaction(async (tx) => {
    if (teamId !== null && !(await readTeam(tx, who.workspaceId, teamId)))
      throw new CareError('not_found', 'no_such_team', 'There is no such team (any more).');
    const [latest] = await listPolicyVersions(tx, who.workspaceId, teamId, 1);
    const version = onVersion + 1;
    const made = { teamId, version, policy, madeBy: who.agentId, madeAt: now };
    if ((latest?.version ?? 0) !== onVersion || !(await addPolicyVersion(tx, who.workspaceId, made)))
      throw new CareError(
        'conflict',
        'policy_changed',
        'Somebody changed this policy meanwhile. Reload to see what it is now, then change it.',
      );
    const detail = { version, before: (latest?.policy ?? null) as Json, after: policy as Json };
    await addAudit(tx, who, { act: 'routing.changed', target: teamId, detail }, now);
    await recordChanges(tx, who.workspaceId, [{ kind: 'routing', conversationId: null }], now);
    return version;
  });
}
