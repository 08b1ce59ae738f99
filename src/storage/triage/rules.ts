import type { WorkspaceId } from '../../core/ids.ts';
import type { TriageRules } from '../../core/triage/triage.ts';
import type { Reader } from '../database.ts';

/** What decides in this workspace, as it stands now. */
export async function readTriageRules(_db: Reader, _workspaceId: WorkspaceId): Promise<TriageRules> {
  return { priority: {}, clocks: {} };
}
