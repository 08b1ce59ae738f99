import type { WorkspaceId } from '../../core/ids.ts';
import type { Rule } from '../../core/rules/rule.ts';
import type { TriageRules } from '../../core/triage/triage.ts';
import { readClockRules } from '../clocks/rules.ts';
import type { Reader } from '../database.ts';
import { readPriorityRules } from '../priority/scales.ts';
import { readRulesOn } from '../rules/rows.ts';

/** What decides in this workspace, as it stands now. */
export async function readTriageRules(db: Reader, workspaceId: WorkspaceId): Promise<TriageRules> {
  return withWork(db, workspaceId, await readRulesOn(db, workspaceId));
}

/** The same where no rule of work is on; null where one is. */
export async function readRulesWithoutWork(db: Reader, workspaceId: WorkspaceId): Promise<TriageRules | null> {
  const work = await readRulesOn(db, workspaceId);
  return work.length > 0 ? null : withWork(db, workspaceId, work);
}

const withWork = async (db: Reader, workspaceId: WorkspaceId, work: readonly Rule[]): Promise<TriageRules> => ({
  priority: await readPriorityRules(db, workspaceId),
  clocks: await readClockRules(db, workspaceId),
  work,
});
