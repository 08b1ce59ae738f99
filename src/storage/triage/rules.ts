import type { WorkspaceId } from '../../core/ids.ts';
import type { TriageRules } from '../../core/triage/triage.ts';
import { readClockRules } from '../clocks/rules.ts';
import type { Reader } from '../database.ts';
import { readPriorityRules } from '../priority/scales.ts';
import { readRulesOn } from '../rules/rows.ts';
import { together } from '../together.ts';

/** What decides in this workspace, as it stands now. */
export async function readTriageRules(db: Reader, workspaceId: WorkspaceId): Promise<TriageRules> {
  const [work, priority, clocks] = await together(
    readRulesOn(db, workspaceId),
    readPriorityRules(db, workspaceId),
    readClockRules(db, workspaceId),
  );
  return { work, priority, clocks };
}
